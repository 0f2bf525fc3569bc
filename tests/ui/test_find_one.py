"""Find one: four presses from Tonight to a story that a parent has chosen, by key and by mouse."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from dining import (
    a_house,
    a_house_of_cards,
    called,
    click,
    click_door,
    click_key,
    fitting,
    house_of,
    hurried,
    offered,
    opened,
    play,
    press,
    resize,
    seen,
    settled,
    table,
    tap,
    told,
    tonight,
    whole,
)
from textual import events
from textual.pilot import Pilot

from gatherround.cli.house import PaperRoom
from gatherround.domain.entries import Sealed
from gatherround.domain.finding import Wanted
from gatherround.domain.resting import COOLS
from gatherround.domain.steps import Choose, Door, Guess
from gatherround.host.house import House
from gatherround.host.shelf import Shelf
from gatherround.host.wishes import WISHES
from gatherround.pantry.library import Book, Library, Shelves
from gatherround.ui.screens.find_one import FindOne
from gatherround.ui.screens.menu import Help
from gatherround.ui.screens.narrowing import Narrowing
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.screens.with_a_story import LeftOutFor, WhoseFavourite
from gatherround.ui.widgets.dial_rows import DialRows
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.preview_page import PreviewPage
from gatherround.ui.widgets.story_cards import StoryCards
from gatherround.ui.widgets.story_list import SearchLine, StoryList
from rounds import SMALL_SHELF, ask, named, plain, read, story
from tables import lists

FIVE = ("1", "3", "5", "6", "6")


def stories_of(*stories: object) -> Shelf:
    """Gives a shelf of these stories and nothing else."""
    made = Shelf(Shelves(SMALL_SHELF), None)
    book = Book(path=Path("test"), origin="family", pack=None, activities=tuple(stories), notes=())  # type: ignore[arg-type]
    made._library = Library(books=(book,), lists=lists())
    return made


@asynccontextmanager
async def shelf_open(
    *keys: str, house: House | None = None, size: tuple[int, int] = (80, 24), chairs: tuple[str, ...] = FIVE
) -> AsyncIterator[Pilot[int]]:
    """Opens Find one from Tonight for these chairs, and presses keys."""
    async with opened(house, size) as pilot:
        await tap(pilot, *chairs, "f")
        await pilot.app.workers.wait_for_complete()
        await tap(pilot, *keys)
        await settled(pilot)
        yield pilot


def front(pilot: Pilot[int]) -> FindOne:
    assert isinstance(pilot.app.screen, FindOne), f"in front is {pilot.app.screen}"
    return pilot.app.screen


def open_one(pilot: Pilot[int]) -> str:
    one = front(pilot).at.leaf.open_one
    assert one is not None
    return one.activity.title


def titles(pilot: Pilot[int]) -> list[str]:
    return [card.title for card in pilot.app.screen.query_one(StoryCards).cards]


# Four presses


@hurried
async def test_four_presses_from_tonight_play_a_story_that_was_seen_after_two() -> None:
    async with opened(None, (80, 24)) as pilot:
        await tap(pilot, *FIVE)
        await press(pilot, "f")
        await pilot.app.workers.wait_for_complete()
        assert "see another side" in seen(pilot)
        await press(pilot, "4")
        first = open_one(pilot)
        assert first in seen(pilot)
        assert "For you:" in seen(pilot), "a preview is open after two presses"
        await press(pilot, "2")
        second = open_one(pilot)
        assert second != first
        await press(pilot, "enter")
        plan = play(pilot).plan
        assert [deal.activity.title for deal in plan.deals] == [second]
        assert (plan.wish, plan.minutes, len(plan.people)) == ("see-another-side", 10, 5)
        assert "see-another-side" in plan.deals[0].activity.helps


@hurried
async def test_the_same_four_by_mouse() -> None:
    async with opened(None, (80, 24)) as pilot:
        await tap(pilot, *FIVE)
        await click_key(pilot, "find")
        await pilot.app.workers.wait_for_complete()
        await click_door(pilot, 3, ".question Doors")
        assert front(pilot).at.wanted.wish == "see-another-side"
        await click(pilot, pilot.app.screen.query_one(StoryCards), 10, 2)
        second = open_one(pilot)
        assert second == titles(pilot)[1]
        await click_key(pilot, "play")
        assert play(pilot).plan.deals[0].activity.title == second


@hurried
async def test_whatever_was_set_tonight_is_who_and_how_long_and_helps_at_a_press_of_enter(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, "4", "6", "plus", "h", "h", "f")
        await pilot.app.workers.wait_for_complete()
        assert "15 min for Spoon · a grown-up" in seen(pilot)
        await press(pilot, "enter")
        assert front(pilot).at.wanted.wish == "be-heard"
        await press(pilot, "space")
        assert (play(pilot).plan.minutes, play(pilot).plan.wish) == (15, "be-heard")
    async with opened(a_house(tmp_path)) as pilot:
        assert tonight(pilot).setting.minutes == 15, "the table stays set, as after any Round"


@hurried
async def test_a_hard_night_is_three_minutes() -> None:
    async with shelf_open("9", "enter") as pilot:
        assert (play(pilot).plan.minutes, play(pilot).plan.wish) == (3, "hard-night")


@hurried
async def test_keys_that_come_before_the_story_books_are_not_lost() -> None:
    books = asyncio.Event()
    async with opened(None, (80, 24)) as pilot:
        await tap(pilot, *FIVE)
        pilot.app.push_screen(FindOne(house_of(pilot), tonight(pilot).setting, books))
        await settled(pilot)
        await press(pilot, "4", "enter", "e", "v", "x", "0", "2", "down", "right", "f", "slash", "h")
        assert "Looking along the shelf" in seen(pilot)
        books.set()
        await settled(pilot)
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        assert front(pilot).at.wanted == Wanted(wish="see-another-side", words="h")
        assert len(titles(pilot)) == 5


@hurried
async def test_going_back_goes_one_step_at_a_time_and_loses_nothing() -> None:
    async with shelf_open() as pilot:
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Tonight)
        await press(pilot, "f", "2", "h")
        assert front(pilot).at.asking
        await press(pilot, "escape")
        assert not front(pilot).at.asking
        await press(pilot, "slash", "h", "escape")
        assert front(pilot).at.wanted == Wanted(wish="laugh", words="h")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Tonight)
        assert len(tonight(pilot).setting.here) == 5


@hurried
async def test_with_nobody_at_the_table_it_says_whom_to_seat() -> None:
    async with opened() as pilot:
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, Tonight)
        assert any("Nobody is sitting" in sentence for sentence in told(pilot))


# Leafing


@hurried
async def test_numbers_arrows_and_more_leaf_through_all_there_is_and_round_again() -> None:
    async with shelf_open("1") as pilot:
        count = len(front(pilot).at.leaf.found)
        met = [*titles(pilot)]
        assert f"more like these ({count - 5})" in seen(pilot)
        for _ in range((count - 1) // 5):
            await press(pilot, "0")
            met += titles(pilot)
        assert sorted(met) == sorted(one.activity.title for one in front(pilot).at.leaf.found)
        await press(pilot, "0")
        assert front(pilot).at.leaf.place == 0
        await press(pilot, "up")
        assert front(pilot).at.leaf.place == count - 1
        await press(pilot, "down", "5", "9")
        assert front(pilot).at.leaf.place == 4, "a number without a story does nothing"


@hurried
async def test_a_page_that_is_longer_than_the_window_is_read_on() -> None:
    async with shelf_open("1", size=(60, 20)) as pilot:
        page = front(pilot).query_one(PreviewPage)
        assert "read on" in seen(pilot)
        assert "Why:" not in seen(pilot)
        for _ in range(6):
            await press(pilot, "right")
        assert "Why:" in seen(pilot)
        assert "read on" not in seen(pilot)
        last = page.top
        await press(pilot, "pagedown")
        assert page.top == last, "never beyond the last row"
        await pilot._post_mouse_events([events.MouseScrollUp], page)
        assert page.top == last - 3
        await pilot._post_mouse_events([events.MouseScrollDown, events.MouseScrollDown], page)
        assert page.top == last
        page.read_on(-last - 5)
        assert page.top == 0
        await press(pilot, "right", "2")
        assert page.top == 0, "another story is read from its beginning"


@hurried
async def test_flags_stand_first_in_the_list_and_on_the_page_at_every_size() -> None:
    sad = story(id="sad", title="Rain", flags=("illness", "dogs"), depth=3, scene=plain("It rained."))
    async with shelf_open("1", house=a_house_of_cards(stories_of(sad))) as pilot:
        for size in ((80, 24), (60, 20), (120, 40)):
            await resize(pilot, *size)
            rows = seen(pilot).splitlines()
            warned = [row for row in rows if "!" in row]
            assert any("! illness, deep" in row for row in rows), size
            assert len(warned) == 2, size
            assert next(at for at, row in enumerate(rows) if "! illness" in row) < next(
                at for at, row in enumerate(rows) if "It rained" in row
            )


@hurried
async def test_no_couples_story_and_no_boulder_shows_while_a_childs_chair_is_on() -> None:
    heavy = (story(id="two", title="Two", youngest=18, size="pebble", minutes=3), story(id="rock", size="boulder"))
    house = a_house_of_cards(stories_of(*heavy, story(id="hat", title="Hat")))
    async with shelf_open("1", house=house, chairs=("5", "6", "6")) as pilot:
        assert titles(pilot) == ["Hat"]
        await press(pilot, "slash", *"two")
        assert "Other tables" not in seen(pilot), "not even that they are there"
        await press(pilot, "escape", "escape", "backspace", "backspace", "backspace", "6", "6", "f")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "1")
        assert sorted(titles(pilot)) == ["Hat", "The Hat", "Two"]


# Searching


@hurried
async def test_every_letter_finds_and_numbers_are_answers_again_behind_it() -> None:
    async with shelf_open("slash", "d", "u", "m", "p") as pilot:
        assert titles(pilot)[0] == "The Last Dumpling"
        await press(pilot, "2")
        assert front(pilot).at.wanted.words == "dump2", "in the line a number is a letter"
        assert titles(pilot) == []
        await press(pilot, "backspace", "enter", "1")
        assert (front(pilot).at.leaf.place, front(pilot).focused) == (0, None)
        await press(pilot, "enter")
        assert play(pilot).plan.deals[0].activity.id == "the-last-dumpling"


@hurried
async def test_arrows_leaf_while_somebody_types_and_the_line_says_what_its_keys_do() -> None:
    async with shelf_open("1", "slash", "t", "r", "a") as pilot:
        assert {"done", "next", "back"} == offered(pilot)
        await press(pilot, "down", "down", "up")
        assert front(pilot).at.leaf.place == 1
        await click_key(pilot, "done")
        assert front(pilot).focused is None
        assert {"play", "seal", "favourite", "hide", "search", "back"} <= offered(pilot)


@hurried
async def test_the_search_line_and_what_is_asked_can_be_clicked() -> None:
    async with shelf_open("1") as pilot:
        lines = front(pilot).query_one(StoryList)
        await click(pilot, lines.query_one(SearchLine))
        assert isinstance(front(pilot).focused, SearchLine)
        await press(pilot, *"tower", "enter")
        await click(pilot, lines.query_one(".wish"))
        assert front(pilot).at.asking
        await click_door(pilot, 0, ".question Doors")
        await click(pilot, lines.query_one(".asks"))
        assert isinstance(pilot.app.screen, Narrowing)
        await press(pilot, "escape", "backspace")
        assert front(pilot).at.wanted == Wanted()
        assert front(pilot).query_one(SearchLine).value == ""
        await click(pilot, lines.query_one(".more"))
        assert front(pilot).at.leaf.place == 5


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
@hurried
async def test_whatever_would_help_stands_whole_beside_its_key(size: tuple[int, int]) -> None:
    async with shelf_open("1", size=size) as pilot:
        for number, (_, said) in enumerate(WISHES, start=1):
            assert f"h {said}" in seen(pilot).replace("│", "\n")
            await press(pilot, "h", str(min(number + 1, len(WISHES))))


@hurried
async def test_whom_somebody_guesses_stays_beside_the_word_that_says_so() -> None:
    doors = tuple(Door(say=plain(way), then=(read(way),)) for way in ("left", "right"))
    guessed = story(
        ask(who="everyone"), Choose(prompt=plain("Which?"), options=doors), Guess(about="next", prompt=plain("?"))
    )
    house = a_house_of_cards(stories_of(guessed))
    async with shelf_open("1", house=house, chairs=("3", "4", "6")) as pilot:
        rows = seen(pilot).splitlines()
        assert any("guesses Lemon" in row or "guesses Pepper" in row for row in rows)
        assert not any(row.rstrip(" │").endswith("guesses") for row in rows)


# Narrowing


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
@hurried
async def test_every_sort_of_game_stands_whole_on_its_sheet(size: tuple[int, int]) -> None:
    async with shelf_open("1", "f", "5", size=size, chairs=("3", "4", "6")) as pilot:
        sorts = [said for dial in front_of(pilot)._dials if dial.field == "kind" for _, said in dial.choices[1:]]
        assert len(sorts) > 10
        for sort in sorts:
            assert f"‹ {sort} ›" in seen(pilot)
            await press(pilot, "right")


@hurried
async def test_what_is_left_is_shown_by_one_of_it() -> None:
    async with shelf_open("1", "f") as pilot:
        first = front_count(pilot)[0]
        assert f"stories are left, such as {first.activity.title[:12]}" in seen(pilot)  # type: ignore[attr-defined]


@hurried
async def test_every_way_to_narrow_a_shelf_is_there_before_a_key_is_pressed() -> None:
    async with shelf_open("1", "f") as pilot:
        assert "stories are left" in seen(pilot)
        assert [row.key for row in pilot.app.screen.query_one(DialRows).rows] == [*"1234567890"]


@hurried
async def test_a_shelf_is_narrowed_by_numbers_by_arrows_and_by_mouse() -> None:
    async with shelf_open("1", "f", "6", "3", "right") as pilot:
        assert isinstance(pilot.app.screen, Narrowing)
        assert pilot.app.screen.wanted == Wanted(depth=1, most=10)
        await press(pilot, "left", "up", "right", "down", "down")
        assert [one.name for one in pilot.app.screen.wanted.who] == ["Spoon"]
        rows = pilot.app.screen.query_one(DialRows)
        await click(pilot, rows, 30, 6)
        assert pilot.app.screen.wanted.flag == "none"
        await click(pilot, rows, 21, 6)
        assert pilot.app.screen.wanted.flag is None
        count = len(front_count(pilot))
        assert f"{count} stories are left" in seen(pilot)
        await press(pilot, "enter")
        assert len(front(pilot).at.leaf.found) == count
        assert "Spoon · up to 5 min · light" in seen(pilot)
        assert all(one.minutes <= 5 and one.activity.depth == 1 for one in front(pilot).at.leaf.found)
        await press(pilot, "f", "backspace", "escape")
        assert front(pilot).at.wanted == Wanted()


def front_of(pilot: Pilot[int]) -> Narrowing:
    sheet = pilot.app.screen
    assert isinstance(sheet, Narrowing)
    return sheet


def front_count(pilot: Pilot[int]) -> tuple[object, ...]:
    sheet = pilot.app.screen
    assert isinstance(sheet, Narrowing)
    return sheet._finding.found(sheet.wanted)


# Marking and sealing


@hurried
async def test_a_guests_favourite_is_the_houses_and_is_there_on_another_evening(tmp_path: Path) -> None:
    async with shelf_open("1", "v", house=a_house(tmp_path)) as pilot:
        title = open_one(pilot)
        assert "a favourite of everybody here" in seen(pilot)
        assert any("favourite now" in sentence for sentence in told(pilot))
    async with shelf_open("1", "f", "9", "enter", house=a_house(tmp_path)) as pilot:
        assert titles(pilot) == [title]
        await press(pilot, "v")
        assert "No favourites yet" in seen(pilot)
        assert {"play", "seal", "favourite", "hide"} & offered(pilot) == set()
        await press(pilot, "enter", "e", "v", "x", "right")
        await press(pilot, "backspace")
        assert len(titles(pilot)) == 5


@hurried
async def test_a_story_is_left_out_for_somebody_and_brought_back(tmp_path: Path) -> None:
    async with shelf_open("1", "x", house=a_house(tmp_path)) as pilot:
        assert isinstance(pilot.app.screen, LeftOutFor)
        await press(pilot, "escape")
        title = open_one(pilot)
        await press(pilot, "x", "1")
        assert title not in titles(pilot)
        assert any("Left out" in sentence for sentence in told(pilot))
        await press(pilot, "f", "9", "9", "enter")
        assert titles(pilot) == [title]
        assert "left out for everybody here" in seen(pilot)
        await press(pilot, "x")
        assert "bring it back" in pilot.app.screen.query_one(Doors).options[0]
        await press(pilot, "1", "backspace")
        assert title in titles(pilot)


@hurried
async def test_with_members_at_the_table_it_is_asked_whose_it_is(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    people = called(*(f"Child {at}" for at in range(9)), "Mia", ages=(9,))
    assert house.database is not None
    with house.database.writing() as connection:
        connection.executemany(
            "INSERT INTO member (id, name, stage, colour, pattern, object, seat, guess_me, body, created)"
            " VALUES (?, ?, '8-11', 'plum', 'plum', 'plum', 1, 1, '{}', '2020-01-01')",
            [(one.id, one.name) for one in people],
        )
    async with opened(house, (80, 24)) as pilot:
        tonight(pilot).setting = replace(tonight(pilot).setting, people=people)
        await press(pilot, "f")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "1", "v")
        assert isinstance(pilot.app.screen, WhoseFavourite)
        await press(pilot, "9")
        assert "Mia" in seen(pilot), "behind the last door is whoever had none"
        await press(pilot, "3")
        assert "a favourite of Mia" in seen(pilot)
        await press(pilot, "v", "9", "3")
        assert "a favourite of Mia" not in seen(pilot)


@hurried
async def test_a_story_is_sealed_for_next_time_once_and_lies_on_top(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with shelf_open("1", "3", "e", house=house) as pilot:
        title = front(pilot).query_one(StoryCards).cards[0].title
        assert "in the envelope" in seen(pilot)
        await press(pilot, "1", "e")
        assert any("already" in sentence for sentence in told(pilot))
        assert house.journal is not None
        assert [at.entry.title for at in house.journal.entries() if isinstance(at.entry, Sealed)] == [title]


@hurried
async def test_where_nothing_can_be_kept_a_kind_line_says_so_and_one_can_play() -> None:
    async with shelf_open("1", "e") as pilot:
        assert any("nowhere to keep" in sentence for sentence in told(pilot))
        await press(pilot, "v", "x", "1")
        assert len(told(pilot)) == 1, "one thing is said at a time"
        await press(pilot, "enter")
        assert table(pilot)


@hurried
async def test_a_storys_cards_are_printed_and_nothing_of_it_is_recorded(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with shelf_open("slash", *"dumpling", "enter", "o", house=house) as pilot:
        assert any("Nobody prints" in sentence for sentence in told(pilot))
        house.press = PaperRoom()
        await click_key(pilot, "print")
        page = tmp_path / "cards.html"
        assert any(str(page) in sentence.replace("\n", "") for sentence in told(pilot))
        assert "The Last Dumpling" in page.read_text("utf-8")
        assert house.journal is not None
        assert [*house.journal.entries(ended_only=False)] == []
        page.write_text("somebody's own page")
        await press(pilot, "o")
        assert page.read_text("utf-8") == "somebody's own page"


# Nothing there, and little room


NOTHING = (
    ((), ("1",), "esc goes back"),
    ((story(youngest=90),), ("1",), "esc goes back"),
    (named("a"), ("2",), "Nothing for this table says laugh"),
    (named("a"), ("1", "slash", "x", "y"), "A letter less"),
    (named("a"), ("1", "slash", "x", "enter"), "other words"),
    ((story(title="Owl", youngest=90), story()), ("1", "slash", *"owl"), "Other tables have 1"),
    (
        (story(title="Owl", rests_until="2099-05-01"), story()),
        ("1", "slash", *"owl"),
        f"Owl rests until 1 May: {COOLS}.",
    ),
    ((story(title="Owl", rests_until="2099-05-01"),), ("2", "slash", *"owl"), f"Owl rests until 1 May: {COOLS}."),
    (named("a"), ("1", "f", "9", "enter"), "v on a story makes it one"),
    (named("a"), ("1", "f", "9", "9", "enter"), "Nothing is left out"),
    (named("a", depth=2), ("1", "f", "6", "3", "enter"), "ask for less"),
)


@hurried
async def test_where_nothing_is_it_says_why_and_what_to_do_next() -> None:
    async with opened(None, (60, 20)) as pilot:
        await tap(pilot, *FIVE)
        for stories, keys, says in NOTHING:
            house_of(pilot).shelf = stories_of(*stories)
            await tap(pilot, "f")
            await pilot.app.workers.wait_for_complete()
            await press(pilot, *keys)
            assert says in " ".join(seen(pilot).split())
            await tap(pilot, "enter", "0", "down", "up", "right")
            assert not isinstance(pilot.app.screen, Tonight), "nothing can be played"
            while not isinstance(pilot.app.screen, Tonight):
                await tap(pilot, "escape")


@hurried
async def test_what_rests_is_said_beside_what_was_found() -> None:
    async with opened(None, (60, 20)) as pilot:
        await tap(pilot, *FIVE)
        house_of(pilot).shelf = stories_of(story(title="Owl", rests_until="2099-05-01"), story(title="Owlet"))
        await tap(pilot, "f")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "1", "slash", *"owl")
        assert "Owlet" in seen(pilot)
        assert "Owl rests until 1 May" in seen(pilot)
        await press(pilot, "backspace", "backspace", "backspace")
        assert "rests" not in seen(pilot), "who does not ask for it does not hear of it"


@hurried
async def test_at_sixty_by_twenty_and_more_all_of_it_is_there_and_below_one_friendly_line() -> None:
    async with shelf_open() as pilot:
        for size in ((60, 18), (80, 24), (120, 40)):
            await resize(pilot, *size)
            assert all(word in seen(pilot) for word in ("surprise", "hard")), size
        await press(pilot, "1", "0")
        for size in ((60, 18), (60, 20), (77, 30), (78, 18), (120, 40)):
            await resize(pilot, *size)
            screen = front(pilot)
            assert whole(screen.query_one(PreviewPage)), size
            assert whole(screen.query_one(StoryCards)), size
            assert all(title[:12] in seen(pilot) for title in titles(pilot)), size
            assert {"play", "back"} <= fitting(pilot), size
            assert screen.query_one(PreviewPage).size.height >= 5, size
            await press(pilot, "h")
            assert whole(screen.query_one(KeyBar)), size
            await press(pilot, "escape")
        for size in ((40, 12), (59, 40), (80, 17)):
            await resize(pilot, *size)
            assert "a little more room" in " ".join(seen(pilot).split())
            await press(pilot, "enter", "e", "x", "1", "h", "slash")
            assert front(pilot).focused is None
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Tonight)


@hurried
async def test_a_longer_list_on_a_high_screen_has_all_nine_numbers() -> None:
    async with shelf_open("1", "9", size=(120, 40)) as pilot:
        assert len(titles(pilot)) == 9
        assert front(pilot).at.leaf.place == 8
        assert "How each one is asked first" in seen(pilot)
        await resize(pilot, 80, 24)
        assert (open_one(pilot) in titles(pilot), len(titles(pilot))) == (
            True,
            4 if len(front(pilot).at.leaf.found) == 9 else 5,
        )


@hurried
async def test_help_says_what_the_keys_do_here() -> None:
    async with shelf_open("1", "question_mark") as pilot:
        assert isinstance(pilot.app.screen, Help)
        words = seen(pilot)
        assert all(line in words for line in ("Play this one now", "envelope", "Something else would help"))
        lines = [line.strip(" │┃▏▕") for line in words.splitlines()]
        assert [line.split()[0] for line in lines if "Further down its page" in line] == ["→"], "once, as on the key"


@hurried
async def test_three_hundred_stories_are_leafed_through_and_searched_like_thirty() -> None:
    many = tuple(story(id=f"s-{at}", title=f"Story {at}") for at in range(300))
    async with shelf_open("1", "slash", *"277", house=a_house_of_cards(stories_of(*many))) as pilot:
        assert titles(pilot) == ["Story 277"]
        await press(pilot, "backspace", "escape", "0")
        assert [title[:8] for title in titles(pilot)] == ["Story 27", "Story 27", "Story 27", "Story 27", "Story 27"]
        await press(pilot, "backspace", "up", "enter")
        assert play(pilot).plan.deals[0].activity.id == "s-99"


@hurried
async def test_after_many_evenings_at_the_shelf_no_page_of_it_is_left() -> None:
    pages: weakref.WeakSet[FindOne] = weakref.WeakSet()
    async with opened(None, (60, 20)) as pilot:
        await tap(pilot, *FIVE)
        for _ in range(6):
            await tap(pilot, "f")
            await pilot.app.workers.wait_for_complete()
            await tap(pilot, "1", "slash", "t", "escape", "f", "3", "enter", "h", "escape")
            pages.add(front(pilot))
            await tap(pilot, "escape")
        await settled(pilot)
        gc.unfreeze()
        gc.collect()
        assert len(pages) <= 1, "what is pressed last may still be held"

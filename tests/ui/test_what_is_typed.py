"""What is typed, pasted or dictated is never lost unsaid: too long for its box, or where nothing can be kept."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from dining import a_house, hurried, opened, press, put_away_for_now, resize, seen, settled, tap, told
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from families import card, live_here
from gatherround.domain.drafts.draft import Renamed
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.pages import CheckIn, HouseRules, Pact, Reassurance, TimeOut
from gatherround.host.drafts import Draft
from gatherround.host.house import House
from gatherround.host.own_pages import TORN_UP
from gatherround.ui.incoming import MOST_KEYS, Incoming, not_too_many
from gatherround.ui.kept_soon import KEPT_AFTER
from gatherround.ui.screens.noticing import Note
from gatherround.ui.screens.pact import PactPage
from gatherround.ui.screens.person import PersonCard
from gatherround.ui.screens.sheets import Line, OneOf
from gatherround.ui.screens.some_of import ONCE_MORE, SomeOf
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.screens.workshop_desk import Beside
from gatherround.ui.screens.workshop_form import SHOW_AFTER, StoryForm
from gatherround.ui.widgets.typing_box import TypingBox
from scenes_workshop import PANCAKE, in_the_form

LONG = "And then the dog sat down on the cake, and nobody said a word. " * 30
STUDY = ("escape", "1", "1")
AGREEMENTS = ("escape", "1", "2")


async def paste(pilot: Pilot[int], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await settled(pilot)


async def type_in(pilot: Pilot[int], words: str) -> None:
    pilot.app.screen.query_one(Input).value = words
    await press(pilot, "enter")


def line(pilot: Pilot[int]) -> str:
    return pilot.app.screen.query_one(Input).value


def said(pilot: Pilot[int]) -> str:
    return " ".join(seen(pilot).replace("│", " ").replace("█", " ").replace("▀", " ").replace("▄", " ").split())


# Too long


@hurried
async def test_a_box_takes_what_fits_of_a_paste_and_says_from_where_on_it_did_not(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, "w", "1", "f8")
        await paste(pilot, LONG)
        form = pilot.app.screen
        assert isinstance(form, StoryForm)
        most = way_in("two-sides").box("scene").most
        assert form.draft.said("scene") == LONG[:most]
        assert told(pilot)[-1].startswith(f"Up to {most} letters fit here. Left out, from here on: “")
        assert LONG[most:].strip()[:20] in told(pilot)[-1]
        await paste(pilot, "Once more.")
        assert len(told(pilot)) == 1, "that a box is full is said once"
        await press(pilot, "backspace", "backspace", *"xyz")
        assert told(pilot)[-1] == f"Up to {most} letters fit here.", "and of a letter too, once there was room again"
        assert len(told(pilot)) == 2


@hurried
async def test_a_paste_that_fits_is_taken_whole_and_nothing_is_said(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, "w", "1")
        await paste(pilot, "The Cake\n")
        box = pilot.app.screen.focused
        assert isinstance(box, TypingBox)
        assert box.text.strip() == "The Cake"
        assert told(pilot) == ()


@hurried
async def test_a_line_takes_every_line_of_a_paste_and_as_much_as_fits(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "n")
        await paste(pilot, "I saw Mia\ncarry the bag\r\nfor Gran")
        assert line(pilot) == "I saw Mia carry the bag for Gran"
        assert told(pilot) == ()
        pilot.app.screen.query_one(Input).value = ""
        await paste(pilot, LONG)
        most = pilot.app.screen.query_one(Input).max_length or 0
        assert line(pilot) == LONG[:most]
        assert "Left out, from here on: “" in told(pilot)[-1]


@hurried
async def test_a_word_that_nobody_may_see_is_not_said_where_it_is_too_long(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await pilot.app.push_screen(Line("A word?", hidden=True))
        await settled(pilot)
        await paste(pilot, "secret " * 100)
        assert told(pilot)[-1] == "Up to 400 letters fit here."


async def paste_without_brackets(pilot: Pilot[int], text: str) -> None:
    """Sends what a terminal sends that does not say where a paste begins and ends: key after key, all at once."""
    for message in not_too_many(Incoming().understood(text.replace("\n", "\r").encode()), MOST_KEYS):
        pilot.app.post_message(message)
    await settled(pilot)


LINES = "Theo took the pancake.\nThat was Mia's."


@hurried
async def test_a_line_takes_every_line_of_a_paste_that_comes_as_keys_and_waits_for_enter(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, "n")
        await paste_without_brackets(pilot, LINES)
        assert isinstance(pilot.app.screen, Note)
        assert line(pilot) == LINES.replace("\n", " ")
        await press(pilot, "escape")
        await paste_without_brackets(pilot, LINES)
        assert isinstance(pilot.app.screen, Tonight), "and where nobody types it means nothing"


@hurried
async def test_a_box_takes_every_line_of_a_paste_that_comes_as_keys_on_one_row_or_on_many(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, "w", "1")
        form = pilot.app.screen
        assert isinstance(form, StoryForm)
        await paste_without_brackets(pilot, LINES)
        await press(pilot, "f8")
        await paste_without_brackets(pilot, LINES)
        assert form.draft.said("title") == LINES.replace("\n", " ")
        assert form.draft.said("scene") == LINES


# Nothing can be kept


@hurried
async def test_what_cannot_be_kept_is_said_once_and_kept_as_soon_as_it_can_be(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, "n")
        with put_away_for_now(house):
            await press(pilot, *"Isaw")
            await asyncio.sleep(4 * KEPT_AFTER)
            await press(pilot, "x")
            await asyncio.sleep(4 * KEPT_AFTER)
            assert isinstance(pilot.app.screen, Note)
            assert len(told(pilot)) == 1
        await asyncio.sleep(2 * KEPT_AFTER)
        assert house.memories().draft() == "Isawx"


@hurried
async def test_own_words_that_cannot_be_kept_stay_in_front_of_whoever_typed_them(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Ada"))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY, "1", *("down",) * 6, "enter", "a")
        await type_in(pilot, "a long bath")
        with put_away_for_now(house):
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, SomeOf)
            assert "▣ a long bath" in said(pilot)
            assert told(pilot)[-1].endswith(ONCE_MORE)
            assert "cannot be" in told(pilot)[-1]
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PersonCard)
        assert house.family.people.all()[0].card.comfort == ("a long bath",)
        await press(pilot, "enter", "home", "enter")
        with put_away_for_now(house):
            await press(pilot, "escape", "escape")
            assert isinstance(pilot.app.screen, PersonCard), "nobody is kept from leaving"
        assert house.family.people.all()[0].card.comfort == ("a long bath",)


@hurried
async def test_house_rules_of_two_windows_stay_both_and_those_that_cannot_be_kept_stay_in_front(tmp_path: Path) -> None:
    house, elsewhere = a_house(tmp_path), a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "end", "enter", "a")
        await type_in(pilot, "shoes at the door")
        elsewhere.family.pages.change_rules(HouseRules(), HouseRules(("one talks",)))
        with put_away_for_now(house):
            await press(pilot, "escape")
            assert "▣ shoes at the door" in said(pilot)
        await press(pilot, "escape")
        assert set(house.family.pages.rules().lines) == {"one talks", "shoes at the door"}
        assert "one talks" in said(pilot)


def pact_of(house: House) -> Pact:
    return house.family.pages.pacts()[0].pact


@hurried
async def test_what_was_typed_for_a_pact_stays_in_front_until_it_can_be_kept(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    house.family.pages.add_pact(())
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "enter", "7")
        with put_away_for_now(house):
            await type_in(pilot, "20:30, 15")
            assert isinstance(pilot.app.screen, Line)
            assert "cannot be written" in said(pilot)
        await press(pilot, "enter", "down", "enter")
        await type_in(pilot, "two squeezes")
        with put_away_for_now(house):
            await type_in(pilot, "two back")
            assert line(pilot) == "two back"
        await press(pilot, "enter", "down", "enter")
        await type_in(pilot, "tea?")
        with put_away_for_now(house):
            await press(pilot, "2")
            assert isinstance(pilot.app.screen, OneOf)
            assert "cannot be written" in told(pilot)[-1]
        await press(pilot, "2", "down", "enter", "a")
        await type_in(pilot, "the car")
        with put_away_for_now(house):
            await press(pilot, "escape")
            assert "▣ the car" in said(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, PactPage)
        assert pact_of(house) == Pact(
            check_in=CheckIn(6, "20:30", 15),
            reassurance=Reassurance("two squeezes", "two back"),
            time_out=TimeOut("tea?", 30),
            off_the_table=("the car",),
        )


@hurried
async def test_what_another_window_wrote_on_a_pact_stays_while_this_one_is_typing(tmp_path: Path) -> None:
    house, elsewhere = a_house(tmp_path), a_house(tmp_path).family.pages
    elsewhere.change_pact(elsewhere.add_pact(()), Pact(reassurance=Reassurance("hand", "hand")))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "down", "enter", "enter")
        (found,) = elsewhere.pacts()
        elsewhere.change_pact(found, Pact(reassurance=Reassurance("thumb", "hand"), off_the_table=("the car",)))
        await type_in(pilot, "nod")
        assert pact_of(house) == Pact(reassurance=Reassurance("thumb", "nod"), off_the_table=("the car",))
        await press(pilot, "enter")
        (found,) = elsewhere.pacts()
        elsewhere.change_pact(found, Pact(reassurance=Reassurance("palm", "nod"), off_the_table=("the car",)))
        await type_in(pilot, "wink")
        await press(pilot, "enter")
        assert "“wink / palm”; the reply: “nod”" in said(pilot), "of one line each keeps what it wrote"


@hurried
async def test_a_pact_that_another_window_tore_up_says_so_and_what_was_typed_stays(tmp_path: Path) -> None:
    house, elsewhere = a_house(tmp_path), a_house(tmp_path).family.pages
    made = elsewhere.add_pact(())
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "enter", "7")
        elsewhere.tear_up(made)
        await type_in(pilot, "20:30, 15")
        assert line(pilot) == "20:30, 15"
        assert TORN_UP in said(pilot)


@hurried
async def test_a_pact_shows_what_another_window_wrote_once_a_question_over_it_is_left(tmp_path: Path) -> None:
    house, elsewhere = a_house(tmp_path), a_house(tmp_path).family.pages
    made = elsewhere.add_pact(())
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "enter")
        elsewhere.change_pact(made, Pact(time_out=TimeOut("tea?", 20)))
        await press(pilot, "escape")
        assert "“tea?”, and back in 20 minutes" in said(pilot)


# Just before the game is left


def name_on_a_card(house: House) -> str:
    return Draft(house.database, house.clock, "person.name").kept()


@pytest.mark.parametrize(
    ("keys", "kept"),
    [
        (("w", "1"), lambda house: house.workshop().drafts.all()[0].said("title")),
        (("n",), lambda house: house.memories().draft()),
        ((*STUDY, "a"), name_on_a_card),
    ],
)
@hurried
async def test_what_was_typed_a_moment_before_the_game_ends_is_kept(
    keys: tuple[str, ...], kept: Callable[[House], str], tmp_path: Path
) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *keys)
        await tap(pilot, *"Cake")
        pilot.app.exit(129)
    assert kept(house) == "Cake"


@hurried
async def test_what_was_typed_a_moment_before_something_breaks_is_kept(tmp_path: Path) -> None:
    house = a_house(tmp_path)

    async def broken() -> None:
        async with opened(house, (80, 24)) as pilot:
            await press(pilot, "w", "1", *"Cake")
            pilot.app.screen.call_later(lambda: 1 / 0)
            await settled(pilot)

    with pytest.raises(ZeroDivisionError):
        await broken()
    assert house.workshop().drafts.all()[0].said("title") == "Cake"


@hurried
async def test_what_was_ticked_just_before_the_game_ends_is_kept(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Ada"), card("Ben"))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY, "1", *("down",) * 6, "enter", "a")
        await type_in(pilot, "a long bath")
        pilot.app.exit(129)
    assert pilot.app._exception is None
    assert house.family.people.all()[0].card.comfort == ("a long bath",)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "down", "enter", "down", "enter")
        assert said(pilot).count("▣") == 2
        pilot.app.exit(129)
    assert house.family.pages.pacts() == (), "a pact is made by nothing but the key for it"


@hurried
async def test_the_made_up_names_that_were_chosen_just_before_the_game_ends_are_kept(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await in_the_form(PANCAKE, "f8", page=4)(pilot)
        await press(pilot, "1", "2", "2", "3")
        assert "Theo, Teddy → Hamid" in said(pilot)
        pilot.app.exit(129)
    (draft,) = house.workshop().drafts.all()
    assert draft.renamed[0] == Renamed(("Theo", "Teddy"), "Hamid")
    assert draft.stays == ("Mia",)


@hurried
async def test_what_cannot_be_kept_keeps_nobody_from_ending_the_game(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    with put_away_for_now(house):
        async with opened(house, (80, 24)) as pilot:
            await press(pilot, "w", "1", *"Cake")
            pilot.app.exit(129)
    assert pilot.app._exception is None
    assert house.workshop().drafts.all() == ()


# While the table beside it is drawn


@hurried
async def test_letters_typed_while_the_table_is_drawn_stay_in_their_boxes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show = Beside.show

    async def slowly(*args: object) -> None:
        await asyncio.sleep(2 * SHOW_AFTER)
        await show(*args)  # type: ignore[arg-type]

    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, "w", "1", "f8", "f8")
        form = pilot.app.screen
        assert isinstance(form, StoryForm)
        monkeypatch.setattr(Beside, "show", slowly)
        await press(pilot, *"Kof")
        await asyncio.sleep(SHOW_AFTER + 0.1)
        for key in ("i", "enter", *"Bea"):
            await tap(pilot, key)
        await asyncio.sleep(10 * SHOW_AFTER)
        assert (form.draft.said("name1"), form.draft.said("name2")) == ("Kofi", "Bea")
        assert form.pages.page is not None
        assert [box.text for box in form.pages.page.boxes[:2]] == ["Kofi", "Bea"]


async def press_slowly(pilot: Pilot[int], *keys: str) -> None:
    """Presses keys as a hand does: each on a page that has been drawn."""
    for key in keys:
        await press(pilot, key)
        await asyncio.sleep(SHOW_AFTER)


@hurried
async def test_who_looks_at_the_table_in_a_small_window_types_on_where_they_were(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (40, 12)) as pilot:
        await press_slowly(pilot, "w", "1", *"Cake", "f3", "x", "f3", "s")
        form = pilot.app.screen
        assert isinstance(form, StoryForm)
        assert form.draft.said("title") == "Cakes"
        await press_slowly(pilot, "f3", "ctrl+z", "x", "f3", "y")
        assert form.draft.said("title") == "y"
        await press_slowly(pilot, "f3", "f8", "x")
        assert form.draft.said("scene") == "", "nobody types on a page that is not seen"
        await resize(pilot, 80, 24)
        await press_slowly(pilot, "y")
        assert form.draft.said("scene") == "y"


# Taken back


@hurried
async def test_a_story_of_which_all_was_taken_back_is_no_draft(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "w", "1", *"Cake")
        await asyncio.sleep(2 * KEPT_AFTER)
        assert house.workshop().drafts.all()
        await press(pilot, "ctrl+z", "escape")
        assert house.workshop().drafts.all() == ()


@hurried
async def test_that_the_last_words_are_not_kept_is_said_again_once_there_are_others(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "w", "1", *"Cake")
        with put_away_for_now(house):
            await press(pilot, "escape", *"y", "escape")
            form = pilot.app.screen
            assert isinstance(form, StoryForm), "the words that came since have not been said to be lost"
            await press(pilot, "escape")
            assert pilot.app.screen is not form

"""Tonight, before the Round: who is here and who is away, how long, what would help, and a Round that is open."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from dining import (
    SIZES,
    a_house,
    a_house_of_cards,
    an_app,
    click,
    click_key,
    fitting,
    house_of,
    hurried,
    offered,
    opened,
    play,
    press,
    put_away_for_now,
    resize,
    seen,
    settled,
    shipped,
    told,
    tonight,
)
from hosting import awaited
from textual.containers import VerticalScroll
from textual.screen import Screen

from gatherround.host.shelf import Shelf
from gatherround.pantry.library import Library, Shelves
from gatherround.ui.screens.asking import WhoLeaves
from gatherround.ui.screens.find_one import FindOne
from gatherround.ui.screens.menu import Help
from gatherround.ui.screens.table import Table
from gatherround.ui.screens.tonight import LOOKS_EVERY, Tonight
from gatherround.ui.screens.workshop import WorkshopDoor
from gatherround.ui.widgets.chair_plate import ChairPlate
from gatherround.ui.widgets.keybar import KeyBar
from host.houses import full_disk
from rounds import SMALL_SHELF, Clock

FIVE = ("1", "3", "5", "6", "6")


@hurried
async def test_a_full_table_of_twelve_sits_plays_and_anybody_may_get_up() -> None:
    async with opened() as pilot:
        await press(pilot, *"666666543211")
        assert len(tonight(pilot).setting.people) == 12
        assert len(pilot.app.screen.query(ChairPlate)) == 12
        await press(pilot, "6")
        assert any("full table" in sentence for sentence in told(pilot))
        await press(pilot, "space")
        assert len(play(pilot).plan.people) == 12
        pilot.app.clear_notifications()
        await press(pilot, "escape", "1", "4")
        assert any("full table" in sentence for sentence in told(pilot))
        assert len(play(pilot).plan.people) == 12
        await press(pilot, "escape", "2", "9")
        assert isinstance(pilot.app.screen, WhoLeaves)
        await press(pilot, "4")
        assert "Salt" not in [person.name for person in play(pilot).plan.people]
        assert len(play(pilot).plan.people) == 11


class SlowShelf(Shelf):
    """A shelf that takes until it is told to be read."""

    def __init__(self) -> None:
        super().__init__(None, None)
        self.come = Event()

    @property
    def library(self) -> Library:
        self.come.wait()
        return shipped().library


@pytest.mark.parametrize("waits", ["space", "o", "w"])
@awaited
async def test_keys_and_sizes_are_answered_at_once_while_the_story_books_are_read(waits: str) -> None:
    shelf = SlowShelf()
    app = an_app(a_house_of_cards(shelf))
    async with app.run_test(size=(80, 24)) as pilot:
        try:
            await settled(pilot)
            await press(pilot, *FIVE, waits, "question_mark")
            assert isinstance(app.screen, Help)
            await resize(pilot, 60, 20)
            await settled(pilot)
            assert app.screen.size == (60, 20)
            await press(pilot, "ctrl+q")
            assert app._exit
        finally:
            shelf.come.set()


@pytest.mark.parametrize(("waits", "comes"), [("space", Table), ("w", WorkshopDoor)])
@awaited
async def test_what_was_wished_for_last_comes_once_the_story_books_are_read(
    waits: str, comes: type[Screen[None]]
) -> None:
    shelf = SlowShelf()
    app = an_app(a_house_of_cards(shelf))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *FIVE, "w", "space", waits)
        assert isinstance(app.screen, Tonight)
        shelf.come.set()
        await app.workers.wait_for_complete()
        await settled(pilot)
        assert isinstance(app.screen, comes)


@awaited
async def test_find_one_may_be_left_again_while_the_story_books_are_read() -> None:
    shelf = SlowShelf()
    app = an_app(a_house_of_cards(shelf))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *FIVE, "f", "escape", "space")
        assert isinstance(app.screen, Tonight)
        shelf.come.set()
        await app.workers.wait_for_complete()
        await settled(pilot)
        assert isinstance(app.screen, Table)


@hurried
async def test_an_open_round_may_be_let_go(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "space", "enter")
    async with opened(a_house(tmp_path)) as pilot:
        await click_key(pilot, "let-go")
        assert "still open" not in seen(pilot)
        assert not {"go-on", "let-go"} & offered(pilot)
        await press(pilot, "g", "l")
        assert isinstance(pilot.app.screen, Tonight)
    async with opened(a_house(tmp_path)) as pilot:
        assert "still open" not in seen(pilot)


@hurried
async def test_no_key_begins_another_round_in_place_of_the_open_one(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "space", "enter", "enter")
        left = play(pilot)
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, "f")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "1", "enter")
        assert any("A Round is still open" in sentence for sentence in told(pilot))
        assert isinstance(pilot.app.screen, FindOne), "whoever looks for another may go on looking"
        await press(pilot, "e")
    async with opened(house) as pilot:
        await press(pilot, "e")
        assert any("A Round is still open" in sentence for sentence in told(pilot))
        assert "envelope" in offered(pilot), "it stays sealed"
    for key in ("space", "enter", "pagedown", "g"):
        async with opened(house) as pilot:
            assert "GO ON" in seen(pilot)
            assert "START" not in seen(pilot)
            await press(pilot, key)
            assert play(pilot).plan == left.plan
            assert play(pilot).beat == left.beat, "one button is enough to come back to it"


@hurried
async def test_a_round_that_was_let_go_is_in_nobodys_way_even_on_a_full_disk(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "space", "enter")
    async with opened(a_house(tmp_path)) as pilot:
        with full_disk():
            await press(pilot, "l", "space")
            assert isinstance(pilot.app.screen, Table)


@hurried
async def test_no_round_is_read_into_by_the_clock_of_tonight_which_is_right_again_afterwards(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        assert isinstance(house.clock, Clock)
        assert house.database is not None
        await press(pilot, *FIVE, "space", "enter")
        asked: list[str] = []
        connection = house.database._connection
        assert connection is not None
        connection.set_trace_callback(asked.append)
        await asyncio.sleep(20 * 60)
        assert asked == []
        house.clock.time += timedelta(minutes=20)
        await press(pilot, "p", "x", "enter")
        assert f"{house.clock.now():%H:%M}" in seen(pilot)
        house.clock.time += timedelta(minutes=1)
        await asyncio.sleep(LOOKS_EVERY + 1)
        assert tonight(pilot).clock_says.endswith(f"{house.clock.now():%H:%M}")


@hurried
async def test_a_drawer_that_cannot_be_read_just_now_does_not_stop_the_clock_of_tonight(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        assert isinstance(house.clock, Clock)
        with put_away_for_now(house):
            house.clock.time += timedelta(minutes=1)
            await asyncio.sleep(LOOKS_EVERY + 1)
            assert tonight(pilot).clock_says.endswith(f"{house.clock.now():%H:%M}")


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
@hurried
async def test_on_a_small_screen_too_an_open_round_is_spoken_of(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "space")
    async with opened(a_house(tmp_path), size) as pilot:
        assert "still open" in seen(pilot)


@hurried
async def test_chairs_that_are_away_tonight_are_not_dealt_to_and_come_back(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "space", "escape", "4", "enter")
        await press(pilot, "1", "9", "0")
        await click(pilot, [*pilot.app.screen.query(ChairPlate)][1])
        away = tonight(pilot).setting.away
        assert away == {"guest-1", "guest-2"}
        assert "3 at the table" in seen(pilot)
        await press(pilot, "2", "space")
        assert [person.id for person in play(pilot).plan.people] == ["guest-2", "guest-3", "guest-4", "guest-5"]
        await press(pilot, "escape", "4", "enter", "2", "3", "4", "5", "space")
        assert isinstance(pilot.app.screen, Tonight)
        assert any("Nobody is sitting" in sentence for sentence in told(pilot))
        await press(pilot, "2")
        assert told(pilot) == (), "now somebody is"


@hurried
async def test_what_was_set_tonight_stays_set_while_somebody_looks_elsewhere(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "space", "escape", "4", "enter")
        await press(pilot, "1", "plus", "h", "question_mark")
        assert isinstance(pilot.app.screen, Help)
        await press(pilot, "escape")
        setting = tonight(pilot).setting
        assert (setting.away, setting.minutes, setting.wish) == ({"guest-1"}, 15, "laugh")
        await press(pilot, "a", "2")
        assert [person.stage_key for person in tonight(pilot).setting.people][-1] == "5-7"
        await pilot.resize_terminal(30, 8)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert len(tonight(pilot).setting.here) == 5


@hurried
async def test_minutes_and_wishes_are_chosen_by_keys(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *FIVE, "plus", "right", "minus", "down", "h", "up")
        assert "15 minutes" in seen(pilot)
        assert "laugh" in seen(pilot)
        await press(pilot, "space")
        assert (play(pilot).plan.minutes, play(pilot).plan.wish) == (15, "laugh")
    async with opened(a_house(tmp_path)) as pilot:
        setting = tonight(pilot).setting
        assert (setting.minutes, setting.wish) == (15, "laugh"), "what helped last time is offered again"
        await press(pilot, "l", "minus", "up", "up", "space")
        assert (play(pilot).plan.minutes, play(pilot).plan.wish) == (3, "hard-night")


@hurried
async def test_a_hard_evening_shows_its_three_minutes_alone_and_is_one_evening(tmp_path: Path) -> None:
    for house in (a_house(tmp_path), a_house_of_cards()):
        async with opened(house, (120, 40)) as pilot:
            await press(pilot, *FIVE, "up")
            assert "minutes   ·" not in seen(pilot)
            await press(pilot, "space", "escape", "4", "space")
            assert (tonight(pilot).setting.minutes, tonight(pilot).setting.wish) == (10, "surprise")
            tonight(pilot).first = False
            await settled(pilot)
            assert "[10]" in seen(pilot)
            await press(pilot, "up")
            assert "[" not in seen(pilot)
    async with opened(a_house(tmp_path)) as pilot:
        assert (tonight(pilot).setting.minutes, tonight(pilot).setting.wish) == (10, "surprise")


@hurried
async def test_a_table_for_which_there_is_no_story_is_told_kindly() -> None:
    async with opened(a_house_of_cards(Shelf(Shelves(SMALL_SHELF), None))) as pilot:
        await press(pilot, "6", "space")
        assert isinstance(pilot.app.screen, Tonight)
        assert any("No story here is for just these people" in sentence for sentence in told(pilot))
        house_of(pilot).shelf = shipped()
        await press(pilot, "1", "space")
        assert isinstance(pilot.app.screen, Table), "the next try is a try like the first"


@pytest.mark.parametrize("size", SIZES)
@hurried
async def test_a_guest_is_called_on_the_chair_as_on_the_next_page_and_as_old_as_the_key_said(
    size: tuple[int, int],
) -> None:
    async with opened(size=size) as pilot:
        await press(pilot, "1", "6")
        assert "1 Spoon" in seen(pilot)
        assert seen(pilot).count("2 to 4") == 2, "on the key, and on the chair"
        assert "3-4" not in seen(pilot)


@hurried
async def test_twelve_guests_are_called_by_their_things_on_the_smallest_screen_too() -> None:
    async with opened(size=(40, 12)) as pilot:
        await press(pilot, *"123456123456")
        for number, called in enumerate(("Spoon", "Lemon", "Pepp…", "Bread"), start=1):
            assert f"{number} {called}" in seen(pilot)


@pytest.mark.parametrize(("size", "kept"), [((40, 12), 3), ((60, 20), 5), ((80, 24), 7), ((120, 40), 9)])
@hurried
async def test_the_first_page_has_a_word_for_every_key_on_its_line(size: tuple[int, int], kept: int) -> None:
    async with opened(size=size) as pilot:
        await press(pilot, "1")
        bar = pilot.app.screen.query_one(KeyBar)
        assert all(hint.label for _, hint in bar._placed)
        assert len(bar._placed) >= kept
        assert {"start", "help", "more"} <= fitting(pilot)


@pytest.mark.parametrize("size", SIZES)
@hurried
async def test_help_is_headed_by_what_is_true_here_and_says_how_to_close_it(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await press(pilot, "1", "question_mark")
        assert "A number is a chair; space starts" in seen(pilot)
        assert "esc closes this" in seen(pilot)
        page = pilot.app.screen.query_one(VerticalScroll)
        assert ("it goes on below" in seen(pilot)) == (page.max_scroll_y > 0)
        page.scroll_end(animate=False)
        await settled(pilot)
        assert "it goes on below" not in seen(pilot)
        await press(pilot, "escape", "space", "question_mark")
        assert "Numbers are answers; enter goes on" in seen(pilot)


@hurried
async def test_a_door_to_a_page_that_has_no_room_is_not_offered_and_help_says_so() -> None:
    async with opened(size=(40, 12)) as pilot:
        await press(pilot, "1", "f")
        assert isinstance(pilot.app.screen, Tonight)
        assert "find" not in offered(pilot)
        await press(pilot, "question_mark")
        pilot.app.screen.query_one(VerticalScroll).scroll_end(animate=False)
        await settled(pilot)
        assert "need 60 columns and 18 rows" in " ".join(seen(pilot).split())
        await press(pilot, "escape")
        await resize(pilot, 80, 24)
        await press(pilot, "f")
        assert isinstance(pilot.app.screen, FindOne)

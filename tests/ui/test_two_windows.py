"""Two windows on one home: whoever would play on in this one is told first that a Round goes on in the other."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from dining import a_house, hurried, offered, opened, play, press, seen, told, tonight, whole
from textual.pilot import Pilot

from gatherround.domain.play.moves import On
from gatherround.host.dealing import deal
from gatherround.host.evening import Evening, OnlyLooking
from gatherround.host.house import House
from gatherround.ui.screens.find_one import FindOne
from gatherround.ui.screens.tonight import LOOKS_EVERY, Tonight
from rounds import Clock


def played_elsewhere(home: Path) -> Evening:
    """Begins a Round in another window, a minute from now."""
    house = a_house(home)
    assert isinstance(house.clock, Clock)
    house.clock.time += timedelta(minutes=1)
    setting = house.household.last_table()
    assert setting is not None
    evening = house.evening()
    evening.start(deal(house, setting.here, setting.minutes, setting.wish))
    return evening


def of_the_open_round(pilot: Pilot[int]) -> str:
    """Gives what is said of an open Round at the one place where it can be seen, whole."""
    (line,) = [place for place in pilot.app.screen.query(".open-round") if place.region and whole(place)]
    return str(line.render())


def five_sit(home: Path) -> House:
    from gatherround.host.guests import guest_by_words
    from gatherround.host.household import Setting

    house = a_house(home)
    setting = Setting()
    for age in ("3", "9", "15", "grown-up", "grown-up"):
        setting = setting.seated(guest_by_words(age, setting.people))
    house.household.remember(setting)
    return house


@hurried
async def test_start_does_not_take_a_round_that_was_begun_in_another_window_since_but_says_so(tmp_path: Path) -> None:
    async with opened(five_sit(tmp_path), (80, 24)) as pilot:
        assert "start" in offered(pilot)
        other = played_elsewhere(tmp_path)
        await press(pilot, "space")
        assert isinstance(pilot.app.screen, Tonight)
        assert any("goes on in another window" in sentence for sentence in told(pilot))
        assert "goes on in another window." in of_the_open_round(pilot)
        assert {"go-on", "let-go"} <= offered(pilot)
        assert "start" not in offered(pilot)
        other.make(On())
        await press(pilot, "space")
        assert play(pilot).plan == other.play.plan, "told, they may go on with it here"
        with pytest.raises(OnlyLooking):
            other.make(On())


@hurried
async def test_one_that_was_begun_elsewhere_may_be_let_go_and_then_a_round_starts_here(tmp_path: Path) -> None:
    async with opened(five_sit(tmp_path), (80, 24)) as pilot:
        other = played_elsewhere(tmp_path)
        await press(pilot, "space", "l", "space")
        assert play(pilot).plan != other.play.plan


@hurried
async def test_no_other_key_begins_one_in_its_place_either(tmp_path: Path) -> None:
    async with opened(five_sit(tmp_path), (80, 24)) as pilot:
        await press(pilot, "f")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "1")
        other = played_elsewhere(tmp_path)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, FindOne)
        other.make(On())


@hurried
async def test_tonight_says_by_itself_within_half_a_minute_what_is_played_elsewhere_and_when_that_is_over(
    tmp_path: Path,
) -> None:
    async with opened(five_sit(tmp_path), (80, 24)) as pilot:
        other = played_elsewhere(tmp_path)
        await asyncio.sleep(LOOKS_EVERY + 1)
        assert "goes on in another window." in of_the_open_round(pilot)
        assert "GO ON" in seen(pilot)
        waiting = other.waiting()
        assert waiting is not None
        other.let_go(waiting)
        await asyncio.sleep(LOOKS_EVERY + 1)
        assert not of_the_open_round(pilot)
        assert "START" in seen(pilot)


@hurried
async def test_a_round_of_this_window_and_one_that_lay_open_before_it_came_are_simply_still_open(
    tmp_path: Path,
) -> None:
    async with opened(five_sit(tmp_path), (80, 24)) as pilot:
        await press(pilot, "space", "enter")
        pilot.app.pop_screen()
        tonight(pilot).look()
        await press(pilot)
        assert "A Round is still open." in of_the_open_round(pilot)
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        assert "A Round is still open." in of_the_open_round(pilot)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (120, 40)])
@hurried
async def test_the_line_and_its_keys_stand_whole_on_every_screen(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(five_sit(tmp_path), size) as pilot:
        played_elsewhere(tmp_path)
        await press(pilot, "space")
        pilot.app.clear_notifications()
        await press(pilot)
        says = of_the_open_round(pilot)
        assert says == "A Round goes on in another window.\nspace go on here   l let it go"

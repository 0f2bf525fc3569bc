"""A gap is met with a warm line, what is hard with another, and how often is plenty is said where a grown-up looks."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pytest
from dining import SIZES, a_house, laid_for, opened, press, seen, settled, tonight
from hosting import awaited

from gatherround.domain.play.moves import Stop
from gatherround.domain.rhythm import AFTER_A_GAP, GAP_DAYS, PLENTY
from gatherround.domain.stretching import STRETCH
from gatherround.host.dealing import deal
from gatherround.host.house import House
from gatherround.host.household import Setting
from gatherround.plain.room import PlainRoom
from gatherround.plain.table import PlainTable
from gatherround.ui.screens.tonight import Tonight
from rounds import Clock
from scenes import laid
from tables import table


def played_before(home: Path, days: int) -> House:
    """Gives a house in which a Round was begun so many days ago, and whose table was set."""
    house = a_house(home)
    people = table(9, 41)
    evening = house.evening()
    evening.start(deal(house, people, 5, "surprise"))
    evening.make(Stop())
    house.household.remember(Setting(people=tuple(people)))
    assert isinstance(house.clock, Clock)
    house.clock.time += timedelta(days=days)
    return house


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@awaited
async def test_whoever_comes_back_after_a_gap_is_met_with_a_warm_line(size: tuple[int, int], tmp_path: Path) -> None:
    house = played_before(tmp_path, GAP_DAYS)
    async with opened(house, size) as pilot:
        assert AFTER_A_GAP in seen(pilot)
        assert "START" in seen(pilot)
        house.evening().start(deal(house, table(9, 41), 5, "surprise"))
        front = tonight(pilot)
        assert isinstance(front, Tonight)
        front.look()
        await settled(pilot)
        assert AFTER_A_GAP not in seen(pilot), "they have played by now"


@awaited
async def test_on_other_evenings_the_day_and_the_time_stand_there_alone(tmp_path: Path) -> None:
    async with opened(played_before(tmp_path, GAP_DAYS - 1), (80, 24)) as pilot:
        assert AFTER_A_GAP not in seen(pilot)


@pytest.mark.parametrize(("days", "says"), [(GAP_DAYS, True), (1, False)])
def test_line_by_line_it_is_said_too(days: int, says: bool, tmp_path: Path) -> None:
    out = io.StringIO()
    PlainTable(played_before(tmp_path, days), PlainRoom(io.StringIO(""), out)).sit_down()
    assert (f"\n{AFTER_A_GAP}\n" in out.getvalue()) is says


@awaited
async def test_how_often_is_plenty_stands_among_what_is_for_the_grown_ups_and_on_no_page_of_the_table() -> None:
    async with opened(size=(60, 20)) as pilot:
        assert PLENTY not in seen(pilot)
        await press(pilot, "escape", "1")
        assert PLENTY in seen(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@awaited
async def test_before_a_hard_one_its_first_page_says_so(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), size) as pilot:
        await laid_for(pilot, laid("crossroads/golden-boots", 13, 15, 41))
        for _ in range(5):
            if "stretch" in seen(pilot):
                break
            await press(pilot, "enter")
        assert STRETCH in " ".join(seen(pilot).split())
        await press(pilot, "enter")
        assert "stretch" not in seen(pilot)

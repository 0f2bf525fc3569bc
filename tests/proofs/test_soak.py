"""A thousand Rounds in one window: the memory they take is a flat line."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from every_step import every_step
from gatherround.domain.play.plan import Plan
from gatherround.domain.steps import Read
from gatherround.ui import sweeping
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.table import Table
from homes import furnish
from proving import PROVING, told, tries
from rounds import laid, plain, story
from scenes import a_house
from scenes_books import a_shelf
from tables import lists, table

pytestmark = [
    pytest.mark.skipif(not PROVING, reason="tests/ui/test_memory.py counts what a dozen Rounds leave behind"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc to see how much memory is taken"),
]

ROUNDS = tries(100, 1_000)
WARMING = ROUNDS * 3 // 10
"""Rounds until every cache is as full as it gets."""
FLAT = 10.0
"""Kilobytes a Round: what was played and typed is kept, and read again; a table that stays takes hundreds."""
PAGES = (
    ("k", "l"),
    ("w", "1", *"soup"),
    ("f",),
    ("s",),
    ("escape", "1", "1", "1"),
    ("escape", "1", "3", "enter"),
    ("n", *"tea"),
    ("question_mark",),
)
"""Keys to a page, one of which is opened after each Round and left again."""


async def still() -> None:
    """Waits until nothing is left to do but what waits for its time."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    await asyncio.sleep(0)
    while ready:
        await asyncio.sleep(0)


async def play_to_night(pilot: Pilot[int], plan: Plan) -> None:
    """Lays a table, goes on until it is night, and goes home."""
    app = pilot.app
    assert isinstance(app, GatherRound)
    evening = app.house.evening()
    evening.start(plan)
    await app.push_screen(round_table := Table(app.house, evening, patience=0))
    while app.screen is round_table:
        round_table.action_on()
        await still()


async def look_at(pilot: Pilot[int], page: Sequence[str]) -> None:
    """Opens a page by its keys, and goes home."""
    for key in page:
        pilot.app.simulate_key(key)
        await still()
    while len(pilot.app.screen_stack) > 1:
        pilot.app.pop_screen()
    await still()


def taken() -> float:
    """Gives the memory that is taken, in kilobytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024


def slope(line: Sequence[float]) -> float:
    """Gives how steep a line is, by least squares."""
    middle, mean = (len(line) - 1) / 2, sum(line) / len(line)
    across = sum((at - middle) ** 2 for at in range(len(line)))
    return sum((at - middle) * (value - mean) for at, value in enumerate(line)) / across


@pytest.fixture(autouse=True)
def _as_the_front_door_does() -> Iterator[None]:
    before = gc.get_threshold()
    sweeping.only_when_asked()
    yield
    gc.set_threshold(*before)


def test_a_thousand_rounds_and_the_pages_between_them_take_no_more_memory_than_three_hundred() -> None:
    line: list[float] = []

    async def evenings() -> None:
        house = a_house()
        assert house.home is not None
        assert house.database is not None
        house.shelf = a_shelf(house.home, own=True)
        house.database._connected().execute("PRAGMA synchronous = OFF")
        furnish(house)
        short = laid(story(Read(text=plain("Rain."), face="sad"), others=None), table(9, 41), minutes=3)
        long = laid(every_step("It rained.", "the rain"), table(3, 41), words=lists().feelings)
        app = GatherRound(house, patience=0)
        app.animation_level = "none"
        async with app.run_test(size=(60, 20)) as pilot:
            await pilot.app.workers.wait_for_complete()
            for number in range(ROUNDS):
                await play_to_night(pilot, long if number % 50 == 0 else short)
                sweeping.sweep()  # as Tonight does when it is home again
                await look_at(pilot, PAGES[number % len(PAGES)])
                line.append(taken())
        house.close()

    asyncio.run(evenings())
    after = line[WARMING:]
    steep = slope(after)
    told(
        "memory",
        f"{ROUNDS:,} Rounds with a page opened after each: {steep:+.2f} KB a Round after the first {WARMING}, "
        f"{after[0] / 1024:.0f} MB then and {after[-1] / 1024:.0f} MB at the end",
    )
    assert steep < FLAT, str([round(kb) for kb in line[:: max(1, ROUNDS // 40)]])

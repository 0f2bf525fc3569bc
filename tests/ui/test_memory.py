"""A winter of Rounds leaves nothing behind in one window."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections import Counter

from dining import house_of, hurried, opened, over_nothing, quiet
from textual.pilot import Pilot
from textual.timer import Timer
from textual.widget import Widget

from every_step import every_step
from gatherround.domain.play.plan import Plan
from gatherround.domain.steps import Read
from gatherround.ui.panels.panel import Panel
from gatherround.ui.screens.table import Table
from rounds import laid, plain, story
from tables import lists
from tables import table as people_of

ROUNDS = 12
"""A page that stays once for each Round is as plain after twelve as after a thousand, which `tests/proofs` plays."""


class Traces:
    """Every table and panel that there was, as long as something still holds it."""

    def __init__(self) -> None:
        self.tables: weakref.WeakSet[Table] = weakref.WeakSet()
        self.panels: weakref.WeakSet[Panel] = weakref.WeakSet()
        self.laid = 0


async def play_to_night(pilot: Pilot[int], plan: Plan, traces: Traces) -> None:
    """Lays a table, goes on until it is night, and goes home."""
    evening = house_of(pilot).evening()
    evening.start(plan)
    table = Table(house_of(pilot), evening, patience=0)
    await pilot.app.push_screen(table)
    traces.tables.add(table)
    while pilot.app.screen is table:
        if table.stage.panel is not None:
            traces.panels.add(table.stage.panel)
            traces.laid += 1
        table.action_on()
        await quiet()


async def census() -> Counter[str]:
    """Counts every widget, screen and timer that is still held by anything, by its class."""
    # A timer that was stopped is let go when it would have rung.
    await asyncio.sleep(120)
    gc.collect()
    return Counter(type(one).__qualname__ for one in gc.get_objects() if isinstance(one, Widget | Timer))


@hurried
async def test_after_a_dozen_rounds_no_table_and_nothing_that_lay_on_it_is_left() -> None:
    traces = Traces()
    short = laid(story(Read(text=plain("Rain."), face="sad"), others=None), people_of(9, 41), minutes=3)
    long = laid(every_step("It rained.", "the rain"), people_of(3, 41), words=lists().feelings)
    async with opened(size=(40, 12)) as pilot:
        bare = await over_nothing(pilot)
        gc.unfreeze()
        before = await census()
        await play_to_night(pilot, long, traces)
        for _ in range(ROUNDS):
            await play_to_night(pilot, short, traces)
        assert traces.laid >= 3 * ROUNDS + 40
        assert await census() - before == Counter(), "what there is more of"
        assert pilot.app.screen is bare
        assert (len(traces.tables), len(traces.panels)) == (0, 0)

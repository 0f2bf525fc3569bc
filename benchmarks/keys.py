"""A key press to its repaint, against the smallest possible app, alternately in one run: goal 1.5."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

os.environ["TEXTUAL_ANIMATIONS"] = "none"
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from rows import Row, ratio, tell
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from gatherround.ui import sweeping
from scenes import Scene, an_app, at_table, laid

PRESSES = 200
PATIENCE = 2.0
"""Seconds that a picture may take on a machine that is busy; what has painted nothing by then counts as these."""


class Press(NamedTuple):
    """What one press took, in seconds."""

    paint: float
    rest: float
    seen: bool = True


class Smallest(App[None]):
    """Says the number of key presses."""

    count = 0

    def compose(self) -> ComposeResult:
        """Lays one line."""
        yield Static("0")

    def on_key(self, event: events.Key) -> None:
        """Counts on."""
        self.count += 1
        self.query_one(Static).update(str(self.count))


async def pressed(pilot: Pilot[Any], keys: Sequence[str | events.Key]) -> list[Press]:
    """Presses each key, and gives the seconds to the picture it caused and until all has come to rest.

    The first picture is the whole new page, for a page is swapped in one batch; Textual may draw it once more. A press
    that paints nothing is waited for, said, and never counts as a quick one.
    """
    painted: list[float] = []
    display = pilot.app._display

    def seen(*shown: Any) -> None:
        display(*shown)
        painted.append(time.perf_counter())

    pilot.app._display = seen  # type: ignore[method-assign]
    presses: list[Press] = []
    for key in keys:
        painted.clear()
        before = time.perf_counter()
        pilot.app.post_message(key if isinstance(key, events.Key) else events.Key(key, None))
        await pilot.pause()
        while not painted and time.perf_counter() - before < PATIENCE:
            await pilot.pause(0.01)
        rest = time.perf_counter() - before
        presses.append(Press(painted[0] - before if painted else rest, rest, bool(painted)))
    pilot.app._display = display  # type: ignore[method-assign]
    if missed := sum(not press.seen for press in presses):
        print(f"{missed} of {len(presses)} presses painted nothing in {PATIENCE:g} seconds.", file=sys.stderr)
    return presses


def least(presses: Sequence[Press]) -> list[Press]:
    """Gives those of the smallest app that painted: what it missed would let ours look quick beside it.

    Ends the program where it missed one in ten: on so busy a machine there is nothing to compare with.
    """
    seen = [press for press in presses if press.seen]
    if len(seen) < 0.9 * len(presses):
        sys.exit(
            "The smallest app there is painted too seldom: this machine is too busy to measure on. Try again later."
        )
    return seen


async def measured() -> tuple[list[Press], list[Press]]:
    """Gives the times of the smallest app and of a table on which every press swaps the page."""
    smallest = Smallest()
    async with smallest.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, ["x"] * 5)
        low = least(await pressed(pilot, ["x"] * PRESSES))
    sweeping.only_when_asked()  # as the front door does
    scene = at_table(laid("whole-table/the-last-dumpling", 3, 9, 15, 40, 42), lambda play: play.step is not None)
    app = an_app(Scene("bench", "", scene))
    async with app.run_test(size=(80, 24)) as pilot:
        await scene(pilot)
        await pressed(pilot, ["enter", "b"] * 3)
        high = await pressed(pilot, ["enter", "b"] * (PRESSES // 2))
    return low, high


def rows() -> Iterator[Row]:
    """Measures the median press and the slowest but one in a hundred, and how long a page takes to be painted at all.

    A page that is swapped is more than a number that changes, however it is done: the ratio is of what is felt, until
    the screen has come to rest, and beside it stands how long the last of the page took to appear.
    """
    low, high = asyncio.run(measured())
    for key, what, place in (("speed-key", "median", 0.5), ("speed-key-99", "99th percentile", 0.99)):
        small, table = (1000 * at(place, [press.rest for press in presses]) for presses in (low, high))
        yield ratio(key, f"a key press until all is at rest, {what}", small, table, 1.5)
    small, table = (1000 * at(0.5, [press.paint for press in presses]) for presses in (low, high))
    yield Row(
        "speed-page",
        "a key press to a whole new page",
        f"a number {small:.0f} ms",
        f"ours {table:.0f} ms",
        table,
        50,
        "ms",
    )


def at(place: float, times: list[float]) -> float:
    """Gives the time at this place, 0 to 1, of all when sorted."""
    return sorted(times)[round(place * (len(times) - 1))]


if __name__ == "__main__":
    tell(rows())

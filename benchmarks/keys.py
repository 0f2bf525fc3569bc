"""A key press to its repaint, against the smallest possible app, alternately in one run: goal 1.5."""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import time
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from scenes import an_app, at_table, laid

PRESSES = 40


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


async def pressed(pilot: Pilot[object], keys: list[str]) -> list[float]:
    """Presses each key and waits until everything it caused has been painted."""
    times: list[float] = []
    for key in keys:
        before = time.perf_counter()
        pilot.app.post_message(events.Key(key, None))
        await pilot.pause()
        times.append(time.perf_counter() - before)
    return times


async def measured() -> tuple[list[float], list[float]]:
    """Gives the times of the smallest app and of a table on which every press swaps the page."""
    smallest = Smallest()
    async with smallest.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, ["x"] * 5)
        low = await pressed(pilot, ["x"] * PRESSES)
    scene = at_table(laid("whole-table/the-last-dumpling", 3, 9, 15, 40, 42), lambda play: play.step is not None)
    from scenes import Scene

    app = an_app(Scene("bench", "", scene))
    async with app.run_test(size=(80, 24)) as pilot:
        await scene(pilot)
        await pressed(pilot, ["enter", "b"] * 3)
        high = await pressed(pilot, ["enter", "b"] * (PRESSES // 2))
    return low, high


def main() -> None:
    """Prints both medians and their ratio."""
    low, high = (statistics.median(times) for times in asyncio.run(measured()))
    print(f"key press    smallest {low * 1000:.1f} ms   table {high * 1000:.1f} ms   ratio {high / low:.2f}   goal 1.5")


if __name__ == "__main__":
    main()

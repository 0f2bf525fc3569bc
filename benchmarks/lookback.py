"""Opening the quilt, and the page behind it, after ten years of evenings and after none: goal 100 ms apart."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ["TEXTUAL_ANIMATIONS"] = "none"
sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from rows import Row, tell
from textual.pilot import Pilot

from gatherround.host.house import open_house
from gatherround.ui.app import GatherRound
from sewing import LINES, evenings, keep

ROUNDS = 7
TEN_YEARS = 3650
KEYS = ("k", "l")
NAMES = (("speed-quilt", "the quilt"), ("speed-lookback", "looking back"))


async def opened(pilot: Pilot[int]) -> list[float]:
    """Presses each key and waits until its page has been painted."""
    times: list[float] = []
    for key in KEYS:
        before = time.perf_counter()
        pilot.app.simulate_key(key)
        await pilot.pause()
        times.append(time.perf_counter() - before)
    return times


async def once(home: Path) -> list[float]:
    """Opens the house anew, as a fresh game does, lets it come to rest, and gives the seconds to each page."""
    gc.unfreeze()
    gc.collect()
    house = open_house(home, {})
    app = GatherRound(house, patience=0)
    app.animation_level = "none"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        times = await opened(pilot)
    house.close()
    return times


def rows() -> Iterator[Row]:
    """Measures the fastest of both, which a busy machine slows least, and how far they are apart."""
    with tempfile.TemporaryDirectory() as folder:
        none, many = Path(folder) / "none", Path(folder) / "many"
        open_house(none, {}).close()
        house = open_house(many, {})
        keep(house.database, *evenings(TEN_YEARS), noticed=LINES * (TEN_YEARS // len(LINES)))
        house.close()
        asyncio.run(once(none)), asyncio.run(once(many))  # warms the disk and the cache of story books
        low: list[list[float]] = []
        high: list[list[float]] = []
        for _ in range(ROUNDS):
            low.append(asyncio.run(once(none)))
            high.append(asyncio.run(once(many)))
    for place, (key, name) in enumerate(NAMES):
        few, lots = (1000 * min(one[place] for one in times) for times in (low, high))
        what = f"{name} after ten years, beyond none"
        yield Row(key, what, f"none {few:.0f} ms", f"ten years {lots:.0f} ms", lots - few, 100, "ms")


if __name__ == "__main__":
    tell(rows())

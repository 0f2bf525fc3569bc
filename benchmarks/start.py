"""First paint and memory against an empty Textual app, alternately in one run: goals 1.25 and 1.6."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from check import filled
from rows import Row, ratio, tell

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from gatherround.host.house import open_house
from sewing import evenings, keep

ROUNDS = 15
PAINTED = """
    def on_mount(self): self.call_after_refresh(self.painted)
    def painted(self): os.write(1, b"."); self.resting = asyncio.ensure_future(self.rest())
    async def rest(self):
        await asyncio.sleep(0.3)
        await self.workers.wait_for_complete()
        self.exit()
"""
LARGEST = 'os.write(1, open("/proc/self/status").read().split("VmHWM:")[1].split()[0].encode())'
"""Linux tells it of the program alone; what `wait4` tells began with the memory of whoever started it."""
EMPTY = f"""
import asyncio, os
from textual.app import App
class Empty(App):
{PAINTED}
Empty().run(headless=True, size=(80, 24))
{LARGEST}"""
GAME = f"""
import asyncio, os
from pathlib import Path
from gatherround.host.house import open_house
from gatherround.ui import sweeping
sweeping.only_when_asked()  # as the front door does
from gatherround.ui.app import GatherRound
class Timed(GatherRound):
{PAINTED}
Timed(open_house(Path(os.environ["GATHERROUND_HOME"]))).run(headless=True, size=(80, 24))
{LARGEST}"""


def once(source: str, home: str) -> tuple[float, int]:
    """Runs a program and gives its seconds to first paint, and its largest memory in KiB once all has been loaded.

    Both sides run from compiled files in a place of their own: where Python may not keep any, only ours would be
    compiled anew each time.
    """
    environ = {**os.environ, "GATHERROUND_HOME": home, "PYTHONPYCACHEPREFIX": f"{home}/compiled"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    before = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", source], env=environ, stdout=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stdout.read(1) == b".", "it did not start"
    painted = time.perf_counter() - before
    largest = int(child.stdout.read())
    child.stdout.close()
    assert child.wait() == 0, "it did not end well"
    return painted, largest


def homes(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Makes a home as it is at first, one with ten thousand stories, and one after ten years of evenings."""
    yield "shipped", "the shipped books", folder / "first"
    filled(folder / "long" / "packs")
    yield "long", "10,000 stories", folder / "long"
    house = open_house(folder / "old", {})
    keep(house.database, *evenings(3650))
    house.close()
    yield "old", "ten years of evenings", folder / "old"


def rows() -> Iterator[Row]:
    """Measures each home and an empty app alternately."""
    with tempfile.TemporaryDirectory() as folder:
        for key, what, home in homes(Path(folder)):
            once(EMPTY, str(home)), once(GAME, str(home))  # warms the disk and the cache of story books
            times = [(once(EMPTY, str(home)), once(GAME, str(home))) for _ in range(ROUNDS)]
            paint, memory = ([(low[at], high[at]) for low, high in times] for at in (0, 1))
            yield ratio(f"speed-start-{key}", f"first paint with {what}", *middle(paint, 1000), 1.25)
            yield ratio(f"speed-memory-{key}", f"memory with {what}", *middle(memory, 1 / 1024), 1.6, "MiB")


def middle(pairs: list[tuple[float, float]], times: float) -> tuple[float, float]:
    """Gives the medians of both sides, in another unit."""
    low, high = (statistics.median(side) * times for side in zip(*pairs, strict=True))
    return low, high


if __name__ == "__main__":
    tell(rows())

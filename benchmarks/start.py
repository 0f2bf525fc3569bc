"""First paint and memory against an empty Textual app, alternately in one run: goals 1.25 and 1.6."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

ROUNDS = 9
PAINTED = """
    def on_mount(self): self.call_after_refresh(self.painted)
    def painted(self): os.write(1, b"."); self.set_timer(0.3, self.exit)
"""
EMPTY = f"""
import os
from textual.app import App
class Empty(App):
{PAINTED}
Empty().run(headless=True, size=(80, 24))
"""
GAME = f"""
import os
from pathlib import Path
from gatherround.host.house import open_house
from gatherround.ui.app import GatherRound
class Timed(GatherRound):
{PAINTED}
Timed(open_house(Path(os.environ["GATHERROUND_HOME"]))).run(headless=True, size=(80, 24))
"""


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
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = status
    child.stdout.close()
    assert status == 0, "it did not end well"
    return painted, usage.ru_maxrss


def main() -> None:
    """Prints both, and their ratios."""
    empty: list[tuple[float, int]] = []
    game: list[tuple[float, int]] = []
    with tempfile.TemporaryDirectory() as home:
        once(EMPTY, home), once(GAME, home)  # warms the disk and the cache of story books
        for _ in range(ROUNDS):
            empty.append(once(EMPTY, home))
            game.append(once(GAME, home))
    for name, place, goal, unit in (("first paint", 0, 1.25, "s"), ("memory", 1, 1.6, "KiB")):
        low = statistics.median(one[place] for one in empty)
        high = statistics.median(one[place] for one in game)
        print(f"{name:<12} empty {low:,.3f} {unit}   game {high:,.3f} {unit}   ratio {high / low:.2f}   goal {goal}")


if __name__ == "__main__":
    main()

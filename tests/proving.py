"""How often a promise is tried, and the figure of the last long trial.

In the suite each promise is tried as often as two minutes for everything allow. `make prove` sets `GATHERROUND_PROVE`:
then it is tried as often as is worth a night, and what came of it is written down for `docs/trust.md`.
"""

from __future__ import annotations

import fcntl
import json
import os
from datetime import date
from pathlib import Path

FIGURES = Path(__file__).parent.parent / "docs" / "figures.json"
PROVING = bool(os.environ.get("GATHERROUND_PROVE"))


def tries(in_the_suite: int, when_proving: int) -> int:
    """Gives how often to try: little in the suite, much under `make prove`."""
    if not PROVING:
        return in_the_suite
    share = float(os.environ.get("GATHERROUND_SHARE", "1"))
    return max(in_the_suite, round(when_proving * share))


def told(promise: str, figure: str) -> None:
    """Prints the figure of a promise (a key of `promises.PROMISES`), and under `make prove` writes it down, dated."""
    print(f"{promise}: {figure}")  # noqa: T201 - pytest shows it with -rP
    if PROVING:
        keep(promise, figure)


def keep(promise: str, figure: str) -> None:
    """Writes a figure down, dated."""
    FIGURES.touch()
    with FIGURES.open("r+", encoding="utf-8") as page:
        fcntl.flock(page, fcntl.LOCK_EX)  # other workers write theirs
        figures = json.loads(page.read() or "{}")
        figures[promise] = {"figure": figure, "day": date.today().isoformat()}  # noqa: DTZ011 - a diary's day
        page.seek(0)
        page.truncate()
        page.write(json.dumps(figures, indent=1, sort_keys=True, ensure_ascii=False) + "\n")

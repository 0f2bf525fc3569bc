"""A row of the table of speed: what was promised, the least there is, ours, and how they compare."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

ROWS = "GATHERROUND_ROWS"
"""Names the file to which rows go besides, as lines of JSON, for the table of them all."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; `value` is kept at or below `goal`, both in `unit` (× for a ratio, ms for a difference)."""

    key: str
    what: str
    least: str
    ours: str
    value: float
    goal: float
    unit: str = "×"

    @property
    def figure(self) -> str:
        """The value, with its unit."""
        return f"{self.value:.2f}{self.unit}" if self.unit == "×" else f"{self.value:.0f} {self.unit}"

    @property
    def kept(self) -> bool:
        """Whether the promise was kept; a goal is as exact as it is written."""
        return round(self.value, 2) <= self.goal

    def line(self) -> str:
        """Gives the row for a terminal."""
        goal = f"{self.goal:g}{self.unit}" if self.unit == "×" else f"{self.goal:g} {self.unit}"
        mark = "" if self.kept else "   OVER"
        return f"{self.what:<46} {self.least:>24} {self.ours:>24}   {self.figure:>8}   goal {goal}{mark}"


def tell(rows: Iterable[Row]) -> None:
    """Prints each row as it is measured, and keeps it for the table where one is being made."""
    for row in rows:
        print(row.line(), flush=True)
        if ROWS in os.environ:
            with Path(os.environ[ROWS]).open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(asdict(row)) + "\n")


def ratio(key: str, what: str, least: float, ours: float, goal: float, unit: str = "ms") -> Row:
    """Gives a row of two measurements in the same unit and their ratio."""
    return Row(key, what, f"least {least:,.1f} {unit}", f"ours {ours:,.1f} {unit}", ours / least, goal)

"""Writes the table of docs/trust.md: each promise, the tests that try it, and the figure of the last long trial."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from promises import PROMISES, Promise
from proving import FIGURES

TESTS = Path(__file__).resolve().parent.parent / "tests"
PAGE = TESTS.parent / "docs" / "trust.md"
BEGINS, ENDS = "<!-- promises begin -->\n", "<!-- promises end -->\n"


def table() -> str:
    """Gives the table as the figures are now."""
    figures = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    head = "| Promise | Tried by | Last long trial |\n|---|---|---|\n"
    rows = "".join(f"{row(promise, figures)}\n" for promise in PROMISES)
    on = figures.get("machine")
    return head + rows + (f"\nSpeed was measured on {on['figure']} ({on['day']}).\n" if on else "")


def row(promise: Promise, figures: dict[str, dict[str, str]]) -> str:
    """Gives one promise; without a figure it is what the suite tries each time."""
    tests = ", ".join(f"`{(TESTS / test).resolve().relative_to(TESTS.parent)}`" for test in promise.tests)
    last = figures.get(promise.key)
    said = f"{last['figure']} ({last['day']})" if last else "in every run of the suite"
    return f"| {promise.words} | {tests} | {said} |"


def written(page: str) -> str:
    """Gives the page with the table put in its place."""
    return re.sub(f"(?s)(?<={BEGINS}).*?(?={ENDS})", lambda _: f"\n{table()}\n", page)


def main() -> None:
    """Writes the page."""
    PAGE.write_text(written(PAGE.read_text("utf-8")), encoding="utf-8")
    print(f"Written: {PAGE.name}, {len(PROMISES)} promises.")


if __name__ == "__main__":
    main()

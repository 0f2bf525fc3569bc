"""A letter of a search to its repaint, against the smallest possible app, alternately in one run: goal 1.5.

Once with as many stories as a house may have, and once with far more than any has.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from keys import PRESSES, Press, Smallest, least, pressed  # which also shows the way to the tests
from rows import Row, ratio, tell

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "ui"))

from dining import a_house_of_cards, an_app
from textual import events
from textual.pilot import Pilot

from gatherround.host.shelf import Shelf
from gatherround.pantry.library import Book, Library
from gatherround.ui.app import GatherRound
from tables import lists, shelf

SIZES = (300, 10_000)
ROUNDS = 4
WORDS = "the lamp"


def long_shelf(count: int) -> Shelf:
    """Gives a shelf of so many stories: the shipped ones over and over, each with a title of its own."""
    short = shelf()
    stories = tuple(
        replace(short[at % len(short)], id=f"story-{at}", title=f"{short[at % len(short)].title} {at}")
        for at in range(count)
    )
    made = Shelf(None, None)
    book = Book(path=Path("long"), origin="family", pack=None, activities=stories, notes=())
    made._library = Library(books=(book,), lists=lists())
    return made


async def searched(app: GatherRound) -> list[Press]:
    """Gives the times of the letters of a search at a table of five, at 80 × 24."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"13566", "f", "1")
        await pilot.app.workers.wait_for_complete()
        await pilot.press("slash")
        await typed(pilot)
        return [one for _ in range(PRESSES // len(WORDS)) for one in await typed(pilot)]


async def typed(pilot: Pilot[int]) -> list[Press]:
    """Types the words letter by letter and takes them back, and gives the time of each press."""
    keys = [*((letter, letter) for letter in WORDS), *[("backspace", None)] * len(WORDS)]
    return await pressed(pilot, [events.Key("space" if key == " " else key, letter) for key, letter in keys])


async def smallest() -> list[Press]:
    """Gives the times of the smallest app."""
    app = Smallest()
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, ["x"] * 5)
        return least(await pressed(pilot, ["x"] * PRESSES))


def rows() -> Iterator[Row]:
    """Measures the means and their ratios."""
    for count in SIZES:
        low: list[Press] = []
        high: list[Press] = []
        app = an_app(a_house_of_cards(long_shelf(count)))
        for _ in range(ROUNDS):
            low += asyncio.run(smallest())
            high += asyncio.run(searched(an_app(app.house)))
        small, found = (1000 * statistics.mean(press.rest for press in presses) for presses in (low, high))
        yield ratio(f"speed-find-{count}", f"a letter of a search in {count:,} stories", small, found, 1.5)


if __name__ == "__main__":
    tell(rows())

"""A story book that somebody gave comes in: where it lies, what to know about it first, and onto the shelf."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from textual.screen import Screen

from gatherround.domain.text import one_line, tidy
from gatherround.host.at_hand import books_at_hand
from gatherround.host.house import House
from gatherround.host.paths import is_there, typed
from gatherround.host.story_books import SAME, Arrival, Refused, StoryBooks
from gatherround.host.troubles import CannotBe, CannotKeep
from gatherround.ui import words
from gatherround.ui.lists import option
from gatherround.ui.screens.beforehand import Beforehand
from gatherround.ui.screens.layers import asked, in_turn
from gatherround.ui.screens.sheets import FromList, Line

WHICH: Final = "Which one? These lie in your downloads."
ANOTHER: Final = "another one: I'll say where it lies"
WHERE: Final = "Where does it lie?"
HINT: Final = "The file that somebody gave you, such as ~/Downloads/the-lost-cake.zip. Drag it in here, if you like."
NOT_THERE: Final = "There is nothing there. Is the name all of it?"
FIRST: Final = "Before it comes in"
NOT_IN: Final = "It does not come in"
IN: Final = "On your shelf now: {title}."


@in_turn
async def bring_in(below: Screen[Any], house: House, then: Callable[[], object]) -> None:
    """Asks, over a screen, which book comes in, shows it, and puts it on the shelf; `then` it is there."""
    path: Path | None = None
    if lying := books_at_hand():
        options = [*(option(words.clipped(tidy(one.name), 60)) for one in lying), option(ANOTHER)]
        index = await asked(below, FromList(WHICH, options))
        if index is None:
            return
        path = lying[index] if index < len(lying) else None
    if path is None:
        said = await asked(below, Line(WHERE, hint=HINT, gate=_lies, stays=False))
        if said is None or not said.strip():
            return
        path = typed(said)
    books = StoryBooks(house.shelf)
    try:
        with books.arriving(path) as arrival:
            if await asked(below, first(arrival)):
                books.put(arrival)
                below.notify(IN.format(title=_titled(arrival)), markup=False, timeout=10)
                then()
    except (Refused, CannotKeep) as no:
        await asked(below, not_in(no.sentence.split("\n")))


def first(arrival: Arrival) -> Beforehand:
    """Shows what was found in a story book, and asks whether it comes in, unless it is there already."""
    if arrival.same:
        return not_in((*arrival.lines(), SAME))
    return Beforehand(FIRST, _told(arrival.lines()), "in", asks=arrival.question)


def not_in(lines: Iterable[str]) -> Beforehand:
    """Shows why a story book does not come in."""
    return Beforehand(NOT_IN, _told(lines))


def _told(lines: Iterable[str]) -> Iterator[words.Words]:
    return (words.plain(tidy(line)) for line in lines)


def _titled(arrival: Arrival) -> str:
    return one_line(arrival.pack.title)


def _lies(said: str) -> None:
    """Refuses kindly, while the line can still be changed, what is not there."""
    if said.strip() and not is_there(typed(said)):
        raise CannotBe(NOT_THERE)

"""The story books as a grown-up looks at them: how much of each plays, and what there is to mend at which line."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gatherround.host.shelf import Shelf

if TYPE_CHECKING:
    from gatherround.pantry.library import Book
    from gatherround.pantry.marks import Problem


@dataclass(frozen=True, slots=True)
class Slip:
    """One thing to mend in a book: its file within the book, its line, what is off, what to do.

    Where it `stops`, a story does not come to the table until it is mended; else it is advice.
    """

    file: str
    line: int
    message: str
    advice: str
    stops: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OnShelf:
    """One story book: `own` is the family's, `path` where it lies; `slips` those that stop a story first.

    `stories` are ids and titles of what plays.
    """

    id: str
    title: str
    own: bool
    path: Path
    stories: tuple[tuple[str, str], ...]
    summary: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""
    slips: tuple[Slip, ...] = ()

    @property
    def stopped(self) -> int:
        """How many slips keep something from the table."""
        return sum(slip.stops for slip in self.slips)


def read_anew(shelf: Shelf) -> tuple[OnShelf, ...]:
    """Reads every book as its files are now, the family's first and with all advice; what changed is seen.

    It takes as long as reading takes: call it where nobody waits.
    """
    shelf.read_again()
    return tuple(sorted((_on_shelf(book) for book in shelf.books), key=lambda book: not book.own))


def _on_shelf(book: Book) -> OnShelf:
    own = book.origin == "family"
    slips = [_slip(note.file, note.problem) for note in book.notes]
    return OnShelf(
        id=book.id,
        title=book.pack.title if book.pack else book.path.name,
        own=own,
        path=book.path,
        stories=tuple((one.id, one.title) for one in book.activities),
        summary=book.pack.summary if book.pack else "",
        authors=book.pack.authors if book.pack else (),
        licence=book.pack.licence if book.pack else "",
        slips=_in_order((*slips, *(_advice(book.path) if own else ()))),
    )


def _advice(path: Path) -> tuple[Slip, ...]:
    """Asks the checker, which the game itself does not do; a file that has gone meanwhile has no advice."""
    from gatherround.host.checking import CannotRead, check

    found: list[Slip] = []
    with suppress(CannotRead):
        for at in check(path).reading.problems:
            name = at.path.relative_to(path).as_posix() if at.path != path else path.name
            found.append(_slip(name, at.problem))
    return tuple(found)


def _slip(file: str, problem: Problem) -> Slip:
    return Slip(file, problem.line, problem.message, problem.advice, problem.severity == "error")


def _in_order(slips: Iterable[Slip]) -> tuple[Slip, ...]:
    """Gives each slip once, those that stop a story first, then by file and line."""
    return tuple(sorted(dict.fromkeys(slips), key=lambda slip: (not slip.stops, slip.file, slip.line)))

"""What a command says when it is done, or why it is not."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from gatherround.cli.endings import CANNOT_OPEN, NOT_DONE, WRONG_USE
from gatherround.domain.refusing import CannotBe, Refusal, Unclear
from gatherround.domain.text import Unfit, cells, named_so

if TYPE_CHECKING:
    from pathlib import Path

UNCHANGED: Final = "Nothing has been changed."
NO_FOLDER: Final = f"There is no folder to keep this in. {UNCHANGED}"
NOT_WRITTEN: Final = f"{{path}} cannot be written to just now. {UNCHANGED}"


def shown(path: Path | str) -> str:
    """Gives a path, or another name that somebody chose, on one line and without what steers a terminal."""
    return named_so(str(path))


def not_done(no: Exception) -> int | None:
    """Says why something was not done and gives the exit code of that, which is given here and nowhere else.

    Gives none, and says nothing, for what carries no sentence: that is a fault of ours.
    """
    from gatherround.host.troubles import CannotKeep, Trouble, UnopenedFile

    if not isinstance(no, Refusal | Trouble | Unfit):
        return None
    # Its own sentence is about an evening, and no command leaves a table to play on at.
    written = NOT_WRITTEN.format(path=shown(no.path)) if isinstance(no, CannotKeep) and no.path else NO_FOLDER
    print(written if type(no) is CannotKeep else no.sentence, file=sys.stderr)
    if isinstance(no, Unclear | Unfit):
        return WRONG_USE
    return CANNOT_OPEN if isinstance(no, CannotKeep | UnopenedFile) else NOT_DONE


@contextmanager
def as_said() -> Iterator[None]:
    """Takes whatever cannot be so for a word that was said wrongly: it would be wrong in any house."""
    try:
        yield
    except CannotBe as no:
        raise Unclear(no.sentence) from None


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Gives a line for each row, in columns as wide as they need."""
    wide = [max(cells(row[at]) for row in rows) for at in range(len(rows[0]))] if rows else []
    for row in rows:
        yield "  ".join(part + " " * (wide[at] - cells(part)) for at, part in enumerate(row)).rstrip()

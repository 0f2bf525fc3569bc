"""What a command says when it is done, or why it is not."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from gatherround.cli.endings import CANNOT_OPEN, NOT_DONE, WRONG_USE
from gatherround.domain.refusing import CannotBe, Refusal, Unclear
from gatherround.domain.text import Unfit, cells, named_so

if TYPE_CHECKING:
    from pathlib import Path

    from gatherround.host.troubles import CannotKeep

UNCHANGED: Final = "Nothing has been changed."
NO_FOLDER: Final = f'There is no folder to keep this in. {UNCHANGED} "gatherround doctor" says why.'
NOT_WRITTEN: Final = f"{{path}} cannot be written to just now{{why}}. {UNCHANGED}"
_NO_RIGHT, _NO_ROOM, _NO_PLACE = (
    ": this account may not write there",
    ": there is no room left",
    ": there is no such folder",
)
_WHY: Final = {
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.ENOENT: _NO_PLACE,
    errno.ENOTDIR: _NO_PLACE,
}
"""What a disk says when it does not take something, in words that say what to do about it."""


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
    print(_not_written(no) if type(no) is CannotKeep else no.sentence, file=sys.stderr)
    if isinstance(no, Unclear | Unfit):
        return WRONG_USE
    return CANNOT_OPEN if isinstance(no, CannotKeep | UnopenedFile) else NOT_DONE


def _not_written(no: CannotKeep) -> str:
    why = no.__cause__ or no.__context__
    reason = _WHY.get(why.errno or 0, "") if isinstance(why, OSError) else ""
    return NOT_WRITTEN.format(path=shown(no.path), why=reason) if no.path else NO_FOLDER


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

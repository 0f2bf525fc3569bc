"""The few troubles that the drawer can meet, each with a sentence that a family may read."""
# ruff: noqa: N818 - these are named for what a family meets, and nobody at the table made an error

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import ClassVar

from gatherround.domain.text import named_so


class Trouble(Exception):
    """Something about the drawer that a person needs to hear; `sentence` names the file where there is one.

    The sentence holds nothing that anybody wrote, so it may be shown and printed anywhere.
    """

    says: ClassVar[str] = "{path} cannot be used here."

    def __init__(self, path: Path | None = None) -> None:
        # A folder's name may hold an escape code or a line end, and this ends up on a terminal.
        shown = "the family file" if path is None else named_so(str(path))
        self.path = path
        self.sentence = self.says.format(path=shown)
        super().__init__(self.sentence)


class CannotKeep(Trouble):
    """Nothing can be written just now: the disk is full, the folder is read only, another window holds the file."""

    says = "{path} cannot be written to just now. You can play on; what happens now is not kept."


class NotThere(CannotKeep):
    """A file that was asked for cannot be made where it was to go."""

    says = "Nothing can be written as {path}. Try another folder."


class ErasedMeanwhile(CannotKeep):
    """Somebody was erased in another window, and what this one holds may still know them."""

    says = "Somebody was erased in another window, so this is not kept here. Go back, and open it again."


class NoHome(CannotKeep):
    """There is no folder to keep anything in, and none can be made."""

    says = "There is no folder to keep things in ({path}). You can play; nothing is kept."


class UnopenedFile(Trouble):
    """The family file is there and is not opened; not one byte of it has been touched."""


class NewerFile(UnopenedFile):
    """A newer Gather Round has written this file."""

    says = "{path} was written by a newer Gather Round. It stays just as it is; please update the game."


class ForeignFile(UnopenedFile):
    """The file belongs to another program."""

    says = "{path} is not a Gather Round file. It stays just as it is."


class DamagedFile(UnopenedFile):
    """The file is empty, cut short or damaged."""

    says = "{path} cannot be read to its end. It stays just as it is; there may be a copy in the backups folder."


class UnreadableFile(UnopenedFile):
    """The file cannot be opened by this person on this computer, or is no file at all."""

    says = "{path} cannot be opened here. It stays just as it is; please look at who may read it."


class OldSQLite(UnopenedFile):
    """The SQLite of this computer is older than 3.37 and does not know strict tables."""

    says = f"This Python brings SQLite {sqlite3.sqlite_version}. Gather Round needs 3.37 or newer to open {{path}}."


class StaleToken(Trouble):
    """Another window has taken this Round over, or ended it; this one may only look."""

    says = "This Round has gone on in another window."


class RoundIsOpen(Trouble):
    """A Round is waiting to be gone on with; a new one begins only instead of it."""

    says = "There is a Round waiting to be gone on with."


class HomeIsLivedIn(Trouble):
    """What is brought in needs an empty home, and somebody lives in this one."""

    says = "{path} already holds a family. Choose another folder for what is brought in."


class NoSuchMember(Trouble):
    """Nobody of this id is kept in the drawer any more."""

    says = "Their card is not in the drawer any more."

"""A witness of the drawer: of every change it says what the drawer is about to hold, and then that it was kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Literal

from gatherround.storage.database import Database, open_database
from gatherround.storage.erasings import ERASINGS
from gatherround.storage.migrating import Steps
from gatherround.storage.troubles import Trouble

Verdict = Literal["whole", "lost", "partial", "corrupt"]
_READS = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


def state_of(connection: sqlite3.Connection) -> str:
    """Gives the mark of all that a drawer holds: every row of every table, in order.

    The number that the last erasing or restoring has drawn is left out, as nobody can know it beforehand.
    """
    mark = sha256()
    for (table,) in connection.execute(_READS).fetchall():
        rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY rowid').fetchall()
        mark.update(repr((table, [row for row in rows if row[0] != ERASINGS])).encode())
    return mark.hexdigest()[:32]


def state(database: Database) -> str:
    """Gives the mark of an open drawer."""
    with database.writing() as connection:
        return state_of(connection)


def mark_at(file: Path, steps: Steps | None = None) -> str:
    """Gives the mark of the drawer that lies here; where none does, that of a new one, which is taken away again."""
    there = file.exists()
    with open_database(file, steps) as database:
        mark = state(database)
    if not there:
        file.unlink()
    return mark


def watch(say: Callable[[str], None]) -> None:
    """Has every transaction of this process witnessed from now on; only a process that is about to die asks for it."""
    real = Database.writing

    @contextmanager
    def writing(self: Database, *, knowing_less: bool = False) -> Iterator[sqlite3.Connection]:
        with real(self, knowing_less=knowing_less) as connection:
            yield connection
            mark = state_of(connection)
            say(f"about {mark}")
        say(f"kept {mark}")

    Database.writing = writing  # type: ignore[method-assign]


class Heard:
    """What a witness had said when the end came."""

    def __init__(self, kept: str) -> None:
        self.kept = kept
        self.about = kept
        self.earlier: set[str] = set()
        self.count = 0

    def hear(self, line: str) -> None:
        """Hears one line; one that was cut off has not been said."""
        match line.split():
            case ["about", mark] if len(mark) == len(self.kept):
                self.about = mark
            case ["kept", mark] if len(mark) == len(self.kept):
                self.earlier.add(self.kept)
                self.kept = mark
                self.count += 1

    def judge(self, file: Path, steps: Steps | None = None) -> tuple[Verdict, str]:
        """Opens the drawer with the game's own code, and says what has become of what was kept, and its mark now.

        It has to hold what was last kept, or else the whole of the change that was being made.
        """
        try:
            with open_database(file, steps) as database:
                if database.read("PRAGMA integrity_check") != [("ok",)]:
                    return "corrupt", ""
                found = state(database)
        except Trouble:
            return "corrupt", ""
        if found in {self.kept, self.about}:
            return "whole", found
        return ("lost" if found in self.earlier else "partial"), found

"""The open family file: a thin hand on SQLite that keeps what it has acknowledged and tears nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from gatherround.storage.erasings import ERASINGS, LAST_ERASING, last_erasing, leave_mark
from gatherround.storage.looking import refusal, refuse_old_sqlite, says_broken
from gatherround.storage.migrating import Steps, shipped_steps
from gatherround.storage.opening import Opened, begin, opened
from gatherround.storage.troubles import CannotKeep, ErasedMeanwhile, Trouble, UnopenedFile, UnreadableFile


class Database:
    """One family file, open. It belongs to the thread that opened it; close it, or use it in a `with`."""

    def __init__(self, path: Path, found: Opened, steps: Steps) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = found.connection
        self._steps = steps
        self._erased = found.erased
        self.lighting = found.lighting
        """How the room was lit then, read with the mark: the first picture waits for nothing more."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self, *, knowing_less: bool = False) -> Iterator[sqlite3.Connection]:
        """Lends the connection for one transaction, kept whole when the block ends and undone when it raises.

        Raises CannotKeep where the disk, the folder or another window will not have it; the next try looks anew. After
        an erasing elsewhere, or a copy that was put back, it raises ErasedMeanwhile until this window `looks_again`:
        what is written here may still know who is gone. `knowing_less` is for what takes away and writes nothing of
        anybody's.
        """
        try:
            connection = self._connected()
        except Trouble as trouble:
            raise CannotKeep(self.path) from trouble
        try:
            connection.execute("BEGIN IMMEDIATE")
            if not knowing_less and last_erasing(connection) != self._erased:
                raise ErasedMeanwhile(self.path)
            yield connection
            connection.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            self._undo()
            if not isinstance(error, sqlite3.OperationalError) and not says_broken(error):
                raise
            self.close()
            raise CannotKeep(self.path) from error
        except BaseException:
            self._undo()
            raise

    @contextmanager
    def erasing(self) -> Iterator[sqlite3.Connection]:
        """Lends the connection to erase with, as `writing` does, and leaves the mark of it, which this window knows.

        Where it did not know of an erasing before this one, it does not after it either.
        """
        with self.writing(knowing_less=True) as connection:
            knew = last_erasing(connection) == self._erased
            yield connection
            mark = leave_mark(connection)
        if knew:
            self._erased = mark

    def looks_again(self) -> bool:
        """Takes the drawer as it is now for what this window knows, and tells whether that was news.

        It is after an erasing elsewhere, and after a copy was put back. To be asked only where nothing is held that was
        read or typed before. Raises an UnopenedFile.
        """
        known, self._erased = self._erased, self._now()
        return self._erased != known

    def refuse_erased(self) -> None:
        """Raises ErasedMeanwhile where this window may still know what was erased elsewhere: for what is no row."""
        with suppress(UnopenedFile):
            if self._now() != self._erased:
                raise ErasedMeanwhile(self.path)

    def _now(self) -> str | None:
        return next((row[0] for row in self.read(LAST_ERASING, ERASINGS)), None)

    def read(self, sql: str, *values: str | int) -> list[tuple[Any, ...]]:
        """Gives every row of a question at once, so that no reader holds the file; raises an UnopenedFile.

        Within `writing`, ask the connection that it lends instead.
        """
        try:
            return self._connected().execute(sql, values).fetchall()
        except sqlite3.DatabaseError:
            # Under a failing disk SQLite can call a healthy file damaged, so it is opened and asked once more.
            self.close()
        try:
            return self._connected().execute(sql, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise refusal(error, self.path) from error

    def close(self) -> None:
        """Lets go of the file; closing twice is closing once, and using it again opens it again."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _connected(self) -> sqlite3.Connection:
        if self._connection is None:
            again = opened(self.path, self._steps)
            if again is None:
                raise UnreadableFile(self.path)
            self._connection = again.connection
        return self._connection

    def _undo(self) -> None:
        if self._connection is not None and self._connection.in_transaction:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")


def open_database(path: Path, steps: Steps | None = None) -> Database:
    """Opens the family file, made where there is none and brought to today's schema where it is older.

    Raises NewerFile, ForeignFile, DamagedFile, UnreadableFile or OldSQLite with not a byte touched, and CannotKeep
    where a file has to be made or changed and cannot be. A file in a read-only place opens; writing says CannotKeep.
    Never within `writing` on the same file: see `look`.
    """
    refuse_old_sqlite(path)
    steps = steps or shipped_steps()
    found = opened(path, steps)
    if found is None:
        begin(path, steps)
        found = opened(path, steps)
    if found is None:
        raise CannotKeep(path)
    return Database(path, found, steps)


def drawer(database: Database | None) -> Database:
    """Gives the drawer that something is to be kept in; raises CannotKeep in a house without one."""
    if database is None:
        raise CannotKeep
    return database

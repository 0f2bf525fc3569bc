"""The open family file: a thin hand on SQLite that keeps what it has acknowledged and tears nothing."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from gatherround.disk import PRIVATE_FILE, begin_file, settle
from gatherround.storage.backup import back_up_before_migration
from gatherround.storage.home import fresh_name, mend
from gatherround.storage.looking import (
    BUSY_SECONDS,
    Found,
    check_whole,
    look,
    refusal,
    refuse_old_sqlite,
    says_broken,
)
from gatherround.storage.migrating import Steps, migrate, newest, shipped_steps
from gatherround.storage.troubles import CannotKeep, ErasedMeanwhile, NewerFile, Trouble, UnopenedFile, UnreadableFile

# DELETE with EXTRA came through 6,864 simulated power cuts; DELETE with FULL and WAL with NORMAL did not.
# secure_delete writes zeros over what is erased. What a stranger's schema defines is not run.
_PRAGMAS: Final = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)
ERASINGS: Final = "erasings"
"""The preference that marks the last erasing: each has a mark of its own, which no copy that comes back can repeat."""
_LAST_ERASING: Final = "SELECT value FROM preference WHERE key = ?"
LIGHTING: Final = "lighting"
"""The preference that says how the room is lit and whether anything moves, which the first picture has to know."""
_STRAY: Final = re.compile(r"\.[0-9a-f]{8}\.new((\.[0-9a-f]{8})?\.partial)?(-journal)?")


class Database:
    """One family file, open. It belongs to the thread that opened it; close it, or use it in a `with`."""

    def __init__(self, path: Path, opened: _Opened, steps: Steps) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = opened.connection
        self._steps = steps
        self._erased = opened.known.get(ERASINGS)
        self.lighting = opened.known.get(LIGHTING)
        """How the room was lit then, read with the mark: the first picture waits for nothing more."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def writing(self, *, knowing_less: bool = False) -> Iterator[sqlite3.Connection]:
        """Lends the connection for one transaction, kept whole when the block ends and undone when it raises.

        Raises CannotKeep where the disk, the folder or another window will not have it; the next try looks anew. After
        an erasing elsewhere it raises ErasedMeanwhile until this window `looks_again`, for whatever is written here
        may still know who is gone; `knowing_less` is for what takes away and writes nothing of anybody's.
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
        mark = f'"{os.urandom(16).hex()}"'
        with self.writing(knowing_less=True) as connection:
            knew = last_erasing(connection) == self._erased
            yield connection
            connection.execute("INSERT OR REPLACE INTO preference (key, value) VALUES (?, ?)", (ERASINGS, mark))
        if knew:
            self._erased = mark

    def looks_again(self) -> bool:
        """Takes the drawer as it is now for what this window knows, and tells whether anything was erased meanwhile.

        To be asked only where nothing is held that was read or typed before. Raises an UnopenedFile.
        """
        known, self._erased = self._erased, self._now()
        return self._erased != known

    def refuse_erased(self) -> None:
        """Raises ErasedMeanwhile where this window may still know what was erased elsewhere: for what is no row."""
        with suppress(UnopenedFile):
            if self._now() != self._erased:
                raise ErasedMeanwhile(self.path)

    def _now(self) -> str | None:
        return next((row[0] for row in self.read(_LAST_ERASING, ERASINGS)), None)

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
            opened = _open(self.path, self._steps)
            if opened is None:
                raise UnreadableFile(self.path)
            self._connection = opened.connection
        return self._connection

    def _undo(self) -> None:
        if self._connection is not None and self._connection.in_transaction:
            with suppress(sqlite3.Error):
                self._connection.execute("ROLLBACK")


def last_erasing(connection: sqlite3.Connection) -> str | None:
    """Gives the mark of the last erasing: whoever opened the file before it may still hold what is gone."""
    return next((row[0] for row in connection.execute(_LAST_ERASING, (ERASINGS,))), None)


def _known_at_opening(connection: sqlite3.Connection, path: Path) -> dict[str, str]:
    """Gives what has to be known at once; a file without our tables is refused as unreadable."""
    read = "SELECT key, value FROM preference WHERE key IN (?, ?)"
    try:
        return dict(connection.execute(read, (ERASINGS, LIGHTING)).fetchall())
    except sqlite3.Error as error:
        raise refusal(error, path) from error


def open_database(path: Path, steps: Steps | None = None) -> Database:
    """Opens the family file, made where there is none and brought to today's schema where it is older.

    Raises NewerFile, ForeignFile, DamagedFile, UnreadableFile or OldSQLite with not a byte touched, and CannotKeep
    where a file has to be made or changed and cannot be. A file in a read-only place opens; writing says CannotKeep.
    Never within `writing` on the same file: see `look`.
    """
    refuse_old_sqlite(path)
    steps = steps or shipped_steps()
    opened = _open(path, steps)
    if opened is None:
        _begin(path, steps)
        opened = _open(path, steps)
    if opened is None:
        raise CannotKeep(path)
    return Database(path, opened, steps)


class _Opened(NamedTuple):
    """A file that has been opened, and what had to be known of it at once."""

    connection: sqlite3.Connection
    known: dict[str, str]


def _open(path: Path, steps: Steps) -> _Opened | None:
    """Opens a file that is there and fine; None where there is none."""
    found = look(path, newest(steps))
    if found is None:
        return None
    try:
        connection = _connect(path)
    except sqlite3.Error as error:
        raise refusal(error, path) from error
    try:
        _make_ready(connection, path, found, steps)
        known = _known_at_opening(connection, path)  # before anything of a file is touched that only says it is ours
    except BaseException:
        connection.close()
        raise
    mend(path, PRIVATE_FILE)
    _sweep(connection, path)
    return _Opened(connection, known)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=BUSY_SECONDS
    )
    try:
        # One flipped bit costs a letter, not the whole drawer.
        connection.text_factory = lambda letters: letters.decode("utf-8", "replace")
        for pragma in _PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def _make_ready(connection: sqlite3.Connection, path: Path, found: Found, steps: Steps) -> None:
    try:
        if not found.settled:
            check_whole(connection, path)
    except sqlite3.Error as error:
        raise refusal(error, path) from error
    # What a crash left may have been a migration half way, so its header is believed only after it is put right.
    if found.settled and found.version == newest(steps):
        return
    try:
        version = migrate(connection, steps, lambda old: back_up_before_migration(path, old))
    except (sqlite3.Error, OSError) as error:
        raise CannotKeep(path) from error
    if version > newest(steps):
        raise NewerFile(path)


def drawer(database: Database | None) -> Database:
    """Gives the drawer that something is to be kept in; raises CannotKeep in a house without one."""
    if database is None:
        raise CannotKeep
    return database


def _begin(path: Path, steps: Steps) -> None:
    """Makes a new file that appears with its whole schema, so that a kill never leaves an empty one behind."""
    fresh = path.with_name(fresh_name(path))
    try:
        begin_file(fresh)
        connection = _connect(fresh)
        try:
            migrate(connection, steps, lambda _: None)
        finally:
            connection.close()
        _put_in_place(fresh, path)
    except (OSError, sqlite3.Error) as error:
        # Another window that started at the same moment may have been first, and has swept ours away.
        if not path.exists():
            raise CannotKeep(path) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _put_in_place(fresh: Path, path: Path) -> None:
    """Gives the new file its name without ever taking the place of one that is there."""
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        return
    except OSError:
        # A stick formatted for cameras knows no second name for a file.
        if not path.exists():
            fresh.rename(path)
    settle(path.parent)
    # Somebody may have made the folder for us a moment ago.
    settle(path.parent.parent)


def _sweep(connection: sqlite3.Connection, path: Path) -> None:
    """Takes away what a kill left beside the file: a journal with nothing in it, and a first start half way."""
    with suppress(OSError, sqlite3.Error):
        if path.with_name(f"{path.name}-journal").exists():
            # Leaving this mode removes a journal that nobody writes to; SQLite takes the lock that makes it safe.
            connection.execute("PRAGMA journal_mode = PERSIST")
            connection.execute("PRAGMA journal_mode = DELETE")
        for stray in path.parent.iterdir():
            name = stray.name.removeprefix(".")
            if name.startswith(path.name) and _STRAY.fullmatch(name.removeprefix(path.name)):
                stray.unlink(missing_ok=True)

"""Puts a copy in the place of the family file: what was there is kept, and the change is whole or none at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from gatherround.disk import settle
from gatherround.storage.backup import copy_whole
from gatherround.storage.copies import copy_before_restore
from gatherround.storage.erasings import leave_mark
from gatherround.storage.home import fresh_name, set_aside
from gatherround.storage.looking import BUSY_SECONDS, check_whole, look, opened_to_read, refusal
from gatherround.storage.migrating import newest, shipped_steps
from gatherround.storage.troubles import CannotKeep, Trouble, UnopenedFile


@dataclass(frozen=True, slots=True)
class Inside:
    """What a drawer holds: the names on its cards, how many evenings, and the date of the last of them."""

    names: tuple[str, ...]
    evenings: int
    last: str | None


def look_inside(path: Path) -> Inside:
    """Says what a drawer of any schema up to today's holds; raises an UnopenedFile, and writes nothing."""
    if look(path, newest(shipped_steps())) is None:
        raise UnopenedFile(path)
    try:
        with closing(opened_to_read(path)) as reader:
            names = tuple(str(row[0]) for row in reader.execute("SELECT name FROM member ORDER BY seat, id"))
            evenings, last = reader.execute(
                "SELECT count(DISTINCT round), max(day) FROM entry WHERE kind = 'RoundBegan'"
            ).fetchone()
    except sqlite3.Error as error:
        raise refusal(error, path) from error
    return Inside(names, int(evenings), last)


def put_in_place(copy: Path, file: Path) -> Path | None:
    """Makes the family file what a copy holds, and gives where what was there is kept; none where nothing was.

    A file that can be read is copied into the backups first and then changed in one transaction, so that a window that
    is open sees it change; one that cannot be read is set aside, byte by byte as it is. Every window that is open then
    has to look again before it writes. Raises an UnopenedFile for a copy that cannot be read, or CannotKeep.
    """
    look_inside(copy)
    with _marked(copy) as source:
        try:
            return _put(source, file)
        except (OSError, sqlite3.Error) as error:
            raise CannotKeep(file) from error


@contextmanager
def _marked(copy: Path) -> Iterator[sqlite3.Connection]:
    """Lends what a copy holds under a fresh mark, read to its end before anything is touched.

    Its own may be the very mark that a window was opened under, to which an erasing has been news since. It is changed
    in memory, so that the file never stands there without it, and nothing of anybody's lies about after a kill.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as marked:
        try:
            with closing(opened_to_read(copy)) as source:
                source.backup(marked)
            marked.execute("PRAGMA trusted_schema = OFF")
            leave_mark(marked)
        except sqlite3.Error as error:
            raise refusal(error, copy) from error
        yield marked


def _put(source: sqlite3.Connection, file: Path) -> Path | None:
    if not file.exists():
        copy_whole(source, file, sealed=False)
        return None
    if not _reads(file):
        return _replace(source, file)
    kept = copy_before_restore(file)
    _change(source, file)
    return kept


def _reads(file: Path) -> bool:
    """Tells whether a file can be read; what a crash left in the middle of a move is first put right by SQLite."""
    try:
        found = look(file, newest(shipped_steps()))
        if found is not None and not found.settled:
            with closing(sqlite3.connect(file, timeout=BUSY_SECONDS)) as live:
                check_whole(live, file)
    except (Trouble, sqlite3.DatabaseError):
        return False
    return found is not None


def _change(source: sqlite3.Connection, file: Path) -> None:
    with closing(sqlite3.connect(file, timeout=BUSY_SECONDS)) as live:
        live.execute("PRAGMA synchronous = EXTRA")
        live.execute("PRAGMA secure_delete = ON")
        source.backup(live)


def _replace(source: sqlite3.Connection, file: Path) -> Path:
    """Gives a file that cannot be read a second name, and its own name to the copy: there is always one or the other.

    Its journal goes first: left where it is, it would be played back into the file that comes now.
    """
    aside = set_aside(file.parent)
    journal = file.with_name(f"{file.name}-journal")
    if journal.exists():
        _name_too(journal, aside.with_name(f"{aside.name}-journal"))
    _name_too(file, aside)
    journal.unlink(missing_ok=True)
    fresh = file.with_name(fresh_name(file))
    copy_whole(source, fresh, sealed=False)
    fresh.replace(file)
    settle(file.parent)
    return aside


def _name_too(path: Path, name: Path) -> None:
    try:
        name.hardlink_to(path)
    except OSError:
        # A folder, and anything on a stick formatted for cameras, has one name only.
        path.rename(name)

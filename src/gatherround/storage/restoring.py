"""Puts a copy in the place of the family file: what was there is kept, and the change is whole or none at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from gatherround.disk import settle
from gatherround.storage.backup import copy_whole
from gatherround.storage.copies import copy_before_restore
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
    is open sees it change; one that cannot be read is set aside, byte by byte as it is. Raises an UnopenedFile for a
    copy that cannot be read, or CannotKeep.
    """
    look_inside(copy)
    try:
        if not file.exists():
            _lay(copy, file)
            return None
        if _reads(file):
            kept = copy_before_restore(file)
            _change(copy, file)
            return kept
        return _replace(copy, file)
    except (OSError, sqlite3.Error) as error:
        raise CannotKeep(file) from error


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


def _change(copy: Path, file: Path) -> None:
    with closing(opened_to_read(copy)) as source, closing(sqlite3.connect(file, timeout=BUSY_SECONDS)) as live:
        live.execute("PRAGMA synchronous = EXTRA")
        live.execute("PRAGMA secure_delete = ON")
        source.backup(live)


def _replace(copy: Path, file: Path) -> Path:
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
    _lay(copy, fresh)
    fresh.replace(file)
    settle(file.parent)
    return aside


def _name_too(path: Path, name: Path) -> None:
    try:
        name.hardlink_to(path)
    except OSError:
        # A folder, and anything on a stick formatted for cameras, has one name only.
        path.rename(name)


def _lay(copy: Path, file: Path) -> None:
    with closing(opened_to_read(copy)) as source:
        copy_whole(source, file, sealed=False)

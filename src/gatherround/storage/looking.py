"""Looks at a family file before anything may be written, so that a file which is refused is never touched."""

from __future__ import annotations

import re
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gatherround.storage.troubles import (
    DamagedFile,
    ForeignFile,
    NewerFile,
    OldSQLite,
    Trouble,
    UnopenedFile,
    UnreadableFile,
)

APPLICATION_ID: Final = int.from_bytes(b"GRnd")
BUSY_SECONDS: Final = 5.0
"""How long another window is waited for."""

_MAGIC: Final = b"SQLite format 3\x00"
_HEADER: Final = 100
_WAL: Final = 2
_ERROR: Final = re.compile(r"error code=(\d+)")
_PRIMARY: Final = 0xFF
_BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


@dataclass(frozen=True, slots=True)
class Found:
    """A family file of this version; `settled` unless a crash left something that only a writer can put right."""

    version: int
    settled: bool


def refuse_old_sqlite(path: Path, version: tuple[int, ...] = sqlite3.sqlite_version_info) -> None:
    """Raises OldSQLite for a version before 3.37, the first with STRICT tables."""
    if version < (3, 37):
        raise OldSQLite(path)


def look(path: Path, newest: int) -> Found | None:
    """Gives what lies there, or None where nothing does; raises an UnopenedFile for all that is not ours to open.

    It reads the header's bytes itself (SQLite file format, 1.3), because SQLite takes 0 bytes for a fine empty file.
    Never while this process is within a transaction on the same file: closing any handle of a file lets go of all
    POSIX locks that the process has on it (SQLite, How To Corrupt, 2.2).
    """
    header = _header(path)
    if header is None:
        return None
    version = _version(header, path, newest)
    if _WAL in header[18:20]:
        # Reading a WAL file, even read only, would put two more files beside it.
        return Found(version, settled=False)
    try:
        with closing(opened_to_read(path)) as reader:
            check_whole(reader, path)
    except sqlite3.DatabaseError as error:
        if _code(error) == sqlite3.SQLITE_READONLY_ROLLBACK:
            return Found(version, settled=False)
        raise refusal(error, path) from error
    return Found(version, settled=True)


def opened_to_read(path: Path) -> sqlite3.Connection:
    """Opens a file that is there to be read, and never to be written or made; one flipped bit in it costs a letter."""
    reader = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    reader.text_factory = lambda letters: letters.decode("utf-8", "replace")
    return reader


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Raises DamagedFile, UnreadableFile or sqlite3.DatabaseError unless every page can be read and hangs together."""
    (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if said == "ok":
        return
    # A page that the disk will not give just now is counted among what is amiss, and is no damage.
    codes = (int(code) & _PRIMARY for code in _ERROR.findall(said))
    raise UnreadableFile(path) if sqlite3.SQLITE_IOERR in codes else DamagedFile(path)


def refusal(error: sqlite3.Error, path: Path) -> Trouble:
    """Gives the trouble that a family hears for an error of SQLite's about a file that cannot be read."""
    return DamagedFile(path) if says_broken(error) else UnreadableFile(path)


def says_broken(error: sqlite3.Error) -> bool:
    """Tells whether SQLite takes the file for damaged; under a failing disk it may say so of a healthy one."""
    return _code(error) & _PRIMARY in _BROKEN


def _code(error: sqlite3.Error) -> int:
    """Gives SQLite's own code; an error of Python's module has none."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)


def _header(path: Path) -> bytes | None:
    """Reads the first 100 bytes; opens nothing but an ordinary file, since a pipe of that name would never answer."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnreadableFile(path)
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        if path.is_symlink():
            raise UnreadableFile(path) from None
        return None
    except OSError:
        raise UnreadableFile(path) from None


def _version(header: bytes, path: Path, newest: int) -> int:
    """Gives the schema version of our own file by its header."""
    if trouble := _not_ours(header):
        raise trouble(path)
    version = int.from_bytes(header[60:64], signed=True)
    if version > newest:
        raise NewerFile(path)
    if version < 1:
        raise DamagedFile(path)
    return version


def _not_ours(header: bytes) -> type[UnopenedFile] | None:
    if not any(header) or (len(header) < _HEADER and _MAGIC.startswith(header[:16])):
        return DamagedFile
    if not header.startswith(_MAGIC) or int.from_bytes(header[68:72]) != APPLICATION_ID:
        return ForeignFile
    return None

"""How the family file is opened: looked at first, put right, brought to today's schema, or made where there is none."""

from __future__ import annotations

import re
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from gatherround.disk import PRIVATE_FILE, begin_file, settle
from gatherround.storage.backup import back_up_before_migration
from gatherround.storage.erasings import ERASINGS
from gatherround.storage.home import fresh_name, mend
from gatherround.storage.looking import BUSY_SECONDS, Found, check_whole, look, refusal
from gatherround.storage.migrating import Steps, migrate, newest
from gatherround.storage.troubles import CannotKeep, NewerFile

# DELETE with EXTRA came through 6,864 simulated power cuts; DELETE with FULL and WAL with NORMAL did not.
# secure_delete writes zeros over what is erased. What a stranger's schema defines is not run.
_PRAGMAS: Final = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
)
LIGHTING: Final = "lighting"
"""The preference that says how the room is lit and whether anything moves, which the first picture has to know."""
_STRAY: Final = re.compile(r"\.[0-9a-f]{8}\.new((\.[0-9a-f]{8})?\.partial)?(-journal)?")


class Opened(NamedTuple):
    """A file that has been opened, and what had to be known of it at once."""

    connection: sqlite3.Connection
    erased: str | None
    """The mark of the last erasing."""
    lighting: str | None


def opened(path: Path, steps: Steps) -> Opened | None:
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
    return Opened(connection, known.get(ERASINGS), known.get(LIGHTING))


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


def _known_at_opening(connection: sqlite3.Connection, path: Path) -> dict[str, str]:
    """Gives what has to be known at once; a file without our tables is refused as unreadable."""
    read = "SELECT key, value FROM preference WHERE key IN (?, ?)"
    try:
        return dict(connection.execute(read, (ERASINGS, LIGHTING)).fetchall())
    except sqlite3.Error as error:
        raise refusal(error, path) from error


def begin(path: Path, steps: Steps) -> None:
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

"""Care of the family's file: a copy a day, and nothing left of what was erased."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

from gatherround.disk import settle
from gatherround.host.chance import Clock, day_of
from gatherround.host.pages import MARK, bears
from gatherround.host.paper import CARDS_MARK, FIRST_TALK_MARK, TONIGHT_MARK
from gatherround.host.paths import is_there
from gatherround.storage.copies import back_up_on, every_trace, forget_copies, thin_out
from gatherround.storage.database import Database
from gatherround.storage.home import (
    cache_folder,
    cards_file,
    crash_log,
    first_talk_file,
    keepsake_file,
    set_aside_files,
    tonight_file,
)
from gatherround.storage.preferences import UNFINISHED_ERASING, forget_preference, preference
from gatherround.storage.troubles import Trouble
from gatherround.storage.whole import left_over

_COPYING: Final = Lock()
NOT_DELETED: Final = (
    "These could not be deleted yet, and may still hold what was erased. The next start of the game tries again:"
)


class Care:
    """Looks after what lies in a home. Where the disk will not have it, the evening goes on."""

    def __init__(self, home: Path, database: Database, clock: Clock) -> None:
        self._home = home
        self._database = database
        self._clock = clock

    def copy_today(self) -> None:
        """Makes the copy of today, if there is none and something to copy, and thins out the older ones.

        It opens the file for itself, so any thread may ask.
        """
        with _COPYING, suppress(OSError, sqlite3.Error, Trouble):
            today = day_of(self._clock)
            if back_up_on(self._database.path, today) is not None:
                thin_out(self._home, today)

    def finish_erasing(self) -> tuple[Path, ...]:
        """Takes away what may still hold something that was erased, and makes a fresh copy; gives what is still there.

        After an erasing that a closed lid has interrupted it is done again at the next start; so it is where the drawer
        cannot be asked just now, since its copies may then be the only way back.
        """
        try:
            if not preference(self._database, UNFINISHED_ERASING):
                return ()
        except Trouble:
            return (*every_trace(self._home), *_passing(self._home))
        # A copy that is being made in a thread may still hold what was erased, so it is waited for.
        with _COPYING:
            left = (*forget_copies(self._home), *_swept(self._home))
        if not left:
            with suppress(Trouble):
                forget_preference(self._database, UNFINISHED_ERASING)
        self.copy_today()
        return left


def _passing(home: Path) -> tuple[Path, ...]:
    """Gives what lies beside the drawer and can always be thrown away."""
    cached = cache_folder(home)
    files = [path for path in cached.rglob("*") if path.is_file()] if cached.is_dir() else []
    pages = [page for page, mark in _pages(home) if bears(page, mark)]
    found = (*files, crash_log(home), *set_aside_files(home), *left_over(home), *pages)
    return tuple(path for path in found if is_there(path))


def _swept(home: Path) -> tuple[Path, ...]:
    """Takes that away, and gives what is still there."""
    gone = _passing(home)
    for path in gone:
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for folder in {path.parent for path in gone}:
        settle(folder)
    return tuple(path for path in gone if is_there(path))


def _pages(home: Path) -> tuple[tuple[Path, str], ...]:
    """Gives where printed pages lie in the home that may name somebody, each with the mark of our own."""
    return (
        (keepsake_file(home), MARK),
        (tonight_file(home), TONIGHT_MARK),
        (first_talk_file(home), FIRST_TALK_MARK),
        (cards_file(home), CARDS_MARK),
    )

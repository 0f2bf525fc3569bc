"""The copies in the backups folder: one a day, seven days and four weeks of them, and those made before a change.

None of them outlives five weeks but the newest, so that what a family takes out is out of its copies too.
"""

from __future__ import annotations

import os
import re
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from gatherround.disk import private_folder, settle
from gatherround.storage.backup import copy_whole, digest_file, free_name, is_whole
from gatherround.storage.home import backups_folder
from gatherround.storage.looking import opened_to_read
from gatherround.storage.whole import abandoned

DAYS: Final = 7
WEEKS: Final = 4
LONGEST: Final = timedelta(weeks=5)
"""How long a copy stays where a newer one is whole."""
_DAILY: Final = re.compile(r"-day-(\d+)-(\d{4}-\d\d-\d\d)\.sqlite3$")
_SEAL: Final = ".sha256"
_HALVES: Final = (".partial", ".partial-journal")
_ENDS: Final = (".sqlite3", f".sqlite3{_SEAL}", *_HALVES)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy: what it is called, and the day on the wall when it was made, where it is one of a day.

    `number` orders those of a day, whatever the clock said; it is 0 for a copy that was made before a change.
    """

    path: Path
    number: int = 0
    day: date | None = None

    @property
    def whole(self) -> bool:
        """Whether it is still what was written."""
        return is_whole(self.path)


def copies(home: Path) -> tuple[Copy, ...]:
    """Gives every copy, those of a day first and the newest of them first."""
    folder = backups_folder(home)
    found = [_copy(path) for path in folder.glob("*.sqlite3")] if folder.is_dir() else []
    return tuple(sorted(found, key=lambda copy: (-copy.number, copy.path.name)))


def back_up_on(file: Path, day: date) -> Path | None:
    """Makes the copy of a day, unless there is a whole one or nothing has happened yet.

    Raises OSError or sqlite3.Error; FileExistsError where another window has just taken the name of this copy. It
    opens the file for itself, so any thread may ask.
    """
    home = file.parent
    if any(copy.day == day and copy.whole for copy in copies(home)) or not _holds_anything(file):
        return None
    return copy_now(file, f"day-{_last_number(home) + 1:06}-{day.isoformat()}")


def copy_before_restore(file: Path) -> Path:
    """Makes the copy of what something else is about to take the place of; raises as `copy_now` does."""
    folder, called = backups_folder(file.parent), f"{file.stem}-before-restore"
    return _copy_to(file, free_name(folder, called, file.suffix))


def copy_now(file: Path, called: str) -> Path:
    """Makes a copy under a name of its own; raises FileExistsError, OSError or sqlite3.Error."""
    return _copy_to(file, backups_folder(file.parent) / f"{file.stem}-{called}{file.suffix}")


def _copy_to(file: Path, target: Path) -> Path:
    private_folder(target.parent)
    with closing(opened_to_read(file)) as source:
        copy_whole(source, target)
    return target


def _last_number(home: Path) -> int:
    """Gives the highest number that a copy of a day has taken, also one of which a kill has left the SHA-256 alone."""
    folder = backups_folder(home)
    names = (path.name.removesuffix(_SEAL) for path in folder.iterdir()) if folder.is_dir() else ()
    return max((int(found[1]) for name in names if (found := _DAILY.search(name))), default=0)


def _holds_anything(file: Path) -> bool:
    """Tells whether a card, an evening or a page of the family's own lies in a file of today's schema."""
    asked = "SELECT EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM member) OR EXISTS (SELECT 1 FROM page)"
    with closing(opened_to_read(file)) as reader:
        return bool(reader.execute(asked).fetchone()[0])


def thin_out(home: Path, today: date) -> None:
    """Keeps the newest whole copy of each of seven days and of each of four weeks before them; none past five weeks.

    The newest of a day stays however old it is, and while there is none that is whole, nothing goes. Copies from before
    a change, and what is whole no more, stay for their five weeks. Days are those on the wall when a copy was made, and
    the newest is the one with the highest number: a clock that was set back or forward takes nothing away that a newer
    copy does not hold.
    """
    found = copies(home)
    good = [copy for copy in found if copy.day is not None and copy.whole]
    if not good:
        return
    days: set[date] = set()
    weeks: set[tuple[int, int]] = set()
    kept = {copy for copy in good if copy.day is not None and _kept(copy.day, days, weeks)}
    for copy in found:
        counted = copy in kept or copy not in good
        if copy is not good[0] and (not counted or today - _made(copy) > LONGEST):
            remove(copy.path)
    for path in every_trace(home):
        if _stray(path) and abandoned(path):
            _gone(path)


def _stray(path: Path) -> bool:
    """Tells whether something in the folder belongs to no copy: half of one, or the SHA-256 of one that never was."""
    return path.name.endswith(_HALVES) or (path.name.endswith(_SEAL) and not path.with_name(path.stem).exists())


def _made(copy: Copy) -> date:
    """Says when a copy was made: by its name, or else by what the disk says of it."""
    if copy.day is not None:
        return copy.day
    try:
        return datetime.fromtimestamp(copy.path.stat().st_mtime, UTC).astimezone().date()
    except (OSError, OverflowError, ValueError):
        return date.max


def _kept(day: date, days: set[date], weeks: set[tuple[int, int]]) -> bool:
    """Tells whether the newest copy that is left belongs to a day or a week of which there is none yet."""
    week = day.isocalendar()[:2]
    if day in days:
        return False
    if len(days) < DAYS:
        days.add(day)
        return True
    if week in weeks or len(weeks) == WEEKS:
        return False
    weeks.add(week)
    return True


def remove(copy: Path) -> None:
    """Takes a copy away, and its SHA-256; what cannot be taken away stays."""
    for path in (copy, digest_file(copy)):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def forget_copies(home: Path) -> tuple[Path, ...]:
    """Takes every copy away, with its SHA-256 and what a kill has left of one; gives those that could not be taken."""
    left = tuple(path for path in every_trace(home) if not _gone(path))
    settle(backups_folder(home))
    return left


def _gone(path: Path) -> bool:
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return not os.path.lexists(path)


def every_trace(home: Path) -> tuple[Path, ...]:
    """Gives every copy, its SHA-256 and what a kill has left of one; the folder where it cannot be looked into."""
    folder = backups_folder(home)
    try:
        return tuple(path for path in folder.iterdir() if path.name.endswith(_ENDS) and path.is_file())
    except FileNotFoundError:
        return ()
    except OSError:
        return (folder,)


def _copy(path: Path) -> Copy:
    found = _DAILY.search(path.name)
    if found is None:
        return Copy(path)
    try:
        return Copy(path, int(found[1]), date.fromisoformat(found[2]))
    except ValueError:
        return Copy(path)

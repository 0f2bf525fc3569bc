"""What is kept and who can open it, said in plain words."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gatherround.storage.home import PRINTED, usual_home
from gatherround.storage.troubles import NoHome

ONLY_YOU: Final = "only you, with this account"
OTHERS: Final = "others on this computer can open it"
NEVER: Final = (
    "who passed, guesses, votes, what was said or written in a story, which feeling somebody chose for themselves. "
    "Nothing ever leaves this computer."
)
_OTHERS: Final = 0o077
_GROUPS: Final[tuple[tuple[str, str | tuple[str, ...], str], ...]] = (
    ("the family file", "family.sqlite3", "cards, evenings, and pages of your own"),
    ("backups", "backups/", "whole copies, one a day; gatherround restore goes back to one"),
    ("the page to keep", "keepsake.html", "your quilt, the house's words, what was noticed"),
    ("printed pages", PRINTED, "the last that you had printed here, with names where you have cards"),
    ("story books", "packs/", "your own, as you put them there"),
    ("books, read", "cache/", "can be thrown away at any time"),
    ("a crash", "crash.log", "what broke and where, with no word of yours"),
)
_OTHER: Final = ("other things", "not the game's")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """One file of the family: its name within the home, its size in bytes, and who can open it."""

    name: str
    size: int
    who: str


@dataclass(frozen=True, slots=True)
class KeptGroup:
    """Files of one sort: what they are called in plain words, what they hold, and all of them."""

    called: str
    holds: str
    files: tuple[KeptFile, ...]

    @property
    def size(self) -> int:
        """Their bytes together."""
        return sum(file.size for file in self.files)

    @property
    def who(self) -> str:
        """Who can open the least closed of them."""
        return OTHERS if any(file.who == OTHERS for file in self.files) else ONLY_YOU


def not_yet(data_dir: Path | None, environ: Mapping[str, str]) -> Path | None:
    """Says where this family's folder would be, while nothing lies there; it makes none. None where something does."""
    try:
        home = usual_home(data_dir, environ)
    except NoHome:
        return None
    try:
        return None if any(home.iterdir()) else home
    except FileNotFoundError:
        return home
    except (OSError, ValueError):
        return None  # what is no folder is spoken of by whoever opens the house


def kept_files(home: Path) -> Iterator[KeptFile]:
    """Gives every file in the home, in order of their names; a journal may have gone between two looks."""
    for path in sorted(path for path in home.rglob("*") if path.is_file()):
        try:
            stat = path.stat()
        except OSError:
            continue
        open_to_others = os.name == "posix" and stat.st_mode & _OTHERS
        yield KeptFile(path.relative_to(home).as_posix(), stat.st_size, OTHERS if open_to_others else ONLY_YOU)


def kept_groups(home: Path) -> tuple[KeptGroup, ...]:
    """Gives the files in the home by what they are; what is not the game's own comes last, as other things."""
    theirs: dict[str, list[KeptFile]] = {}
    for file in kept_files(home):
        called = next((called for called, begins, _ in _GROUPS if file.name.startswith(begins)), _OTHER[0])
        theirs.setdefault(called, []).append(file)
    sorts = (*((called, holds) for called, _, holds in _GROUPS), _OTHER)
    return tuple(KeptGroup(called, holds, tuple(theirs[called])) for called, holds in sorts if called in theirs)


def said_size(size: int) -> str:
    """Says how large something is: 800 bytes, 57 KB, 3.2 MB."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"

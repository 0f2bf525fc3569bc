"""Where a family's things are kept: one folder that only its owner can read."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from gatherround.disk import PRIVATE_FOLDER, private_folder
from gatherround.storage.troubles import NoHome

_FAMILY: Final = "family.sqlite3"
_KEEPSAKE: Final = "keepsake.html"
_TONIGHT: Final = "tonight.html"
_FIRST_TALK: Final = "first-talk.html"
_CARDS: Final = "cards.html"
PRINTED: Final = (_TONIGHT, _CARDS, _FIRST_TALK)
"""What somebody has had printed here."""
_OURS: Final = frozenset({_FAMILY, _KEEPSAKE, *PRINTED, "backups", "cache", "packs", "crash.log", ".DS_Store"})
_ASIDE: Final = ".set-aside-"


def find_home(data_dir: Path | None, environ: Mapping[str, str]) -> Path:
    """Gives the folder of this family, made if need be: `--data-dir`, else GATHERROUND_HOME, else the usual place.

    Raises NoHome where there is none and none can be made. A folder that is there may still be read only.
    """
    home = usual_home(data_dir, environ)
    try:
        private_folder(home)
        if not _chosen(data_dir, environ) or _holds_ours_alone(home):
            mend(home, PRIVATE_FOLDER)
    except (OSError, RuntimeError):
        raise NoHome(home) from None
    return home


def usual_home(data_dir: Path | None, environ: Mapping[str, str]) -> Path:
    """Says where this family's folder is, without making it; raises NoHome where there can be none."""
    home = chosen = _chosen(data_dir, environ)
    try:
        home = (chosen or user_data_path("gatherround", appauthor=False)).expanduser()
        # Without a HOME the usual place comes back as a literal "~", and must not become a folder of that name.
        if chosen is None and not home.is_absolute():
            raise NoHome(home)
        return home.absolute()
    except (OSError, RuntimeError):
        # Of somebody whom this computer does not know, nobody can say where their home is.
        raise NoHome(home) from None


def _chosen(data_dir: Path | None, environ: Mapping[str, str]) -> Path | None:
    return data_dir or (Path(told) if (told := environ.get("GATHERROUND_HOME")) else None)


def family_file(home: Path) -> Path:
    """Says where the family file lies."""
    return home / _FAMILY


def backups_folder(home: Path) -> Path:
    """Says where whole copies of the family file lie; whoever writes there makes it first."""
    return home / "backups"


def cache_folder(home: Path) -> Path:
    """Says where things lie that can always be thrown away; whoever writes there makes it first."""
    return home / "cache"


def keepsake_file(home: Path) -> Path:
    """Says where the page to keep lies, once somebody has asked for one."""
    return home / _KEEPSAKE


def tonight_file(home: Path) -> Path:
    """Says where a dinner without the screen lies, once somebody has had it printed."""
    return home / _TONIGHT


def first_talk_file(home: Path) -> Path:
    """Says where the sheet for a first talk lies, once somebody has had it printed."""
    return home / _FIRST_TALK


def cards_file(home: Path) -> Path:
    """Says where cards to cut out lie, once somebody has had them printed."""
    return home / _CARDS


def crash_log(home: Path) -> Path:
    """Says where the last crash is written down."""
    return home / "crash.log"


def fresh_name(file: Path) -> str:
    """Gives the name under which a drawer is made before it takes its place; what a kill leaves of one is swept."""
    return f"{file.name}.{os.urandom(4).hex()}.new"


def set_aside(home: Path) -> Path:
    """Says where a file that cannot be read is put, under a name that nothing has yet."""
    taken = {path.name for path in set_aside_files(home)}
    number = 1
    while (name := f"{_FAMILY}{_ASIDE}{number}") in taken:
        number += 1
    return home / name


def set_aside_files(home: Path) -> tuple[Path, ...]:
    """Gives every file that was put aside, with what lay beside it."""
    return tuple(sorted(path for path in home.glob(f"{_FAMILY}{_ASIDE}*") if path.is_file()))


def mend(path: Path, mode: int) -> None:
    """Takes away what others may do with a file or folder that we own; somebody else's stays as it is."""
    with suppress(OSError):
        found = path.stat()
        if found.st_mode & 0o077 and found.st_uid == _me(found.st_uid):
            path.chmod(mode)


def _me(whoever: int) -> int:
    return os.geteuid() if hasattr(os, "geteuid") else whoever


def _holds_ours_alone(home: Path) -> bool:
    """Tells whether a folder is only ours; one that is shared with other things keeps the bits it has.

    `--data-dir /tmp` or a documents folder is somebody's choice, and closing it to others would not be.
    """
    if home.stat().st_mode & stat.S_ISVTX:
        return False
    return all(name in _OURS or name.startswith(_FAMILY) for name in os.listdir(home))  # noqa: PTH208 - names suffice

"""The doctor: looks at everything that the family's file depends on, touches nothing, and says what may help."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final, Literal, TypeAlias

import gatherround
from gatherround.domain.text import tidy
from gatherround.host.paths import is_there
from gatherround.host.voice import find_voice, how_to_get_one
from gatherround.storage.copies import copies
from gatherround.storage.home import backups_folder, family_file, set_aside_files, usual_home
from gatherround.storage.looking import look, opened_to_read
from gatherround.storage.migrating import newest, shipped_steps
from gatherround.storage.troubles import NoHome, Trouble

State: TypeAlias = Literal["fine", "look", "trouble"]
LITTLE_ROOM: Final = 50 * 2**20
"""Bytes below which a disk is about to be full."""
_SYNCED: Final = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "syncthing": "Syncthing",
}
_SYNC_MARKS: Final = (".stfolder", ".dropbox", ".dropbox.cache")
_CONFLICTS: Final = ("conflict", "in konflikt", "conflit")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `fine`, worth a `look`, or a `trouble`; what was found, and what may help."""

    about: str
    state: State
    says: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the terminal has said about itself; the size is none where there is no terminal."""

    environ: Mapping[str, str]
    encoding: str
    size: tuple[int, int] | None


def examine(data_dir: Path | None, terminal: Terminal) -> tuple[Finding, ...]:
    """Looks at the home, the file, the copies, the versions, the voice and the terminal."""
    return (*_home(data_dir, terminal.environ), *_versions(), _voice(), *_terminal(terminal))


def _home(data_dir: Path | None, environ: Mapping[str, str]) -> Iterator[Finding]:
    try:
        home = usual_home(data_dir, environ)
    except NoHome as trouble:
        yield Finding("home", "trouble", trouble.sentence, "Set HOME, or choose a folder with --data-dir.")
        return
    if _shut(home):
        says = f"{tidy(str(home))} is no folder, or this account may not look into it."
        yield Finding("home", "trouble", says, "Look at whose it is, or choose another folder with --data-dir.")
        return
    if not is_there(home):
        yield Finding("home", "fine", f"{tidy(str(home))} is made on the first evening.")
        return
    writes = os.access(home, os.W_OK)
    says = tidy(str(home)) if writes else f"{tidy(str(home))} cannot be written to."
    yield Finding("home", "fine" if writes else "trouble", says, "" if writes else "You can play; nothing is kept.")
    yield _room(home)
    yield from _file(home)
    yield _closed(home)
    yield from _synced(home)
    yield from _copies(home)


def _shut(folder: Path) -> bool:
    """Tells whether something is there that this account may not list, or may not reach into."""
    try:
        os.listdir(folder)  # noqa: PTH208 - it is asked for, and not for names
        family_file(folder).lstat()
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


def _room(home: Path) -> Finding:
    try:
        free = shutil.disk_usage(home).free
    except OSError:
        return Finding("room", "look", "This disk does not say how much of it is free.")
    if free < LITTLE_ROOM:
        return Finding("room", "look", f"{free // 2**20} MB are free on this disk.", "Make some room.")
    return Finding("room", "fine", f"{free // 2**20:,} MB are free on this disk.")


def _file(home: Path) -> Iterator[Finding]:
    file = family_file(home)
    steps = shipped_steps()
    try:
        found = look(file, newest(steps))
    except Trouble as trouble:
        yield Finding("file", "trouble", trouble.sentence, "gatherround restore shows the copies that there are.")
        return
    if found is None:
        yield Finding("file", "fine", "There is no family file yet.")
        return
    if not found.settled:
        yield Finding(
            "file", "look", "A window is open, or was closed in the middle of a move.", "The next start mends it."
        )
        return
    yield _whole(file)
    if found.version < newest(steps):
        yield Finding(
            "schema", "look", f"Schema {found.version} of {newest(steps)}.", "The next start brings it up to date."
        )
    for aside in set_aside_files(home):
        yield Finding(
            "set aside", "look", f"{tidy(str(aside))} could not be read.", "Delete it when you need it no more."
        )


def _whole(file: Path) -> Finding:
    try:
        with closing(opened_to_read(file)) as reader:
            torn = [row[0] for row in reader.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
            torn += [f"{row[0]} refers to nothing" for row in reader.execute("PRAGMA foreign_key_check")]
    except sqlite3.Error as error:
        torn = [type(error).__name__]
    if torn:
        return Finding("file", "trouble", f"It does not hang together: {'; '.join(torn)}.", "gatherround restore")
    return Finding("file", "fine", "Every page of the family file hangs together.")


def _closed(home: Path) -> Finding:
    if os.name != "posix":
        return Finding("permissions", "fine", "This system knows no such rules.")
    things = (home, *(path for path in home.rglob("*") if "packs" not in path.relative_to(home).parts))
    left = [path for path in things if _open_to_others(path)]
    if left:
        shown = ", ".join(tidy(str(path)) for path in left[:3])
        return Finding("permissions", "look", f"Others on this computer can open {shown}.", f"chmod -R go= {shown}")
    return Finding("permissions", "fine", "Only you, with this account, can open what is kept.")


def _open_to_others(path: Path) -> bool:
    """Tells whether others can open something; a journal may have gone between two looks."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return not stat.S_ISLNK(mode) and bool(stat.S_IMODE(mode) & 0o077)


def _synced(home: Path) -> Iterator[Finding]:
    # As words of their own: a folder of Megan's is none of MEGA's.
    words = f" {' '.join(re.findall(r'[a-z]+', ' '.join(home.parts).casefold()))} "
    service = next((said for sign, said in _SYNCED.items() if f" {sign} " in words), None)
    if service is None and any(is_there(parent / mark) for parent in (home, *home.parents) for mark in _SYNC_MARKS):
        service = "a program that syncs folders"
    if service:
        says = f"This folder is kept in step by {service}, which can tear a file that is open."
        yield Finding("syncing", "look", says, "Choose another folder with --data-dir; gatherround export moves house.")
    for path in sorted(home.iterdir()):
        name = path.name.casefold()
        if name.startswith("family") and any(sign in name for sign in _CONFLICTS):
            yield Finding("syncing", "look", f"{tidy(str(path))} is a copy made in conflict.", "Nothing was deleted.")
    if not service:
        yield Finding("syncing", "fine", "No program that syncs folders was noticed here.")


def _copies(home: Path) -> Iterator[Finding]:
    if _shut(folder := backups_folder(home)):
        says = f"{tidy(str(folder))} is no folder, or this account may not look into it."
        yield Finding("backups", "trouble", says, "Look at whose it is; until then no copy of a day is made.")
        return
    found = copies(home)
    daily = [copy for copy in found if copy.day is not None]
    for copy in found:
        if not copy.whole:
            says = f"{tidy(copy.path.name)} is no longer what was written, or nobody wrote down what it was."
            yield Finding("backups", "trouble", says, "It is not gone back to. You may delete it.")
    if daily:
        says = f"{len(daily)} of a day, the newest of {daily[0].day}; {len(found) - len(daily)} made before a change."
        yield Finding("backups", "fine", says)
    else:
        yield Finding("backups", "fine" if not found else "look", "None of a day yet; one is made when you play.")


def _versions() -> Iterator[Finding]:
    parts = ("textual", "rich", "PyYAML", "pydantic")
    shown = ", ".join(f"{part} {_version(part)}" for part in parts)
    yield Finding(
        "versions", "fine", f"Gather Round {gatherround.__version__}, Python {platform.python_version()}, {shown}"
    )
    sqlite_fine = sqlite3.sqlite_version_info >= (3, 37)
    cure = "" if sqlite_fine else "Gather Round needs SQLite 3.37 or newer."
    yield Finding("sqlite", "fine" if sqlite_fine else "trouble", f"SQLite {sqlite3.sqlite_version}", cure)
    yield Finding("system", "fine", f"{platform.system()} {platform.release()}, {sys.platform}")


def _version(part: str) -> str:
    try:
        return metadata.version(part)
    except metadata.PackageNotFoundError:
        return "unknown"


def _voice() -> Finding:
    voice = find_voice()
    if voice is None:
        return Finding("voice", "look", "There is no voice to read aloud.", how_to_get_one())
    return Finding("voice", "fine", f"{Path(voice.command[0]).name} reads aloud.")


def _terminal(terminal: Terminal) -> Iterator[Finding]:
    kind = terminal.environ.get("TERM", "")
    if terminal.size is None:
        yield Finding("terminal", "look", "This is no terminal.", "gatherround --plain also plays through a pipe.")
    elif kind in {"", "dumb"}:
        yield Finding("terminal", "look", f"TERM is {kind or 'not set'}.", "gatherround --plain plays line by line.")
    else:
        width, height = terminal.size
        fits = width >= 40 and height >= 12
        cure = "" if fits else "The table needs 40 columns and 12 rows, the study 60 and 18."
        yield Finding("terminal", "fine" if fits else "look", f"{tidy(kind)}, {width} columns, {height} rows.", cure)
    yield _colours(terminal.environ)
    utf8 = terminal.encoding.replace("-", "").casefold() == "utf8"
    cure = "" if utf8 else "gatherround --ascii draws with the signs of every keyboard."
    yield Finding("letters", "fine" if utf8 else "look", f"Letters come as {tidy(terminal.encoding)}.", cure)


def _colours(environ: Mapping[str, str]) -> Finding:
    if environ.get("NO_COLOR"):
        return Finding("colours", "fine", "NO_COLOR is set: nothing is said by colour alone.")
    if environ.get("COLORTERM", "").casefold() in {"truecolor", "24bit"}:
        return Finding("colours", "fine", "All colours.")
    return Finding("colours", "fine", "256 colours or fewer: chairs look a little more alike, and keep their patterns.")

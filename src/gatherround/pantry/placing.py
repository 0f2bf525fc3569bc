"""Puts story books on the family's shelf and takes them away: whole or not at all, whenever the lid closes.

A book arrives beside its place (`.arriving-…`), is brought to the disk, and only then given its name. What it takes the
place of stands aside (`.aside-…`) for that moment, and is kept afterwards as the one old copy (`.earlier/…`).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from gatherround.disk import PRIVATE_FOLDER, private_folder, settle, write_file
from gatherround.pantry.parcels import Parcel

EARLIER: Final = ".earlier"
_ARRIVING: Final = ".arriving-"
_ASIDE: Final = ".aside-"
_LEAVING: Final = ".leaving-"


@contextmanager
def arriving(book: Parcel, name: str, shelf: Path) -> Iterator[Path]:
    """Lends a story book laid beside its place under this name; nothing of it stays unless it is put. Raises OSError.

    Every file and folder of it is for its owner alone.
    """
    private_folder(shelf)
    beside = shelf / f"{_ARRIVING}{os.urandom(4).hex()}"
    beside.mkdir(mode=PRIVATE_FOLDER)
    try:
        whole = beside / name
        if not book.alone:
            whole.mkdir(mode=PRIVATE_FOLDER)
        for inside, content in book.files:
            _write(whole if book.alone else whole / inside, content)
        for folder in (path for path in (beside, *beside.rglob("*")) if path.is_dir()):
            settle(folder)
        yield whole
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def put(whole: Path, target: Path, instead_of: Sequence[Path]) -> None:
    """Gives an arriving book its name, and keeps what it takes the place of as the one old copy; raises OSError.

    Where something goes wrong, or the lid closes in between, the earlier one stands where it stood.
    """
    shelf = target.parent
    if not instead_of:
        whole.rename(target)
        settle(shelf)
        return
    aside = shelf / f"{_ASIDE}{target.name}"
    aside.mkdir(mode=PRIVATE_FOLDER)
    try:
        # What has the name goes first: by the name being free it is seen afterwards that nothing has come yet.
        for path in sorted(instead_of, key=lambda path: path != target):
            path.rename(aside / path.name)
        settle(aside)
        whole.rename(target)
    finally:
        mend(shelf)


def take_away(paths: Sequence[Path], earlier: str) -> None:
    """Takes story books off their shelf for good, the old copy of this id included; raises OSError."""
    shelf = paths[0].parent
    away = shelf / f"{_LEAVING}{os.urandom(4).hex()}"
    away.mkdir(mode=PRIVATE_FOLDER)
    for path in paths:
        path.rename(away / path.name)
    old = shelf / EARLIER / earlier
    if os.path.lexists(old):
        old.rename(away / f"{_ASIDE}{earlier}")
    settle(shelf)
    shutil.rmtree(away, ignore_errors=True)


def mend(shelf: Path) -> None:
    """Finishes what a closed lid has interrupted: the new book if it had its name, else the one before. Raises OSError.

    What stands aside goes back to its place, or becomes the old copy.
    """
    for aside in _named(shelf, _ASIDE):
        target = shelf / aside.name.removeprefix(_ASIDE)
        if not any(aside.iterdir()):
            aside.rmdir()
        elif os.path.lexists(target):
            _keep_earlier(aside, shelf / EARLIER / target.stem)
        else:
            # Last comes what had the name, so that it is free until all are back.
            for path in sorted(aside.iterdir(), key=lambda path: path.name == target.name):
                path.rename(shelf / path.name)
            aside.rmdir()
        settle(shelf)


def unfinished(shelf: Path) -> bool:
    """Tells whether a closed lid has left something standing aside."""
    return bool(_named(shelf, _ASIDE))


def sweep(shelf: Path) -> None:
    """Takes away what was on its way in or out when a lid closed."""
    for stray in (*_named(shelf, _ARRIVING), *_named(shelf, _LEAVING)):
        shutil.rmtree(stray, ignore_errors=True)


def _named(shelf: Path, beginning: str) -> list[Path]:
    with suppress(OSError):
        return sorted(path for path in shelf.iterdir() if path.name.startswith(beginning) and path.is_dir())
    return []


def _keep_earlier(aside: Path, earlier: Path) -> None:
    earlier.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    if os.path.lexists(earlier):
        gone = aside.with_name(f"{_LEAVING}{os.urandom(4).hex()}")
        earlier.rename(gone)
        shutil.rmtree(gone, ignore_errors=True)
    aside.rename(earlier)
    settle(earlier.parent)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    write_file(path, content)

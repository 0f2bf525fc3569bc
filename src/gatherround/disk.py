"""The ground that the house stands on: what is asked of a disk so that a closed lid loses nothing."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

PRIVATE_FOLDER: Final = 0o700
PRIVATE_FILE: Final = 0o600
_FRESH: Final = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


def private_folder(folder: Path) -> None:
    """Makes a folder, and every missing folder above it, readable by its owner alone; raises OSError."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        private_folder(folder.parent)
    folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    # A folder whose name the disk does not remember takes all with it that was kept inside.
    settle(folder.parent)


def begin_file(path: Path) -> None:
    """Makes an empty file that only its owner can read; raises FileExistsError where one is, or OSError."""
    os.close(os.open(path, _FRESH, PRIVATE_FILE))


def write_file(path: Path, content: bytes) -> None:
    """Makes a file that only its owner can read, down on the disk when this ends; raises as `begin_file` does.

    Its name is there only once the folder has settled.
    """
    with os.fdopen(os.open(path, _FRESH, PRIVATE_FILE), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Asks the disk to remember the names in a folder; a system that cannot be asked remembers them anyway."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""A path as whoever typed it meant it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def meant(path: Path) -> Path:
    """Gives it whole, with ~ for a home where there is somebody of that name; raises nothing."""
    with suppress(RuntimeError):
        path = path.expanduser()
    return path.absolute()


def is_there(path: Path) -> bool:
    """Tells whether anything lies there; no where nothing of that name could."""
    with suppress(OSError, ValueError):
        return path.exists() or path.is_symlink()
    return False


def is_folder(path: Path) -> bool:
    """Tells whether a folder lies there; no where nothing of that name could."""
    with suppress(OSError, ValueError):
        return path.is_dir()
    return False


def is_file(path: Path) -> bool:
    """Tells whether a plain file lies there; no where nothing of that name could."""
    with suppress(OSError, ValueError):
        return path.is_file()
    return False

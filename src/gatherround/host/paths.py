"""A path as whoever typed it meant it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import unquote

_ADDRESS: Final = "file://"


def meant(path: Path) -> Path:
    """Gives it whole, with ~ for a home where there is somebody of that name; raises nothing."""
    with suppress(RuntimeError):
        path = path.expanduser()
    return path.absolute()


def typed(said: str) -> Path:
    """Gives a path as it was typed into a box, pasted or dragged there: in quotes, with ~, or as file://."""
    said = said.strip()
    if len(said) > 1 and said[0] == said[-1] and said[0] in {"'", '"'}:
        said = said[1:-1]
    if said.casefold().startswith(_ADDRESS):
        said = unquote(said[len(_ADDRESS) :].removeprefix("localhost"))
    path = meant(Path(said))
    # A terminal into which a file is dragged puts a backslash before every blank.
    dragged = meant(Path(said.replace("\\ ", " ")))
    return dragged if not is_there(path) and is_there(dragged) else path


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

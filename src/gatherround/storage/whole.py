"""Files that appear whole or not at all, and that only their owner can read."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from gatherround.disk import settle, write_file
from gatherround.storage.troubles import CannotKeep

_STRAY: Final = re.compile(r"\.[0-9a-f]{8}\.partial")
_LEFT_OVER: Final = re.compile(r"\..+\.[0-9a-f]{8}\.partial")


def write_whole(path: Path, content: str | bytes) -> None:
    """Writes a file in place of the one before; a kill or a full disk leaves that one as it was. Raises CannotKeep."""
    try:
        put_whole(path, content)
    except OSError as error:
        raise CannotKeep(path) from error


def put_whole(path: Path, content: str | bytes) -> None:
    """Does the same for whoever has a sentence of their own for it; raises OSError.

    Written beside it, brought to the disk, and only then given the name: no other order loses nothing.
    """
    try:
        _write_beside(path, content).replace(path)
        settle(path.parent)
    finally:
        _sweep(path)


def write_new(path: Path, content: str | bytes) -> None:
    """Writes a file as `write_whole` does where there is none; raises FileExistsError where there is, or CannotKeep."""
    if os.path.lexists(path):
        raise FileExistsError(path)
    try:
        _name(_write_beside(path, content), path)
        settle(path.parent)
    except FileExistsError:
        raise
    except OSError as error:
        raise CannotKeep(path) from error
    finally:
        _sweep(path)


def left_over(folder: Path) -> tuple[Path, ...]:
    """Gives what could not be finished in a folder by games that were killed; it holds somebody's words."""
    try:
        return tuple(path for path in folder.iterdir() if _LEFT_OVER.fullmatch(path.name) and path.is_file())
    except OSError:
        return ()


def _write_beside(path: Path, content: str | bytes) -> Path:
    partial = path.with_name(f".{path.name}.{os.urandom(4).hex()}.partial")
    write_file(partial, content.encode("utf-8") if isinstance(content, str) else content)
    return partial


def _name(partial: Path, path: Path) -> None:
    """Gives a file its name without ever taking the place of one that has come meanwhile."""
    try:
        path.hardlink_to(partial)
    except FileExistsError:
        raise
    except OSError:
        # A stick formatted for cameras knows no second name for a file.
        if path.exists():
            raise FileExistsError(path) from None
        partial.rename(path)


def _sweep(path: Path) -> None:
    """Takes away what could not be finished, now or in a game that was killed: it holds somebody's words."""
    with suppress(OSError):
        for stray in path.parent.iterdir():
            if stray.name.startswith(f".{path.name}") and _STRAY.fullmatch(stray.name.removeprefix(f".{path.name}")):
                stray.unlink(missing_ok=True)

"""Files that appear whole or not at all, and that only their owner can read."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from gatherround.disk import settle, write_file
from gatherround.storage.troubles import CannotKeep

AN_HOUR: Final = 3600.0
"""Seconds after which whoever began a file is not writing it any more; the largest takes a minute on a slow stick."""
_STRAY: Final = re.compile(r"\.[0-9a-f]{8}\.partial(-journal)?")
_LEFT_OVER: Final = re.compile(rf"\..+{_STRAY.pattern}")


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
    with beside(path) as partial:
        _write(partial, content)
        partial.replace(path)
        settle(path.parent)


def write_new(path: Path, content: str | bytes) -> None:
    """Writes a file as `write_whole` does where there is none; raises FileExistsError where there is, or CannotKeep."""
    try:
        put_new(path, content)
    except FileExistsError:
        raise
    except OSError as error:
        raise CannotKeep(path) from error


def put_new(path: Path, content: str | bytes) -> None:
    """Does the same for whoever has a sentence of their own for it; raises FileExistsError or another OSError."""
    if os.path.lexists(path):
        raise FileExistsError(path)
    with beside(path) as partial:
        _write(partial, content)
        name_new(partial, path)


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Lends a name beside a file that nobody else has, for what is to become that file; nothing stays under it.

    What games that were killed have left beside the same file goes too: it holds somebody's words.
    """
    partial = path.with_name(f".{path.name}.{os.urandom(4).hex()}.partial")
    try:
        yield partial
    finally:
        for stray in (partial, partial.with_name(f"{partial.name}-journal"), *_strays(path)):
            with suppress(OSError):
                stray.unlink(missing_ok=True)


def name_new(partial: Path, path: Path) -> None:
    """Gives a file its name for good, without ever taking the place of one that has come meanwhile."""
    try:
        path.hardlink_to(partial)
    except FileExistsError:
        raise
    except OSError:
        # A stick formatted for cameras knows no second name for a file.
        if path.exists():
            raise FileExistsError(path) from None
        partial.rename(path)
    settle(path.parent)


def left_over(folder: Path) -> tuple[Path, ...]:
    """Gives what could not be finished in a folder by games that were killed; it holds somebody's words."""
    try:
        return tuple(path for path in folder.iterdir() if _LEFT_OVER.fullmatch(path.name) and path.is_file())
    except OSError:
        return ()


def abandoned(path: Path) -> bool:
    """Tells whether nobody can still be writing a file: another window may be in the middle of a younger one.

    What a clock that was set back has dated later than now is as old as it is far away.
    """
    try:
        return abs(time.time() - path.stat().st_mtime) > AN_HOUR
    except OSError:
        return False


def _strays(path: Path) -> list[Path]:
    return [
        stray
        for stray in left_over(path.parent)
        if stray.name.startswith(f".{path.name}")
        and _STRAY.fullmatch(stray.name.removeprefix(f".{path.name}"))
        and abandoned(stray)
    ]


def _write(partial: Path, content: str | bytes) -> None:
    write_file(partial, content.encode("utf-8") if isinstance(content, str) else content)

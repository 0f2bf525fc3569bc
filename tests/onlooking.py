"""Looks on at what is asked of a disk, and knows what it could still forget if the power went at this moment.

`proofs/disk.py` plays whole evenings on a disk that forgets, where there is strace; this one looks at a single call of
ours, everywhere. What SQLite writes it brings to the disk by itself, past us.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

REAL: Final = {
    name: getattr(os, name) for name in ("open", "fsync", "replace", "rename", "link", "mkdir", "unlink", "rmdir")
}


class Onlooker:
    """What was named and taken away since it looks on, and what of it no fsync has made sure of.

    Its methods stand in for those of `os` that are called like them, do what these do, and remember it.
    """

    def __init__(self) -> None:
        self.named: list[Path] = []
        """Every name that was given to a file or folder, in order."""
        self.unsure: set[Path] = set()
        """Files that had their name before all that is in them was down on the disk."""
        self.names: set[Path] = set()
        """Names that their folder may still forget."""
        self.gone: set[Path] = set()
        """What may still be there when the power comes back."""
        self._down: dict[tuple[int, int], int] = {}

    def open(self, path: Any, flags: int, *rest: Any, **more: Any) -> int:
        handle: int = REAL["open"](path, flags, *rest, **more)
        if flags & os.O_EXCL:
            self._came(Path(path))
        return handle

    def fsync(self, handle: int) -> None:
        REAL["fsync"](handle)
        found = os.fstat(handle)
        if not stat.S_ISDIR(found.st_mode):
            self._down[_mark(found)] = found.st_size
            return
        for waiting in (self.names, self.gone):
            waiting -= {path for path in waiting if path.parent.is_dir() and _mark(path.parent.stat()) == _mark(found)}

    def link(self, source: Any, target: Any, **more: Any) -> None:
        REAL["link"](source, target, **more)
        self._filled(Path(target))

    def rename(self, source: Any, target: Any) -> None:
        self._moved("rename", Path(source), Path(target))

    def replace(self, source: Any, target: Any) -> None:
        self._moved("replace", Path(source), Path(target))

    def mkdir(self, path: Any, *rest: Any, **more: Any) -> None:
        REAL["mkdir"](path, *rest, **more)
        self._came(Path(path))

    def unlink(self, path: Any, *, dir_fd: int | None = None) -> None:
        REAL["unlink"](path, dir_fd=dir_fd)
        self._went(Path(path), dir_fd)

    def rmdir(self, path: Any, *, dir_fd: int | None = None) -> None:
        REAL["rmdir"](path, dir_fd=dir_fd)
        self._went(Path(path), dir_fd)

    def _moved(self, how: str, source: Path, target: Path) -> None:
        REAL[how](source, target)
        if source.parent == target.parent:
            self.names.discard(source)  # one change, remembered or forgotten as a whole
        else:
            self._went(source)
        for waiting in (self.names, self.gone):
            inside = {path for path in waiting if source in path.parents}
            waiting -= inside
            waiting |= {target / path.relative_to(source) for path in inside}
        self._filled(target)

    def _filled(self, path: Path) -> None:
        found = path.stat()
        if stat.S_ISREG(found.st_mode) and self._down.get(_mark(found)) != found.st_size:
            self.unsure.add(path)
        self._came(path)

    def _came(self, path: Path) -> None:
        self.named.append(path)
        self.names.add(path)
        self.gone.discard(path)

    def _went(self, path: Path, within: int | None = None) -> None:
        if within is not None:
            return  # what is cleared away from within a folder goes with that
        if path not in self.names:
            self.gone.add(path)
        self.names.discard(path)


@contextmanager
def looking_on() -> Iterator[Onlooker]:
    """Looks on at this process until the block ends."""
    onlooker = Onlooker()
    try:
        for name in REAL:
            setattr(os, name, getattr(onlooker, name))
        yield onlooker
    finally:
        for name, real in REAL.items():
            setattr(os, name, real)


def _mark(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino

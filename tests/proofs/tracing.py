"""What strace saw of a process in one folder, told to a model disk call by call."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from proofs.disk import Disk, File, Folder
from storage.drawers import TESTS

STRACE: Final = shutil.which("strace")
SEEN: Final = (
    "openat,close,write,pwrite64,pwritev,writev,ftruncate,truncate,fallocate,fsync,fdatasync,unlink,unlinkat,rename,"
    "renameat,renameat2,link,linkat,symlink,symlinkat,mkdir,mkdirat,rmdir,copy_file_range,sendfile,dup,dup2,dup3"
)
_CALL: Final = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+)")
_LETTERS: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_HARMLESS: Final = frozenset({"close", "dup", "dup2", "dup3"})


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the system that came through: its name, its arguments with texts as bytes, and what it gave."""

    name: str
    arguments: tuple[bytes | str, ...]
    gave: int


def can_trace() -> bool:
    """Tells whether this system lets one process watch another."""
    if STRACE is None or sys.platform != "linux":
        return False
    return subprocess.run([STRACE, "-o", os.devnull, "true"], capture_output=True, check=False).returncode == 0


def traced(trace: Path, *command: str, more: tuple[str, ...] = ()) -> subprocess.CompletedProcess[bytes]:
    """Runs a module of the tests under strace; every byte that it writes stands in the trace."""
    assert STRACE is not None
    watched = [STRACE, "-o", str(trace), "-xx", "-s", "10000000", "-e", f"trace={SEEN}", *more]
    return subprocess.run([*watched, sys.executable, "-m", *command], cwd=TESTS, capture_output=True, check=False)


def calls(trace: Path) -> Iterator[Call]:
    """Reads the calls that did not fail."""
    with trace.open(encoding="ascii") as lines:
        for line in lines:
            if (found := _CALL.match(line)) and not found[3].startswith("-"):
                yield Call(found[1], tuple(map(_argument, found[2].split(", "))), int(found[3]))


def _argument(told: str) -> bytes | str:
    found = _LETTERS.match(told)
    return bytes.fromhex(found[1].replace("\\x", "")) if found else told


class Player:
    """Plays calls on a disk, as far as they are about one folder, and hears what the process said."""

    def __init__(self, root: Path, disk: Disk) -> None:
        self.disk = disk
        self.said: list[str] = []
        self.touched = False
        self._root = os.fsencode(root)
        self._open: dict[int, File | Folder] = {}
        self._at: dict[int, int] = {}

    def play(self, call: Call) -> None:
        """Plays one call; `touched` tells afterwards whether anything has changed."""
        self.touched = False
        if call.name == "write" and call.arguments[0] == "1":
            self.said += _bytes(call, 1).decode().splitlines()
            return
        match call.name:
            case "openat":
                self._opened(call)
            case "write" | "pwrite64" | "ftruncate" | "fsync" | "fdatasync":
                self._in_a_file(call)
            case name if name not in _HARMLESS:
                self._names(call)
            case _:
                self._open.pop(int(str(call.arguments[0])), None)

    def _path(self, call: Call, at: int) -> str | None:
        """Gives the path of an argument from our folder on; none where it lies elsewhere."""
        path = _bytes(call, at)
        if path == self._root:
            return ""
        return os.fsdecode(path[len(self._root) + 1 :]) if path.startswith(self._root + b"/") else None

    def _opened(self, call: Call) -> None:
        self._open.pop(call.gave, None)
        path, how = self._path(call, 1), str(call.arguments[2])
        if path is None:
            return
        item = self.disk.at(path)
        if item is None and "O_CREAT" in how:
            item = File()
            self.disk.put(path, item)
            self.touched = True
        if item is None:
            return
        if isinstance(item, File) and "O_TRUNC" in how:
            item.since.append((0, None))
        assert "O_APPEND" not in how
        self._open[call.gave] = item
        self._at[call.gave] = 0

    def _in_a_file(self, call: Call) -> None:
        handle = int(str(call.arguments[0]))
        item = self._open.get(handle)
        if item is None:
            return
        self.touched = True
        match call.name, item:
            case "fsync" | "fdatasync", _:
                item.sync()
            case "write", File():
                item.since.append((self._at[handle], _bytes(call, 1)))
                self._at[handle] += call.gave
            case "pwrite64", File():
                item.since.append((int(str(call.arguments[3])), _bytes(call, 1)))
            case "ftruncate", File():
                item.since.append((int(str(call.arguments[1])), None))
            case _:
                raise AssertionError(call)

    def _names(self, call: Call) -> None:
        paths = [self._path(call, at) for at, told in enumerate(call.arguments) if isinstance(told, bytes)]
        if all(path is None for path in paths):
            return
        self.touched = True
        match call.name, paths:
            case "unlink" | "rmdir", [str(path)]:
                self.disk.put(path, None)
            case "mkdir", [str(path)]:
                self.disk.put(path, Folder())
            case "rename", [str(path), str(target)]:
                self.disk.rename(path, target)
            case "link" | "linkat", [str(path), str(target)]:
                self.disk.put(target, self.disk.at(path))
            case _:
                raise AssertionError(call)


def _bytes(call: Call, at: int) -> bytes:
    told = call.arguments[at]
    assert isinstance(told, bytes), call
    return told

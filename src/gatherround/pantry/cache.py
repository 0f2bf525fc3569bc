"""Keeps what reading a story book gave, so that a large library opens as fast as a small one.

One JSON-lines file a story book, disposable at any time; whatever does not match is read anew.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

import gatherround
from gatherround.disk import PRIVATE_FOLDER
from gatherround.domain.activities import Activity
from gatherround.domain.packs import Pack
from gatherround.domain.plain_values import Unreadable, from_plain, to_plain
from gatherround.pantry.marks import Problem

FORMAT: Final = 4
"""Counts up whenever the kept shape means something else than before."""
_ODD_NAMES: Final = "surrogatepass"
"""How a file's name that is no UTF-8 is kept: Python spells it with halves of characters."""


@dataclass(frozen=True, slots=True)
class Note:
    """A problem and the name of the file it stands in, within its story book."""

    file: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class KeptBook:
    """A story book as it was read: its cover, its whole activities and its problems."""

    pack: Pack | None
    activities: tuple[Activity, ...]
    notes: tuple[Note, ...]


def key_of(files: Iterable[Path], more: str = "") -> str:
    """Gives what a story book's files look like from outside: paths, sizes and times, format and version."""
    looks = [FORMAT, gatherround.__version__, more, *(_look(path) for path in files)]
    return sha256(json.dumps(looks).encode()).hexdigest()


def _look(path: Path) -> list[Any]:
    try:
        stat = path.stat()
    except OSError:
        return [str(path)]
    return [str(path), stat.st_size, stat.st_mtime_ns]


def load(folder: Path | None, source: Path, key: str) -> KeptBook | None:
    """Gives the kept book of this source, or none where there is none, it is stale, or it cannot be read."""
    if folder is None:
        return None
    try:
        with _file(folder, source).open(encoding="utf-8", errors=_ODD_NAMES) as lines:
            if json.loads(next(lines)) != key:
                return None
            cover, notes, count = json.loads(next(lines))
            activities = tuple(from_plain(Activity, json.loads(line)) for line in lines)
        if len(activities) != count:  # it broke off at the end of a line
            return None
        pack = from_plain(Pack, cover) if cover is not None else None
        return KeptBook(pack, activities, tuple(from_plain(Note, note) for note in notes))
    except (OSError, TypeError, ValueError, StopIteration, Unreadable, RecursionError):
        return None


def keep(folder: Path | None, source: Path, key: str, book: KeptBook) -> None:
    """Keeps a book, whole or not at all; where nothing can be written, nothing is kept and nobody is told."""
    if folder is None:
        return
    cover = to_plain(book.pack) if book.pack is not None else None
    notes = [to_plain(note) for note in book.notes]
    lines = [key, [cover, notes, len(book.activities)], *(to_plain(one) for one in book.activities)]
    with suppress(OSError):
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        with NamedTemporaryFile("w", encoding="utf-8", errors=_ODD_NAMES, dir=folder, delete=False) as fresh:
            fresh.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        Path(fresh.name).replace(_file(folder, source))


def _file(folder: Path, source: Path) -> Path:
    name = sha256(os.fsencode(os.path.realpath(source))).hexdigest()[:24]
    return folder / f"{name}.jsonl"

"""Files that look like stories and lie where no story is read from: a slip that would otherwise pass without a word."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from gatherround.pantry.marks import Problem, shown
from gatherround.pantry.pages import Located
from gatherround.pantry.parcels import COVER, is_crumb

STORIES: Final = "activities"
ENDINGS: Final = (".yaml", ".yml")
_MOST_FOLDERS: Final = 200
_MOST_SAID: Final = 20


def strays(book: Path) -> Iterator[Located]:
    """Says of each file of a book's folder that looks like a story and is none, what to do with it."""
    found = (path for path in _looking_like_stories(book) if not _is_read(path, book))
    for path in islice(found, _MOST_SAID):
        message = f"{shown(path.relative_to(book).as_posix(), most=100)} is not read."
        yield Located(path, Problem(1, 1, "not-read", message, _cure(path, book), "finding"))


def _looking_like_stories(book: Path) -> Iterator[Path]:
    """Goes through a folder without following links, and through no more folders than any book has."""
    for here, folders, names in islice(os.walk(book), _MOST_FOLDERS):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not is_crumb(name))
        yield from (Path(here, name) for name in sorted(names) if not name.startswith(".") and _bare(name) != name)


def _bare(name: str) -> str:
    """Gives a story's name without its ending, however that is written; any other name as it is."""
    told = name[:-4] if name.casefold().endswith((".yaml.txt", ".yml.txt")) else name
    return told.rpartition(".")[0] if told.casefold().endswith(ENDINGS) else name


def _is_read(path: Path, book: Path) -> bool:
    if path == book / COVER:
        return True
    return path.suffix in ENDINGS and _holds_stories(path.parent, book)


def _holds_stories(folder: Path, book: Path) -> bool:
    """Tells whether this is the folder of the stories, on a disk that takes large letters for small ones too."""
    inside = book / STORIES
    return folder == inside or (folder.parent == book and inside.is_dir() and inside.samefile(folder))


def _cure(path: Path, book: Path) -> str:
    name = shown(f"{_bare(path.name)}.yaml", most=60)
    if path.name == COVER:
        return "A story book does not lie in another: move its folder out."
    if _holds_stories(path.parent, book):
        return f"Call it {name}: it is read where its name ends so."
    if path.parent.parent == book and path.parent.name.casefold() == STORIES and path.suffix in ENDINGS:
        return f"Call its folder {STORIES}, in small letters."
    called = "" if path.suffix in ENDINGS else f", and call it {name}"
    return f"Move it into {STORIES}/{called}."

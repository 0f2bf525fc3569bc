"""A path that is nearly a story book: a file in one, its folder of stories, or the folder that books lie in."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from gatherround.pantry.marks import shown
from gatherround.pantry.parcels import COVER
from gatherround.pantry.strays import ENDINGS, STORIES

_MOST_LOOKED_AT: Final = 500
_MOST_SAID: Final = 5


def part_of(path: Path, way: str) -> str:
    """Says which folder to name instead of a part of a story book; nothing where this is none."""
    with suppress(OSError, ValueError):
        whole = _around(path.absolute())
        if whole is not None:
            above = path.parent if path.name else whole
            book = above if above.absolute() == whole else above.parent if above.parent.absolute() == whole else whole
            return f'{_said(path)} is a part of a story book. Name its folder: "gatherround packs {way} {_said(book)}".'
    return ""


def too_high(path: Path, way: str) -> str:
    """Says which folders to name instead of the one that they lie in; nothing where this is a book, or holds none."""
    with suppress(OSError, ValueError):
        if not path.is_dir() or (path / COVER).exists() or (path / STORIES).is_dir():
            return ""
        below = sorted(book for book in islice(path.iterdir(), _MOST_LOOKED_AT) if (book / COVER).is_file())
        if below:
            lies = "a story book lies" if len(below) == 1 else "story books lie"
            named = [f'"gatherround packs {way} {_said(book)}"' for book in below[:_MOST_SAID]]
            return f"{_said(path)} is no story book; {lies} in it: {', '.join(named)}."
    return ""


def _around(path: Path) -> Path | None:
    """Gives the folder of the book that this is the cover, the folder of stories, or a story of."""
    if path.name == COVER and path.is_file():  # alone, with stories of its own, it may be a whole book
        return path.parent if (path.parent / STORIES).is_dir() else None
    folder = path if path.is_dir() else path.parent if path.suffix in ENDINGS and path.is_file() else None
    inside = folder is not None and folder.name == STORIES and (folder.parent / COVER).is_file()
    return folder.parent if folder is not None and inside else None


def _said(path: Path) -> str:
    return shown(str(path), most=200)

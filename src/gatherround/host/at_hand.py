"""Story books that lie where a browser or a letter puts what somebody sent, so that nobody has to type where."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Final

from gatherround.pantry.opening import opened_parcel
from gatherround.pantry.parcels import COVER, Refused

MOST: Final = 5
_LOOKED_AT: Final = 12
"""Zips that are opened at most, the newest first: somebody waits for it."""


def books_at_hand(folder: Path | None = None) -> tuple[Path, ...]:
    """Gives the zips of this folder, else of Downloads, that hold a story book, the newest first; it raises nothing."""
    dated: list[tuple[float, Path]] = []
    with suppress(OSError, RuntimeError):
        lying = (folder or Path.home() / "Downloads").iterdir()
        dated.extend((path.lstat().st_mtime, path) for path in lying if path.suffix.lower() == ".zip")
    newest = [path for _, path in sorted(dated, reverse=True)[:_LOOKED_AT]]
    return tuple(islice((path for path in newest if _is_book(path)), MOST))


def _is_book(path: Path) -> bool:
    """Tells whether it opens as a story book; whether what is in it plays is said when it comes in."""
    try:
        held = opened_parcel(path)
    except Refused:
        return False
    return held.alone or any(name == COVER for name, _ in held.files)

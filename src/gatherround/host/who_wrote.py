"""Who wrote a story book: what somebody typed, and the line on its cover that says so from then on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import name, tidy
from gatherround.host.troubles import CannotKeep
from gatherround.pantry.parcels import COVER
from gatherround.storage.whole import write_whole

if TYPE_CHECKING:
    from gatherround.host.shelf import Shelf
    from gatherround.pantry.library import Book

MOST: Final = 20
TOO_MANY: Final = f"That is a lot of people. Up to {MOST} fit here."


def wrote(said: str) -> tuple[str, ...]:
    """Reads names with commas between them; nobody where nothing was typed. Raises CannotBe or Unfit."""
    names = tuple(dict.fromkeys(name(one) for one in said.split(",") if tidy(one).strip()))
    if len(names) > MOST:
        raise CannotBe(TOO_MANY)
    return names


def keep_authors(book: Book, authors: tuple[str, ...], shelf: Shelf) -> None:
    """Writes on the cover of a book who wrote it; a cover that would not say so then stays as it is.

    Raises CannotKeep.
    """
    from gatherround.pantry.block import authored

    cover = book.path / COVER if book.path.is_dir() else book.path
    try:
        before = cover.read_bytes()
        after = authored(before.decode("utf-8"), authors)
    except (OSError, UnicodeDecodeError) as error:
        raise CannotKeep(cover) from error
    write_whole(cover, after)
    shelf.read_again()
    if not _says(shelf, book, lambda found: found.pack is not None and found.pack.authors == authors):
        write_whole(cover, before)
        shelf.read_again()


def _says(shelf: Shelf, book: Book, what: Callable[[Book], bool]) -> bool:
    return any(what(one) for one in shelf.books if one.path == book.path)

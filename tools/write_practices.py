"""Writes docs/practices.md: what the game makes real, and which books and parts of it carry that."""

from __future__ import annotations

from pathlib import Path

from gatherround.host.practices import page, practised
from gatherround.host.shelf import Shelf, shipped_shelf
from gatherround.pantry.library import Shelves

PAGE = Path(__file__).parent.parent / "docs" / "practices.md"


def written() -> str:
    """Gives the page as the shipped shelf has it now."""
    shelf = Shelf(Shelves(shipped_shelf()), None)
    return page(practised(shelf), {book.id: book.pack.title for book in shelf.books if book.pack})


def main() -> None:
    """Writes the page."""
    PAGE.write_text(written(), encoding="utf-8")
    print(f"Written: {PAGE.name}")


if __name__ == "__main__":
    main()

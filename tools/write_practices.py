"""Writes docs/practices.md: what the game makes real, and which books and parts of it carry that."""

from __future__ import annotations

from pathlib import Path

from gatherround.host.practices import page, practised
from gatherround.host.shelf import Shelf, shipped_shelf
from gatherround.pantry.library import Shelves

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "practices.md"
WAITING = ROOT / "tests" / "host" / "practices_that_wait.txt"


def known_to_wait() -> frozenset[str]:
    """Gives the practices that nothing carries yet, as far as is known."""
    return frozenset(WAITING.read_text("utf-8").split())


def written() -> str:
    """Gives the page as the shipped shelf has it now."""
    shelf = Shelf(Shelves(shipped_shelf()), None)
    return page(practised(shelf), {book.id: book.pack.title for book in shelf.books if book.pack})


def still_waiting() -> list[str]:
    """Gives what of the known ones still waits; one that waits anew is no matter for a list but for a story."""
    rows = practised(Shelf(Shelves(shipped_shelf()), None))
    known = known_to_wait()
    return [row.practice.id for row in rows if row.waits and row.practice.id in known]


def main() -> None:
    """Writes the page, and takes off the list of what waits whatever is carried now."""
    PAGE.write_text(written(), encoding="utf-8")
    waiting = still_waiting()
    WAITING.write_text("\n".join(waiting) + "\n", encoding="utf-8")
    print(f"Written: {PAGE.name}. {len(waiting)} practices wait.")


if __name__ == "__main__":
    main()

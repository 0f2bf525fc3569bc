"""Says goodbye: somebody, or everything, is erased; what the family shares keeps "someone"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gatherround.domain.forgetting import each_forgetter
from gatherround.domain.members import Member
from gatherround.host.care import Care
from gatherround.host.chance import Clock
from gatherround.host.shelf import FAMILY_PACKS
from gatherround.storage import erasing
from gatherround.storage.database import Database
from gatherround.storage.members import members

MOST_READ = 2**20
"""As much of a story book as is looked through for a name, in bytes."""


class Erasing:
    """Erases from the drawer in one transaction, then from every copy; what raises CannotKeep has erased nothing."""

    def __init__(self, home: Path, database: Database, clock: Clock, care: Care) -> None:
        self._home = home
        self._database = database
        self._clock = clock
        self._care = care

    def erase(self, member: Member) -> tuple[Path, ...]:
        """Erases somebody, and gives the files that could not be deleted and may still hold them."""
        erasing.erase_member(self._database, member.id, member.card.name, self._clock.now())
        return self._care.finish_erasing()

    def erase_everything(self) -> tuple[Path, ...]:
        """Erases everybody and every evening, and gives the files that could not be deleted."""
        erasing.erase_all(self._database)
        return self._care.finish_erasing()

    def story_books_naming(self, member: Member) -> tuple[Path, ...]:
        """Gives the family's own story books in which the name still stands: those are theirs to change."""
        here = {one.card.name for one in members(self._database) if one.id == member.id}
        forget = each_forgetter({member.card.name, *here}, typed=True)
        return tuple(path for path in self._story_books() if _names(path, forget))

    def _story_books(self) -> list[Path]:
        folder = self._home / FAMILY_PACKS
        return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def _names(path: Path, forget: Callable[[str], str]) -> bool:
    try:
        with path.open("rb") as file:
            text = file.read(MOST_READ).decode("utf-8", "replace")
    except OSError:
        return False
    return forget(text) != text

"""Says goodbye: somebody, or everything, is erased; what the family shares keeps "someone"."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from gatherround.domain.drafts.renaming import called
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.fitting import passed
from gatherround.domain.forgetting import Leaving, left_to_you
from gatherround.domain.members import Member
from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import name, same_name, tidy
from gatherround.host.care import Care
from gatherround.host.chance import Clock
from gatherround.host.shelf import FAMILY_PACKS, shipped_shelf
from gatherround.storage import erasing
from gatherround.storage.database import Database
from gatherround.storage.members import members

MOST_READ = 2**20
"""As much of a story book as is looked through for a name, in bytes."""
SOMEBODY_ELSE: Final = "Somebody else here has that name, and they stay."


class Erasing:
    """Erases from the drawer in one transaction, then from every copy; what raises CannotKeep has erased nothing."""

    def __init__(self, home: Path, database: Database, clock: Clock, care: Care) -> None:
        self._home = home
        self._database = database
        self._clock = clock
        self._care = care

    def also_called(self, member: Member, said: str) -> tuple[str, ...]:
        """Gives what else somebody is called, as it was typed with commas between; raises CannotBe for another's name.

        It is told to nobody but the erasing, and kept nowhere.
        """
        names = tuple(passed(name, one) for one in called(tidy(said)))
        others = [one for one in members(self._database) if one.id != member.id]
        if any(same_name(one.card.name, other) for one in others for other in names):
            raise CannotBe(SOMEBODY_ELSE)
        return names

    def to_look_at(self, member: Member, also: Iterable[str] = ()) -> tuple[str, ...]:
        """Gives what an erasing leaves to the family, a sentence each."""
        others = [one.card.name for one in members(self._database) if one.id != member.id]
        return left_to_you(self._called(member, also), others)

    def erase(self, member: Member, also: Iterable[str] = ()) -> tuple[Path, ...]:
        """Erases somebody, and gives the files that could not be deleted and may still hold them."""
        leaving = Leaving(member.id, self._called(member, also), _shipped())
        erasing.erase_member(self._database, leaving, self._clock.now())
        return self._care.finish_erasing()

    def erase_everything(self) -> tuple[Path, ...]:
        """Erases everybody and every evening, and gives the files that could not be deleted."""
        erasing.erase_all(self._database)
        return self._care.finish_erasing()

    def story_books_naming(self, member: Member, also: Iterable[str] = ()) -> tuple[Path, ...]:
        """Gives the family's own story books in which the name still stands: those are theirs to change."""
        leaving = Leaving(member.id, self._called(member, also))
        return tuple(path for path in self._story_books() if _names(path, leaving))

    def _called(self, member: Member, also: Iterable[str]) -> frozenset[str]:
        here = {one.card.name for one in members(self._database) if one.id == member.id}
        return frozenset({member.card.name, *here, *also})

    def _story_books(self) -> list[Path]:
        folder = self._home / FAMILY_PACKS
        return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []


def _shipped() -> frozenset[str]:
    """Gives the ids of the story books that came with the game."""
    books = shipped_shelf() / "packs"
    return frozenset(path.stem for path in books.iterdir()) if books.is_dir() else frozenset()


def _names(path: Path, leaving: Leaving) -> bool:
    try:
        with path.open("rb") as file:
            text = file.read(MOST_READ).decode("utf-8", "replace")
    except OSError:
        return False
    own = f"{BOOK}/{path.stem}"
    return leaving.typed(text) != text or leaving.story(own) != own

"""What the people at one table have marked on the shelf: favourites, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gatherround.domain.likings import HOUSE, Mark
from gatherround.domain.people import Person
from gatherround.domain.refusing import Refusal
from gatherround.storage.likings import turn_mark

if TYPE_CHECKING:
    from gatherround.host.house import House

EVERYBODY = "everybody here"


class NowhereToKeep(Refusal):
    """Nothing can be marked or sealed, for there is no drawer in this house."""

    def __init__(self) -> None:
        super().__init__("There is nowhere to keep that here. You can play just the same.")


class Marking:
    """The marks of a table: those of its members, and those of the whole house, which guests share."""

    def __init__(self, house: House, people: tuple[Person, ...]) -> None:
        self._house = house
        self._people = people
        self._likings = house.likings()

    def marks(self) -> dict[Mark, frozenset[str]]:
        """Gives the full ids that count at this table."""
        return {"favourite": self.marked("favourite"), "hidden": self.marked("hidden")}

    def marked(self, mark: Mark) -> frozenset[str]:
        """Gives the full ids under one mark."""
        return self._likings.marked(mark, self._people)

    def owners(self) -> tuple[tuple[str, str], ...]:
        """Gives who may mark something, by id and name: the whole house first, then the members at this table."""
        return ((HOUSE, EVERYBODY), *((person.id, person.name) for person in self._people if person.member))

    def names(self, mark: Mark, full_id: str) -> tuple[str, ...]:
        """Gives the names of those at this table who have marked an activity."""
        marked = self._likings.owners(mark, full_id)
        return tuple(name for owner, name in self.owners() if owner in marked)

    def turn(self, mark: Mark, owner: str, full_id: str) -> bool:
        """Marks an activity or takes the mark off, and tells which; raises a Trouble or NowhereToKeep."""
        if self._house.database is None:
            raise NowhereToKeep
        now = turn_mark(self._house.database, mark, owner, full_id)
        self._likings = self._house.likings()
        return now

"""What a family marks on its shelf: favourites, and what somebody would rather not meet again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from gatherround.domain.people import Person

Mark: TypeAlias = Literal["favourite", "hidden"]
Marks: TypeAlias = Mapping[str, frozenset[str]]
HOUSE: Final = ""
"""Whose marks those of guests are."""


@dataclass(frozen=True, slots=True)
class Likings:
    """Full ids of activities by whose they are: a member's id, or the house."""

    favourite: Marks = field(default_factory=dict)
    hidden: Marks = field(default_factory=dict)

    def marked(self, mark: Mark, people: Iterable[Person]) -> frozenset[str]:
        """Gives what the house or anybody of these people has marked."""
        owners = (HOUSE, *(person.id for person in people if person.member))
        return frozenset().union(*(self._marks(mark).get(owner, frozenset()) for owner in owners))

    def owners(self, mark: Mark, full_id: str) -> frozenset[str]:
        """Gives who has marked an activity: members by id, and the house."""
        return frozenset(owner for owner, marked in self._marks(mark).items() if full_id in marked)

    def _marks(self, mark: Mark) -> Marks:
        return self.favourite if mark == "favourite" else self.hidden

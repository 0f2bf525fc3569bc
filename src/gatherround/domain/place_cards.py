"""The cards of those who live here in the order of their chairs, and which one is looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gatherround.domain.members import Member


@dataclass(frozen=True, slots=True)
class PlaceCards:
    """All who are here, and the place of the one that is looked at, counting from 0."""

    here: tuple[Member, ...] = ()
    at: int = 0

    @property
    def one(self) -> Member | None:
        """The one that is looked at; none where nobody has a card."""
        return self.here[self.at] if self.here else None

    @property
    def nameless(self) -> tuple[Member, ...]:
        """Those whose chair has no name yet."""
        return tuple(one for one in self.here if one.card.nameless)

    def among(self, here: tuple[Member, ...]) -> PlaceCards:
        """Looks at the same place among these, or at the last one, for whoever sat there may have said goodbye."""
        return PlaceCards(here, min(self.at, max(0, len(here) - 1)))

    def looking_at(self, place: int) -> PlaceCards:
        """Looks at another place; where nobody sits, nothing changes."""
        return replace(self, at=place) if 0 <= place < len(self.here) else self

    def moved_along(self, step: int) -> PlaceCards:
        """Goes along with the one that is looked at as it is moved, round and round."""
        return replace(self, at=(self.at + step) % len(self.here)) if self.here else self

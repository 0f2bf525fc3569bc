"""What was found, as it is leafed through: a few at a time, and one of them open."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from gatherround.domain.finding import Found

Way: TypeAlias = Literal["next", "before", "more"]
FEW: Final = 5


@dataclass(frozen=True, slots=True)
class Leafing:
    """All that was found, which of it lies open, counting from 0, and how many a list has room for."""

    found: tuple[Found, ...] = ()
    place: int = 0
    room: int = FEW

    @property
    def open_one(self) -> Found | None:
        """The one that lies open, if there is one."""
        return self.found[self.place] if self.place < len(self.found) else None

    @property
    def page(self) -> tuple[Found, ...]:
        """Those that are listed now."""
        return self.found[self._first : self._first + self.room]

    @property
    def on_page(self) -> int:
        """Which of those that are listed lies open."""
        return self.place - self._first

    @property
    def rest(self) -> int:
        """How many are not listed now."""
        return len(self.found) - len(self.page)

    @property
    def _first(self) -> int:
        return self.place - self.place % self.room

    def among(self, found: tuple[Found, ...]) -> Leafing:
        """Leafs through these instead, at the same place as far as there are so many."""
        return replace(self, found=found, place=min(self.place, max(0, len(found) - 1)))

    def opened(self, number: int) -> Leafing:
        """Opens the one of this number in the list, counting from 0; where there is none, nothing changes."""
        return replace(self, place=self._first + number) if 0 <= number < len(self.page) else self

    def turned(self, way: Way) -> Leafing:
        """Opens the next one or the one before, round and round, or turns to the next few, after the last the first."""
        if not self.found:
            return self
        match way:
            case "more":
                after = self._first + self.room
                return replace(self, place=after if after < len(self.found) else 0)
            case "next":
                return replace(self, place=(self.place + 1) % len(self.found))
            case "before":
                return replace(self, place=(self.place - 1) % len(self.found))

"""Somebody at the shelf: what is wanted of it, what answers to that, and whether it is still being asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gatherround.domain.finding import Found, Wanted
from gatherround.domain.leafing import Leafing, Way
from gatherround.domain.people import Wish


@dataclass(frozen=True, slots=True)
class AtTheShelf:
    """What is wanted and what of it is leafed through, or, while `asking`, the question what would help.

    Once it was `answered`, the way back from the question leads to the list.
    """

    wanted: Wanted = field(default_factory=Wanted)
    leaf: Leafing = field(default_factory=Leafing)
    asking: bool = True
    answered: bool = False

    def leafing(self) -> AtTheShelf:
        """Turns to the list, which answers the question."""
        return replace(self, asking=False, answered=True)

    def asked(self) -> AtTheShelf:
        """Asks again what would help; what was wanted before stays."""
        return replace(self, asking=True)

    def back(self) -> AtTheShelf | None:
        """Goes back from the question to the list; None where it leads away from the shelf."""
        return self.leafing() if self.asking and self.answered else None

    def wanting(self, wanted: Wanted) -> AtTheShelf:
        """Wants this; where it is something else, the best of what will be found lies open."""
        leaf = self.leaf if wanted == self.wanted else replace(self.leaf, place=0)
        return replace(self.leafing(), wanted=wanted, leaf=leaf)

    def helped(self, wish: Wish) -> AtTheShelf:
        """Answers what would help, which narrows down what was wanted before."""
        return self.wanting(replace(self.wanted, wish=wish))

    def named(self, words: str) -> AtTheShelf:
        """Searches for these words among what is wanted."""
        return self.wanting(replace(self.wanted, words=words))

    def among(self, found: tuple[Found, ...]) -> AtTheShelf:
        """Leafs through what was found, at the same place as far as there is so much."""
        return replace(self, leaf=self.leaf.among(found))

    def opened(self, number: int) -> AtTheShelf:
        """Opens the story of this number in the list, counting from 0."""
        return replace(self, leaf=self.leaf.opened(number))

    def turned(self, way: Way) -> AtTheShelf:
        """Opens the next story or the one before, or turns to the next few."""
        return replace(self, leaf=self.leaf.turned(way))

    def roomy(self, room: int) -> AtTheShelf:
        """Lists as many as there is room for."""
        return replace(self, leaf=replace(self.leaf, room=room))

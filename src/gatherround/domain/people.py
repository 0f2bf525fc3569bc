"""Who is at the table tonight, and what would help them: the first page needs to know no more of the rules."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from gatherround.domain.stages import Band, Stage, chair_said, stage_named

Wish: TypeAlias = Literal[
    "surprise",
    "laugh",
    "be-heard",
    "see-another-side",
    "settle",
    "mend",
    "feel-close",
    "easy",
    "hard-night",
]
MOST_PEOPLE: Final = 12
"""How many people one table seats."""


@dataclass(frozen=True, slots=True)
class Plate:
    """What stands on somebody's place card: a picture, a colour and a pattern, each by the small name of a chair."""

    object: str
    colour: str
    pattern: str

    def gave(self, name: str) -> bool:
        """Tells whether a name is only that of the thing on the card, or that with a number."""
        return name.casefold().rstrip(" 0123456789") == self.object

    def with_part(self, part: str, chair: str) -> Plate:
        """Gives the same card with one part from another chair; `part` is the name of a field."""
        return replace(self, **{part: chair})


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One day's view of somebody at the table; `id` is a member's, or "guest-1" and so on for a guest.

    `age` is in whole years on the day of play, and stands for all the years of the stage where that alone is known
    (`roughly`). `guess_me` is false for somebody who said "don't guess me". `comfort` is what they said helps them,
    and `words` are feeling words of their own; both are empty behind a locked card.
    """

    id: str
    name: str
    stage_key: str
    age: int
    member: bool = False
    guess_me: bool = True
    plate: Plate | None = None
    comfort: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    roughly: bool = False

    @property
    def stage(self) -> Stage:
        """The stage that gates what this person is dealt."""
        return stage_named(self.stage_key)

    @property
    def band(self) -> Band:
        """The wording this person is asked in."""
        return self.stage.band

    @property
    def how_old(self) -> str:
        """How old this person is, as a place card says it."""
        return chair_said(self.stage) if self.roughly and not self.member else self.stage.said

    @property
    def nameless(self) -> bool:
        """Whether this is a guest, or a chair that was kept and has no name of its own yet."""
        return not self.member or (self.plate is not None and self.plate.gave(self.name))

    @property
    def grown(self) -> bool:
        """Whether this person is eighteen or more."""
        return self.band is Band.ADULT

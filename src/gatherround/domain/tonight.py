"""What an evening is dealt from: what a table asks of it, what earlier evenings mean for it, and chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from gatherround.domain.play.plan import Person, TakenDoor, Wish

MAIN: Final = {3: 3.0, 5: 4.0, 10: 8.0, 15: 11.0, 20: 15.0}
"""Minutes of main in a Round of so many minutes; twenty have room for one long activity, or for two."""


def main_of(minutes: int) -> float:
    """Gives the minutes of main in a Round; of minutes that nobody has named it is three quarters."""
    return MAIN.get(minutes, minutes * 0.75)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a table asks of tonight; `day` is an ordinal, `avoid` are flags and words somebody leaves alone.

    `waited` are people who had no part of their own last time: where not everybody fits, they fit first.
    """

    people: tuple[Person, ...]
    minutes: int
    wish: Wish
    day: int
    avoid: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    waited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What earlier Rounds mean for tonight; days are ordinals.

    `last` tells for each activity when each member last played it, "" standing for the house. `begun` is the furthest
    episode of each series. `left_out` are members who had no part of their own last time. `directed` counts
    Rounds in which somebody had doors to pick from.
    """

    last: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    empathy: Mapping[str, int] = field(default_factory=dict)
    last_kind: str | None = None
    begun: Mapping[str, int] = field(default_factory=dict)
    doors: tuple[TakenDoor, ...] = ()
    left_out: frozenset[str] = frozenset()
    rounds: int = 0
    directed: int = 0
    directed_this_week: int = 0


class Dice(Protocol):
    """What the host fills with chance."""

    def pick(self, count: int) -> int:
        """Gives a whole number from 0 to `count` - 1."""

"""The values of one evening: who is at the table, what was dealt, and where the Round has got to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from gatherround.domain.activities import Activity
from gatherround.domain.people import MOST_PEOPLE as MOST_PEOPLE
from gatherround.domain.people import Person as Person
from gatherround.domain.people import Wish as Wish
from gatherround.domain.play.beats import Beat
from gatherround.domain.steps import Step

Phase: TypeAlias = Literal["arrive", "warm-up", "main", "close", "night"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """One activity laid for these people; every name in it is a person's id.

    `twist` is which of the activity's twists the director holds tonight; `why` is one sentence for a grown-up.
    """

    activity: Activity
    targets: tuple[str, ...]
    players: tuple[str, ...]
    listeners: tuple[str, ...]
    lead: str
    reader: str
    director: str | None = None
    twist: int = 0
    why: str = ""

    @property
    def named(self) -> frozenset[str]:
        """Whom it names, in whatever place."""
        once = (self.lead, self.reader, self.director or self.reader)
        return frozenset((*self.targets, *self.players, *self.listeners, *once))


@dataclass(frozen=True, slots=True)
class TakenDoor:
    """A door this table once took: `source` is pack/activity/choice, `door` counts from 1."""

    source: str
    door: int


@dataclass(frozen=True, slots=True)
class FeelingWord:
    """A word of the shelf, the stage at which it joins, and the word whose face it borrows where it has none."""

    word: str
    stage_key: str
    face: str | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """A caring act that somebody once took, offered once more in words; `entry` is the number of its entry."""

    entry: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything the evening needs, all dice fallen; the order of `people` is the order round the table.

    `deals` are played in turn; the first may be changed for one of `spares` by the director, and `low` takes their
    place when the table says it is running low; `small` are other three-minute ones. `minutes` is 3, 5, 10, 15 or 20.
    `new_two` are people who have not yet played anything of a couple's own: before the first they hear whom that is
    not for. `away` are guests who have a chair here and do not sit on it: it stays theirs. With
    `short_echo` two grown-ups are new to the Echo Turn, and each half of it is short.
    """

    people: tuple[Person, ...]
    minutes: int
    wish: Wish
    deals: tuple[Deal, ...]
    seed: int
    warm_up: Deal | None = None
    low: Deal | None = None
    small: tuple[Deal, ...] = ()
    spares: tuple[Deal, ...] = ()
    words: tuple[FeelingWord, ...] = ()
    doors: tuple[TakenDoor, ...] = ()
    carried: Carried | None = None
    choice: bool = False
    stitches: tuple[int, ...] = (0, 1, 2)
    new_two: bool = False
    short_echo: bool = False
    away: tuple[Person, ...] = ()

    @property
    def others(self) -> tuple[Deal, ...]:
        """What may be told in place of what lies there; where three minutes are left in a table, it is as small."""
        return self.small if self.minutes <= 3 else self.spares

    def with_others(self, others: tuple[Deal, ...]) -> Plan:
        """Gives the plan with these to be told in place of what lies there."""
        return replace(self, small=others) if self.minutes <= 3 else replace(self, spares=others)

    def person(self, person_id: str) -> Person:
        """Gives the person of this id; raises KeyError for somebody who is not at the table."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Play:
    """Where one Round has got to: a value without clock or dice.

    `beats[0]` lies on the table; `step` is what it came from and `steps` are still to come. `seats` pairs a seat with
    who holds it. `votes`, `first_votes`, `feeling` and `lanterns` are never kept anywhere else.
    """

    plan: Plan
    phase: Phase
    deal: int = 0
    step: Step | None = None
    steps: tuple[Step, ...] = ()
    beats: tuple[Beat, ...] = ()
    seats: tuple[tuple[str, str], ...] = ()
    turn: str = ""
    feeling: str | None = None
    votes: tuple[tuple[str, int], ...] = ()
    first_votes: tuple[tuple[str, int], ...] = ()
    lanterns: tuple[int, ...] = ()
    doors: tuple[TakenDoor, ...] = ()
    played: tuple[str, ...] = ()
    cards: int = 0
    twisted: bool = False
    stitch: int | None = None
    paused: bool = False

    @property
    def to_come(self) -> tuple[Deal, ...]:
        """What lies there or may still come; of what has been played, somebody may have got up since."""
        plan = self.plan
        deals = () if self.phase in {"close", "night"} else plan.deals[self.deal :]
        first = (plan.warm_up,) if self.phase in {"arrive", "warm-up"} else ()
        return tuple(one for one in (*first, *deals, *plan.small, *plan.spares, plan.low) if one is not None)

    @property
    def beat(self) -> Beat:
        """The one thing on the table now; at night it is the goodnight."""
        return self.beats[0]

    @property
    def dealt(self) -> Deal | None:
        """The deal being played, or none while arriving, closing and at night."""
        if self.phase == "warm-up":
            return self.plan.warm_up
        if self.phase == "main" and self.deal < len(self.plan.deals):
            return self.plan.deals[self.deal]
        return None

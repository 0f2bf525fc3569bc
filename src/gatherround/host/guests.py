"""Guests are objects of the table: a chair each, with an age or only a stage, and no name needed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

from gatherround.domain.chairs import CHAIRS
from gatherround.domain.people import MOST_PEOPLE, Person
from gatherround.domain.refusing import Unclear
from gatherround.domain.stages import GUEST_CHAIRS, STAGES, Stage, chair_said, stage_by_words, stage_of

OBJECTS: Final = tuple(chair.thing for chair in CHAIRS)
"""Chairs in the order they are set."""
CHAIR_KEYS: Final = tuple(stage.key for stage in GUEST_CHAIRS)
"""The stage behind each of the six chair keys; the first stands for two to four."""
UNDER_TWO: Final = "Under two: welcome at the table, and asked nothing yet."
SAY_HOW_OLD: Final = 'Say an age such as 9, roughly such as 8 to 11, or "grown-up".'

if TYPE_CHECKING:
    from gatherround.domain.play.plan import Plan


class NoChair(Unclear):
    """Nobody can be seated so; `sentence` says why, kindly."""


def guest(stage: Stage, sitting: Sequence[Person], age: int | None = None, *, away: Sequence[Person] = ()) -> Person:
    """Seats a guest of a stage on the next free chair; raises NoChair where twelve are sitting already.

    An age that stands for its stage says no more than the stage: it is how a table remembers a guest. The things of
    those who are `away` tonight stay theirs, while there are others, and so do the chairs of guests.
    """
    if len(sitting) >= MOST_PEOPLE:
        raise NoChair("Twelve are sitting already. That is a full table.")
    taken = {person.name for person in sitting} | _things(sitting)
    theirs = _things(away) | {person.name for person in away if not person.member}
    ids = {person.id for person in (*sitting, *away)}
    name = next(one for one in sorted(OBJECTS, key=lambda thing: thing in theirs) if one not in taken)
    number = next(at for at in count(1) if f"guest-{at}" not in ids)
    years = stage.typical if age is None else age
    return Person(id=f"guest-{number}", name=name, stage_key=stage.key, age=years, roughly=years == stage.typical)


def away_from(plan: Plan, members: Sequence[Person]) -> tuple[Person, ...]:
    """Gives whose chairs stand empty during a Round: those who live here, and then guests."""
    here = {person.id for person in plan.people}
    return (*(one for one in members if one.id not in here), *(one for one in plan.away if one.id not in here))


def _things(people: Sequence[Person]) -> set[str]:
    """Gives the things on the place cards of people."""
    return {person.plate.object.title() for person in people if person.plate is not None}


def guest_of_age(age: int, sitting: Sequence[Person], *, away: Sequence[Person] = ()) -> Person:
    """Seats a guest of an age in whole years; raises NoChair below two: welcome at the table, not yet asked."""
    stage = stage_of(age)
    if stage is None:
        raise NoChair(UNDER_TWO)
    return guest(stage, sitting, age, away=away)


def guest_by_words(words: str, sitting: Sequence[Person], *, away: Sequence[Person] = ()) -> Person:
    """Seats a guest said as an age ("9"), a stage ("8 to 11", "8-11") or "grown-up"; raises NoChair for all else."""
    said = " ".join(words.casefold().split())
    if said.isdecimal() and len(said) <= 3:
        return guest_of_age(min(int(said), STAGES[-1].high), sitting, away=away)
    first = GUEST_CHAIRS[0]
    stage = first if said in {chair_said(first), "2-4"} else stage_by_words(said)
    if stage is None:
        raise NoChair(SAY_HOW_OLD)
    return guest(stage, sitting, away=away)

"""Whose turn it is to direct, and what is theirs then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gatherround.domain.play.plan import Deal, Person, Plan
from gatherround.domain.tonight import History


def director_of(people: Sequence[Person], history: History) -> str | None:
    """Gives who directs next: a teen first in the week, then round the table; nobody under five (Bradshaw 2024).

    What counts are Rounds in which somebody had the doors to pick from; in another nobody has directed.
    """
    teens = [person.id for person in people if 12 <= person.age < 18]
    if teens and history.directed_this_week == 0:
        return teens[history.directed % len(teens)]
    able = [person.id for person in people if person.age >= 5]
    return able[history.directed % len(able)] if able else None


def directed(plan: Plan, history: History) -> Plan:
    """Names a director where there are doors to pick from: then the twist is theirs too, and elsewhere nobody's."""
    director = director_of(plan.people, history)
    if director is None or not plan.spares:
        return plan

    def named(deals: tuple[Deal, ...]) -> tuple[Deal, ...]:
        return tuple(replace(deal, director=director) for deal in deals)

    warm_up = replace(plan.warm_up, director=director) if plan.warm_up else None
    return replace(plan, choice=True, deals=named(plan.deals), spares=named(plan.spares), warm_up=warm_up)

"""Who may play what: the party of each activity at a table, and what is never dealt there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from gatherround.domain.activities import AMBER, Activity
from gatherround.domain.company import for_one, may_listen, private, understood
from gatherround.domain.people import Person
from gatherround.domain.resting import rests
from gatherround.domain.stages import FIRST_CHAIR, STAGES
from gatherround.domain.steps import Echo, Guess, Vote, all_steps
from gatherround.domain.tonight import Asked
from gatherround.domain.topics import left_alone

Party: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Targets, players and listeners, by id."""
Choice: TypeAlias = tuple[Activity, Party]
"""An activity, and who would play it."""


def party(
    activity: Activity, people: Sequence[Person], waited: frozenset[str] = frozenset(), *, by_hand: bool = False
) -> Party | None:
    """Divides a table for an activity, or gives none where it has no place for these people.

    Targets come first, then everybody older who wants; who is left listens. Among each, whoever waited comes first.
    """
    served = sorted(people, key=lambda person: person.id not in waited)
    meets = may_be_meant if by_hand else is_meant
    targets = [person.id for person in served if meets(activity, person)]
    older = [person.id for person in served if person.age > activity.oldest and person.id not in targets]
    players = (targets + older)[: activity.most]
    meant = tuple(person.id for person in people if person.id in players and person.id in targets)
    if not meant or len(players) < activity.fewest:
        return None
    listeners = tuple(person.id for person in people if person.id not in players)
    return meant, tuple(person.id for person in people if person.id in players), listeners


def is_meant(activity: Activity, person: Person) -> bool:
    """Tells whether somebody is of the ages that an activity is meant for."""
    return activity.youngest <= person.age <= activity.oldest


def may_be_meant(activity: Activity, person: Person) -> bool:
    """Tells whether a parent who chooses may mean somebody: of whom only a stage is known, any of its years will do.

    The first chair of a guest stands for two to four.
    """
    if not person.roughly:
        return is_meant(activity, person)
    low = STAGES[0].low if person.stage_key in FIRST_CHAIR and not person.member else person.stage.low
    return activity.youngest <= person.stage.high and low <= activity.oldest


def eligible(activity: Activity, asked: Asked, *, by_hand: bool = False) -> Party | None:
    """Gives the party of an activity that may be dealt to this table, or none.

    A parent's own choice waives depth and amber flags; what somebody leaves alone, what is hidden and what is for
    grown-ups among themselves it does not.
    """
    divided = party(activity, asked.people, asked.waited, by_hand=by_hand)
    return divided if divided and _may_be_played(activity, divided, asked, by_hand=by_hand) else None


def all_eligible(shelf: Iterable[Activity], asked: Asked) -> Iterator[Choice]:
    """Gives what may be dealt to this table at random, in the order of the shelf, each with its party.

    The same table is divided alike for all that are meant for the same ages and numbers, so that is done once for them.
    """
    parties: dict[tuple[int, int, int, int], Party | None] = {}
    for activity in shelf:
        meant_for = (activity.youngest, activity.oldest, activity.fewest, activity.most)
        if meant_for not in parties:
            parties[meant_for] = party(activity, asked.people, asked.waited)
        divided = parties[meant_for]
        if divided and _may_be_played(activity, divided, asked, by_hand=False):
            yield activity, divided


def _may_be_played(activity: Activity, divided: Party, asked: Asked, *, by_hand: bool) -> bool:
    targets, players, listeners = divided
    if activity.retired or (asked.hidden and activity.full_id in asked.hidden) or rests(activity, asked.day):
        return False
    if private(activity, asked.people) or (not by_hand and _not_by_dice(activity, asked.people)):
        return False
    if len(players) == 1 and _needs_company(activity):
        return False
    if listeners and not may_listen(activity):
        return False
    if not understood(activity, (person for person in asked.people if person.id in targets)):
        return False
    return not left_alone(activity, asked.avoid)


def only_by_hand(activity: Activity) -> bool:
    """Tells whether an activity is never dealt at random: it goes deep, has something to know first, or is barred."""
    return activity.barred or activity.depth > 2 or bool(AMBER & set(activity.flags))


def _not_by_dice(activity: Activity, people: Sequence[Person]) -> bool:
    """Tells whether a table is not dealt an activity at random: it is chosen, or it is for one and they are more."""
    return only_by_hand(activity) or (for_one(activity) and len(people) > 1)


def _needs_company(activity: Activity) -> bool:
    return any(
        isinstance(step, Vote | Echo) or (isinstance(step, Guess) and step.about in {"next", "pick"})
        for step in all_steps(activity.steps)
    )

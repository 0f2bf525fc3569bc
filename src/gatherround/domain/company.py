"""What may be told in whose company: what keeps an activity from a table, however it came to be dealt."""

from __future__ import annotations

from collections.abc import Iterable, Set, Sized
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.people import Person
from gatherround.domain.stages import stage_of, suits
from gatherround.domain.topics import left_alone

SHORT: Final = 5
"""Minutes up to which people without a part can simply sit by."""


def private(activity: Activity, people: Iterable[Person]) -> bool:
    """Tells whether an activity stays away from this table: a couple's own, or a boulder, while a child sits there."""
    grown_ups_own = activity.size == "boulder" or (activity.size is not None and activity.youngest >= 18)
    return grown_ups_own and any(not person.grown for person in people)


def kept_from(activity: Activity, people: Iterable[Person], avoid: Set[str]) -> bool:
    """Tells whether an activity is not told here at all: it is private, or touches what somebody leaves alone."""
    return private(activity, people) or left_alone(activity, avoid)


def deep(activity: Activity) -> bool:
    """Tells whether an activity is only for those who have a part in it: for grown-ups, or of the third depth."""
    return activity.youngest >= 18 or activity.depth >= 3


def may_listen(activity: Activity) -> bool:
    """Tells whether people without a part may sit by from its beginning: they have a job, or it is short."""
    return not deep(activity) and (activity.others is not None or activity.minutes <= SHORT)


def for_one(activity: Activity) -> bool:
    """Tells whether one person plays it and nobody beside them could."""
    return activity.most == 1


def watching(activity: Activity, listeners: Sized) -> int:
    """Counts those who would only watch: they have no part, and nothing tells them what to do meanwhile."""
    return 0 if activity.others is not None else len(listeners)


def understood(activity: Activity, targets: Iterable[Person]) -> bool:
    """Holds the emotion-understanding gate: at most one component above each target (Pons et al. 2004)."""
    component = activity.component
    return component is None or all(suits(component, stage_of(person.age) or person.stage) for person in targets)

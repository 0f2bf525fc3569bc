"""What is offered to a table tonight: eligible, not too early, and from all along the shelf."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, islice
from math import gcd
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.eligible import Choice, all_eligible
from gatherround.domain.people import Person
from gatherround.domain.steps import Echo, all_steps
from gatherround.domain.tonight import Asked, Dice, History

PEBBLES_FIRST: Final = 5
"""How many small ones come before anything heavier is dealt: listening is practised on easy topics first."""
FIRST_FOR_TWO: Final = "good-news"
"""The kind that two grown-ups meet first: how good news is heard told more of a couple than bad news (Gable 2006)."""
SHORT_ECHOES: Final = 3
"""In so many of their first Echo Turns a couple's turns are short."""
ENOUGH: Final = 300
"""How many an evening is chosen from; no table is offered so many by the books that ship."""


def in_time(shelf: Sequence[Activity], people: Sequence[Person], history: History) -> Sequence[Activity]:
    """Gives a shelf without what this table is not dealt yet: what is heavier, and for a new two all but good news."""
    sized = [activity for activity in shelf if activity.size is not None]
    only_pebbles = pebbles_played(sized, history) < PEBBLES_FIRST
    only_good_news = first_for_two(sized, people, history)

    if not (only_pebbles or only_good_news):
        return shelf

    def early(activity: Activity) -> bool:
        heavy = activity.size in {"brick", "boulder"}
        return (only_pebbles and heavy) or (only_good_news and activity.for_two and activity.kind != FIRST_FOR_TWO)

    return [activity for activity in shelf if activity.size is None or not early(activity)]


def offered(
    ready: Sequence[Activity],
    asked: Asked,
    history: History,
    dice: Dice,
    among: Callable[[Activity], bool] | None = None,
) -> list[Choice]:
    """Gives what tonight is chosen from, with who would play it, of what is in time; `among` narrows it.

    Where a shelf offers more than enough, it is enough from all along it, and whatever goes on with a series begun.
    """
    narrowed = ready if among is None else [one for one in ready if among(one)]
    going_on = [one for one in narrowed if next_episode(one, history)] if history.begun else []
    found = list(islice(all_eligible(_along(narrowed, dice), asked), ENOUGH))
    if len(found) < ENOUGH or not going_on:
        return found
    have = {activity.full_id for activity, _ in found}
    return found + [choice for choice in all_eligible(going_on, asked) if choice[0].full_id not in have]


def _along(shelf: Sequence[Activity], dice: Dice) -> Iterable[Activity]:
    """Gives a shelf in its order, or a very long one in strides from a place that the dice give."""
    return shelf if len(shelf) <= 2 * ENOUGH else _strides(shelf, dice.pick(len(shelf)))


def _strides(shelf: Sequence[Activity], start: int) -> Iterator[Activity]:
    """Gives every activity once, neighbours far apart: three fifths of the shelf lie between one and the next."""
    length = len(shelf)
    stride = next(step for step in count(length * 3 // 5) if gcd(step, length) == 1)
    return (shelf[(start + at * stride) % length] for at in range(length))


def next_episode(activity: Activity, history: History) -> bool:
    """Tells whether an activity is the next part of a series that has been begun."""
    begun = history.begun.get(activity.series or "", 0)
    return bool(begun) and activity.episode == begun + 1


def first_for_two(shelf: Iterable[Activity], people: Sequence[Person], history: History) -> bool:
    """Tells whether these people have not yet played anything together that is a couple's own."""
    keys = set(remembered_as(people))
    together = (history.last.get(one.full_id, {}).keys() for one in shelf if one.for_two)
    return not any(keys <= them for them in together)


def short_echo(shelf: Iterable[Activity], people: Sequence[Person], history: History) -> bool:
    """Tells whether two grown-ups are alone and have played fewer than three different Echo Turns."""
    if len(people) != 2 or not all(person.grown for person in people):
        return False
    keys = set(remembered_as(people))
    together = (one for one in shelf if keys <= history.last.get(one.full_id, {}).keys())
    echoes = sum(any(isinstance(step, Echo) for step in all_steps(one.steps)) for one in together)
    return echoes < SHORT_ECHOES


def pebbles_played(shelf: Iterable[Activity], history: History) -> int:
    """Counts the different ones with a size that this house has played."""
    return sum(activity.size is not None and played(activity, history) for activity in shelf)


def played(activity: Activity, history: History) -> bool:
    """Tells whether this house has played it."""
    return activity.full_id in history.last


def remembered_as(people: Iterable[Person]) -> list[str]:
    """Gives the names under which a play is remembered: members by their own, guests by the house."""
    return [person.id if person.member else "" for person in people]

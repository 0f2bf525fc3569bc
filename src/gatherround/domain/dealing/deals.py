"""One deal: what is played, by whom, who leads it, who reads it aloud, and why it is this one."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.choosing import one_by_one
from gatherround.domain.dealing.eligible import Choice, eligible
from gatherround.domain.dealing.reasons import why
from gatherround.domain.play.plan import Deal, Person
from gatherround.domain.tonight import MAIN, Asked, Dice, History

MOST_SPARES: Final = 3


class NothingFits(Exception):  # noqa: N818 (named for what the table hears)
    """No activity on the shelf is for the people at this table."""


def deal_of(chosen: Choice, asked: Asked, history: History, dice: Dice, led: tuple[str, ...] = ()) -> Deal:
    """Lays what was chosen for these people; whoever has `led` most often tonight leads last."""
    activity, (targets, players, listeners) = chosen
    people = {person.id: person for person in asked.people}
    waited = asked.waited | history.left_out
    return Deal(
        activity=activity,
        targets=targets,
        players=players,
        listeners=listeners,
        lead=min(targets, key=lambda who: (led.count(who), who not in waited, people[who].age)),
        reader=reader_of(asked.people),
        twist=dice.pick(len(activity.twists)) if activity.twists else 0,
        why=why(activity, asked, listeners),
    )


def deal_by_hand(activity: Activity, asked: Asked, history: History) -> Deal:
    """Lays one chosen activity for these people, its first twist up; raises NothingFits where it is not for them."""
    divided = eligible(activity, asked, by_hand=True)
    if divided is None:
        raise NothingFits
    return deal_of((activity, divided), asked, history, _FirstUp())


class _FirstUp:
    """Dice that lie still, where nothing is left to chance."""

    def pick(self, count: int) -> int:
        """Gives the first."""
        return 0


def spares_of(offers: list[Choice], asked: Asked, history: History, dice: Dice, taken: Set[str]) -> tuple[Deal, ...]:
    """Deals the titles behind the director's second door and the envelope."""
    deals: list[Deal] = []
    for chosen in one_by_one(offers, asked, history, MAIN.get(asked.minutes, 8.0), dice, without=taken):
        deals.append(deal_of(chosen, asked, history, dice))
        if len(deals) == MOST_SPARES:
            break
    return tuple(deals)


def reader_of(people: Sequence[Person]) -> str:
    """Gives who reads aloud: the first grown-up, else the oldest, who may be too young to; then whoever can, reads."""
    grown = [person for person in people if person.grown]
    return grown[0].id if grown else max(people, key=lambda person: person.age).id

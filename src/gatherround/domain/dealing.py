"""Deals an evening: what is played, who is asked, who leads, who directs, and one sentence on why."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Final

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.choosing import SLACK, choose
from gatherround.domain.eligible import Choice, eligible
from gatherround.domain.offer import first_for_two, in_time, offered
from gatherround.domain.play.plan import Carried, Deal, FeelingWord, Person, Plan
from gatherround.domain.tonight import Asked, Dice, History

MAIN: Final = {3: 3.0, 5: 4.0, 10: 8.0, 15: 11.0, 20: 15.0}
"""Minutes of main in a Round of so many minutes; twenty have room for one long activity, or for two."""
SECOND: Final = 2.5
"""The least minutes left over that are worth a second activity, where they are not half of what was promised."""
MOST_DEALS: Final = 3
MOST_SPARES: Final = 3
FIRST_EVENING: Final = "whole-table/the-last-dumpling"
"""What a family meets first, chosen by hand."""
LOW_MINUTES: Final = 4
WARM_MINUTES: Final = 2
SEEDS: Final = 1_000_000
STITCHES: Final = 9


LONGER: Final = "Nothing here is short enough for tonight; this is the shortest for this table."


class NothingFits(Exception):  # noqa: N818 (named for what the table hears)
    """No activity on the shelf is for the people at this table."""


def plan_round(
    shelf: Sequence[Activity],
    asked: Asked,
    history: History,
    dice: Dice,
    *,
    words: tuple[FeelingWord, ...] = (),
    carried: Carried | None = None,
) -> Plan:
    """Deals a whole evening, all dice fallen; raises NothingFits where nothing on the shelf is for these people."""
    seed = dice.pick(SEEDS)
    asked = replace(asked, waited=asked.waited | history.left_out)
    ready = in_time(shelf, asked.people, history)
    low = _low(ready, asked, history, dice)
    if asked.minutes <= 3 or asked.wish == "hard-night":
        return _three_minutes(asked, low, _small(ready, asked, history, dice, low), seed, words)
    offers = offered(ready, asked, history, dice)
    deals = _main(ready, offers, asked, history, dice)
    taken = frozenset(deal.activity.full_id for deal in deals)
    # Two openings in one evening would be one too many: a carried thing comes instead of a warm-up.
    warm_up = None if carried else _warm_up(ready, asked, history, dice, taken)
    spares = _spares(offers, asked, history, dice, taken | ({warm_up.activity.full_id} if warm_up else set()))
    return Plan(
        people=asked.people,
        minutes=asked.minutes,
        wish=asked.wish,
        deals=deals,
        seed=seed,
        warm_up=warm_up,
        low=low,
        small=_small(ready, asked, history, dice, low),
        spares=spares,
        words=words,
        doors=history.doors,
        carried=carried,
        choice=asked.minutes >= 10 and history.rounds > 0,
        stitches=_stitches(seed),
        new_two=first_for_two(shelf, asked.people, history),
    )


def plan_by_hand(
    activity: Activity,
    shelf: Sequence[Activity],
    asked: Asked,
    history: History,
    dice: Dice,
    *,
    words: tuple[FeelingWord, ...] = (),
    carried: Carried | None = None,
) -> Plan:
    """Deals an evening of the one activity that a parent has chosen; raises NothingFits where it is not for this table.

    Nothing else is dealt before or beside it and no director changes it: whoever chose it expects it on the table.
    """
    seed = dice.pick(SEEDS)
    asked = replace(asked, waited=asked.waited | history.left_out)
    deal = deal_by_hand(activity, asked, history)
    deal = replace(deal, twist=dice.pick(len(activity.twists)) if activity.twists else 0)
    ready = in_time(shelf, asked.people, history)
    hard = asked.minutes <= 3 or asked.wish == "hard-night"
    low = None if hard else _low(ready, asked, history, dice)
    return Plan(
        people=asked.people,
        minutes=3 if hard else asked.minutes,
        wish=asked.wish,
        deals=(deal,),
        seed=seed,
        low=low,
        spares=() if hard else _spares(offered(ready, asked, history, dice), asked, history, dice, {activity.full_id}),
        small=_small(ready, asked, history, dice, low),
        words=words,
        doors=history.doors,
        carried=None if hard else carried,
        stitches=_stitches(seed),
        new_two=first_for_two(shelf, asked.people, history),
    )


def deal_by_hand(activity: Activity, asked: Asked, history: History) -> Deal:
    """Lays one chosen activity for these people, its first twist up; raises NothingFits where it is not for them."""
    divided = eligible(activity, asked, by_hand=True)
    if divided is None:
        raise NothingFits
    return _deal((activity, divided), asked, history, _FirstUp(), ())


class _FirstUp:
    """Dice that lie still, where nothing is left to chance."""

    def pick(self, count: int) -> int:
        """Gives the first."""
        return 0


def _stitches(seed: int) -> tuple[int, ...]:
    return tuple((seed + at * (STITCHES // 3)) % STITCHES for at in range(3))


def _three_minutes(
    asked: Asked, low: Deal | None, small: tuple[Deal, ...], seed: int, words: tuple[FeelingWord, ...]
) -> Plan:
    if low is None:
        raise NothingFits
    return Plan(people=asked.people, minutes=3, wish="hard-night", deals=(low,), small=small, seed=seed, words=words)


def _main(
    ready: Sequence[Activity], offers: list[Choice], asked: Asked, history: History, dice: Dice
) -> tuple[Deal, ...]:
    room = MAIN.get(asked.minutes, asked.minutes * 0.75)
    first = _first_evening(ready, asked, history) or choose(offers, asked, history, room, dice)
    if first is None:
        raise NothingFits
    deals = [_owning_up(_deal(first, asked, history, dice, ()), room)]
    left = room - _minutes(deals[0])
    while left >= min(SECOND, room / 2) and len(deals) < MOST_DEALS:
        taken = frozenset(deal.activity.full_id for deal in deals)
        then = replace(history, last_kind=deals[-1].activity.kind)
        waited = frozenset(deals[-1].listeners)
        if waited != asked.waited:  # then other people play what not everybody can
            asked = replace(asked, waited=waited)
            offers = offered(ready, asked, history, dice)
        another = choose(offers, asked, then, left, dice, without=taken)
        if another is None or minutes_for(another[0], len(another[1][1])) > left * SLACK:
            break  # what stands in where nothing is short enough does not come second
        deals.append(_deal(another, asked, history, dice, tuple(deal.lead for deal in deals)))
        left -= _minutes(deals[-1])
    return tuple(deals)


def _owning_up(deal: Deal, room: float) -> Deal:
    """Says so where the shortest there is stands in for what was asked."""
    if _minutes(deal) <= room * SLACK or deal.activity.full_id == FIRST_EVENING:
        return deal
    return replace(deal, why=f"{deal.why} {LONGER}")


def _minutes(deal: Deal) -> float:
    return minutes_for(deal.activity, len(deal.players))


def _first_evening(shelf: Sequence[Activity], asked: Asked, history: History) -> Choice | None:
    if history.rounds or asked.minutes < 10 or asked.wish != "surprise":
        return None
    for activity in shelf:
        if activity.full_id == FIRST_EVENING and (divided := eligible(activity, asked)) is not None:
            return activity, divided
    return None


def for_a_hard_night(activity: Activity) -> bool:
    """Tells whether an activity is a three-minute one: to settle or in passing, light, with nothing to disclose."""
    return activity.kind in {"settle", "micro"} and activity.depth == 1 and activity.minutes <= LOW_MINUTES


def _low(ready: Sequence[Activity], asked: Asked, history: History, dice: Dice) -> Deal | None:
    """Deals the three-minute one."""
    light = offered(ready, asked, history, dice, for_a_hard_night)
    chosen = choose(light, replace(asked, wish="settle"), history, MAIN[3], dice)
    return _deal(chosen, asked, history, dice, ()) if chosen else None


def _small(ready: Sequence[Activity], asked: Asked, history: History, dice: Dice, low: Deal | None) -> tuple[Deal, ...]:
    """Deals what is as small as the three-minute one, for a table that is not taken with that."""
    if low is None:
        return ()
    light = offered(ready, asked, history, dice, for_a_hard_night)
    return _spares(light, replace(asked, minutes=3, wish="settle"), history, dice, {low.activity.full_id})


def opens_an_evening(activity: Activity) -> bool:
    """Tells whether an activity is small enough to come before what is played."""
    return activity.kind == "micro" and activity.minutes <= WARM_MINUTES


def _warm_up(
    ready: Sequence[Activity], asked: Asked, history: History, dice: Dice, taken: frozenset[str]
) -> Deal | None:
    micros = offered(ready, asked, history, dice, opens_an_evening)
    chosen = choose(micros, asked, history, WARM_MINUTES, dice, without=taken)
    return _deal(chosen, asked, history, dice, ()) if chosen else None


def _spares(offers: list[Choice], asked: Asked, history: History, dice: Dice, taken: Set[str]) -> tuple[Deal, ...]:
    """Deals the titles behind the director's second door and the envelope."""
    spares: list[Deal] = []
    while len(spares) < MOST_SPARES:
        without = frozenset(taken | {deal.activity.full_id for deal in spares})
        chosen = choose(offers, asked, history, MAIN.get(asked.minutes, 8.0), dice, without=without)
        if chosen is None:
            break
        spares.append(_deal(chosen, asked, history, dice, ()))
    return tuple(spares)


def _deal(chosen: Choice, asked: Asked, history: History, dice: Dice, led: tuple[str, ...]) -> Deal:
    activity, (targets, players, listeners) = chosen
    people = {person.id: person for person in asked.people}
    return Deal(
        activity=activity,
        targets=targets,
        players=players,
        listeners=listeners,
        lead=min(targets, key=lambda who: (led.count(who), who not in history.left_out, people[who].age)),
        reader=reader_of(asked.people),
        director=director_of(asked.people, history),
        twist=dice.pick(len(activity.twists)) if activity.twists else 0,
        why=why(activity, asked, listeners),
    )


def reader_of(people: Sequence[Person]) -> str:
    """Gives who reads aloud: the first grown-up, else the oldest, who may be too young to; then whoever can, reads."""
    grown = [person for person in people if person.grown]
    return grown[0].id if grown else max(people, key=lambda person: person.age).id


def director_of(people: Sequence[Person], history: History) -> str | None:
    """Gives tonight's director: a teen first in the week, then round the table; nobody under five (Bradshaw 2024)."""
    teens = [person.id for person in people if 12 <= person.age < 18]
    if teens and history.rounds_this_week == 0:
        return teens[history.rounds % len(teens)]
    able = [person.id for person in people if person.age >= 5]
    return able[history.rounds % len(able)] if able else None


_WHY: Final = {
    "laugh": "It is one to laugh at together.",
    "be-heard": "Everybody gets a turn to be heard in it.",
    "see-another-side": "It is told from one chair and then from the other.",
    "settle": "It helps a table settle.",
    "mend": "It helps to mend something small.",
    "feel-close": "It brings a table closer.",
}


def why(activity: Activity, asked: Asked, listeners: tuple[str, ...]) -> str:
    """Says in a sentence or two why this one, and names who listens tonight."""
    helps = [help_ for help_ in activity.helps if help_ == asked.wish] or list(activity.helps)
    sentence = _WHY[helps[0]] if helps else "It fits everybody who is here."
    if not listeners:
        return sentence
    *names, last = [person.name for person in asked.people if person.id in listeners]
    job = "with a job of their own" if activity.others else "for a few minutes"
    if names:
        return f"{sentence} {', '.join(names)} and {last} sit by, {job}, and go first next time."
    return f"{sentence} {last} sits by, {job}, and goes first next time."

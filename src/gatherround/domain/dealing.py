"""Deals an evening: what is played, who is asked, who leads, who directs, and one sentence on why."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import replace
from typing import Final

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.asked_for import answers, not_this
from gatherround.domain.choosing import SLACK, busy, choose, fitting, remembering
from gatherround.domain.company import watching
from gatherround.domain.eligible import Choice, eligible
from gatherround.domain.offer import first_for_two, in_time, offered, short_echo
from gatherround.domain.play.plan import Carried, Deal, FeelingWord, Person, Plan
from gatherround.domain.reasons import A_LITTLE_OVER, LONGER, why
from gatherround.domain.stitches import three_of
from gatherround.domain.tonight import MAIN, Asked, Dice, History, main_of

SECOND: Final = 2.5
"""The least minutes left over that are worth a second activity, where they are not half of what was promised."""
MOST_DEALS: Final = 3
MOST_SPARES: Final = 3
FIRST_EVENING: Final = "whole-table/the-last-dumpling"
"""What a family meets first, chosen by hand."""
FIRST_SLACK: Final = 1.35
"""How far that one may run over: with five at the table by a third, which is then said."""
LOW_MINUTES: Final = 4
WARM_MINUTES: Final = 2
SEEDS: Final = 1_000_000


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
    quick = [one for one in ready if one.minutes <= LOW_MINUTES]  # so that a long shelf is not asked about each twice
    light = offered(quick, asked, history, dice, for_a_hard_night)
    low = _low(light, asked, history, dice)
    if asked.minutes <= 3 or asked.wish == "hard-night":
        return _three_minutes(asked, low, _small(light, asked, history, dice, low), seed, words)
    offers = offered(ready, asked, history, dice)
    deals = _main(ready, offers, asked, history, dice)
    # What else is dealt tonight, and could be left out, leaves no more people watching than the first does.
    most = watching(deals[0].activity, deals[0].listeners)
    told = _telling(deals, shelf, offers, asked)
    taken = frozenset(deal.activity.full_id for deal in deals)
    # Two openings in one evening would be one too many: a carried thing comes instead of a warm-up.
    warm_up = None if carried else _warm_up(quick, asked, history, dice, taken, most)
    opening = {warm_up.activity.full_id} if warm_up else set()
    spares = _spares(busy(offers, most), asked, history, dice, taken | opening)
    plan = Plan(
        people=asked.people,
        minutes=asked.minutes,
        wish=asked.wish,
        deals=(_owning_up(told(deals[0]), main_of(asked.minutes)), *deals[1:]),
        seed=seed,
        warm_up=warm_up,
        low=low,
        small=_small(light, asked, history, dice, low),
        spares=tuple(map(told, spares)),
        words=words,
        doors=history.doors,
        carried=carried,
        stitches=three_of(seed),
        new_two=first_for_two(shelf, asked.people, history),
        short_echo=short_echo(shelf, asked.people, history),
    )
    return _directed(plan, history) if asked.minutes >= 10 and history.rounds > 0 else plan


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
    light = [] if hard else offered(ready, asked, history, dice, for_a_hard_night)
    low = _low(light, asked, history, dice)
    return Plan(
        people=asked.people,
        minutes=3 if hard else asked.minutes,
        wish=asked.wish,
        deals=(deal,),
        seed=seed,
        low=low,
        spares=() if hard else _spares(offered(ready, asked, history, dice), asked, history, dice, {activity.full_id}),
        small=_small(light, asked, history, dice, low),
        words=words,
        doors=history.doors,
        carried=None if hard else carried,
        stitches=three_of(seed),
        new_two=first_for_two(shelf, asked.people, history),
        short_echo=short_echo(shelf, asked.people, history),
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


def _three_minutes(
    asked: Asked, low: Deal | None, small: tuple[Deal, ...], seed: int, words: tuple[FeelingWord, ...]
) -> Plan:
    if low is None:
        raise NothingFits
    return Plan(people=asked.people, minutes=3, wish="hard-night", deals=(low,), small=small, seed=seed, words=words)


def _main(
    ready: Sequence[Activity], offers: list[Choice], asked: Asked, history: History, dice: Dice
) -> tuple[Deal, ...]:
    room = main_of(asked.minutes)
    first = _first_evening(offers, asked, history, dice) or choose(offers, asked, history, room, dice)
    if first is None:
        raise NothingFits
    deals = [_deal(first, asked, history, dice, ())]
    left, most = room - _minutes(deals[0]), watching(deals[0].activity, deals[0].listeners)
    while left >= min(SECOND, room / 2) and len(deals) < MOST_DEALS:
        taken = frozenset(deal.activity.full_id for deal in deals)
        then = replace(history, last_kind=deals[-1].activity.kind)
        waited = frozenset(deals[-1].listeners)
        if waited != asked.waited:  # then other people play what not everybody can
            asked = replace(asked, waited=waited)
            offers = offered(ready, asked, history, dice)
        another = choose(busy(offers, most), asked, then, left, dice, without=taken)
        if another is None or minutes_for(another[0], len(another[1][1])) > left * SLACK:
            break  # what stands in where nothing is short enough does not come second
        deals.append(_deal(another, asked, history, dice, tuple(deal.lead for deal in deals)))
        left -= _minutes(deals[-1])
    return tuple(deals)


def _telling(
    deals: tuple[Deal, ...], shelf: Sequence[Activity], offers: Sequence[Choice], asked: Asked
) -> Callable[[Deal], Deal]:
    """Gives what tells of a deal that it is not what was asked for, where nothing tonight is."""
    if any(answers(deal.activity, asked.wish) for deal in deals):
        return lambda deal: deal
    instead = not_this(shelf, offers, asked)

    def told(deal: Deal) -> Deal:
        reason = why(deal.activity, asked, deal.listeners, instead=instead)
        return deal if answers(deal.activity, asked.wish) else replace(deal, why=reason)

    return told


def _owning_up(deal: Deal, room: float) -> Deal:
    """Says so where it runs over: the shortest there is stands in, or it is the one for a first evening."""
    if _minutes(deal) <= room * SLACK:
        return deal
    first = deal.activity.full_id == FIRST_EVENING and _minutes(deal) <= room * FIRST_SLACK
    return replace(deal, why=f"{deal.why} {A_LITTLE_OVER if first else LONGER}")


def _minutes(deal: Deal) -> float:
    return minutes_for(deal.activity, len(deal.players))


def _first_evening(offers: Sequence[Choice], asked: Asked, history: History, dice: Dice) -> Choice | None:
    """Gives what a family meets first: the one chosen by hand where it nearly fits, else one to laugh at together."""
    if history.rounds or asked.wish != "surprise":
        return None
    room = main_of(asked.minutes)
    for activity, divided in offers if asked.minutes >= 10 else ():
        if activity.full_id == FIRST_EVENING and minutes_for(activity, len(divided[1])) <= room * FIRST_SLACK:
            return activity, divided
    return choose(offers, replace(asked, wish="laugh"), history, room, dice)


def for_a_hard_night(activity: Activity) -> bool:
    """Tells whether an activity is a three-minute one: to settle or in passing, light, with nothing to disclose."""
    return activity.kind in {"settle", "micro"} and activity.depth == 1 and activity.minutes <= LOW_MINUTES


def _low(light: list[Choice], asked: Asked, history: History, dice: Dice) -> Deal | None:
    """Deals the three-minute one."""
    chosen = choose(light, replace(asked, wish="settle"), history, MAIN[3], dice)
    return _deal(chosen, asked, history, dice, ()) if chosen else None


def _small(light: list[Choice], asked: Asked, history: History, dice: Dice, low: Deal | None) -> tuple[Deal, ...]:
    """Deals what is as small as the three-minute one, for a table that is not taken with that."""
    if low is None:
        return ()
    return _spares(light, replace(asked, minutes=3, wish="settle"), history, dice, {low.activity.full_id})


def opens_an_evening(activity: Activity) -> bool:
    """Tells whether an activity is small enough to come before what is played."""
    return activity.kind == "micro" and activity.minutes <= WARM_MINUTES


def _warm_up(
    ready: Sequence[Activity], asked: Asked, history: History, dice: Dice, taken: frozenset[str], most: int
) -> Deal | None:
    micros = busy(offered(ready, asked, history, dice, opens_an_evening), most)
    chosen = choose(micros, asked, history, WARM_MINUTES, dice, without=taken)
    return _deal(chosen, asked, history, dice, ()) if chosen else None


def _spares(offers: list[Choice], asked: Asked, history: History, dice: Dice, taken: Set[str]) -> tuple[Deal, ...]:
    """Deals the titles behind the director's second door and the envelope."""
    spares: list[Deal] = []
    room = MAIN.get(asked.minutes, 8.0)
    left = [choice for choice in offers if choice[0].full_id not in taken]
    fits = remembering(fitting(asked, history, room))
    while len(spares) < MOST_SPARES and (chosen := choose(left, asked, history, room, dice, fits=fits)):
        spares.append(_deal(chosen, asked, history, dice, ()))
        left = [choice for choice in left if choice[0] is not chosen[0]]
    return tuple(spares)


def _deal(chosen: Choice, asked: Asked, history: History, dice: Dice, led: tuple[str, ...]) -> Deal:
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


def reader_of(people: Sequence[Person]) -> str:
    """Gives who reads aloud: the first grown-up, else the oldest, who may be too young to; then whoever can, reads."""
    grown = [person for person in people if person.grown]
    return grown[0].id if grown else max(people, key=lambda person: person.age).id


def director_of(people: Sequence[Person], history: History) -> str | None:
    """Gives who directs next: a teen first in the week, then round the table; nobody under five (Bradshaw 2024).

    What counts are Rounds in which somebody had the doors to pick from; in another nobody has directed.
    """
    teens = [person.id for person in people if 12 <= person.age < 18]
    if teens and history.directed_this_week == 0:
        return teens[history.directed % len(teens)]
    able = [person.id for person in people if person.age >= 5]
    return able[history.directed % len(able)] if able else None


def _directed(plan: Plan, history: History) -> Plan:
    """Names a director where there are doors to pick from: then the twist is theirs too, and elsewhere nobody's."""
    director = director_of(plan.people, history)
    if director is None or not plan.spares:
        return plan

    def named(deals: tuple[Deal, ...]) -> tuple[Deal, ...]:
        return tuple(replace(deal, director=director) for deal in deals)

    warm_up = replace(plan.warm_up, director=director) if plan.warm_up else None
    return replace(plan, choice=True, deals=named(plan.deals), spares=named(plan.spares), warm_up=warm_up)

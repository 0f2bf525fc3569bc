"""Deals an evening: what is played, who is asked, who leads, who directs, and one sentence on why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.company import watching
from gatherround.domain.dealing.asked_for import answers, not_this
from gatherround.domain.dealing.choosing import SLACK, busy, choose
from gatherround.domain.dealing.deals import NothingFits, deal_by_hand, deal_of, spares_of
from gatherround.domain.dealing.directors import directed
from gatherround.domain.dealing.eligible import Choice
from gatherround.domain.dealing.offer import first_for_two, in_time, offered, short_echo
from gatherround.domain.dealing.reasons import A_LITTLE_OVER, LONGER, why
from gatherround.domain.dealing.small import LOW_MINUTES, for_a_hard_night, low_of, small_of, warm_up_of
from gatherround.domain.play.plan import Carried, Deal, FeelingWord, Plan
from gatherround.domain.stitches import three_of
from gatherround.domain.tonight import Asked, Dice, History, main_of

SECOND: Final = 2.5
"""The least minutes left over that are worth a second activity, where they are not half of what was promised."""
MOST_DEALS: Final = 3
FIRST_EVENING: Final = "whole-table/the-last-dumpling"
"""What a family meets first, chosen by hand."""
FIRST_SLACK: Final = 1.35
"""How far that one may run over: with five at the table by a third, which is then said."""
SEEDS: Final = 1_000_000


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
    low = low_of(light, asked, history, dice)
    if asked.minutes <= 3 or asked.wish == "hard-night":
        return _three_minutes(asked, low, small_of(light, asked, history, dice, low), seed, words)
    offers = offered(ready, asked, history, dice)
    deals = _main(ready, offers, asked, history, dice)
    # What else is dealt tonight, and could be left out, leaves no more people watching than the first does.
    most = watching(deals[0].activity, deals[0].listeners)
    told = _telling(deals, shelf, offers, asked)
    taken = frozenset(deal.activity.full_id for deal in deals)
    # Two openings in one evening would be one too many: a carried thing comes instead of a warm-up.
    warm_up = None if carried else warm_up_of(quick, asked, history, dice, taken, most)
    opening = {warm_up.activity.full_id} if warm_up else set()
    spares = spares_of(busy(offers, most), asked, history, dice, taken | opening)
    plan = replace(
        _laid(shelf, asked, history, seed, words, carried),
        deals=(_owning_up(told(deals[0]), main_of(asked.minutes)), *deals[1:]),
        warm_up=warm_up,
        low=low,
        small=small_of(light, asked, history, dice, low),
        spares=tuple(map(told, spares)),
    )
    return directed(plan, history) if asked.minutes >= 10 and history.rounds > 0 else plan


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
    low = low_of(light, asked, history, dice)
    offers = [] if hard else offered(ready, asked, history, dice)
    return replace(
        _laid(shelf, asked, history, seed, words, None if hard else carried),
        minutes=3 if hard else asked.minutes,
        deals=(deal,),
        low=low,
        spares=spares_of(offers, asked, history, dice, {activity.full_id}),
        small=small_of(light, asked, history, dice, low),
    )


def _laid(
    shelf: Sequence[Activity],
    asked: Asked,
    history: History,
    seed: int,
    words: tuple[FeelingWord, ...],
    carried: Carried | None,
) -> Plan:
    """Lays an evening on which nothing is dealt yet: all that is the same whoever chooses what is played."""
    return Plan(
        people=asked.people,
        minutes=asked.minutes,
        wish=asked.wish,
        deals=(),
        seed=seed,
        words=words,
        doors=history.doors,
        carried=carried,
        stitches=three_of(seed),
        new_two=first_for_two(shelf, asked.people, history),
        short_echo=short_echo(shelf, asked.people, history),
    )


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
    deals = [deal_of(first, asked, history, dice)]
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
        deals.append(deal_of(another, asked, history, dice, tuple(deal.lead for deal in deals)))
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

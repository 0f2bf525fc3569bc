"""What is small: the three-minute one that any evening may fall back on, what is as small, and what opens one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.choosing import busy, choose
from gatherround.domain.dealing.deals import deal_of, spares_of
from gatherround.domain.dealing.eligible import Choice
from gatherround.domain.dealing.offer import offered
from gatherround.domain.play.plan import Deal
from gatherround.domain.tonight import MAIN, Asked, Dice, History

LOW_MINUTES: Final = 4
WARM_MINUTES: Final = 2


def for_a_hard_night(activity: Activity) -> bool:
    """Tells whether an activity is a three-minute one: to settle or in passing, light, with nothing to disclose."""
    return activity.kind in {"settle", "micro"} and activity.depth == 1 and activity.minutes <= LOW_MINUTES


def low_of(light: list[Choice], asked: Asked, history: History, dice: Dice) -> Deal | None:
    """Deals the three-minute one, of what is light."""
    chosen = choose(light, replace(asked, wish="settle"), history, MAIN[3], dice)
    return deal_of(chosen, asked, history, dice) if chosen else None


def small_of(light: list[Choice], asked: Asked, history: History, dice: Dice, low: Deal | None) -> tuple[Deal, ...]:
    """Deals what is as small as the three-minute one, for a table that is not taken with that."""
    if low is None:
        return ()
    return spares_of(light, replace(asked, minutes=3, wish="settle"), history, dice, {low.activity.full_id})


def opens_an_evening(activity: Activity) -> bool:
    """Tells whether an activity is small enough to come before what is played."""
    return activity.kind == "micro" and activity.minutes <= WARM_MINUTES


def warm_up_of(
    ready: Sequence[Activity], asked: Asked, history: History, dice: Dice, taken: frozenset[str], most: int
) -> Deal | None:
    """Deals what comes first, where something of this shelf leaves no more than so many watching."""
    micros = busy(offered(ready, asked, history, dice, opens_an_evening), most)
    chosen = choose(micros, asked, history, WARM_MINUTES, dice, without=taken)
    return deal_of(chosen, asked, history, dice) if chosen else None

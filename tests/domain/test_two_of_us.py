"""What two grown-ups meet when they play as a couple: good news first, and before it whom the book is not for."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from gatherround.domain.activities import Activity
from gatherround.domain.choosing import choose
from gatherround.domain.dealing import plan_round
from gatherround.domain.eligible import eligible
from gatherround.domain.offer import for_two, offered
from gatherround.domain.play.plan import Wish
from gatherround.domain.tonight import Asked, History
from rounds import named
from tables import SeededDice, shelf, table

TONIGHT = 740_000
OWN: dict[str, Any] = {"youngest": 18, "fewest": 2, "most": 2, "size": "pebble"}
PRAISE = named("praise", kind="good-news", **OWN)
SORRY = named("sorry", kind="repair", helps=("mend",), **OWN)


def asked(wish: Wish = "mend", minutes: int = 10) -> Asked:
    return Asked(people=table(38, 40), minutes=minutes, wish=wish, day=TONIGHT)


def played_by(*who: str) -> History:
    return History(rounds=1, last={"test/praise": dict.fromkeys(("", *who), TONIGHT - 1)})


def chosen(activities: tuple[Activity, ...], history: History | None = None) -> set[str]:
    history = history or History()
    offers = offered(activities, asked(), history, SeededDice(0))
    found = (choose(offers, asked(), history, 8.0, SeededDice(seed)) for seed in range(20))
    return {pair[0].id for pair in found if pair is not None}


def test_the_first_thing_that_two_grown_ups_play_as_a_couple_is_good_news() -> None:
    assert chosen((*PRAISE, *SORRY)) == {"praise"}
    assert chosen(SORRY) == set(), "where there is no good news, nothing else comes in its place"
    assert chosen((*PRAISE, *SORRY), played_by("m0")) == {"praise"}, "with somebody else it was another two"
    assert chosen((*PRAISE, *SORRY), played_by("m0", "m1")) == {"sorry"}
    assert eligible(SORRY[0], asked(), by_hand=True) is not None, "by hand they choose what they like"


def test_what_has_a_size_and_is_for_more_than_two_does_not_wait_for_good_news() -> None:
    assert chosen(named("both-hands", kind="validate", **OWN | {"most": 4})) == {"both-hands"}


@pytest.mark.parametrize("wish", get_args(Wish))
def test_a_new_two_is_dealt_nothing_of_a_couples_own_but_good_news_in_no_place_of_the_evening(wish: Wish) -> None:
    for seed, minutes in enumerate((3, 5, 10, 15, 20)):
        plan = plan_round(shelf(), asked(wish, minutes), History(rounds=1), SeededDice(seed))
        laid = (*plan.deals, *plan.spares, *(one for one in (plan.warm_up, plan.low) if one))
        assert {one.activity.kind for one in laid if for_two(one.activity)} <= {"good-news"}

"""Where tonight's story is not what would help, that is said kindly, with what would."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.dealing.asked_for import answers, not_this
from gatherround.domain.dealing.choosing import SLACK
from gatherround.domain.dealing.deals import NothingFits
from gatherround.domain.dealing.eligible import eligible
from gatherround.domain.dealing.evening import plan_round
from gatherround.domain.dealing.offer import in_time
from gatherround.domain.dealing.reasons import FITS, LONGER
from gatherround.domain.people import Wish
from gatherround.domain.play.plan import Plan
from gatherround.domain.tonight import Asked, History, main_of
from proving import tries
from rounds import named, story
from tables import SeededDice, planned, shelf, table

MENDS = {"helps": ("mend",), "kind": "repair"}
HAT = story(id="hat", minutes=4)
ASKED = "You asked to mend something"


def deal(*stories: Activity, minutes: int = 5, wish: Wish = "mend", history: History | None = None) -> Plan:
    asked = Asked(people=table(9, 40), minutes=minutes, wish=wish, day=740_000)
    return plan_round(stories, asked, history or History(rounds=1), SeededDice(1))


def why(*stories: Activity, minutes: int = 5, wish: Wish = "mend", history: History | None = None) -> str:
    return deal(*stories, minutes=minutes, wish=wish, history=history).deals[0].why


def test_what_was_asked_for_is_dealt_where_it_fits_and_then_nothing_more_is_said() -> None:
    assert why(HAT, *named("glue", minutes=4, **MENDS)) == "It helps to mend something small."
    assert why(HAT, wish="surprise") == FITS


def test_where_more_minutes_would_have_room_it_says_how_many() -> None:
    for long, more in ((8, "ten"), (12, "fifteen"), (16, "twenty")):
        glue = story(id="glue", minutes=long, **MENDS)
        said = f"{ASKED}, and nothing for that fits five minutes: {more} have room, or find one by hand."
        assert why(HAT, glue) == said
    assert why(HAT, story(id="glue", minutes=12, **MENDS), minutes=10) == (
        f"{ASKED}, and nothing for that fits ten minutes: fifteen have room, or find one by hand."
    )


def test_where_only_a_hand_may_choose_it_says_so_and_else_that_there_is_none() -> None:
    deep = story(id="glue", minutes=4, depth=3, **MENDS)
    by_hand = f"{ASKED}, and nothing for that is dealt to this table in five minutes: find one by hand."
    assert why(HAT, deep) == by_hand
    assert why(HAT, story(id="glue", minutes=30, **MENDS)) == by_hand, "twenty have no room for it either"
    none = f"{ASKED}, and no story here for that is for just this table."
    assert why(HAT) == why(HAT, story(id="glue", youngest=50, **MENDS)) == none


def test_where_one_was_played_lately_another_suits_the_table_better() -> None:
    lately = History(rounds=1, last={"test/glue": {"": 739_990, "m0": 739_990}})
    assert why(HAT, story(id="glue", minutes=4, **MENDS), history=lately) == (
        f"{ASKED}; this one suits the table better tonight, and others you find by hand."
    )


def test_the_doors_behind_which_it_is_not_say_so_too_and_the_shortest_owns_up_besides() -> None:
    plan = deal(HAT, *named("owl", "pie", minutes=4))
    assert all(one.why.startswith(ASKED) for one in (plan.deals[0], *plan.spares))
    assert why(story(id="epic", minutes=20)).endswith(LONGER)
    assert why(story(id="epic", minutes=20)).startswith(ASKED)


def test_who_sits_by_is_named_all_the_same() -> None:
    asked = Asked(people=table(9, 3), minutes=5, wish="mend", day=740_000)
    plan = plan_round((story(youngest=8, minutes=4),), asked, History(rounds=1), SeededDice(1))
    assert plan.deals[0].why.startswith(ASKED)
    assert "Lemon sits by" in plan.deals[0].why


@pytest.mark.parametrize(
    ("wish", "begins"),
    [
        ("laugh", "You asked to laugh"),
        ("be-heard", "You asked to be heard"),
        ("see-another-side", "You asked to see another side"),
        ("settle", "You asked to settle"),
        ("feel-close", "You asked to feel close"),
        ("easy", "You asked for something easy"),
    ],
)
def test_each_wish_is_said_back_in_words(wish: Wish, begins: str) -> None:
    assert why(story(id="hat", minutes=4, kind="dilemma"), wish=wish).startswith(f"{begins}, and")


@given(
    st.lists(st.integers(2, 99), min_size=1, max_size=8),
    st.sampled_from([5, 10, 15, 20]),
    st.sampled_from([wish for wish in get_args(Wish) if wish != "hard-night"]),
    st.integers(0, 10_000),
)
@settings(max_examples=tries(60, 3_000), deadline=None)
def test_at_every_table_what_is_said_of_the_wish_is_true(ages: list[int], minutes: int, wish: Wish, seed: int) -> None:
    try:
        plan = planned(*ages, minutes=minutes, wish=wish, seed=seed)
    except NothingFits:
        return
    said = plan.deals[0].why
    assert said.startswith("You asked") is not any(answers(one.activity, wish) for one in plan.deals)
    asked = Asked(people=table(*ages), minutes=minutes, wish=wish, day=740_000)
    if "find one by hand" in said or "you find by hand" in said:
        assert any(answers(one, wish) and eligible(one, asked, by_hand=True) for one in shelf())
    if "nothing for that fits" in said:
        ready = in_time(shelf(), asked.people, History(rounds=1))
        found = [(one, eligible(one, asked)) for one in ready if answers(one, wish)]
        rooms = [minutes_for(one, len(party[1])) for one, party in found if party]
        assert min(rooms) > main_of(minutes) * SLACK


def test_minutes_that_nobody_has_named_are_said_in_figures() -> None:
    asked = Asked(people=table(9, 40), minutes=8, wish="mend", day=1)
    glue = story(id="glue", minutes=9, **MENDS)
    party = eligible(glue, asked)
    assert party is not None
    assert "fits 8 minutes: ten have room" in not_this((glue,), [(glue, party)], asked)

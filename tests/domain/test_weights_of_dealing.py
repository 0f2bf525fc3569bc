"""How much each thing counts when an evening is dealt, to the point; and where one thing ends and the next begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.asked_for import not_this
from gatherround.domain.dealing.choosing import choose, fitting, is_easy
from gatherround.domain.dealing.eligible import all_eligible, eligible, may_be_meant
from gatherround.domain.dealing.evening import plan_round
from gatherround.domain.dealing.offer import first_for_two, in_time, short_echo
from gatherround.domain.dealing.reasons import why
from gatherround.domain.people import Wish
from gatherround.domain.stages import stage_named
from gatherround.domain.steps import Echo
from gatherround.domain.tonight import Asked, History
from rounds import named, plain, story
from tables import SeededDice, somebody, table

TONIGHT = 740_000
ROOM = 8.0
PLAIN = story(kind="script", minutes=16)
"""What nothing speaks for but that it is for all who are here, and that it is of another kind than the last."""


def tonight(*ages: int, wish: Wish = "surprise", minutes: int = 10) -> Asked:
    return Asked(people=table(*ages), minutes=minutes, wish=wish, day=TONIGHT)


def points(activity: Activity, asked: Asked, history: History | None = None) -> float:
    divided = eligible(activity, asked, by_hand=True)
    assert divided is not None
    return fitting(asked, history or History(), ROOM)(activity, divided)


@pytest.mark.parametrize(
    ("change", "wish", "history", "counts"),
    [
        ({"helps": ("laugh",)}, "laugh", History(), 4.0),
        ({"helps": ("laugh",)}, "settle", History(), 0.0),
        ({"kind": "co-op"}, "easy", History(), 4.0),
        ({"kind": "co-op", "depth": 2}, "easy", History(), 0.0),
        ({"kind": "micro"}, "easy", History(), 1.0),
        ({"kind": "micro"}, "surprise", History(), -3.0),
        ({"empathy": ("settle",)}, "surprise", History(), -2.0),
        ({"empathy": ("understand",)}, "surprise", History(), 0.0),
        ({"empathy": ("feel-with",)}, "surprise", History(empathy={"understand": 1}), 0.0),
        ({"kind": "rehearse"}, "surprise", History(last_kind="rehearse"), -1.0),
        ({"series": "moon", "episode": 2}, "surprise", History(begun={"moon": 1}), 2.0),
        ({"series": "moon", "episode": 3}, "surprise", History(begun={"moon": 1}), -3.0),
        ({"series": "moon", "episode": 2}, "surprise", History(begun={"sun": 1}), -3.0),
        ({"series": "moon", "episode": 1}, "surprise", History(begun={"moon": 1}), 0.0),
        ({"minutes": 8}, "surprise", History(), 1.0),
        ({"minutes": 4}, "surprise", History(), 0.5),
        ({"minutes": 12}, "surprise", History(), 0.5),
        ({"minutes": 20}, "surprise", History(), 0.0),
        ({"oldest": 12}, "surprise", History(), -0.75),
    ],
)
def test_each_thing_counts_as_much_as_this(
    change: dict[str, object], wish: Wish, history: History, counts: float
) -> None:
    asked = tonight(9, 16, wish=wish)
    assert points(replace(PLAIN, **change), asked, history) - points(PLAIN, asked, history) == counts


def test_what_is_for_all_of_a_table_far_apart_counts_more_than_any_wish() -> None:
    asked = tonight(3, 40)
    assert points(PLAIN, asked) - points(replace(PLAIN, oldest=12), asked) == 6.0 + 0.75


@pytest.mark.parametrize(("kind", "easy"), [("co-op", True), ("three-rungs", True), ("micro", True), ("script", False)])
def test_something_easy_is_one_of_three_kinds(kind: str, easy: bool) -> None:
    assert is_easy(story(kind=kind)) is easy
    assert not is_easy(story(kind=kind, depth=2))


def test_a_quarter_over_to_the_minute_is_still_short_enough() -> None:
    asked = tonight(9, 16, wish="laugh")
    shelf = [story(id="eight", minutes=8), story(id="ten", minutes=10, helps=("laugh",))]
    chosen = choose(all_eligible(shelf, asked), asked, History(), ROOM, SeededDice(1))
    assert chosen is not None
    assert chosen[0].id == "ten"
    instead = not_this(shelf, [*all_eligible(shelf, asked)], asked)
    assert "suits the table better" in instead


def test_of_what_was_played_today_and_yesterday_it_is_yesterdays_that_comes_again() -> None:
    asked = tonight(5, 9)
    shelf = named("today", "yesterday")
    last = {one.full_id: dict.fromkeys(("", "m0", "m1"), TONIGHT - ago) for ago, one in enumerate(shelf)}
    chosen = choose(all_eligible(shelf, asked), asked, History(last=last), ROOM, SeededDice(1))
    assert chosen is not None
    assert chosen[0].id == "yesterday"


def test_somebody_of_five_already_notices_a_repeat() -> None:
    asked = tonight(5)
    shelf = named("again", "new")
    history = History(last={shelf[0].full_id: {"": TONIGHT - 1, "m0": TONIGHT - 1}})
    for seed in range(9):
        chosen = choose(all_eligible(shelf, asked), asked, history, ROOM, SeededDice(seed))
        assert chosen is not None
        assert chosen[0].id == "new"


def test_what_is_hidden_hides_nothing_else() -> None:
    asked = replace(tonight(9, 40), hidden=frozenset({"test/other"}))
    assert eligible(story(id="hat"), asked) is not None
    assert eligible(story(id="other"), asked) is None


def test_a_couple_and_a_guest_are_remembered_as_the_house_remembers_a_guest() -> None:
    ours = story(id="ours", youngest=18, size="pebble", fewest=2, most=2)
    people = (somebody(40), somebody(41, 1, member=False))
    assert ours.for_two
    assert first_for_two([ours], people, History())
    assert not first_for_two([ours], people, History(last={ours.full_id: {"": 1, "m0": 1}}))


def test_a_brick_waits_for_pebbles_also_where_two_have_had_their_good_news() -> None:
    news = story(id="news", kind="good-news", youngest=18, size="pebble", fewest=2, most=2)
    brick = story(id="brick", youngest=18, size="brick")
    history = History(last={news.full_id: {"": 1, "m0": 1, "m1": 1}})
    assert in_time([news, brick], table(40, 41), history) == [news]


@pytest.mark.parametrize(
    ("stage", "member", "youngest", "oldest", "meant"),
    [
        ("3-4", False, 2, 2, True),
        ("3-4", True, 2, 2, False),
        ("3-4", True, 3, 3, True),
        ("5-7", False, 2, 4, False),
        ("5-7", False, 7, 9, True),
        ("5-7", False, 8, 9, False),
        ("5-7", False, 2, 5, True),
        ("8-11", False, 2, 7, False),
    ],
)
def test_by_hand_the_first_chair_is_for_two_to_four_and_any_other_for_the_years_of_its_stage(
    stage: str, member: bool, youngest: int, oldest: int, meant: bool
) -> None:
    somebodys = replace(somebody(stage_named(stage).typical, member=member), stage_key=stage, roughly=True)
    assert may_be_meant(story(youngest=youngest, oldest=oldest), somebodys) is meant


def test_a_couple_with_a_guest_learns_the_echo_as_any_other_does() -> None:
    echo = Echo(topic=plain("The sink."), starters=(plain("I"),))
    shelf = named("a", "b", "c")
    shelf = tuple(replace(one, steps=(echo,)) for one in shelf)
    people = (somebody(40), somebody(41, 1, member=False))
    assert short_echo(shelf, people, History())
    assert not short_echo(shelf, people, History(last={one.full_id: {"": 1, "m0": 1} for one in shelf}))


# The whole evening


def settling(name: str, minutes: int = 3, **more: object) -> Activity:
    return story(**{"id": name, "title": name, "kind": "settle", "minutes": minutes, "helps": ("settle",)} | more)


def test_the_three_minute_one_is_light_even_where_something_else_would_settle_better() -> None:
    shelf = [story(id="hat"), story(id="hard", minutes=3, helps=("settle",)), settling("low", 4, helps=("laugh",))]
    plan = plan_round(shelf, tonight(9, 16), History(rounds=1), SeededDice(1))
    assert plan.low is not None
    assert plan.low.activity.id == "low"


def test_what_is_as_small_settles_within_three_minutes() -> None:
    shelf = [story(id="hat"), settling("a"), settling("b"), settling("c", 4), settling("d", helps=("laugh",))]
    for seed in range(6):
        plan = plan_round(shelf, tonight(9, 16, wish="laugh"), History(rounds=1), SeededDice(seed))
        assert plan.low is not None
        assert {plan.low.activity.id, plan.small[0].activity.id} == {"a", "b"}


def test_a_first_evening_that_is_too_short_for_the_first_story_begins_with_a_laugh() -> None:
    shelf = [story(id="hat", minutes=4), story(id="funny", minutes=4, helps=("laugh",), depth=2)]
    for seed in range(6):
        plan = plan_round(shelf, tonight(9, 16, minutes=5), History(), SeededDice(seed))
        assert plan.deals[0].activity.id == "funny"


def test_a_spare_that_is_what_was_asked_for_says_so_and_no_more() -> None:
    shelf = [story(id="hat"), story(id="glue", helps=("mend",))]
    asked = tonight(9, 16, wish="mend")
    played = History(rounds=1, last={"test/glue": dict.fromkeys(("", "m0", "m1"), TONIGHT - 1)})
    plan = plan_round(shelf, asked, played, SeededDice(1))
    assert plan.deals[0].why.startswith("You asked to mend something")
    assert [spare.why for spare in plan.spares] == [why(shelf[1], asked, ())]

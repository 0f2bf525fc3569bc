"""Nobody watches: what dice deal has a part or a job for everybody, wherever anything that fits has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.dealing.choosing import SLACK
from gatherround.domain.dealing.deals import NothingFits
from gatherround.domain.dealing.eligible import all_eligible, eligible
from gatherround.domain.dealing.evening import plan_by_hand, plan_round
from gatherround.domain.dealing.offer import in_time
from gatherround.domain.play.plan import Deal, Plan
from gatherround.domain.tonight import MAIN, Asked, History
from proving import tries
from rounds import named, plain, story
from tables import SeededDice, planned, table

AGES = st.lists(st.integers(2, 99), min_size=1, max_size=8)
MINUTES = st.sampled_from([3, 5, 10, 15, 20])
SEEDS = st.integers(0, 10_000)
WISHES = st.sampled_from(["surprise", "laugh", "mend", "settle", "easy", "hard-night"])
OFTEN = settings(max_examples=tries(80, 5_000), deadline=None)
BEEN_HERE = History(rounds=1)


@st.composite
def own_shelves(draw: st.DrawFn) -> tuple[Activity, ...]:
    """Gives what a family may have written: for few or many, short or long, with a job for the others or without."""
    count = draw(st.integers(1, 7))
    return tuple(_own(draw, at) for at in range(count))


def _own(draw: st.DrawFn, at: int) -> Activity:
    youngest = draw(st.sampled_from([2, 5, 9, 13]))
    fewest = draw(st.integers(1, 3))
    return story(
        id=f"own-{at}",
        youngest=youngest,
        oldest=draw(st.integers(youngest, 99)),
        fewest=fewest,
        most=draw(st.integers(fewest, 8)),
        minutes=draw(st.integers(1, 12)),
        kind=draw(st.sampled_from(["script", "micro", "settle", "co-op"])),
        others=draw(st.none() | st.just(plain("You are the wind."))),
    )


def dealt(plan: Plan) -> Iterator[Deal]:
    yield from (*plan.deals, *plan.spares)
    yield from (deal for deal in (plan.warm_up, plan.low) if deal is not None)


def watching(activity: Activity, listeners: Sequence[str]) -> int:
    return 0 if activity.others else len(listeners)


def watch(deal: Deal) -> int:
    return watching(deal.activity, deal.listeners)


@given(AGES, MINUTES, SEEDS, WISHES)
@OFTEN
def test_of_the_shelf_that_ships_everybody_at_any_table_has_a_part_or_a_job(
    ages: list[int], minutes: int, seed: int, wish: str
) -> None:
    for deal in dealt(planned(*ages, minutes=minutes, seed=seed, wish=wish)):
        assert watch(deal) == 0
        assert deal.activity.most > 1 or len(ages) == 1


@given(own_shelves(), AGES, st.sampled_from([5, 10, 15, 20]), SEEDS)
@OFTEN
def test_of_any_shelf_as_few_watch_as_anything_that_fits_the_minutes_allows(
    own: tuple[Activity, ...], ages: list[int], minutes: int, seed: int
) -> None:
    asked = Asked(people=table(*ages), minutes=minutes, wish="surprise", day=740_000)
    try:
        plan = plan_round(own, asked, BEEN_HERE, SeededDice(seed))
    except NothingFits:
        return
    found = list(all_eligible(in_time(own, asked.people, BEEN_HERE), asked))
    room = MAIN[minutes] * SLACK
    fit = [choice for choice in found if minutes_for(choice[0], len(choice[1][1])) <= room]
    fewest = min(watching(activity, divided[2]) for activity, divided in fit or found)
    assert watch(plan.deals[0]) == fewest
    for deal in (*plan.deals, *plan.spares, *((plan.warm_up,) if plan.warm_up else ())):
        assert watch(deal) <= fewest, "what comes beside it could be left out"
        assert deal.activity.most > 1 or len(ages) == 1


def test_a_story_for_one_is_dealt_to_somebody_alone_and_by_hand_to_anybody() -> None:
    alone = story(most=1, minutes=5)
    for people, by_dice in ((table(40), True), (table(40, 41), False), (table(3, 40), False)):
        asked = Asked(people=people, minutes=10, wish="surprise", day=1)
        assert (eligible(alone, asked) is not None) is by_dice
        assert eligible(alone, asked, by_hand=True) is not None
    with pytest.raises(NothingFits):
        plan_round((alone,), Asked(people=table(40, 41), minutes=5, wish="surprise", day=1), BEEN_HERE, SeededDice(1))
    crowd = Asked(people=table(*[40] * 8), minutes=5, wish="surprise", day=1)
    assert plan_by_hand(alone, (), crowd, BEEN_HERE, SeededDice(1)).deals[0].activity == alone


@pytest.mark.parametrize("seed", range(12))
def test_eight_grown_ups_and_a_toddler_beside_a_parent_all_have_something_to_do_in_five_minutes(seed: int) -> None:
    for ages in ((40,) * 8, (2, 38), (3, 40)):
        assert all(watch(deal) == 0 for deal in dealt(planned(*ages, minutes=5, seed=seed)))


def test_what_everybody_has_a_job_in_comes_before_what_is_fresher_or_fits_better() -> None:
    pair = story(id="pair", most=2, minutes=4, others=None, helps=("laugh",))
    whole = story(id="whole", minutes=3)
    asked = Asked(people=table(9, 10, 11), minutes=5, wish="laugh", day=740_000)
    yesterday = {"test/whole": {"": 739_999, "m0": 739_999}}
    plan = plan_round((pair, whole), asked, History(rounds=1, last=yesterday), SeededDice(1))
    assert plan.deals[0].activity == whole
    assert plan.spares == (), "nobody is shown a door behind which somebody watches"
    assert len(plan.deals) == 1


def test_where_somebody_has_to_watch_it_is_as_few_as_can_be() -> None:
    pair, trio = (story(id=name, most=most, minutes=4, others=None) for name, most in (("pair", 2), ("trio", 3)))
    for seed in range(10):
        asked = Asked(people=table(9, 10, 11, 40), minutes=5, wish="surprise", day=1)
        plan = plan_round((pair, trio), asked, BEEN_HERE, SeededDice(seed))
        assert plan.deals[0].activity == trio
        assert plan.spares == ()


def test_a_warm_up_in_which_somebody_would_watch_is_left_out() -> None:
    wink = named("wink", kind="micro", minutes=2, most=2, others=None)[0]
    for people, opens in ((table(9, 40), True), (table(9, 10, 40), False)):
        asked = Asked(people=people, minutes=15, wish="surprise", day=1)
        plan = plan_round((story(minutes=11), wink), asked, BEEN_HERE, SeededDice(1))
        assert (plan.warm_up is not None) is opens

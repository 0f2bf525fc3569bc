from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.dealing.choosing import SLACK
from gatherround.domain.dealing.deals import NothingFits, reader_of
from gatherround.domain.dealing.directors import director_of
from gatherround.domain.dealing.evening import FIRST_EVENING, FIRST_SLACK, plan_by_hand, plan_round
from gatherround.domain.dealing.reasons import A_LITTLE_OVER, LONGER
from gatherround.domain.entries import Played, PutDownEntry
from gatherround.domain.people import Person
from gatherround.domain.play.plan import Carried, Plan, TakenDoor, Wish
from gatherround.domain.steps import Breathe
from gatherround.domain.tonight import Asked, History, main_of
from rounds import ask, named, story
from tables import SeededDice, planned, shelf, table, walk

BEEN_HERE = History(rounds=1)
SETTLING = story(Breathe(), id="soup", title="Soup", kind="settle", minutes=3)
SHELF = (*named("hat", "pie", "owl", "sock", "jug"), SETTLING, *named("wink", "blink", kind="micro", minutes=2))


def deal(
    *ages: int,
    shelf: tuple[Activity, ...] = SHELF,
    minutes: int = 10,
    wish: Wish = "surprise",
    history: History = BEEN_HERE,
    seed: int = 1,
    people: tuple[Person, ...] = (),
    carried: Carried | None = None,
) -> Plan:
    asked = Asked(people=people or table(*ages), minutes=minutes, wish=wish, day=740_000)
    return plan_round(shelf, asked, history, SeededDice(seed), carried=carried)


def ids(plan: Plan) -> list[str]:
    return [one.activity.id for one in plan.deals]


# The minutes


@pytest.mark.parametrize(("minutes", "main"), [(5, 4), (10, 8), (15, 11), (20, 15)])
def test_main_fills_the_minutes_that_are_promised_and_runs_at_most_a_quarter_over(minutes: int, main: int) -> None:
    shelf = tuple(story(id=f"of-{length}", minutes=length) for length in range(3, 15))
    for seed in range(30):
        planned = sum(one.activity.minutes for one in deal(9, 40, shelf=shelf, minutes=minutes, seed=seed).deals)
        assert main - 3.5 < planned <= main * 1.25


def test_minutes_left_over_are_worth_a_second_one_and_a_third() -> None:
    assert len(deal(9, 40, shelf=named("a", "b", "c", minutes=8), minutes=10).deals) == 1
    assert len(deal(9, 40, shelf=named("a", "b", "c", minutes=4), minutes=10).deals) == 2
    plan = deal(9, 40, shelf=(*named("long", minutes=11), *named("short", minutes=4)), minutes=20)
    assert ids(plan) == ["long", "short"]
    assert len(deal(9, 40, shelf=named("a", "b", "c", "d", minutes=4), minutes=20).deals) == 3
    assert len(deal(3, 40, shelf=named("a", "b", "c", minutes=2), minutes=5).deals) == 2, "half of it is left over"


def test_twenty_minutes_have_room_for_one_long_one() -> None:
    assert ids(deal(9, 40, shelf=(*named("long", minutes=15), *named("short", minutes=4)), minutes=20)) == ["long"]


def test_a_second_one_never_runs_over_and_is_never_the_first_again() -> None:
    plan = deal(9, 40, shelf=(*named("four", minutes=4), *named("twelve", minutes=12)), minutes=10)
    assert ids(plan) == ["four"]


def test_more_players_take_longer_so_less_is_dealt() -> None:
    shelf = named("a", "b", minutes=5)
    assert len(deal(9, 40, shelf=shelf, minutes=15).deals) == 2
    assert len(deal(9, 10, 11, 40, 41, 42, 43, 44, shelf=shelf, minutes=15).deals) == 1


def test_a_warm_up_is_a_micro_that_is_dealt_nowhere_else_tonight() -> None:
    for seed in range(20):
        plan = deal(9, 40, minutes=15, seed=seed)
        assert plan.warm_up is not None
        assert plan.warm_up.activity.kind == "micro"
        elsewhere = [one.activity.id for one in (*plan.deals, *plan.spares)]
        assert plan.warm_up.activity.id not in elsewhere


def test_a_carried_thing_comes_instead_of_a_warm_up() -> None:
    plan = deal(9, 40, minutes=15, carried=Carried(7, "Hang a coat up."))
    assert plan.carried == Carried(7, "Hang a coat up.")
    assert plan.warm_up is None


# The three-minute one


@pytest.mark.parametrize("minutes", [5, 10, 20])
def test_a_hard_night_is_three_light_minutes_whatever_was_asked(minutes: int) -> None:
    plan = deal(9, 40, minutes=minutes, wish="hard-night")
    assert plan.minutes == 3
    assert [one.activity.kind for one in plan.deals] in (["settle"], ["micro"])
    assert plan.deals[0].activity.depth == 1
    assert plan.spares == ()
    assert plan.warm_up is None


def test_a_hard_night_with_nothing_light_says_that_nothing_fits() -> None:
    with pytest.raises(NothingFits):
        deal(9, 40, shelf=named("hat", "pie"), wish="hard-night")


def test_the_three_minute_one_waits_in_every_longer_round() -> None:
    assert deal(9, 40, minutes=10).low is not None
    assert deal(9, 40, minutes=10, shelf=named("hat")).low is None


# Nothing fits


def test_nothing_for_these_people_says_so() -> None:
    with pytest.raises(NothingFits):
        deal(3, shelf=named("hat", youngest=8))
    with pytest.raises(NothingFits):
        deal(9, 40, shelf=())


def test_the_shortest_stands_in_where_nothing_is_short_enough_and_says_so() -> None:
    plan = deal(9, 40, shelf=named("epic", minutes=20), minutes=5)
    assert ids(plan) == ["epic"]
    assert LONGER in plan.deals[0].why
    assert LONGER not in deal(9, 40, shelf=named("epic", minutes=5), minutes=5).deals[0].why


# The first evening


def first_shelf() -> tuple[Activity, ...]:
    pack, one = FIRST_EVENING.split("/")
    return (*named("hat"), story(pack=pack, id=one, title="The First"))


def test_the_first_evening_of_a_family_is_chosen_by_hand() -> None:
    for seed in range(10):
        plan = deal(9, 40, shelf=first_shelf(), history=History(), seed=seed)
        assert plan.deals[0].activity.full_id == FIRST_EVENING
        assert not plan.choice, "nobody directs an evening they cannot imagine yet"


@pytest.mark.parametrize("minutes", [5, 10, 15, 20])
def test_the_first_evening_of_any_table_keeps_the_minutes_it_promised_or_says_so(minutes: int) -> None:
    for ages in ((9, 40), (3, 9, 15, 40, 42), (5, 8, 16, 40, 41, 70, 72), (40,) * 8, (2, 4, 6, 8, 38, 40, 70, 71)):
        for seed in range(3):
            first = planned(*ages, minutes=minutes, seed=seed, history=History()).deals[0]
            took = minutes_for(first.activity, len(first.players))
            assert took <= main_of(minutes) * FIRST_SLACK
            assert (A_LITTLE_OVER in first.why) is (took > main_of(minutes) * SLACK)
            assert LONGER not in first.why


def test_where_the_one_chosen_by_hand_is_too_long_a_first_evening_laughs() -> None:
    joke = named("joke", helps=("laugh",))
    long = tuple(replace(one, minutes=14) for one in first_shelf())
    for seed in range(10):
        assert ids(
            deal(9, 40, shelf=(*named("pie", empathy=("settle",)), *joke, *long), history=History(), seed=seed)
        ) == ["joke"]


def test_who_asked_for_something_or_has_been_here_is_dealt_what_fits() -> None:
    met = {deal(9, 40, shelf=first_shelf(), seed=seed).deals[0].activity.id for seed in range(20)}
    assert "hat" in met
    laugh = (*first_shelf(), *named("joke", helps=("laugh",)))
    assert ids(deal(9, 40, shelf=laugh, history=History(), wish="laugh")) == ["joke"]


# Lead, reader, director


def test_the_youngest_target_leads_and_then_somebody_who_has_not() -> None:
    plan = deal(40, 12, 9, shelf=named("a", "b", "c", minutes=4), minutes=20)
    assert [one.lead for one in plan.deals] == ["m2", "m1", "m0"]


def test_whoever_was_left_out_leads_next_time() -> None:
    plan = deal(40, 12, 9, history=History(rounds=1, left_out=frozenset({"m1"})))
    assert plan.deals[0].lead == "m1"


def test_whoever_was_left_out_has_a_part_this_time() -> None:
    small = named("boat", most=2)
    plan = deal(9, 10, 11, shelf=small, history=History(rounds=1, left_out=frozenset({"m2"})))
    assert "m2" in plan.deals[0].targets
    assert plan.deals[0].lead == "m2"


def test_whoever_only_listens_to_the_first_has_a_part_in_the_second() -> None:
    plan = deal(9, 10, 11, shelf=named("boat", "raft", most=2, minutes=4), minutes=10)
    first, second = plan.deals
    assert set(first.listeners) <= set(second.targets)


def test_the_first_grown_up_reads_and_without_one_the_oldest() -> None:
    assert reader_of(table(9, 41, 70)) == "m1"
    assert reader_of(table(9, 16, 13)) == "m1"


def test_a_teen_directs_first_in_the_week() -> None:
    people = table(41, 9, 14, 16)
    assert director_of(people, History(directed=0)) == "m2"
    assert director_of(people, History(directed=1)) == "m3"
    assert director_of(people, History(rounds=9, directed=1)) == "m3", "a Round without doors is nobody's"


def test_later_in_the_week_directing_goes_round_the_table() -> None:
    people = table(41, 9, 14)
    told = [director_of(people, History(directed=directed, directed_this_week=1)) for directed in range(4)]
    assert told == ["m0", "m1", "m2", "m0"]


def test_nobody_under_five_directs() -> None:
    people = table(3, 4, 40)
    assert {director_of(people, History(directed=rounds, directed_this_week=1)) for rounds in range(5)} == {"m2"}
    assert director_of(table(3, 4), History()) is None


def directors(plan: Plan) -> set[str | None]:
    return {one.director for one in (*plan.deals, *plan.spares, *([plan.warm_up] if plan.warm_up else []))}


def test_directing_begins_on_the_second_evening_and_not_in_five_minutes() -> None:
    assert deal(9, 15, 40, minutes=15).choice
    assert directors(deal(9, 15, 40, minutes=15)) == {"m1"}
    for plan in (deal(9, 15, 40, minutes=5), deal(9, 15, 40, history=History()), by_hand(SHELF[0], 9, 15, 40)):
        assert not plan.choice
        assert directors(plan) == {None}, "where nobody has doors to pick from, nobody is named"


def test_where_there_is_one_story_or_nobody_of_five_nobody_directs() -> None:
    for plan in (deal(9, 40, shelf=named("hat")), deal(3, 4)):
        assert (plan.choice, directors(plan)) == (False, {None})


def test_a_table_that_runs_low_has_no_director_and_no_twist() -> None:
    plan = deal(9, 15, 40)
    assert plan.low is not None
    assert plan.low.director is None


def test_the_directors_second_door_and_the_envelope_hold_other_titles() -> None:
    plan = deal(9, 40)
    titles = [one.activity.id for one in (*plan.deals, *plan.spares)]
    assert len(plan.spares) == 3
    assert len(titles) == len(set(titles))


def test_the_director_holds_one_of_the_twists() -> None:
    twisted = (story(ask(), twists=("A goose.", "Socks.", "Rain.")),)
    assert {deal(9, 40, shelf=twisted, seed=seed).deals[0].twist for seed in range(30)} == {0, 1, 2}


# Why, dice, doors


def test_why_names_whoever_only_listens_and_says_that_they_go_first_next_time() -> None:
    plan = deal(9, 3, shelf=named("hat", youngest=8))
    assert "Lemon sits by, with a job of their own, and goes first next time." in plan.deals[0].why
    plan = deal(9, 3, 4, 2, shelf=named("hat", youngest=8))
    assert "Lemon, Pepper and Bread sit by, with a job of their own, and go first" in plan.deals[0].why


def test_why_speaks_of_what_was_asked_for() -> None:
    plan = deal(9, 40, shelf=named("hat", helps=("settle", "laugh")), wish="laugh")
    assert "laugh" in plan.deals[0].why


def test_all_dice_fall_once_so_the_same_dice_deal_the_same_evening() -> None:
    assert deal(9, 13, 40, seed=5, minutes=20) == deal(9, 13, 40, seed=5, minutes=20)
    assert len({deal(9, 13, 40, seed=seed).seed for seed in range(5)}) == 5


def test_three_stitches_are_offered_and_no_two_are_alike() -> None:
    for seed in range(20):
        assert len(set(deal(9, 40, seed=seed).stitches)) == 3


def test_the_doors_that_this_house_took_come_along() -> None:
    door = TakenDoor("test/hat/key", 2)
    assert deal(9, 40, history=History(rounds=1, doors=(door,))).doors == (door,)


# Chosen by hand


def by_hand(activity: Activity, *ages: int, minutes: int = 10, wish: Wish = "surprise", seed: int = 1) -> Plan:
    asked = Asked(people=table(*ages), minutes=minutes, wish=wish, day=740_000)
    return plan_by_hand(activity, SHELF, asked, BEEN_HERE, SeededDice(seed), carried=Carried(7, "Ask quietly."))


@pytest.mark.parametrize("minutes", [5, 10, 15, 20])
def test_what_a_parent_has_chosen_is_all_that_is_dealt_and_nobody_swaps_it_for_another(minutes: int) -> None:
    plan = by_hand(SHELF[0], 9, 15, 40, minutes=minutes)
    assert ids(plan) == ["hat"]
    assert (plan.minutes, plan.warm_up, plan.choice) == (minutes, None, False)
    assert plan.low is not None, "a table that is running low still has the three-minute one"
    assert plan.low.activity.id == "soup"
    assert len(plan.spares) == 3
    assert "hat" not in [spare.activity.id for spare in plan.spares], "it is not sealed on the evening it is played"
    assert plan.carried == Carried(7, "Ask quietly.")


def test_by_hand_on_a_hard_night_it_is_three_minutes_with_nothing_asked() -> None:
    plan = by_hand(SETTLING, 9, 40, wish="hard-night")
    assert (ids(plan), plan.minutes, plan.low, plan.spares, plan.carried) == (["soup"], 3, None, (), None)


def test_by_hand_waives_depth_and_amber_and_not_what_is_for_grown_ups_among_themselves() -> None:
    deep = story(depth=4, flags=("death",), twists=("a", "b", "c"))
    assert {by_hand(deep, 9, 40, seed=seed).deals[0].twist for seed in range(20)} == {0, 1, 2}
    with pytest.raises(NothingFits):
        by_hand(story(youngest=18, size="pebble", minutes=3), 9, 40)


@pytest.mark.parametrize("activity", shelf(), ids=lambda one: one.full_id)
def test_every_shipped_activity_chosen_by_hand_reaches_the_night_and_is_recorded(activity: Activity) -> None:
    several = (activity.youngest,) * max(2, activity.fewest)
    ages = (*several, *([40] if activity.youngest < 18 else []))[: activity.most]
    asked = Asked(people=table(*ages), minutes=15, wish="surprise", day=740_000)
    plan = plan_by_hand(activity, shelf(), asked, History(), SeededDice(2))
    played = [
        entry.activity
        for _, _, _, entries in walk(plan, 3, rare=0)
        for entry in entries
        if isinstance(entry, Played | PutDownEntry)
    ]
    assert played[:1] == [activity.full_id] or (plan.low and played[:1] == [plan.low.activity.full_id])


def test_who_is_promised_to_go_first_leads_what_comes_second() -> None:
    boats = named("boat", "raft", most=2, minutes=4)
    first, second = deal(9, 10, 11, shelf=boats, minutes=10).deals
    assert "Pepper sits by" in first.why
    assert second.lead == first.listeners[0]
    older = deal(11, 10, 9, 8, shelf=boats, minutes=10, history=History(rounds=1, left_out=frozenset({"m0", "m1"})))
    assert older.deals[1].lead in older.deals[0].listeners

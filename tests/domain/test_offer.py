"""What is offered to a table: in the order of the shelf where it is a family's, and from all along a very long one."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.eligible import eligible
from gatherround.domain.dealing.offer import ENOUGH, in_time, offered
from gatherround.domain.tonight import Asked, History
from rounds import story
from tables import SeededDice, shelf, table

NEXT = story(id="s-700", series="tea", episode=2, youngest=8)
LONG = tuple(NEXT if at == 700 else story(id=f"s-{at}", youngest=8) for at in range(1_000))


def asked(*ages: int) -> Asked:
    return Asked(people=table(*ages), minutes=10, wish="surprise", day=740_000)


def ids(activities: tuple[Activity, ...], what: Asked, history: History | None = None, seed: int = 1) -> list[str]:
    known = history or History()
    return [one.full_id for one, _ in offered(in_time(activities, what.people, known), what, known, SeededDice(seed))]


@settings(max_examples=25)
@given(st.lists(st.integers(2, 80), min_size=1, max_size=8))
def test_of_a_shelf_that_a_family_has_everything_is_offered_that_any_of_it_may_be_dealt(ages: list[int]) -> None:
    what, played = asked(*ages), History(last={one.full_id: {"": 1} for one in shelf()})
    offers = offered(in_time(shelf(), what.people, played), what, played, SeededDice(1))
    early_only_for_couples = [one for one in shelf() if eligible(one, what) and not one.size]
    assert [one for one, _ in offers if not one.size] == early_only_for_couples
    assert all(eligible(one, what) == party for one, party in offers)


def test_of_a_very_long_shelf_enough_is_offered_and_each_evening_something_else() -> None:
    evenings = [ids(LONG, asked(9, 40), seed=seed) for seed in range(12)]
    assert all(len(evening) == len(set(evening)) == ENOUGH for evening in evenings)
    assert len(set().union(*evenings)) > 900, "nothing on it waits for ever"


def test_of_a_very_long_shelf_on_which_little_suits_all_that_suits_is_offered() -> None:
    few = tuple(story(id=f"few-{at}", youngest=2, oldest=4, fewest=1) for at in range(7))
    assert sorted(ids((*LONG, *few), asked(3))) == sorted(one.full_id for one in few)


def test_the_next_part_of_a_series_is_offered_however_long_the_shelf() -> None:
    for seed in range(12):
        assert "test/s-700" in ids(LONG, asked(9, 40), History(begun={"tea": 1}), seed)


def test_what_is_too_early_is_too_early_among_the_small_ones_as_well() -> None:
    praise = story(id="praise", kind="good-news", youngest=18, oldest=99, fewest=2, most=2, size="pebble")
    small = story(id="small", kind="micro", youngest=18, oldest=99, fewest=2, most=2, size="pebble")
    played = History(last={"test/praise": {"": 1, "m0": 1, "m1": 1}})
    for history, offers in ((History(), []), (played, ["test/small"])):
        what = asked(38, 40)
        ready = in_time((praise, small), what.people, history)
        found = offered(ready, what, history, SeededDice(1), lambda one: one.kind == "micro")
        assert [one.full_id for one, _ in found] == offers

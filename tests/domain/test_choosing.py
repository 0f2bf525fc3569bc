from __future__ import annotations

from datetime import date
from typing import get_args

import pytest

from gatherround.domain.activities import AMBER, Activity, minutes_for
from gatherround.domain.dealing.choosing import choose, far_apart, fitting
from gatherround.domain.dealing.eligible import eligible, party
from gatherround.domain.dealing.offer import in_time, offered
from gatherround.domain.people import Person
from gatherround.domain.play.plan import Wish
from gatherround.domain.steps import Echo, Guess, Vote
from gatherround.domain.tonight import Asked, History
from rounds import ask, named, plain, story
from tables import SeededDice, somebody, table

TONIGHT = 740_000
ROOM = 8.0


def asked(*ages: int, wish: Wish = "surprise", people: tuple[Person, ...] = (), **more: object) -> Asked:
    return Asked(people=people or table(*ages), minutes=10, wish=wish, day=TONIGHT, **more)  # type: ignore[arg-type]


def ago(days: int, *who: str) -> dict[str, int]:
    """What the house remembers of one activity that these members played so long ago."""
    return dict.fromkeys(("", *who), TONIGHT - days)


def chosen(shelf: tuple[Activity, ...], what: Asked, history: History | None = None, room: float = ROOM) -> set[str]:
    """Every activity that some fall of the dice would choose."""
    history = history or History()
    offers = offered(in_time(shelf, what.people, history), what, history, SeededDice(0))
    found = (choose(offers, what, history, room, SeededDice(seed)) for seed in range(40))
    return {pair[0].id for pair in found if pair is not None}


def test_what_is_made_for_two_leads_where_two_grown_ups_sit_and_dice_still_fall_elsewhere() -> None:
    own = {"youngest": 18, "fewest": 2, "most": 2, "size": "pebble"}
    (ours, other) = (*named("ours", **own), *named("other", youngest=18))
    two = asked(40, 41)
    score = fitting(two, History(), ROOM)
    for_two, not_for_two = (score(one, eligible(one, two) or ((), (), ())) for one in (ours, other))
    assert for_two > not_for_two
    offers = [(one, eligible(one, two) or ((), (), ())) for one in (ours, other)]
    assert {(choose(offers, two, History(), ROOM, SeededDice(at)) or offers[0])[0].id for at in range(20)} == {
        "ours",
        "other",
    }
    three = asked(40, 41, 42)
    score = fitting(three, History(), ROOM)
    assert score(ours, (("m0",), ("m0",), ())) == score(other, (("m0",), ("m0",), ()))


# Who takes part


def test_targets_are_those_of_its_ages_and_players_are_also_everybody_older() -> None:
    assert party(story(youngest=5, oldest=10), table(9, 40, 4, 6)) == (("m0", "m3"), ("m0", "m1", "m3"), ("m2",))


def test_nobody_of_its_ages_means_no_place_at_this_table() -> None:
    assert party(story(youngest=5, oldest=10), table(40, 41)) is None
    assert party(story(youngest=18), table(9, 16)) is None


def test_too_few_players_means_no_place_and_a_place_too_few_means_somebody_listens() -> None:
    assert party(story(fewest=3), table(9, 40)) is None
    parted = party(story(most=2), table(9, 10, 11))
    assert parted == (("m0", "m1"), ("m0", "m1"), ("m2",))


def test_targets_have_a_place_before_grown_ups_do() -> None:
    assert party(story(youngest=5, oldest=10, most=2), table(40, 41, 9)) == (("m2",), ("m0", "m2"), ("m1",))


def test_whoever_had_no_part_last_time_has_a_place_before_anybody_else() -> None:
    parted = party(story(most=2), table(9, 10, 11), frozenset({"m2"}))
    assert parted == (("m0", "m2"), ("m0", "m2"), ("m1",))


# Eligible


def test_light_things_are_dealt_and_deeper_ones_only_by_hand() -> None:
    assert eligible(story(depth=2), asked(9, 40)) is not None
    assert eligible(story(depth=3), asked(9, 40)) is None
    assert eligible(story(depth=3), asked(9, 40), by_hand=True) is not None


@pytest.mark.parametrize("wish", get_args(Wish))
def test_what_names_a_red_topic_never_comes_up_and_may_be_chosen_by_hand(wish: Wish) -> None:
    assert eligible(story(barred=True), asked(9, 40, wish=wish)) is None
    assert eligible(story(barred=True), asked(9, 40, wish=wish), by_hand=True) is not None


@pytest.mark.parametrize("flag", sorted(AMBER))
def test_amber_is_never_dealt_and_may_be_chosen_by_hand(flag: str) -> None:
    assert eligible(story(flags=(flag,)), asked(9, 40)) is None
    assert eligible(story(flags=(flag,)), asked(9, 40), by_hand=True) is not None


def test_neither_at_random_nor_by_hand_is_dealt_what_somebody_leaves_alone_or_has_hidden() -> None:
    for by_hand in (False, True):
        assert eligible(story(flags=("dogs",)), asked(40, avoid=frozenset({"dogs"})), by_hand=by_hand) is None
        assert eligible(story(), asked(40, hidden=frozenset({"test/the-hat"})), by_hand=by_hand) is None


@pytest.mark.parametrize(("size", "youngest"), [("pebble", 18), ("brick", 18), ("boulder", 12)])
def test_neither_at_random_nor_by_hand_is_a_couples_own_or_a_boulder_dealt_where_a_child_sits(
    size: str, youngest: int
) -> None:
    own = story(size=size, youngest=youngest, minutes=3)
    for by_hand in (False, True):
        assert eligible(own, asked(16, 40), by_hand=by_hand) is None
        assert eligible(own, asked(40, 41), by_hand=by_hand) is not None
    assert eligible(story(size="pebble", youngest=12), asked(16, 40)) is not None


def test_a_topic_that_somebody_leaves_alone_is_not_dealt_and_other_notes_are() -> None:
    dogs = story(flags=("dogs",))
    assert eligible(dogs, asked(9, 40)) is not None
    assert eligible(dogs, asked(9, 40, avoid=frozenset({"dogs"}))) is None


def test_what_is_hidden_for_anybody_or_retired_is_not_played_at_all() -> None:
    assert eligible(story(), asked(9, hidden=frozenset({"test/the-hat"})), by_hand=True) is None
    assert eligible(story(retired=True), asked(9), by_hand=True) is None


@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize("size", [None, "pebble", "boulder"])
def test_what_is_for_couples_is_never_played_with_a_child_at_the_table(size: str | None, by_hand: bool) -> None:
    theirs = story(youngest=18, size=size)
    assert eligible(theirs, asked(38, 40), by_hand=by_hand) is not None
    for child in (3, 9, 17):
        assert eligible(theirs, asked(38, 40, child), by_hand=by_hand) is None


@pytest.mark.parametrize(
    "step",
    [
        Vote(question=plain("Soup?"), options=(plain("yes"), plain("no"))),
        Echo(topic=plain("A bus.")),
        Guess(about="next", prompt=plain("What?")),
        Guess(about="pick", prompt=plain("What?")),
    ],
    ids=["ballot", "echo", "guess-next", "guess-pick"],
)
def test_one_person_alone_is_dealt_no_ballot_no_echo_and_no_guess_about_a_person(step: Vote | Echo | Guess) -> None:
    assert eligible(story(ask()), asked(9), by_hand=True) is not None
    assert eligible(story(step), asked(9), by_hand=True) is None
    assert eligible(story(step), asked(9, 40)) is not None


def test_somebody_may_only_listen_where_there_is_a_job_for_them_or_it_is_short() -> None:
    small = asked(9, 4)
    assert eligible(story(youngest=8), small) == (("m0",), ("m0",), ("m1",))
    assert eligible(story(youngest=8, others=None, minutes=5), small) is not None
    assert eligible(story(youngest=8, others=None, minutes=6), small) is None


def test_nobody_listens_to_what_is_deep() -> None:
    assert eligible(story(youngest=8, depth=3), asked(9, 4), by_hand=True) is None
    assert eligible(story(youngest=8, depth=3), asked(9, 40), by_hand=True) is not None


def test_a_component_lies_at_most_one_step_above_each_target() -> None:
    assert eligible(story(component="reminder"), asked(2, 40)) is not None
    assert eligible(story(component="desire"), asked(2, 40)) is None
    assert eligible(story(component="mixed", youngest=5), asked(6, 40)) is not None
    assert eligible(story(component="regulation", youngest=5), asked(6, 40)) is None
    assert eligible(story(component="regulation", youngest=8), asked(6, 9)) is not None, "who listens is not gated"


# Fresh


def test_what_was_played_within_ten_weeks_waits_for_what_was_not() -> None:
    shelf = named("hat", "pie")
    assert chosen(shelf, asked(9, 40), History(last={"test/hat": ago(69, "m0")})) == {"pie"}
    assert chosen(shelf, asked(9, 40), History(last={"test/hat": ago(70, "m0")})) == {"hat", "pie"}


def test_toddlers_want_repeats_and_get_them() -> None:
    shelf = named("hat", "pie", youngest=2, oldest=4)
    assert chosen(shelf, asked(3, 40), History(last={"test/hat": ago(1, "m0", "m1")})) == {"hat", "pie"}


def test_an_older_target_would_notice_a_repeat_and_an_older_player_would_not_mind() -> None:
    for_all = named("hat", "pie")
    assert chosen(for_all, asked(3, 6), History(last={"test/hat": ago(1, "m0", "m1")})) == {"pie"}
    for_one = named("hat", "pie", youngest=2, oldest=4)
    assert chosen(for_one, asked(3, 6), History(last={"test/hat": ago(1, "m0", "m1")})) == {"hat", "pie"}


def test_it_is_fresh_for_a_member_who_was_away_when_the_house_played_it() -> None:
    shelf = named("hat", "pie", youngest=5, oldest=10)
    history = History(last={"test/hat": ago(3, "somebody-else")})
    assert chosen(shelf, asked(9, 40), history) == {"hat", "pie"}
    guests = (somebody(9, 0, member=False), somebody(40, 1, member=False))
    assert chosen(shelf, asked(people=guests), history) == {"pie"}, "guests share the memory of the house"


def test_where_all_is_stale_the_half_that_was_played_longest_ago_comes_again() -> None:
    shelf = named("hat", "pie", "owl", "sock")
    last = {f"test/{one}": ago(days, "m0") for one, days in {"hat": 5, "pie": 50, "owl": 6, "sock": 60}.items()}
    assert chosen(shelf, asked(9, 40), History(last=last)) == {"pie", "sock"}


# Fitting


def test_what_would_help_decides_among_the_fresh() -> None:
    shelf = (*named("hat", helps=("laugh",)), *named("pie", helps=("settle",)))
    assert chosen(shelf, asked(9, 40, wish="laugh")) == {"hat"}
    assert chosen(shelf, asked(9, 40, wish="settle")) == {"pie"}
    assert chosen(shelf, asked(9, 40)) == {"hat", "pie"}


def test_something_easy_is_light_and_done_together() -> None:
    shelf = (*named("hat", kind="co-op", depth=1), *named("pie", kind="co-op", depth=2), *named("owl"))
    assert chosen(shelf, asked(9, 40, wish="easy")) == {"hat"}


def test_the_empathy_played_least_lately_comes_before_the_others() -> None:
    shelf = (*named("hat", empathy=("understand",)), *named("pie", empathy=("respond",)))
    played = {"understand": 4, "feel-with": 3, "respond": 1, "settle": 2}
    assert chosen(shelf, asked(9, 40), History(empathy=played)) == {"pie"}


def test_a_kind_that_was_just_played_steps_back() -> None:
    shelf = (*named("hat", kind="co-op"), *named("pie", kind="dilemma"))
    assert chosen(shelf, asked(9, 40), History(last_kind="co-op")) == {"pie"}


def test_the_next_part_of_a_series_comes_next_and_no_part_comes_before_its_turn() -> None:
    shelf = tuple(story(id=f"part-{at}", series="goose", episode=at) for at in (1, 2, 3))
    assert chosen(shelf, asked(9, 40)) == {"part-1"}
    assert chosen(shelf, asked(9, 40), History(begun={"goose": 1})) == {"part-2"}
    assert chosen(shelf, asked(9, 40), History(begun={"goose": 2})) == {"part-3"}


def test_of_two_that_fit_alike_the_dice_choose() -> None:
    assert chosen(named("hat", "pie", "owl"), asked(9, 40)) == {"hat", "pie", "owl"}


def test_stages_far_apart_mean_whole_table_things_first() -> None:
    shelf = (*named("all"), *named("small", youngest=2, oldest=4), *named("big", youngest=12))
    assert chosen(shelf, asked(3, 13, 41)) == {"all"}
    helping = (*named("all"), *named("small", youngest=2, oldest=4, helps=("laugh",)))
    assert chosen(helping, asked(3, 13, 41, wish="laugh")) == {"all"}


@pytest.mark.parametrize(("ages", "far"), [((3, 6), False), ((3, 9), False), ((3, 13), True), ((9, 40), True)])
def test_far_apart_is_more_than_two_stages(ages: tuple[int, ...], far: bool) -> None:
    assert far_apart(table(*ages)) is far


def test_what_is_meant_for_more_of_the_table_fits_better() -> None:
    divided_all = party(story(), table(9, 10, 41))
    divided_one = party(story(youngest=9, oldest=9), table(9, 10, 41))
    assert divided_all is not None
    assert divided_one is not None
    fits = fitting(asked(9, 10, 41), History(), ROOM)
    assert fits(story(), divided_all) > fits(story(youngest=9, oldest=9), divided_one)


# Minutes


def test_minutes_are_meant_for_three_and_each_further_player_adds_a_sixth() -> None:
    assert minutes_for(story(minutes=6), 1) == 6
    assert minutes_for(story(minutes=6), 3) == 6
    assert minutes_for(story(minutes=6), 5) == 8
    assert minutes_for(story(minutes=6), 8) == 11


def test_what_runs_a_quarter_over_still_fits_and_what_runs_further_does_not() -> None:
    shelf = (*named("ten", minutes=10), *named("eleven", minutes=11))
    assert chosen(shelf, asked(9, 40)) == {"ten"}


def test_where_nothing_fits_the_minutes_the_shortest_stands_in() -> None:
    shelf = (*named("thirty", minutes=30), *named("twenty", minutes=20))
    assert chosen(shelf, asked(9, 40)) == {"twenty"}


def test_where_nothing_is_eligible_there_is_no_choice() -> None:
    assert chosen(named("deep", depth=4), asked(9, 40)) == set()
    assert chosen((), asked(9, 40)) == set()


def test_five_pebbles_come_before_a_brick_or_a_boulder_is_dealt() -> None:
    pebbles = named("a", "b", "c", "d", "e", youngest=18, size="pebble")
    heavy = (*named("brick", youngest=18, size="brick"), *named("boulder", youngest=18, size="boulder"))
    shelf = (*pebbles, *heavy)
    played = {one.full_id: ago(90, "m0", "m1") for one in pebbles}
    fewer = dict(list(played.items())[:4])
    assert chosen(shelf, asked(38, 40), History(last=fewer)) <= {"a", "b", "c", "d", "e"}
    assert {"brick", "boulder"} & chosen(
        shelf, asked(38, 40), History(last=played | {p.full_id: ago(1) for p in pebbles})
    )
    assert eligible(heavy[1], asked(38, 40), by_hand=True) is not None, "a couple may choose what it likes"


def test_what_happened_here_rests_for_its_days_even_when_chosen_by_hand() -> None:
    day = date(2031, 6, 5)
    resting = story(rests_until=day.isoformat())
    people = table(9, 40)
    before, after = (Asked(people=people, minutes=10, wish="surprise", day=day.toordinal() + ago) for ago in (-1, 0))
    assert eligible(resting, before, by_hand=True) is None
    assert eligible(resting, after, by_hand=True) is not None

"""Finding by hand: what is for a table, in which order, and what is left when a parent asks for more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.activities import AMBER, Activity
from gatherround.domain.dealing.deals import deal_by_hand
from gatherround.domain.dealing.eligible import all_eligible, eligible, party
from gatherround.domain.finding import (
    ANY_FLAG,
    NO_FLAG,
    Found,
    Wanted,
    for_whom,
    having,
    laid_out,
    letters,
    meant_for,
    narrowed,
    on_shelf,
    searched,
    warnings,
)
from gatherround.domain.likings import HOUSE, Likings, Mark
from gatherround.domain.people import Wish
from gatherround.domain.stages import STAGES, stage_named
from gatherround.domain.steps import Chorus
from gatherround.domain.tonight import Asked, History
from gatherround.host.guests import guest_by_words
from rounds import named, plain, seats, story
from tables import shelf, somebody, table

TONIGHT = 740_000
AGES = st.lists(st.integers(2, 99), min_size=1, max_size=8)
WORDS = st.text("aehlmoprstu é", max_size=8)


PARTS = st.tuples(st.sampled_from([stage.key for stage in STAGES]), st.booleans(), st.booleans())


@given(st.lists(PARTS, min_size=1, max_size=6), st.integers(2, 99), st.integers(0, 97), st.booleans())
def test_by_hand_any_year_of_a_stage_will_do_and_a_birthday_counts_by_its_age(
    parts: list[tuple[str, bool, bool]], youngest: int, wide: int, by_hand: bool
) -> None:
    people = tuple(
        replace(somebody(stage_named(key).typical, at, member=member), roughly=roughly)
        for at, (key, member, roughly) in enumerate(parts)
    )
    oldest = min(99, youngest + wide)
    activity = named("hat", youngest=youngest, oldest=oldest)[0]
    divided = party(activity, people, by_hand=by_hand)
    meant = set()
    for person in people:
        years = range(person.stage.low, person.stage.high + 1)
        if person.stage_key == "3-4" and not person.member:
            years = range(2, 5)
        if not (by_hand and person.roughly):
            years = range(person.age, person.age + 1)
        if any(youngest <= year <= oldest for year in years):
            meant.add(person.id)
    assert (divided is None) == (not meant)
    if divided is not None:
        targets, players, listeners = divided
        assert set(targets) == meant
        older = {person.id for person in people if person.age > oldest}
        assert set(players) == meant | older
        assert not set(players) & set(listeners)


def test_a_familys_own_story_for_five_is_found_by_a_guest_of_five_to_seven_and_is_not_dealt_by_dice() -> None:
    guest = guest_by_words("5-7", ())
    tonight = replace(asked(9), people=(guest,))
    (ours,) = named("ours", youngest=5, oldest=5)
    assert ids(on_shelf((ours,), tonight, History(), 8).fits) == ["ours"]
    assert deal_by_hand(ours, tonight, History()).targets == (guest.id,)
    assert meant_for(ours, guest)
    assert not meant_for(ours, replace(guest, roughly=False))
    assert eligible(ours, tonight) is None
    assert not [*all_eligible((ours,), tonight)]


def asked(*ages: int, **more: object) -> Asked:
    return Asked(people=table(*ages), minutes=10, wish="surprise", day=TONIGHT, **more)  # type: ignore[arg-type]


def found(
    activities: tuple[Activity, ...], *ages: int, history: History | None = None, room: float = 8
) -> tuple[Found, ...]:
    return on_shelf(activities, asked(*ages), history or History(), room).fits


def ids(found: tuple[Found, ...]) -> list[str]:
    return [one.activity.id for one in found]


def only(wanted: Wanted, *activities: Activity, marks: Mapping[Mark, frozenset[str]] | None = None) -> list[str]:
    """Gives the ids of what is left of these for a table of all ages."""
    laid = tuple(laid_out(one, asked(9, 40), History()) for one in activities)
    return ids(searched(narrowed(laid, wanted, marks or {}), wanted.words))


# What is for this table


@settings(deadline=None)
@given(ages=AGES)
def test_whatever_is_found_may_be_dealt_by_hand_and_nothing_of_it_is_lost_or_twice(ages: list[int]) -> None:
    table_of = asked(*ages)
    there = on_shelf(shelf(), table_of, History(), 8)
    assert all(eligible(one.activity, table_of, by_hand=True) == one.party is not None for one in there.fits)
    told = [one.activity.full_id for one in (*there.fits, *there.others)]
    assert len(told) == len(set(told))
    assert {one.activity.full_id for one in there.fits} == {
        one.full_id for one in shelf() if eligible(one, table_of, by_hand=True)
    }


@settings(deadline=None)
@given(ages=AGES, youngest=st.integers(2, 99), size=st.sampled_from(("pebble", "brick", "boulder")))
def test_a_couples_own_and_a_boulder_are_nowhere_while_a_child_sits_there(
    ages: list[int], youngest: int, size: str
) -> None:
    heavy = (story(youngest=youngest, size=size, minutes=3),)
    there = on_shelf(heavy, asked(*ages), History(), 8)
    if min(ages) < 18 and (youngest >= 18 or size == "boulder"):
        assert there.fits + there.others == ()
    else:
        assert len(there.fits + there.others) == 1


def test_what_is_for_others_is_known_by_its_letters_and_has_no_place_here() -> None:
    there = on_shelf((story(youngest=5, oldest=9), story(retired=True)), asked(40, 41), History(), 8)
    assert there.fits == ()
    assert [(one.activity.id, one.party) for one in there.others] == [("the-hat", None)]


# In which order


def test_what_takes_about_the_time_there_is_comes_first() -> None:
    lengths = tuple(story(id=f"of-{minutes}", minutes=minutes) for minutes in (2, 14, 8, 5))
    assert ids(found(lengths, 9, 40)) == ["of-8", "of-5", "of-14", "of-2"]


def test_what_somebody_would_notice_as_a_repeat_comes_after_what_is_fresh() -> None:
    played = History(last={"test/a": {"": TONIGHT - 3, "m0": TONIGHT - 3}})
    assert ids(found(named("a", "b"), 9, 40, history=played)) == ["b", "a"]
    assert ids(found(named("a", "b"), 3, history=played)) == ["a", "b"], "to a toddler nothing is stale"
    assert [one.lately for one in found(named("a", "b"), 9, 40, history=played)] == [False, True]


def test_what_a_parent_should_know_first_comes_after_what_is_light() -> None:
    four = (story(id="sad", flags=("death",)), story(id="deep", depth=3), story(id="light"), story(id="b", barred=True))
    assert ids(found(four, 9, 40)) == ["light", "b", "deep", "sad"]


@settings(deadline=None)
@given(ages=AGES, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_shelf_changes_nothing(ages: list[int], seed: object) -> None:
    shuffled = list(shelf())
    seed.shuffle(shuffled)  # type: ignore[attr-defined]
    assert ids(found(tuple(shuffled), *ages)) == ids(found(shelf(), *ages))


# What is asked


def test_asking_for_nothing_leaves_everything_but_what_is_hidden() -> None:
    marks: dict[Mark, frozenset[str]] = {"hidden": frozenset({"test/b"}), "favourite": frozenset({"test/c"})}
    assert only(Wanted(), *named("a", "b", "c"), marks=marks) == ["a", "c"]
    assert only(Wanted(marked="hidden"), *named("a", "b", "c"), marks=marks) == ["b"]
    assert only(Wanted(marked="favourite"), *named("a", "b", "c"), marks=marks) == ["c"]


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (Wanted(wish="laugh"), {"helps": ("laugh", "settle")}),
        (Wanted(wish="easy"), {"kind": "co-op"}),
        (Wanted(wish="hard-night"), {"kind": "settle", "minutes": 4}),
        (Wanted(most=5), {"minutes": 5}),
        (Wanted(empathy="respond"), {"empathy": ("respond",)}),
        (Wanted(kind="echo"), {"kind": "echo"}),
        (Wanted(depth=1), {"depth": 1}),
        (Wanted(flag="money"), {"flags": ("money",)}),
        (Wanted(book="ours"), {"pack": "ours"}),
        (Wanted(who=(somebody(3),)), {"youngest": 2, "oldest": 4}),
    ],
)
def test_each_way_of_asking_leaves_what_answers_to_it(wanted: Wanted, fits: dict[str, object]) -> None:
    other = story(id="other", depth=2, minutes=8, youngest=5)
    assert only(wanted, other, story(id="it", **fits)) == ["it"]


def test_nothing_to_know_first_is_something_to_ask_for() -> None:
    three = (story(id="sad", flags=("death",)), story(id="deep", depth=3), story(id="dogs", flags=("dogs",)))
    assert only(Wanted(flag=NO_FLAG), *three) == ["dogs"]
    assert only(Wanted(flag=ANY_FLAG), *three) == ["sad"]


def test_not_lately_is_not_within_ten_weeks() -> None:
    laid = found(
        named("a", "b"), 40, history=History(last={"test/a": {"": TONIGHT - 69}, "test/b": {"": TONIGHT - 70}})
    )
    assert ids(narrowed(laid, Wanted(fresh=True), {})) == ["b"]


@settings(deadline=None)
@given(
    ages=AGES,
    wish=st.sampled_from(get_args(Wish)),
    most=st.none() | st.integers(1, 20),
    depth=st.none() | st.integers(1, 4),
    flag=st.none() | st.sampled_from((NO_FLAG, ANY_FLAG, *AMBER)),
    words=WORDS,
)
def test_asking_for_two_things_is_asking_for_one_and_then_the_other(
    ages: list[int], wish: Wish, most: int | None, depth: int | None, flag: str | None, words: str
) -> None:
    there = found(shelf(), *ages)
    both = Wanted(wish=wish, most=most, depth=depth, flag=flag, words=words)
    one_by_one = there
    for wanted in (Wanted(wish=wish), Wanted(most=most), Wanted(depth=depth), Wanted(flag=flag)):
        one_by_one = narrowed(one_by_one, wanted, {})
    assert searched(narrowed(there, both, {}), words) == searched(one_by_one, words)
    assert set(one_by_one) <= set(there)


def test_somebody_is_meant_where_their_age_is_and_they_could_understand_it() -> None:
    assert meant_for(story(youngest=3, oldest=5), somebody(3))
    assert not meant_for(story(youngest=3, oldest=5), somebody(40))
    assert not meant_for(story(component="mixed"), somebody(3))
    assert not meant_for(story(size="boulder"), somebody(16))


# Words


def test_a_word_is_found_in_titles_scenes_names_noises_and_things_to_fetch() -> None:
    it = story(
        title="The Hat",
        scene=plain("A wet umbrella."),
        chorus=(Chorus("drip", "plop"),),
        seats=seats("Otter"),
        phrase="soggy",
        props=("a towel",),
    )
    for word in ("hat", "UMBRELLA", "drip", "plop", "ott", "soggy", "towel", "umbrella otter"):
        assert only(Wanted(words=word), it) == ["the-hat"], word
    assert only(Wanted(words="umbrella sun"), it) == []


def test_titles_come_before_other_words() -> None:
    assert only(Wanted(words="hat"), story(id="b", title="Rain", scene=plain("a hat")), story(id="a")) == ["a", "b"]


def test_letters_are_found_without_their_accents_and_in_any_size() -> None:
    assert letters("Élodie ÑANDÚ") == "elodie nandu"
    assert only(Wanted(words="elo"), story(title="Élodie")) == ["the-hat"]
    assert only(Wanted(words="ÉLO"), story(title="elodie")) == ["the-hat"]
    assert only(Wanted(words="日本"), story(title="これは日本語")) == ["the-hat"]


@settings(deadline=None)
@given(words=WORDS, more=st.text("aehlmoprstu é", min_size=1, max_size=3))
def test_what_is_found_has_every_word_and_more_letters_never_find_more(words: str, more: str) -> None:
    there = found(shelf(), 3, 9, 15, 40)
    hits = having(there, words)
    assert all(word in one.letters for one in hits for word in letters(words).split())
    assert all(any(word not in one.letters for word in letters(words).split()) for one in there if one not in hits)
    assert having(hits, words + more) == having(there, words + more)
    assert sorted(ids(searched(there, words))) == sorted(ids(hits))


# What is said of it


def test_a_warning_says_what_to_know_first_and_notes_do_not() -> None:
    assert warnings(story(flags=("dogs", "money", "death"), depth=4)) == ("money", "death", "only by choice")
    assert warnings(story(flags=("dogs",), depth=2)) == ()
    assert warnings(story(barred=True)) == ("a serious topic",)


def test_a_line_says_for_whom_it_is_at_this_table() -> None:
    def line(activity: Activity, *ages: int) -> str:
        (one,) = found((activity,), *ages)
        return for_whom(one, table(*ages))

    assert line(story(), 3, 40) == "everyone"
    assert line(story(youngest=5, oldest=10), 6, 9, 40) == "for Spoon and Lemon"
    assert line(story(youngest=12), 3, 9, 40) == "Spoon and Lemon sit by"
    assert line(story(youngest=5), 3, 9, 40) == "Spoon sits by"


# Marks


def test_what_the_house_and_anybody_here_has_marked_counts_and_nobody_elses() -> None:
    marked = {HOUSE: frozenset({"a"}), "m0": frozenset({"b"}), "m9": frozenset({"c"})}
    likings = Likings(favourite=marked)
    assert likings.marked("favourite", table(9, 40)) == {"a", "b"}
    assert likings.marked("favourite", (somebody(9, member=False),)) == {"a"}
    assert likings.marked("hidden", table(9, 40)) == frozenset()
    assert likings.owners("favourite", "b") == {"m0"}


def test_the_same_story_for_two_tables_takes_its_own_minutes() -> None:
    (three,), (five,) = found(named("a", minutes=9), 9, 9, 40), found(named("a", minutes=9), 9, 9, 9, 9, 40)
    assert (three.minutes, five.minutes) == (9, 12)
    assert replace(three, minutes=5.0) in narrowed((replace(three, minutes=5.0),), Wanted(most=5), {})

"""A story before it is played: who does what at this very table, and what a parent knows first."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.activities import Activity, Adapted
from gatherround.domain.dealing.eligible import eligible
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.finding import laid_out
from gatherround.domain.preview import Preview, preview, shape
from gatherround.domain.steps import (
    Ask,
    Choose,
    Door,
    Echo,
    Facts,
    Guess,
    Read,
    Rewind,
    Seats,
    Swap,
    Vote,
    VoteAgain,
    Write,
)
from gatherround.domain.tonight import Asked, History
from rounds import ask, plain, read, seats, story
from stories import activities
from tables import shelf, table

AGES = st.lists(st.integers(2, 99), min_size=1, max_size=8)


def shown(activity: Activity, *ages: int, history: History | None = None) -> Preview | None:
    """Gives the preview of an activity at a table of these ages, or none where it is not for them."""
    asked = Asked(people=table(*ages), minutes=10, wish="surprise", day=740_000)
    divided = eligible(activity, asked, by_hand=True)
    if divided is None:
        return None
    return preview(laid_out(activity, asked, History(), divided), asked, history or History(), ("asking (Eyal 2018)",))


def does(activity: Activity, *ages: int) -> list[tuple[tuple[str, ...], str]]:
    page = shown(activity, *ages)
    assert page is not None
    return [(job.who, job.does) for job in page.jobs]


def sound(page: Preview, ages: tuple[int, ...]) -> None:
    people = {person.id for person in table(*ages)}
    told = {*chain.from_iterable(job.who for job in page.jobs)}
    assert told == people, "everybody has something to do, and nobody else"
    assert {*chain.from_iterable(voice.who for voice in page.voices)} <= people
    assert all(job.does.strip() for job in page.jobs)
    assert page.minutes >= 1
    assert page.shape[-1] == "close"


@pytest.mark.parametrize("activity", shelf(), ids=lambda one: one.full_id)
def test_every_shipped_story_can_be_shown_to_every_table_it_is_for(activity: Activity) -> None:
    low, high = activity.youngest, min(activity.oldest, 70)
    tables = ((low, 40), (3, 9, 15, 40, 42), (high, low, 38, 41), (14, 16, 41, 43), (40, 41), (low,) * activity.fewest)
    pages = [(page, ages) for ages in tables if (page := shown(activity, *ages)) is not None]
    assert pages
    for page, ages in pages:
        sound(page, ages)


@settings(max_examples=60, deadline=None)
@given(activity=activities(), ages=AGES)
def test_whatever_a_family_writes_can_be_shown(activity: Activity, ages: list[int]) -> None:
    page = shown(activity, *ages)
    if page is not None:
        sound(page, tuple(ages))


# Who does what


def test_nobody_under_seven_is_given_the_reading() -> None:
    assert does(story(Read(text=plain("Rain."))), 3, 5) == [(("m0", "m1"), "listen")]


def test_whoever_reads_whoever_picks_and_whoever_is_guessed_about_is_named() -> None:
    doors = tuple(Door(say=plain(way), then=(read(way),)) for way in ("left", "right"))
    it = story(
        ask(who="everyone"), Choose(prompt=plain("Which?"), options=doors), Guess(about="next", prompt=plain("?"))
    )
    assert does(it, 9, 15, 40) == [
        (("m0",), "picks what happens · guesses Pepper · answers"),
        (("m1",), "answers"),
        (("m2",), "reads aloud · answers"),
    ]


def test_seats_are_told_one_after_the_other_and_up_to_where_they_are_chosen() -> None:
    cast = seats("Ines", "Bea")
    swapped = story(Seats(), Swap(), ask(who="everyone"), seats=cast, others=None)
    assert does(swapped, 9, 40) == [
        (("m0",), "plays Ines, then Bea · answers"),
        (("m1",), "reads aloud · plays Bea, then Ines · answers"),
    ]
    chosen = story(Seats(private=True), Swap(to="choose"), seats=cast, others=None)
    assert does(chosen, 9, 40) == [
        (("m0",), "plays Ines · takes a new seat"),
        (("m1",), "reads aloud · plays Bea · takes a new seat"),
    ]


def test_those_who_do_the_same_stand_in_one_line_and_those_who_do_nothing_else_show_with_the_rest() -> None:
    assert does(story(ask(who="everyone")), 9, 15, 40) == [
        (("m0", "m1"), "answer"),
        (("m2",), "reads aloud · answers"),
    ]
    assert does(story(ask(show=True)), 9, 15, 40) == [
        (("m2",), "reads aloud"),
        (("m0", "m1", "m2"), "answer at once, on three"),
    ]
    assert does(story(Read(text=plain("Rain."))), 9, 15, 40) == [(("m2",), "reads aloud"), (("m0", "m1"), "listen")]


def test_whoever_sits_by_and_whoever_has_no_seat_have_their_job() -> None:
    assert does(story(ask(), youngest=5), 3, 9, 40)[-1] == (("m0",), "You are the wind.")
    crowded = does(story(Seats(), ask(), seats=seats("Ines")), 9, 10, 40)
    assert crowded[-1] == ((), "You are the wind.")
    assert does(story(ask(), youngest=5, others=None, minutes=4), 3, 9, 40)[-1] == (("m0",), "listens")


def test_listening_voting_changing_and_writing_are_told() -> None:
    vote = Vote(question=plain("?"), options=(plain("a"), plain("b")))
    heard = does(story(Echo(topic=plain("The bus"))), 15, 40)
    assert heard == [(("m0",), "is heard · says it back"), (("m1",), "reads aloud · is heard · says it back")]
    assert does(story(vote, VoteAgain()), 15, 40)[0] == (("m0",), "votes twice")
    assert does(story(Rewind(start=plain("x"), change=plain("y"))), 15, 40)[0] == (("m0",), "changes one thing")
    assert does(story(Write(prompt=plain("x"))), 15, 40)[0] == (("m0",), "writes a little")


def test_each_one_is_asked_in_their_own_wording() -> None:
    rungs = Ask(text=type(plain(""))(toddler="Roar!", adult="When did you last roar?"), who="everyone")
    page = shown(story(rungs), 3, 40, 41)
    assert page is not None
    assert [(voice.who, voice.text) for voice in page.voices] == [
        (("m0",), "Roar!"),
        (("m1", "m2"), "When did you last roar?"),
    ]


def test_whoever_had_no_part_last_time_has_one_in_the_preview_as_in_the_round() -> None:
    page = shown(story(ask(), ask()), 9, 10, 40, history=History(left_out=frozenset({"m1"})))
    assert page is not None
    assert [job.who for job in page.jobs if "twice" in job.does] == [("m1",)]


# What it is made of


def test_the_shape_counts_what_there_is_in_the_order_it_is_met() -> None:
    vote = Vote(question=plain("?"), options=(plain("a"), plain("b")))
    steps = (read("a"), ask(), ask(), Seats(), Swap(), Facts(cards=(plain("x"), plain("y"))), vote, VoteAgain())
    assert shape(steps) == ("1 read", "2 asks", "seats", "1 swap", "2 new facts", "2 votes", "close")


def test_flags_stand_first_and_notes_apart() -> None:
    page = shown(
        story(
            flags=("dogs", "illness"),
            depth=3,
            series="zoo",
            episode=2,
            props=("a spoon",),
            coach="Wait.\nThen\nwait.",
            scene=plain("It rained. " * 20),
        ),
        9,
        40,
    )
    assert page is not None
    assert page.first == ("illness", "deep")
    assert page.notes == ("dogs", "part 2 of a story that goes on")
    assert (page.needs, page.coach, page.why) == (("a spoon",), "Wait. Then wait.", ("asking (Eyal 2018)",))
    assert len(page.scene) > 1, "in breaths"


def test_a_story_without_a_scene_shows_what_is_said_first() -> None:
    page = shown(story(Read(text=plain("Dear ladle. " * 20)), ask("Dear whom?")), 9, 40)
    assert page is not None
    assert page.scene[0].startswith("Dear ladle. Dear ladle.")
    assert len(page.scene) > 1, "the whole of it, in breaths"
    asked_first = shown(story(ask("Dear <next>?")), 9, 40)
    assert asked_first is not None
    assert asked_first.scene[0].endswith("Dear Lemon?")


@pytest.mark.parametrize("activity", shelf(), ids=lambda one: one.full_id)
def test_of_every_shipped_story_stands_how_it_begins(activity: Activity) -> None:
    page = shown(activity, activity.youngest, 40) or shown(activity, *(activity.youngest,) * activity.fewest)
    assert page is None or page.scene


def test_a_story_of_our_own_says_so_and_a_copy_names_whom_it_was_made_from() -> None:
    origin = Adapted(story="a/b", title="Boots", licence="CC-BY-SA-4.0", authors=("Ada", "Ben"))
    shipped = shelf()[0]
    ages = (shipped.youngest, 40, 41)
    for pack, adapted, comes in (
        (shipped.pack, None, ""),
        (BOOK, None, "from our house"),
        (BOOK, origin, "ours, made from Boots"),
        ("kitchen-tales", origin, "made from Boots"),
    ):
        page = shown(replace(shipped, pack=pack, adapted_from=adapted), *ages)
        assert page is not None
        assert page.comes == comes
        assert ("made from Boots, by Ada, Ben (CC-BY-SA-4.0)" in page.notes) == (adapted is not None)

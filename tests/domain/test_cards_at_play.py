"""What a card says reaches the table: what helps, words of one's own, and nothing of somebody who has left."""

from __future__ import annotations

from dataclasses import replace

from gatherround.domain.play.beats import Pick
from gatherround.domain.play.moves import Leave, On
from gatherround.domain.play.naming import DOORS
from gatherround.domain.play.plan import Person, Play
from gatherround.domain.steps import Name, Offer
from rounds import after, ask, begun, plain, reached, story
from tables import lists, somebody

OFFER = Offer(acts=(plain("Draw a duck."),))


def people(**more: tuple[str, ...]) -> tuple[Person, ...]:
    return (replace(somebody(9, 0), **more), somebody(13, 1), somebody(40, 2))  # type: ignore[arg-type]


def offered(*at_table: Person) -> Pick:
    beat = reached(begun(story(ask(), OFFER), people=at_table), Pick, use="act").beat
    assert isinstance(beat, Pick)
    return beat


def test_where_an_activity_asks_what_helps_the_table_sees_what_people_said_of_themselves() -> None:
    beat = offered(*people(comfort=("a hug", "space")))
    assert beat.helps == (("m0", "Spoon once said: a hug · space. Ask first."),)
    assert beat.options == ("Draw a duck.", "nothing today"), "it is to ask with, and nothing to choose"
    assert offered(*people()).helps == ()


def test_what_helps_somebody_leaves_the_table_with_them() -> None:
    play = reached(begun(story(ask(), OFFER), people=people(comfort=("a hug",))), Pick, use="act")
    left = after(play, Leave("m0"), On())
    assert isinstance(left.beat, Pick)
    assert left.beat.helps == ()


def named(at_table: tuple[Person, ...], seed: int) -> tuple[str, ...]:
    step = Name(cause=plain("It rained."), mirror=plain("<Feeling>."))
    play: Play = begun(story(step), people=at_table, seed=seed, words=lists().feelings)
    beat = reached(play, Pick, use="feeling").beat
    assert isinstance(beat, Pick)
    assert beat.who == "m0"
    return beat.faces


def test_one_of_their_own_words_is_among_the_doors_another_one_each_evening() -> None:
    own = ("fizzy", "grumpelig")
    for seed in range(12):
        doors = named(people(words=own), seed)
        assert len(doors) == len(set(doors)) == DOORS
        assert doors[-1] == own[seed % 2]
        assert doors[:-1] == named(people(), seed)[: DOORS - 1]


def test_a_word_of_ones_own_that_is_on_the_shelf_already_stands_there_once() -> None:
    shelved = named(people(), 1)[0]
    doors = named(people(words=(shelved,)), 1)
    assert doors.count(shelved) == 1
    assert doors[-1] == shelved


def test_two_faces_for_the_smallest_stay_two() -> None:
    small = (replace(somebody(3, 0), words=("fizzy",)), somebody(40, 1))
    assert named(small, 1) == ("sad", "mad")

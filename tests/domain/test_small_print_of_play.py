"""Small things that a Round hangs on, each where it begins and where it ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.people import Wish
from gatherround.domain.play.beats import Ballot, Pick, Say
from gatherround.domain.play.looking import is_calm, seals, title
from gatherround.domain.play.make import begin
from gatherround.domain.play.moves import Chose, Leave, On, OutLoud, Pass, Pause, PutDown
from gatherround.domain.play.phases import house_words
from gatherround.domain.play.plan import Play
from gatherround.domain.play.words import ended
from gatherround.domain.steps import Echo, Vote, VoteAgain
from rounds import after, begun, laid, plain, story
from tables import table

VOTE = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no")))
OTHER = Say(text="And the cat?", label="read")


@pytest.mark.parametrize(
    ("wish", "minutes", "calm"),
    [
        ("hard-night", 10, True),
        ("settle", 20, True),
        ("surprise", 3, True),
        ("laugh", 5, False),
        ("surprise", 4, False),
    ],
)
def test_an_evening_is_calm_that_is_hard_settles_or_is_three_minutes_long(wish: Wish, minutes: int, calm: bool) -> None:
    assert is_calm(begun(story(), 9, 40, wish=wish, minutes=minutes)) is calm


def at_the_envelope() -> Play:
    spare = laid(story(id="pie", title="Pie"), table(9, 40)).deals[0]
    play = begun(story(), 9, 40, minutes=10, spares=(spare,))
    while not (isinstance(play.beat, Pick) and play.beat.use == "envelope"):
        play = after(play, On())
    return play


def test_only_a_title_that_is_put_into_the_envelope_seals_it() -> None:
    play = at_the_envelope()
    assert isinstance(play.beat, Pick)
    assert seals(play, Chose(0))
    assert not seals(play, Chose(len(play.beat.options) - 1)), "not tonight"
    assert not any(seals(play, move) for move in (On(), Pass()))
    assert not seals(after(play, Pause()), Chose(0))
    assert not seals(begun(story(VOTE), 9, 40), Chose(0))


def test_a_story_that_opens_with_what_to_fetch_has_its_title_at_once() -> None:
    play = begin(laid(story(props=("a spoon",)), table(9, 40)))
    assert isinstance(play.beat, Say)
    assert play.beat.label == "opening"
    assert title(play) == "The Hat"


def test_a_vote_said_aloud_forgets_the_first_one_and_nothing_that_comes_after_it() -> None:
    play = after(begun(story(VOTE, VoteAgain()), 9, 40), Chose(0), Chose(1))
    while not isinstance(play.beat, Ballot):
        play = after(play, On())
    assert play.first_votes
    aloud = after(replace(play, beats=(*play.beats, OTHER)), OutLoud())
    assert (aloud.first_votes, aloud.votes) == ((), ())
    assert aloud.beats[-1] == OTHER


def test_what_is_small_goes_with_whoever_it_was_for() -> None:
    small = tuple(laid(story(id=name, oldest=12), table(9, 40)).deals[0] for name in ("a", "b"))
    play = begun(story(), 9, 40, minutes=3, wish="hard-night", small=small)
    assert after(play, Leave("m1")).plan.small
    assert after(play, Leave("m0")).plan.small == ()


@pytest.mark.parametrize(("age", "seconds"), [(18, 60), (17, 120)])
def test_a_short_echo_is_for_grown_ups(age: int, seconds: int) -> None:
    play = begun(story(Echo(topic=plain("The sink."), starters=(plain("I"),))), age, 40, short_echo=True)
    told = [beat.seconds for beat in play.beats if getattr(beat, "seconds", 0)]
    assert told[0] == seconds


def test_a_story_that_was_put_down_still_lends_its_word_where_nothing_else_was_played() -> None:
    play = after(begun(story(phrase="moon soup"), 9, 40), PutDown())
    assert "moon soup" in house_words(play)
    hat, owl, jug = (laid(story(id=name, phrase=name), table(9, 40)).deals[0] for name in ("hat", "owl", "jug"))
    three = replace(play, plan=replace(play.plan, deals=(hat, owl, jug)), played=())
    assert house_words(three)[:-1] == ("jug",)


def test_whoever_directs_is_named_as_everybody_arrives() -> None:
    spare = laid(story(id="pie"), table(9, 40)).deals[0]
    plan = laid(story(), table(9, 40), minutes=10, choice=True, spares=(spare,))
    plan = replace(plan, deals=tuple(replace(deal, director="m0") for deal in plan.deals))
    assert isinstance((play := begin(plan)).beat, Pick)
    assert plan.person("m0").name in play.beat.prompt


@pytest.mark.parametrize("text", ["Soup.", "Soup!", "Soup?", "Soup…", "“Soup?”", "(Soup!)", "‘Soup…’", '"Soup."'])
def test_what_ends_as_a_sentence_does_is_left_as_it_is(text: str) -> None:
    assert ended(text) == text


@pytest.mark.parametrize("text", ["Soup", "Soup,", "“Soup”", "Soup?X"])
def test_what_does_not_gets_a_full_stop(text: str) -> None:
    assert ended(text) == f"{text}."

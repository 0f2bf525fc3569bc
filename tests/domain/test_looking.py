"""What may be looked at without a move, and what is said of a story before it is known which it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.play import sayings
from gatherround.domain.play.beats import Ballot, Beat, Card, Pick, Say, Show, Turn
from gatherround.domain.play.looking import (
    at_once,
    lies,
    looks,
    no_reason,
    picks_the_story,
    title,
    what_becomes_of_it,
    whispered,
    why,
)
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import Another, Chose, Join, Leave, On, PutDown, Stop, Twist
from gatherround.domain.play.plan import Play
from gatherround.domain.steps import SmallHands, Vote
from rounds import after, ask, begun, laid, plain, story
from tables import somebody, table

HANDS = Say(text="Uh-oh.", label="read", small_hands=SmallHands("crash", "Crash"))
CARD = Card(who="m0", seat="mo", name="Mo", lines=("Mo hid the hat.",))
BALLOT = Ballot(voters=("m0",), question="Soup?", options=("yes", "no"))
TEENS = table(15, 16, 40)
ALWAYS = {"coach", "read", "note", "put-aside"}
SHOWN: tuple[tuple[Beat, set[str]], ...] = (
    (Say(text="It rained.", label="read"), ALWAYS),
    (HANDS, {"coach", "read", "small-hands"}),
    (Say(text="For two.", label="cover"), {*ALWAYS, "getting-help"}),
    (Turn(who="m1", text="What was loud?", label="ask"), ALWAYS),
    (Turn(who="m1", text="And?", label="ask", easier=("Point.",)), {*ALWAYS, "easier"}),
    (Turn(who="m1", text="Say it.", label="speak", if_stuck=("Begin.",), seconds=60), {*ALWAYS, "easier", "hold"}),
    (Show(text="Snow!"), ALWAYS),
    (Show(text="Snow!", easier=("With one hand.",)), {*ALWAYS, "easier"}),
    (Show(text="Snow!", if_stuck=("Copy me.",)), {*ALWAYS, "easier"}),
    (BALLOT, {"read"}),
    (CARD, set()),
)


def showing(beat: Beat) -> Play:
    return replace(begun(story(whisper="Wait a little."), 9, 40), beats=(beat,))


@pytest.mark.parametrize(("beat", "shown"), SHOWN)
def test_each_page_has_its_own_to_look_at(beat: Beat, shown: set[str]) -> None:
    assert looks(showing(beat)) == shown


@pytest.mark.parametrize("beat", [beat for beat, _ in SHOWN])
def test_while_everybody_pauses_there_is_nothing_to_look_at(beat: Beat) -> None:
    assert looks(replace(showing(beat), paused=True)) == set()


def test_at_night_a_line_may_be_noted_and_nothing_else() -> None:
    assert looks(make(begun(story(), 9, 40), Stop())[0]) == {"note"}


def test_the_coach_is_quiet_over_what_is_private() -> None:
    assert whispered(showing(SHOWN[0][0])) == "Wait a little."
    assert [whispered(showing(beat)) for beat in (BALLOT, CARD)] == ["", ""]
    assert whispered(begun(story(whisper=None), 9, 40)) == "", "nor has every story a line for the coach"


def test_why_it_is_this_one_is_said_of_a_story_and_never_over_a_card() -> None:
    play = showing(SHOWN[0][0])
    reason = replace(play, plan=replace(play.plan, deals=(replace(play.plan.deals[0], why="It fits."),)))
    assert why(reason) == "It fits."
    assert why(replace(reason, beats=(CARD,))) == ""
    assert why(make(reason, Stop())[0]) == ""


def hat_or_owl(**more: object) -> Play:
    """Begins an evening on which somebody of fifteen picks one of two stories."""
    people = table(15, 9, 40)
    hat, owl = (
        replace(laid(story(id=name, title=name, whisper="Psst."), people).deals[0], director="m0")
        for name in ("hat", "owl")
    )
    return begin(replace(laid(hat.activity, people, choice=True, spares=(owl,), **more), deals=(hat,)))


def test_a_story_has_no_title_and_no_coach_until_the_director_has_picked_it() -> None:
    play = hat_or_owl()
    while not picks_the_story(play):
        assert title(play) == ""
        play, _ = make(play, Chose(0))
    assert isinstance(play.beat, Pick)
    assert (title(play), whispered(play)) == ("", "")
    play, _ = make(play, Chose(1))
    assert (title(play), whispered(play)) == ("owl", "Psst.")


@pytest.mark.parametrize("moves", [(Leave("m2"),), (Join(somebody(41, 7)),), (Leave("m0"), Join(somebody(41, 7)))])
def test_a_line_said_over_the_doors_tells_no_more_than_the_doors(moves: tuple[Leave | Join, ...]) -> None:
    play = after(hat_or_owl(), *moves)
    assert isinstance(play.beat, Say)
    assert isinstance(lies(play), Pick)
    assert picks_the_story(play)
    assert (title(play), whispered(play)) == ("", "")
    assert Another() not in legal(play), "another card would skip whoever picks"
    assert picks_the_story(after(play, *[On()] * len(moves)))


def test_a_warm_up_that_was_put_down_tells_nothing_of_the_doors_behind_its_last_line() -> None:
    warm_up = laid(story(id="warm"), table(15, 9, 40)).deals[0]
    play = after(hat_or_owl(minutes=15, warm_up=warm_up), On(), PutDown())
    assert (play.phase, play.beat.text) == ("main", sayings.EXIT)
    assert (title(play), Another() in legal(play)) == ("", False)


@pytest.mark.parametrize("beat", [BALLOT, CARD])
def test_a_line_said_over_what_is_private_opens_nothing_that_is_closed_over_it(beat: Beat) -> None:
    kind = Say(text="Bye-bye, Mo.", label="kind")
    play = showing(beat)
    assert looks(replace(play, beats=(kind, kind, beat))) == {"read"}
    assert looks(replace(play, beats=(kind, SHOWN[0][0], beat))) == ALWAYS, "only what lies there now is private"


def test_where_nothing_lies_behind_a_line_it_is_the_line_that_lies_there() -> None:
    kind = Say(text="Bye-bye, Mo.", label="kind")
    assert lies(replace(showing(kind), beats=(kind,))) == kind


def test_no_twist_comes_in_between_a_goodbye_and_the_box() -> None:
    plan = laid(story(Vote(question=plain("Soup?"), options=(plain("yes"), plain("no"))), twists=("Fog.",)), TEENS)
    play = begin(replace(plan, deals=(replace(plan.deals[0], director="m0"),)))
    assert isinstance(play.beat, Ballot)
    assert Twist() not in legal(after(play, Leave("m2")))


def test_a_small_act_says_what_is_kept_of_it_at_the_close_and_that_nothing_is_before() -> None:
    act = Pick(who="", prompt="Something small?", options=("Wave.", "nothing today"), use="act")
    play = replace(begun(story(ask()), 9, 41), beats=(act,))
    assert what_becomes_of_it(play) == sayings.ACT_FOR_NOW
    assert what_becomes_of_it(replace(play, phase="close")) == sayings.ACT_KEPT
    assert what_becomes_of_it(replace(play, beats=(replace(act, use="branch"),))) == ""


@pytest.mark.parametrize(
    ("ages", "shown", "arriving"),
    [
        ((9, 40), "Everybody at once, on three. Grown-ups too.", "Grown-ups too. No reason asked."),
        ((13, 16), "Everybody at once, on three.", "No reason asked."),
        ((38, 40), "Everybody at once, on three.", "No reason asked."),
        ((40,), "On three.", "No reason asked."),
    ],
)
def test_grown_ups_are_named_where_there_are_some_and_somebody_else(
    ages: tuple[int, ...], shown: str, arriving: str
) -> None:
    play = begin(laid(story(), table(*ages)))
    assert at_once(play) == shown
    assert no_reason(play) == f"{arriving} Nothing is written down."

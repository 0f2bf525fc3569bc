"""What may be looked at without a move, and what is said of a story before it is known which it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.play import Play, begin, make, sayings
from gatherround.domain.play.beats import Ballot, Beat, Card, Pick, Say, Turn
from gatherround.domain.play.looking import looks, picks_the_story, title, what_becomes_of_it, whispered, why
from gatherround.domain.play.moves import Chose, Stop
from gatherround.domain.steps import SmallHands
from rounds import ask, begun, laid, story
from tables import table

HANDS = Say(text="Uh-oh.", label="read", small_hands=SmallHands("crash", "Crash"))
CARD = Card(who="m0", seat="mo", name="Mo", lines=("Mo hid the hat.",))
BALLOT = Ballot(voters=("m0",), question="Soup?", options=("yes", "no"))
ALWAYS = {"coach", "read", "note", "put-aside"}
SHOWN: tuple[tuple[Beat, set[str]], ...] = (
    (Say(text="It rained.", label="read"), ALWAYS),
    (HANDS, {"coach", "read", "small-hands"}),
    (Say(text="For two.", label="cover"), {*ALWAYS, "getting-help"}),
    (Turn(who="m1", text="What was loud?", label="ask"), ALWAYS),
    (Turn(who="m1", text="And?", label="ask", easier=("Point.",)), {*ALWAYS, "easier"}),
    (Turn(who="m1", text="Say it.", label="speak", if_stuck=("Begin.",), seconds=60), {*ALWAYS, "easier", "hold"}),
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


def test_a_story_has_no_title_and_no_coach_until_the_director_has_picked_it() -> None:
    people = table(15, 9, 40)
    hat, owl = (
        replace(laid(story(id=name, title=name, whisper="Psst."), people).deals[0], director="m0")
        for name in ("hat", "owl")
    )
    play = begin(replace(laid(hat.activity, people, choice=True, spares=(owl,)), deals=(hat,)))
    while not picks_the_story(play):
        assert title(play) == ""
        play, _ = make(play, Chose(0))
    assert isinstance(play.beat, Pick)
    assert (title(play), whispered(play)) == ("", "")
    play, _ = make(play, Chose(1))
    assert (title(play), whispered(play)) == ("owl", "Psst.")


def test_a_small_act_says_what_is_kept_of_it_at_the_close_and_that_nothing_is_before() -> None:
    act = Pick(who="", prompt="Something small?", options=("Wave.", "nothing today"), use="act")
    play = replace(begun(story(ask()), 9, 41), beats=(act,))
    assert what_becomes_of_it(play) == sayings.ACT_FOR_NOW
    assert what_becomes_of_it(replace(play, phase="close")) == sayings.ACT_KEPT
    assert what_becomes_of_it(replace(play, beats=(replace(act, use="branch"),))) == ""

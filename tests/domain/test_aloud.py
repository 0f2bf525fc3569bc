from __future__ import annotations

from dataclasses import replace

import pytest

from gatherround.domain.play.aloud import aloud
from gatherround.domain.play.beats import Ballot, Beat, Card, Check, Pick, Say, Show, Turn, Write
from gatherround.domain.play.plan import Play
from rounds import begun, story

HEARD: tuple[tuple[Beat, str], ...] = (
    (Say(text="It rained.", label="read"), "It rained."),
    (Show(text="Show a wet face."), "Show a wet face."),
    (Turn(who="m1", text="What was loud?", label="ask"), "Lemon.\nWhat was loud?"),
    (Turn(who="", text="Anyone?", label="talk"), "Anyone?"),
    (Check(who="m0", of="m1", text="Near?", use="guess"), "Spoon.\nNear?"),
    (Write(who="m1", prompt="Three words.", words=3), "Lemon.\nThree words."),
    (Pick(who="m0", prompt="Which?", options=("tea", "soup"), use="branch"), "Which?\n1: tea\n2: soup"),
    (Pick(who="m0", cause="Rain.", prompt="And?", options=("sad",), use="feeling"), "Rain.\nAnd?\n1: sad"),
    (Ballot(voters=("m0",), question="Soup?", options=("yes", "no")), "Soup?\n1: yes\n2: no"),
    (Card(who="m0", seat="mo", name="Mo", lines=("Mo hid the hat.",), open=True), ""),
)


def showing(beat: Beat) -> Play:
    return replace(begun(story(), 9, 40), beats=(beat,))


@pytest.mark.parametrize(("beat", "heard"), HEARD, ids=lambda one: type(one).__name__)
def test_a_voice_reads_what_is_for_everybody_and_calls_whoever_is_asked(beat: Beat, heard: str) -> None:
    assert aloud(showing(beat)) == heard


@pytest.mark.parametrize("beat", [beat for beat, _ in HEARD], ids=lambda one: type(one).__name__)
def test_while_everybody_pauses_a_voice_reads_nothing(beat: Beat) -> None:
    assert aloud(replace(showing(beat), paused=True)) == ""

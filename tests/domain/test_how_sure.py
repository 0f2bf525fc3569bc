"""Sure, maybe, no idea: said before the person is asked and again after they have answered, and kept nowhere."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.play.beats import Check, Pick, Turn
from gatherround.domain.play.moves import Chose, Pass, Said
from gatherround.domain.play.place import place
from gatherround.domain.play.plan import Plan
from gatherround.domain.play.sayings import SURE
from gatherround.domain.steps import Guess
from rounds import after, begun, laid, plain, reached, seats, story
from tables import table, walk

TABLES = st.lists(st.integers(5, 80), min_size=2, max_size=6)
ABOUT = st.sampled_from(("next", "pick", "ana"))


def guessing(ages: list[int], about: str, *, sure: bool) -> Plan:
    step = Guess(about=about, prompt=plain("What would <next> hide?"), sure=sure)
    return laid(story(step, seats=seats("Ana")), table(*ages))


@given(TABLES, ABOUT, st.booleans(), st.integers(0, 10_000))
@settings(max_examples=80, deadline=None)
def test_how_sure_comes_once_before_the_check_and_once_after_it_from_whoever_guesses(
    ages: list[int], about: str, sure: bool, seed: int
) -> None:
    for _, _, play, _ in walk(guessing(ages, about, sure=sure), seed, rare=0.0):
        now = [
            (at, beat.who) for at, beat in enumerate(play.beats) if isinstance(beat, Pick) and beat.use == "sure-now"
        ]
        before = [at for at, beat in enumerate(play.beats) if isinstance(beat, Pick) and beat.use == "sure"]
        for check, beat in enumerate(play.beats):
            if isinstance(beat, Check):
                assert [who for at, who in now if at > check] == [beat.of] * sure
                assert all(at < check for at in before)
        assert sure or not before + now


def test_it_may_be_passed_and_is_asked_also_where_nothing_more_was_told() -> None:
    step = Guess(about="next", prompt=plain("What would <next> hide?"), sure=True)
    told = after(reached(begun(story(step), 9, 40), Check), Said("no"))
    assert isinstance(told.beat, Turn)
    asked = after(told, Pass())
    assert isinstance(asked.beat, Pick)
    assert asked.beat.use == "sure-now"
    assert asked.beat.options == SURE
    ends = {repr(place(after(asked, move))) for move in (Pass(), Chose(0), Chose(1), Chose(2))}
    assert len(ends) == 1, "whatever is said leaves no trace"


def test_who_does_not_answer_leaves_nothing_to_be_sure_of() -> None:
    step = Guess(about="next", prompt=plain("What would <next> hide?"), sure=True)
    passed = after(reached(begun(story(step), 9, 40), Check), Pass())
    assert not any(isinstance(beat, Pick) and beat.use == "sure-now" for beat in passed.beats)

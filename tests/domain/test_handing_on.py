"""A question that goes round is not recited: whoever is old enough is handed it, and who says back is asked anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.play.beats import Check, Turn
from gatherround.domain.play.moves import Leave, On, Said
from gatherround.domain.play.pace import minutes_told
from gatherround.domain.play.plan import Play
from gatherround.domain.play.sayings import ECHOES, QUESTIONS
from gatherround.domain.play.told import told
from gatherround.domain.steps import Ask, Echo, Talk, Wording
from rounds import after, begun, laid, plain, seen, story
from tables import table

LONG = "Which noise of this day would you like to hear once more?"
ROUND = Ask(text=Wording(school="A noise of today, a loud one, for all of us here?", adult=LONG), who="everyone")


def turns(play: Play, label: str = "ask") -> list[Turn]:
    return [beat for beat in seen(play) if isinstance(beat, Turn) and beat.label == label]


@given(st.lists(st.integers(3, 80), min_size=1, max_size=8), st.sampled_from((ROUND, Talk(prompt=plain(LONG)))))
def test_nobody_of_twelve_or_more_hears_the_long_words_of_the_one_before_and_the_whole_question_is_there(
    ages: list[int], step: Ask | Talk
) -> None:
    play = begun(story(step), *ages)
    label = "ask" if isinstance(step, Ask) else "talk"
    before = ""
    for turn in turns(play, label):
        if not turn.who:
            continue
        wording = step.text if isinstance(step, Ask) else step.prompt
        person = play.plan.person(turn.who)
        whole = wording.said_to(person.band)
        assert (turn.asked or turn.text) == whole
        assert bool(turn.asked) == (whole == before and person.age >= 12)
        assert not turn.asked or person.name in turn.text
        before = whole


def test_a_short_question_is_said_again() -> None:
    assert {turn.text for turn in turns(begun(story(Ask(text=plain("A bus?"), who="everyone")), 40, 41))} == {"A bus?"}


def test_where_the_first_who_was_to_be_asked_has_left_the_next_is_asked_in_full() -> None:
    play = begun(story(ROUND), 9, 40, 41, 42)
    first, second = after(play, Leave("m1")), after(play, On(), On(), Leave("m2"))
    assert [turn.text == LONG for turn in turns(first)][1:] == [True, False]
    assert [bool(turn.asked) for turn in turns(second)] == [True], "it has been asked, and is handed on"


def test_paper_says_a_question_once_for_all_it_goes_to_and_it_takes_no_less_time() -> None:
    plan = laid(story(ROUND), table(40, 41))
    pieces = [piece for chapter in told(plan) for piece in chapter.pieces if piece.call == "Ask"]
    assert [(piece.who, piece.lines) for piece in pieces] == [(("Spoon", "Lemon"), (LONG,))]
    assert minutes_told(story(ROUND), 2, 40) > 1


@given(st.integers(0, 1_000))
def test_each_echo_of_a_talk_is_asked_for_in_other_words_of_a_closed_list_by_the_dice(seed: int) -> None:
    play = begun(story(Echo(topic=plain("A bus."))), 40, 41, seed=seed)
    said = [turn.text for turn in turns(play, "echo")]
    assert len(set(said)) == 2
    assert set(said) <= set(ECHOES)
    assert {turn.text for turn in turns(play, "question")} <= set(QUESTIONS)
    while not isinstance(play.beat, Check):
        play = after(play, On())
    retried = turns(after(play, Said("nearly")), "echo")[0].text
    assert retried in set(ECHOES) - {said[0]}

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gatherround.domain.activities import Activity
from gatherround.domain.play import pace
from gatherround.domain.play.pace import minutes_told, tables
from gatherround.domain.steps import (
    Ask,
    Breathe,
    Choose,
    Door,
    Echo,
    Guess,
    Name,
    Offer,
    Read,
    Step,
    Talk,
    Vote,
    VoteAgain,
    Wording,
    Write,
)
from rounds import plain, story
from stories import activities

QUIET = plain("-")
"""A close of one word, the same in everything that is compared."""
WORDS_13 = plain("one two three four five six seven eight nine ten eleven twelve thirteen")


def ask(text: Wording, **more: Any) -> Ask:
    return Ask(text=text, **more)


def seconds(*steps: Step, players: int = 3, age: int = 40, **more: object) -> float:
    """Gives the seconds that steps add to an activity of nothing."""
    empty = story(Read(text=QUIET), close=QUIET, others=None, **more)
    whole = story(Read(text=QUIET), *steps, close=QUIET, others=None, **more)
    return round(60 * (minutes_told(whole, players, age) - minutes_told(empty, players, age)), 3)


def test_reading_aloud_goes_at_a_hundred_and_thirty_words_a_minute() -> None:
    assert seconds(Read(text=WORDS_13)) == 6


@pytest.mark.parametrize(("age", "turn"), [(2, 20), (3, 30), (4, 30), (5, 40), (13, 40), (40, 40)])
def test_a_turn_is_shorter_for_the_smallest(age: int, turn: int) -> None:
    assert seconds(ask(WORDS_13), age=age) == turn + 6


def test_a_question_that_goes_round_is_read_once_and_answered_by_each() -> None:
    assert seconds(ask(WORDS_13, who="everyone"), players=5) == 5 * 40 + 6
    assert seconds(ask(WORDS_13, who="everyone"), players=5, age=2) == 20 + 4 * 40 + 6


def test_what_everybody_shows_at_once_takes_no_longer_with_more_people() -> None:
    assert seconds(ask(WORDS_13, show=True), players=2) == seconds(ask(WORDS_13, show=True), players=8)


def test_a_wording_of_ones_own_is_read_to_whoever_has_it() -> None:
    rungs = Wording(toddler="one", adult=WORDS_13.plain)
    assert seconds(ask(rungs, who="everyone"), players=2, age=2) == pytest.approx(20 + 40 + 14 * 60 / 130, abs=0.001)


def test_the_doors_of_a_choice_are_taken_at_their_mean() -> None:
    doors = (Door(say=QUIET, then=(Read(text=WORDS_13),)), Door(say=QUIET, then=(ask(WORDS_13),)))
    without = tuple(Door(say=QUIET, then=()) for _ in doors)
    choice = {"prompt": QUIET}
    assert seconds(Choose(options=doors, **choice)) - seconds(Choose(options=without, **choice)) == pytest.approx(26)


def test_a_mirror_is_read_too() -> None:
    one = Name(cause=QUIET, mirror=QUIET, options=("sad", "mad"))
    other = Name(cause=QUIET, mirror=WORDS_13, options=("sad", "mad"))
    assert seconds(other) - seconds(one) == pytest.approx(12 * 60 / 130, abs=0.001)


def test_a_guess_about_who_was_picked_takes_as_long_as_one_about_the_next_and_a_key_more() -> None:
    assert seconds(Guess(about="pick", prompt=QUIET), players=4) > seconds(Guess(about="next", prompt=QUIET), players=4)


def test_what_has_seconds_of_its_own_takes_just_those() -> None:
    assert seconds(Echo(topic=QUIET, seconds=(60, 60, 30)), players=2) > 2 * 150
    assert 60 * 3 <= seconds(Talk(prompt=QUIET, minutes=3), players=4) < 60 * 4.5
    assert seconds(Breathe(pattern="soup", times=6)) - seconds(Breathe(pattern="soup", times=2)) == 4 * pace.BREATH


def test_a_second_vote_asks_what_the_first_one_asked_and_reads_nothing_again() -> None:
    vote = Vote(question=WORDS_13, options=(QUIET, QUIET))
    assert seconds(vote, VoteAgain(), players=4) - seconds(vote, players=4) == 4 * pace.BALLOT


def test_it_is_timed_for_two_and_for_five_or_the_nearest_that_can_play() -> None:
    assert tables(story(fewest=1, most=8)) == (2, 5)
    assert tables(story(fewest=3, most=4)) == (3, 4)
    assert tables(story(fewest=2, most=2)) == (2,)
    assert tables(story(fewest=6, most=8)) == (6,)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(activity=activities(), players=st.integers(1, 12), age=st.integers(2, 99))
def test_whatever_a_family_wrote_can_be_timed_for_any_table(activity: Activity, players: int, age: int) -> None:
    told = minutes_told(activity, players, age)
    assert 0 < told < 24 * 60


def test_a_story_takes_what_is_read_of_its_beginning_its_steps_and_its_end() -> None:
    told = story(Read(text=WORDS_13), Read(text=WORDS_13), close=WORDS_13, others=None)
    assert minutes_told(told, 3, 40) == pytest.approx(18 / 60)


def test_a_vote_reads_its_question_and_what_is_written_takes_two_seconds_a_word() -> None:
    options = (QUIET, QUIET)
    vote = seconds(Vote(question=WORDS_13, options=options)) - seconds(Vote(question=QUIET, options=options))
    assert vote == pytest.approx(12 * 60 / 130, abs=0.001)
    assert seconds(Write(prompt=WORDS_13, words=20), players=2) == 2 * 40 + 6


def test_the_mirror_is_read_with_the_first_of_the_words() -> None:
    step = Name(cause=QUIET, mirror=plain("<feeling>"), options=("left out", "sad"))
    other = Name(cause=QUIET, mirror=plain("<feeling>"), options=("sad", "left out"))
    assert seconds(step) - seconds(other) == pytest.approx(60 / 130, abs=0.001)


def talking(minutes: int, **more: Any) -> Activity:
    """Gives an activity of so much talk, planned for one minute whatever it takes."""
    return story(Talk(prompt=QUIET, minutes=minutes), close=QUIET, others=None, **({"minutes": 1} | more))


def test_an_activity_is_planned_for_the_whole_minutes_that_are_true_for_two_and_for_five() -> None:
    assert [pace.timed(talking(minutes)).minutes for minutes in (1, 4, 9)] == [1, 4, 7]
    for minutes in (2, 6, 12):
        planned = pace.timed(talking(minutes))
        for players in (2, 5):
            least, most = pace.believed(planned, players)
            assert least <= minutes_told(planned, players, planned.youngest) <= most


def test_with_one_to_guess_about_a_guess_is_made_once_however_sure() -> None:
    step = Guess(about="pick", prompt=QUIET)
    more = seconds(Guess(about="pick", prompt=QUIET, sure=True), players=2) - seconds(step, players=2)
    assert 2 * pace.KEY < more < 2 * pace.KEY + 15


def test_what_is_offered_to_small_ones_now_and_then_is_timed() -> None:
    assert seconds(Offer(acts=(WORDS_13,)), age=3) > pace.KEY


def test_what_asks_everybody_is_planned_between_the_two_tables_it_is_timed_for() -> None:
    def asking(times: int) -> Activity:
        return story(*[ask(QUIET, who="everyone")] * times, close=QUIET, others=None, minutes=1)

    assert [pace.timed(asking(times)).minutes for times in (1, 2, 5, 8, 12)] == [2, 3, 9, 14, 21]


def test_nothing_is_planned_for_more_than_half_an_hour() -> None:
    assert pace.timed(talking(90)).minutes == 30


def test_whole_minutes_are_believed_within_half_a_minute_and_a_quarter() -> None:
    assert pace.believed(story(minutes=8), 3) == ((8 - 0.5) * 0.75, (8 + 0.5) * 1.25)
    assert pace.believed(story(minutes=2), 3) == (1.5 * 0.75, 2.5 * 1.25)
    assert pace.believed(story(minutes=1), 3) == (0, 1.5 * 1.25), "nobody can plan less than a minute"
    least, most = pace.believed(story(minutes=6), 6)
    assert (least, most) == pytest.approx(((9 - 0.75) * 0.75, (9 + 0.75) * 1.25)), "half a minute grows with the table"

from __future__ import annotations

from typing import Any

import pytest

from gatherround.domain.play.beats import Say
from gatherround.domain.play.looking import reminder
from gatherround.domain.play.make import begin, make
from gatherround.domain.play.moves import GoOn, On, Pause
from gatherround.domain.play.plan import Play
from gatherround.domain.play.told import told
from gatherround.domain.stretching import STRETCH, is_a_stretch
from rounds import ask, begun, laid, read, story
from tables import shelf, table

HARD: list[dict[str, Any]] = [{"depth": 3}, {"depth": 4}, {"flags": ("money",)}, {"size": "brick"}, {"size": "boulder"}]
EASY: list[dict[str, Any]] = [{}, {"depth": 2}, {"flags": ("loud",)}, {"size": "pebble"}]
PAGE = read("Ren counts the coins twice.")


@pytest.mark.parametrize("says", HARD, ids=str)
def test_what_goes_deep_is_heavy_or_has_something_to_know_first_is_a_stretch(says: dict[str, Any]) -> None:
    assert is_a_stretch(story(PAGE, **says))


@pytest.mark.parametrize("says", EASY, ids=str)
def test_anything_else_is_none(says: dict[str, Any]) -> None:
    assert not is_a_stretch(story(PAGE, **says))


def test_of_the_stories_that_ship_few_are_and_all_of_them_begin_with_a_page() -> None:
    hard = [one for one in shelf() if is_a_stretch(one)]
    assert 0 < len(hard) < len(shelf()) / 4
    assert [one.full_id for one in hard if reminders(begun(one, *ages(one))) != [STRETCH]] == []


def ages(activity: Any) -> tuple[int, ...]:
    return (activity.youngest, *([max(activity.youngest, 40)] * (max(2, activity.fewest) - 1)))


def reminders(play: Play) -> list[str]:
    """Gives what reminds of anything on the pages of a whole Round, and what opens it."""
    said = []
    while play.phase != "night":
        said += [reminder(play)] if reminder(play) else []
        if isinstance(play.beat, Say) and play.beat.label == "opening" and STRETCH in play.beat.text:
            said.append(STRETCH)
        play, _ = make(play, On())
    return said


def test_the_line_stands_on_the_first_page_of_it_once_and_costs_no_press() -> None:
    hard = begun(story(PAGE, PAGE, ask(), depth=3, others=None), 13, 41)
    easy = begun(story(PAGE, PAGE, ask(), others=None), 13, 41)
    assert reminders(hard) == [STRETCH]
    assert reminders(easy) == []
    assert presses(hard) == presses(easy)


def presses(play: Play) -> int:
    count = 0
    while play.phase != "night":
        play, count = make(play, On())[0], count + 1
    return count


def test_a_pause_on_that_page_brings_it_back_with_it() -> None:
    play = begun(story(PAGE, ask(), depth=3, others=None), 13, 41)
    while not reminder(play):
        play, _ = make(play, On())
    again, _ = make(make(play, Pause())[0], GoOn())
    assert reminder(again) == STRETCH


def test_one_that_begins_with_a_question_says_it_before_that() -> None:
    plan = laid(story(ask(), flags=("our-house",), others=None), table(13, 41))
    assert reminders(begin(plan)) == [STRETCH]


def test_a_dinner_without_the_screen_hears_it_too() -> None:
    plan = begun(story(PAGE, ask(), depth=3), 13, 41).plan
    lines = [line for chapter in told(plan) for piece in chapter.pieces for line in piece.lines]
    assert lines.count(STRETCH) == 1
    assert begin(plan).phase != "night"

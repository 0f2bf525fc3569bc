"""What somebody leaves alone is not dealt, and not shown to whoever chooses by hand either."""

from __future__ import annotations

import pytest

from gatherround.domain.dealing.eligible import eligible
from gatherround.domain.tonight import Asked
from gatherround.domain.topics import left_alone
from rounds import ask, plain, story
from tables import table

DOGS = story(ask("Whose dogs barked?"))


@pytest.mark.parametrize("topic", ["dog", "DOG", "Dogs", "whose dogs", "barked"])
def test_a_word_of_ones_own_is_found_at_the_beginning_of_words_in_any_case(topic: str) -> None:
    assert left_alone(DOGS, frozenset({topic}))


@pytest.mark.parametrize("topic", ["og", "hotdog", "cat", " ", "dogs."])
def test_what_does_not_stand_there_is_not_found(topic: str) -> None:
    assert not left_alone(DOGS, frozenset({topic}))


def test_a_word_is_found_wherever_it_stands_in_an_activity() -> None:
    for changes in (
        {"title": "The Hospital"},
        {"scene": plain("A hospital.")},
        {"acts": (plain("Visit the hospital."),)},
        {"twists": ("A HOSPITAL!",)},
        {"coach": "hospital"},
    ):
        assert left_alone(story(**changes), frozenset({"hospital"})), changes


def test_scripts_that_write_no_spaces_are_searched_as_they_are() -> None:
    assert left_alone(story(ask("昨天医院里有狗。")), frozenset({"医院"}))
    assert left_alone(story(ask("والمستشفى بعيد")), frozenset({"المستشفى"}))


def test_a_topic_that_stories_name_is_matched_with_what_they_say_of_themselves() -> None:
    assert left_alone(story(flags=("death",)), frozenset({"death"}))
    assert not left_alone(story(ask("The death of a balloon?")), frozenset({"death"}))
    assert not left_alone(story(flags=("money",)), frozenset())


def test_even_a_parents_own_choice_does_not_deal_what_is_left_alone() -> None:
    grave = story(flags=("death",))
    asked = Asked(people=table(9, 40), minutes=10, wish="surprise", day=1)
    assert eligible(grave, asked, by_hand=True)
    assert eligible(grave, asked) is None
    spared = Asked(people=table(9, 40), minutes=10, wish="surprise", day=1, avoid=frozenset({"death"}))
    assert eligible(grave, spared, by_hand=True) is None

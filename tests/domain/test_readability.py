from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.readability import Measure, measured, sentences, syllables, together

TEXTS = st.text("ab yé.!?…\n\"”,-<>1'", max_size=120)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "spoon made asked here cakes the tree hums bridge once fly café's"),
        (2, "table little kettle wanted biscuit open party boxes noodle"),
        (3, "family umbrella potato elephant yesterday dinosaur"),
        (4, "information caterpillar administered"),
    ],
)
def test_syllables_are_guessed_as_people_say_them(count: int, words: str) -> None:
    guessed = {word: syllables(word) for word in words.split() if "'" not in word}
    assert guessed == dict.fromkeys(guessed, count)


def test_a_text_of_short_sentences_reads_more_easily_than_one_of_long_words() -> None:
    easy = measured("The bus is late. A snail goes by. It has a hat on.")
    hard = measured("Unfortunately the municipal transportation authority anticipates considerable difficulties.")
    assert easy.grade < 1 < 12 < hard.grade
    assert (easy.words, easy.sentences, easy.longest) == (13, 3, 5)


def test_the_grade_is_the_one_that_kincaid_reckoned() -> None:
    assert Measure(words=100, sentences=5, syllables=140, longest=30).grade == pytest.approx(
        0.39 * 20 + 11.8 * 1.4 - 15.59
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "!?"])
def test_what_holds_no_words_has_no_grade_that_anybody_could_trip_over(text: str) -> None:
    assert measured(text).grade <= 0 or measured(text).words


def test_a_line_that_was_only_wrapped_goes_on_and_a_line_that_ends_is_a_sentence() -> None:
    assert sentences('The bus is\nlate. "No!" says\nthe snail.\nUp, up\nand away') == (
        "The bus is late.",
        '"No!"',
        "says the snail.",
        "Up, up and away",
    )
    assert sentences("Up. Up.\nUp!") == ("Up.", "Up.", "Up!")


@given(TEXTS)
def test_sentences_hold_every_word_once_and_in_order(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()
    assert all(sentence == sentence.strip() != "" for sentence in sentences(text))


@given(st.lists(TEXTS, max_size=4))
def test_texts_measured_together_have_the_words_of_all_and_the_longest_of_any(texts: list[str]) -> None:
    each = [measured(text) for text in texts]
    whole = together(each)
    assert whole.words == sum(len(text.split()) for text in texts)
    assert whole.longest == max((one.longest for one in each), default=0)
    assert whole.sentences == sum(len(sentences(text)) for text in texts)


@given(st.from_regex(re.compile(r"[a-zé]{1,12}"), fullmatch=True))
def test_every_word_has_a_syllable_and_no_more_than_letters(word: str) -> None:
    assert 1 <= syllables(word) <= len(word)

"""A name becomes "someone" where people wrote it, and stays a word where a story book did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gatherround.domain.forgetting import SOMEONE, UNMISTAKABLE, forgetter, without

LONG = "Wilhelmina Rosalinde Zoë"


@pytest.mark.parametrize(
    ("name", "said", "forgotten"),
    [
        ("Mia", "Mia and the dishes", "someone and the dishes"),
        ("Mia", "MIA's turn, mia!", "someone's turn, someone!"),
        ("Mia", "Mias Zimmer", "someones Zimmer"),
        ("Mia", "Miami, Amia and mia-mia", "Miami, Amia and someone-someone"),
        ("Ann", "Annual leave for Annabel", "Annual leave for Annabel"),
        ("王小明", "我们和王小明吃饭", "我们和someone吃饭"),
        ("مريم", "حديث ومريم", "حديث وsomeone"),
        ("O'Neill [b]", "o'neill  [b] again", "someone again"),
        ("Ana", "Ａｎａ in wide letters", "someone in wide letters"),
        (LONG, f"{LONG.upper()}S HAT", "someoneS HAT"),
        (LONG, "Wilhelmina\u00a0Rosalinde\nZoe\u0308", "someone"),
        ("Zoë", "Zoe, Zoe\u0308 and ZOËS hat", "someone, someone and someoneS hat"),
        ("Jose", "José and Josephine", "someone and Josephine"),
        ("Weißbrodt", "the weissbrodts, Weißbrodt", "the someones, someone"),
        ("O’Malley", "O'Malley's", "someone's"),
        ("1", "1 of 11, in 10 minutes", "someone of 11, in 10 minutes"),
        ("-", "well-known - or not", "well-known someone or not"),
    ],
)
def test_what_people_wrote_says_someone(name: str, said: str, forgotten: str) -> None:
    assert forgetter(name, typed=True)(said) == forgotten


def test_what_a_story_book_wrote_keeps_its_words_and_never_an_unmistakable_name() -> None:
    joy = forgetter("Joy", typed=False)
    assert joy("Joy and the Tower") == "Joy and the Tower"
    assert forgetter("Joy", typed=True)("Joy and the Tower") == "someone and the Tower"
    assert forgetter(LONG, typed=False)(f"A tower for {LONG}") == "A tower for someone"


@given(before=some.text(max_size=30), after=some.text(max_size=30), typed=some.booleans())
def test_no_unmistakable_name_is_left_whatever_stands_around_it(before: str, after: str, typed: bool) -> None:
    forget = forgetter(LONG, typed=typed)
    for spelled in (LONG, LONG.upper(), LONG.casefold()):
        assert spelled not in forget(f"{before}{spelled}{after}")
    once = forget(before)
    assert forget(once) == once


@given(name=some.text("abcÄéж王", min_size=1, max_size=30).filter(str.strip))
def test_a_name_alone_is_always_forgotten(name: str) -> None:
    assert forgetter(name.strip(), typed=True)(name.strip()) == SOMEONE
    assert (forgetter(name.strip(), typed=False)(name.strip()) == SOMEONE) >= (len(name.strip()) >= UNMISTAKABLE)


def test_an_id_goes_from_lists_and_keys_and_becomes_nobody_elsewhere() -> None:
    shape = {
        "people": [{"member": "x1", "stage": "5-7"}, {"member": "x2"}],
        "players": ["x1", "x2"],
        "hidden": {"x1": ["a"], "x2": ["b"]},
        "note": "x1",
        "topic": "Mia's hat",
        "thing": "Mia",
        "words": ["Mia", "x1"],
        "mia": [1, None, True, 0.5],
    }
    assert without(shape, "x1", forgetter("Mia", typed=True)) == {
        "people": [{"member": None, "stage": "5-7"}, {"member": "x2"}],
        "players": ["x2"],
        "hidden": {"x2": ["b"]},
        "note": None,
        "topic": "someone's hat",
        "thing": "Mia",
        "words": ["someone"],
        "mia": [1, None, True, 0.5],
    }

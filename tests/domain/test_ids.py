from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.forgetting import Leaving
from gatherround.domain.ids import is_kept, slug


@pytest.mark.parametrize(
    ("title", "made"),
    [
        ("The Last Dumpling!", "the-last-dumpling"),
        ("  Élan & Co. ", "lan-co"),
        ("x" * 39 + " yz", "x" * 39),
        ("x" * 40 + " yz", "x" * 40),
        ("x" * 41 + " yz", "our-story"),
        ("Soup " + "x" * 41 + " yz", "soup"),
        ("The Evening on Which the Whole Kitchen Sang", "the-evening-on-which-the-whole-kitchen"),
        ("雨", "our-story"),
        ("Aux", "aux-our-story"),
        ("Auxiliary", "auxiliary"),
    ],
)
def test_a_title_comes_to_an_id_that_any_computer_lets_a_file_have(title: str, made: str) -> None:
    assert slug(title) == made
    assert not is_kept(made)


def test_a_seat_that_is_called_like_a_device_has_a_name_of_its_own() -> None:
    assert (slug("Con", otherwise=""), slug("雨", otherwise="")) == ("con-one", "")
    assert is_kept("COM1.yaml")


around = some.lists(some.text("abcdeé' -", min_size=1, max_size=12), max_size=8).map(" ".join)


@given(before=around, name=some.sampled_from(["Wilhelmina", "Wöwéw", "Winnie-Winifred", "W" * 50]), after=around)
def test_wherever_a_title_is_cut_an_erasing_finds_all_of_a_name_that_is_left_in_the_id(
    before: str, name: str, after: str
) -> None:
    made = slug(f"{before} {name} {after}")
    assert len(made) <= 40
    gone = Leaving("m1", frozenset({name})).story(f"{BOOK}/{made}")
    assert "w" not in gone.removeprefix(f"{BOOK}/")

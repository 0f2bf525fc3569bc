"""How old somebody is: one wording wherever it is said, and a chair for everybody from two years on."""

from __future__ import annotations

import pytest

from gatherround.domain.activities import ages_said
from gatherround.domain.people import Person
from gatherround.domain.stages import GUEST_CHAIRS, STAGES, chair_said
from gatherround.host.guests import guest, guest_by_words


def test_a_stage_is_said_in_whole_years_and_the_last_as_a_grown_up() -> None:
    said = [stage.said for stage in STAGES]
    assert said == ["2", "3 to 4", "5 to 7", "8 to 11", "12 to 14", "15 to 17", "grown-up"]


def test_a_guest_is_as_old_as_the_chair_that_was_chosen_says() -> None:
    for stage in GUEST_CHAIRS:
        assert guest(stage, ()).how_old == chair_said(stage)
    assert chair_said(GUEST_CHAIRS[0]) == "2 to 4"


def test_whatever_a_page_says_of_how_old_somebody_is_may_be_typed() -> None:
    for stage in STAGES:
        for said in (stage.said, stage.key):
            assert guest_by_words(said, ()).stage == stage
    assert guest_by_words(" 2 To  4", ()).stage == GUEST_CHAIRS[0]
    assert guest_by_words("2", ()).how_old == "2", "of two, and asked as somebody of two"


def test_a_card_of_three_to_four_is_nobody_of_two() -> None:
    mia = Person(id="m", name="Mia", stage_key="3-4", age=3, member=True, roughly=True)
    assert mia.how_old == "3 to 4"


@pytest.mark.parametrize(
    ("youngest", "oldest", "said"),
    [(9, 9, "9"), (9, 11, "9 to 11"), (18, 99, "18 and up"), (2, 98, "2 to 98"), (99, 99, "99")],
)
def test_the_ages_of_a_story_are_said_as_a_parent_reads_them(youngest: int, oldest: int, said: str) -> None:
    assert ages_said(youngest, oldest) == said

"""What the game is not is said before the first Round and in help, in one set of words."""

from __future__ import annotations

import pytest
from dining import SIZES, opened, press, seen, whole
from hosting import awaited
from textual.pilot import Pilot
from textual.widgets import Static

from gatherround.domain.rights import NOT_THERAPY, RIGHTS


def in_a_row(pilot: Pilot[int]) -> str:
    """Gives all the words on the screen, wherever a line of them ends."""
    return " ".join(seen(pilot).replace("│", " ").split())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@awaited
async def test_the_first_picture_says_that_anybody_may_pass_and_that_it_is_no_therapy(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        assert RIGHTS in in_a_row(pilot)
        assert whole(pilot.app.screen.query_one(".now", Static))
        assert "6 grown-up" in in_a_row(pilot), "it crowds the chairs"


@awaited
async def test_help_says_it_again_when_people_sit_there() -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "3", "6")
        assert NOT_THERAPY not in in_a_row(pilot)
        await press(pilot, "question_mark")
        assert RIGHTS in in_a_row(pilot)

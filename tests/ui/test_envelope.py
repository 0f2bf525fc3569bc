"""The envelope on Tonight's table: it says that it lies there, never what is in it, and opens into that story."""

from __future__ import annotations

from pathlib import Path

import pytest
from dining import a_house, everything, hurried, offered, opened, play, press, told, tonight, whole

from gatherround.domain.entries import Sealed
from gatherround.domain.people import Person
from gatherround.host.guests import guest_by_words
from gatherround.host.house import House
from gatherround.host.household import Setting

TITLE = "Two Lefts"


def sealed(home: Path, *ages: str, activity: str = "whole-table/two-lefts") -> House:
    """Gives a house in which a title was sealed for next time, and at whose table these usually sit."""
    house = a_house(home)
    sitting: list[Person] = []
    for age in ages:
        sitting.append(guest_by_words(age, sitting))
    house.household.remember(Setting(people=tuple(sitting)))
    assert house.journal is not None
    house.journal.between_rounds([Sealed(activity=activity, title=TITLE, member=None)])
    return house


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)])
@hurried
async def test_tonight_says_that_an_envelope_lies_there_and_never_what_is_in_it(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(sealed(tmp_path, "3", "9", "40"), size) as pilot:
        (line,) = [place for place in pilot.app.screen.query(".promise") if place.region and whole(place)]
        assert "An envelope lies here" in str(line.render())
        assert TITLE.casefold() not in everything(pilot)
        assert "envelope" in offered(pilot)


@hurried
async def test_it_opens_into_that_story_and_lies_there_no_longer(tmp_path: Path) -> None:
    async with opened(sealed(tmp_path, "3", "9", "40")) as pilot:
        await press(pilot, "e")
        assert play(pilot).plan.deals[0].activity.title == TITLE
        await press(pilot, "p", "x", "enter")
        assert "envelope" not in offered(pilot)


@hurried
async def test_for_other_people_it_stays_sealed_and_that_is_said(tmp_path: Path) -> None:
    async with opened(sealed(tmp_path, "3", "40", activity="crossroads/waltz-at-seven")) as pilot:
        await press(pilot, "e")
        assert any("stays sealed" in sentence for sentence in told(pilot))
        assert tonight(pilot).is_active
        assert "envelope" in offered(pilot)


@hurried
async def test_without_an_envelope_there_is_no_key_for_one(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "e")
        assert "envelope" not in offered(pilot)

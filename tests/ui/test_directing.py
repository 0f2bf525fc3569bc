"""The director's doors, another card, nearly and the stamp, as a table meets them."""

from __future__ import annotations

import pytest
from dining import click_door, everything, hurried, laid_for, opened, panel, play, press, seen

from gatherround.domain.play.beats import Pick, Say
from gatherround.ui.panels.pick import DirectorPanel
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.face_view import FaceView
from gatherround.ui.widgets.falling import FALL, Falling
from scenes import directed, laid


def titles(pilot: object) -> list[str]:
    plan = play(pilot).plan  # type: ignore[arg-type]
    return [deal.activity.id for deal in (*plan.deals, *plan.spares)]


@hurried
async def test_the_director_sees_two_others_and_the_first_two_again_by_mouse() -> None:
    async with opened(size=(80, 24)) as pilot:
        await laid_for(pilot, directed())
        await press(pilot, "1")
        assert isinstance(panel(pilot), DirectorPanel)
        assert "which one tonight?" in seen(pilot)
        assert "Every eleven minutes a" in seen(pilot)
        await click_door(pilot, 0, ".rest")
        assert titles(pilot) == ["table-four", "soup-face", "the-last-dumpling", "two-lefts"]
        await press(pilot, "3")
        assert titles(pilot)[:2] == ["the-last-dumpling", "two-lefts"]
        await click_door(pilot, 1, ".stories")
        assert play(pilot).plan.deals[0].activity.id == "two-lefts"
        assert not isinstance(play(pilot).beat, Pick)


@hurried
async def test_the_director_may_leave_it_to_the_deal() -> None:
    async with opened(size=(80, 24)) as pilot:
        await laid_for(pilot, directed())
        await press(pilot, "1")
        await click_door(pilot, 1, ".rest")
        assert titles(pilot)[0] == "the-last-dumpling"
        assert isinstance(play(pilot).beat, Say)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)])
@hurried
async def test_both_titles_and_the_ways_round_them_are_read_at_every_size(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        await laid_for(pilot, directed())
        await press(pilot, "1")
        said = " ".join(seen(pilot).split())
        assert all(words in said for words in ("The Last Dumpling", "Two Lefts", "two others", "you choose"))
        assert "two others" in [doors.options[0] for doors in pilot.app.screen.query(Doors)]


@hurried
async def test_another_card_lies_there_at_its_beginning_and_none_is_left_after_the_last() -> None:
    async with opened(size=(80, 24)) as pilot:
        await laid_for(pilot, directed())
        await press(pilot, "1", "1", "enter")
        for title in ("two-lefts", "table-four", "soup-face"):
            await press(pilot, "escape", "7")
            assert play(pilot).plan.deals[0].activity.id == title
        await press(pilot, "escape")
        assert "another card" not in everything(pilot)


@hurried
async def test_nearly_rings_with_a_lifted_brow() -> None:
    async with opened(size=(80, 24)) as pilot:
        await laid_for(pilot, laid("crossroads/the-worst-listener", 15, 16, 41))
        while "nearly" not in everything(pilot):
            await press(pilot, "enter")
        await press(pilot, "2")
        assert pilot.app.screen.query_one(BigWord).word == "nearly"
        assert pilot.app.screen.query_one(FaceView).word == "curious"


@hurried
async def test_a_plan_that_was_made_together_is_stamped_as_often_as_they_like() -> None:
    async with opened(size=(80, 24)) as pilot:
        await laid_for(pilot, laid("other-shoes/one-umbrella", 6, 7, 40))
        while not (isinstance(play(pilot).beat, Say) and getattr(play(pilot).beat, "label", "") == "stamp"):
            await press(pilot, "enter")
        assert "ALL HANDS" in seen(pilot)
        before = play(pilot)
        await press(pilot, "space", "x", "space")
        assert pilot.app.screen.query_one(Falling).frame == FALL
        assert play(pilot) == before

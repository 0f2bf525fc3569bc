"""A second topic: put aside at the table by one key, and looked at again on Tonight by just those who sat there."""

from __future__ import annotations

from pathlib import Path

from dining import a_house, everything, hurried, offered, opened, play, press, put_away_for_now, seen, told, tonight
from test_hostile_words import CANARY
from textual.widgets import Input

from gatherround.domain.play.beats import Turn
from gatherround.ui.screens.putting_aside import KEPT, ForAnotherDay, WhatBecomes
from gatherround.ui.screens.table import Table

LAY_TWO = ("6", "6", "space")


@hurried
async def test_what_is_put_aside_waits_on_tonight_for_the_same_two_and_is_taken_up_with_both_heard(
    tmp_path: Path,
) -> None:
    async with opened(a_house(tmp_path), (60, 20)) as pilot:
        await press(pilot, *LAY_TWO)
        before = play(pilot)
        await press(pilot, "l")
        assert isinstance(pilot.app.screen, ForAnotherDay)
        pilot.app.screen.query_one(Input).value = CANARY
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Table)
        assert play(pilot) == before, "what lies on the table stays as it is"
        await press(pilot, "p", "x", "enter")
        assert "You put something aside" in " ".join(seen(pilot).split())
        assert CANARY not in everything(pilot), "what it is about is shown to whoever looks"
        await press(pilot, "1")
        assert "aside" not in seen(pilot)
        assert "take-up" not in offered(pilot)
        await press(pilot, "1", "t")
        assert isinstance(pilot.app.screen, WhatBecomes)
        assert CANARY in everything(pilot)
        await press(pilot, "1", "enter")
        beat = play(pilot).beat
        assert isinstance(beat, Turn)
        assert CANARY in beat.text
        await press(pilot, "p", "x", "enter")
        assert "aside" not in seen(pilot)


@hurried
async def test_what_cannot_be_put_aside_just_now_stays_where_it_was_typed(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (60, 20)) as pilot:
        await press(pilot, *LAY_TWO, "l")
        pilot.app.screen.query_one(Input).value = "the dishes"
        with put_away_for_now(house):
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, ForAnotherDay)
            assert "cannot be" in " ".join(seen(pilot).split())
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Table)
        assert told(pilot) == (KEPT,)
        await press(pilot, "l")
        assert pilot.app.screen.query_one(Input).value == ""


@hurried
async def test_what_another_window_has_taken_out_for_good_stays_out(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (60, 20)) as pilot:
        await press(pilot, *LAY_TWO, "l")
        pilot.app.screen.query_one(Input).value = "the ring"
        await press(pilot, "enter", "p", "x", "enter")
        elsewhere = a_house(tmp_path).promises()
        (one,) = elsewhere.aside(tonight(pilot).setting.here)
        await press(pilot, "t")
        elsewhere.take_out(one)
        await press(pilot, "2", "1")
        assert house.promises().waiting() is None
        assert "aside" not in seen(pilot)


@hurried
async def test_help_says_of_the_key_for_it_what_is_understood_on_any_page() -> None:
    async with opened(size=(120, 40)) as pilot:
        await press(pilot, "3", "6", "space", "question_mark")
        assert "Something else came up: put it aside for another day" in seen(pilot)
        assert "topic" not in seen(pilot)

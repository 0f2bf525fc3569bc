"""Light and motion: chosen in the game, seen at once, kept for the next start, and a bell only for whoever wants it."""

from __future__ import annotations

from pathlib import Path

import pytest
from dining import a_house, a_house_of_cards, hurried, opened, press, put_away_for_now, seen, settled, told, tonight
from textual.pilot import Pilot

from gatherround.host.house import House
from gatherround.host.lighting import Lighting, keep_lighting
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.light_and_motion import ABOVE, ABOVE_TONIGHT, HOLDS, LightAndMotion, Lights
from gatherround.ui.screens.menu import Help
from gatherround.ui.widgets.candle import Candle

STUDY = ("escape", "1")


def room(pilot: Pilot[int]) -> GatherRound:
    assert isinstance(pilot.app, GatherRound)
    return pilot.app


def reopened(house: House, home: Path) -> House:
    house.close()
    return a_house(home)


@hurried
async def test_a_light_is_seen_as_soon_as_it_is_looked_at_and_kept_by_enter(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, *STUDY, "6")
        assert isinstance(pilot.app.screen, LightAndMotion)
        assert ABOVE in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Lights)
        await press(pilot, "down")
        assert pilot.app.theme == "daylight"
        assert house.lighting.light == "candle", "only looked at"
        await press(pilot, "down", "enter")
        assert pilot.app.theme == "clear"
        assert isinstance(pilot.app.screen, LightAndMotion)
        assert "white on black" in seen(pilot)
    assert reopened(house, tmp_path).lighting == Lighting(light="clear")


@hurried
async def test_going_back_from_the_lights_leaves_the_one_there_was(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, "m", "enter", "down", "escape")
        assert pilot.app.theme == "candle"
        assert isinstance(pilot.app.screen, LightAndMotion)
    assert reopened(house, tmp_path).lighting == Lighting()


@hurried
async def test_the_next_start_is_in_the_kept_light_from_its_first_picture(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    for name, choice in {"light": "daylight", "still": True, "plain_signs": True}.items():
        keep_lighting(house.database, name, choice)
    app = GatherRound(reopened(house, tmp_path))
    assert (app.theme, app.animation_level) == ("daylight", "none"), "before anything is drawn"
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "━" not in seen(pilot)


@hurried
async def test_motion_signs_and_the_bell_are_each_turned_by_a_press(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, motion=True) as pilot:
        await press(pilot, "m", "down", "enter")
        assert pilot.app.animation_level == "none"
        assert "nothing moves" in seen(pilot)
        assert "─" in seen(pilot)
        await press(pilot, "down", "enter")
        assert "─" not in seen(pilot), "the page that lies there is drawn anew at once"
        await press(pilot, "down", "enter", "up", "enter")
        assert "─" in seen(pilot)
        assert room(pilot).lighting == Lighting(still=True, bell=True)
    assert reopened(house, tmp_path).lighting == Lighting(still=True, bell=True)


@hurried
async def test_what_is_said_at_the_start_is_kept_only_where_it_is_chosen(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    app = GatherRound(house, lighting=house.lighting.for_tonight("daylight", None, None), patience=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert app.theme == "daylight"
        await press(pilot, "m", "down", "down", "down", "enter")
        assert app.theme == "daylight"
    assert reopened(house, tmp_path).lighting == Lighting(bell=True)


@hurried
async def test_where_nothing_can_be_kept_it_holds_for_tonight_and_that_is_said(tmp_path: Path) -> None:
    async with opened(a_house_of_cards()) as pilot:
        await press(pilot, "m")
        assert ABOVE_TONIGHT in " ".join(seen(pilot).split())
        await press(pilot, "enter", "down", "enter")
        assert told(pilot) == (HOLDS,)
        assert pilot.app.theme == "daylight"
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        with put_away_for_now(house):
            await press(pilot, "m", "enter", "down", "enter")
            assert told(pilot) == (HOLDS,)
            assert pilot.app.theme == "daylight"


@hurried
async def test_the_help_of_the_table_that_is_laid_names_it() -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, Help)
        assert "The light, motion, signs and a bell" in seen(pilot)


@hurried
async def test_without_colour_every_light_says_which_it_is(tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NO_COLOR", "1")
        async with opened(a_house(tmp_path)) as pilot:
            await press(pilot, "m", "enter", "down", "enter")
            assert pilot.app.no_color
            assert "daylight: dark letters" in seen(pilot)


@pytest.mark.parametrize("wished", [True, False])
def test_a_candle_that_has_burned_down_rings_once_for_whoever_wants_a_bell(
    wished: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[object] = []
    monkeypatch.setattr(GatherRound, "bell", lambda self: rung.append(self))

    @hurried
    async def burn() -> None:
        async with opened() as pilot:
            room(pilot).lighting = Lighting(bell=wished)
            candle = Candle(3)
            await tonight(pilot).mount(candle)
            await pilot.pause(9)

    burn()
    assert len(rung) == wished

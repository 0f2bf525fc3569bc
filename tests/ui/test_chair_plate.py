"""Place cards: who sits here, told by picture, pattern and name, in any room there is."""

from __future__ import annotations

import pytest
from hosting import HOSTILE, awaited, drawn, fills_its_cells, heard, hosted

from gatherround.domain.chairs import CHAIRS
from gatherround.ui.widgets.chair_plate import ChairPlate
from gatherround.ui.widgets.dots import Dots

LEMON = CHAIRS[1]


@awaited
async def test_a_whole_card_shows_key_thing_picture_name_and_pattern() -> None:
    plate = ChairPlate(LEMON, "Theo", number=2)
    async with hosted(plate):
        shown = drawn(plate)
        assert "2 Lemon" in shown[0]
        assert [row[2:11] for row in shown[1:4]] == list(LEMON.picture)
        assert "Theo" in shown[4]
        assert LEMON.pattern * 4 in shown[5]


@awaited
async def test_here_away_and_glowing_have_frames_of_their_own() -> None:
    plate = ChairPlate(LEMON, "Theo")
    async with hosted(plate) as pilot:
        corners = []
        for presence in ("here", "away", "glow"):
            plate.presence = presence
            await pilot.pause()
            corners.append(drawn(plate)[0][0])
        assert corners == ["┏", "┌", "▛"]
        assert not plate.has_class("-away")


@awaited
async def test_somebody_away_is_dim_whatever_their_colour() -> None:
    plate = ChairPlate(LEMON, "Theo", presence="away")
    async with hosted(plate) as pilot:
        away = plate.styles.color
        plate.presence = "here"
        await pilot.pause()
        assert plate.styles.color != away


@awaited
async def test_in_one_line_the_pattern_still_says_whose_it_is() -> None:
    plate = ChairPlate(LEMON, "Theo", number=2)
    async with hosted(plate) as pilot:
        plate.styles.height = 1
        await pilot.pause()
        assert drawn(plate)[0].strip() == f"{LEMON.pattern} 2 Theo"


@awaited
async def test_a_click_says_which_place_was_meant() -> None:
    plate = ChairPlate(LEMON, "Theo")
    async with hosted(plate) as pilot:
        await pilot.click(plate)
        assert heard(pilot) == [("ChairPlate.Touched", None)]


@pytest.mark.parametrize("size", [(13, 7), (30, 12), (13, 4), (8, 3), (5, 2), (3, 3), (1, 1)])
@awaited
async def test_any_name_fills_exactly_its_card_at_any_size(size: tuple[int, int]) -> None:
    plate = ChairPlate(LEMON, number=9)
    async with hosted(plate) as pilot:
        plate.styles.width, plate.styles.height = size
        await pilot.pause()
        for name in HOSTILE:
            plate.who = name
            assert fills_its_cells(plate)


@awaited
async def test_three_dots_say_how_far_the_evening_has_come() -> None:
    dots = Dots(1)
    async with hosted(dots) as pilot:
        assert drawn(dots) == ["○ ● ○"]
        dots.phase = 2
        await pilot.pause()
        assert drawn(dots) == ["○ ○ ●"]

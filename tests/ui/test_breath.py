"""Slow breaths: three seconds in, five out, so many times, and then rest."""

from __future__ import annotations

from typing import get_args

import pytest
from hosting import HandClock, awaited, drawn, fills_its_cells, hosted

from gatherround.ui.widgets.breath import Breath, moment_at
from gatherround.ui.widgets.breath_pictures import Moment, Pattern
from gatherround.ui.widgets.star_picture import AHEAD, TRACED, star_pixels


def test_a_breath_is_three_seconds_in_and_five_out_and_after_the_last_it_rests() -> None:
    phases = [moment_at(second, 2, still=False).phase for second in range(18)]
    assert phases == ["in"] * 3 + ["out"] * 5 + ["in"] * 3 + ["out"] * 5 + ["rest"] * 2


@awaited
async def test_steam_rises_while_the_soup_is_smelled_and_drifts_away_while_it_is_cooled() -> None:
    clock = HandClock()
    breath = Breath("soup", 4, clock=clock)

    def steam_at(seconds: float) -> list[int]:
        clock.seconds = 100 + seconds
        breath.tick()
        return [y for y, row in enumerate(drawn(breath)) if "▗▘" in row or "▝▖" in row]

    async with hosted(breath, motion=True):
        assert steam_at(0) == []
        assert len(steam_at(1.5)) < len(steam_at(2.9)) == 5
        rising = steam_at(2.9)
        assert steam_at(7.5) == rising[:3]


@awaited
async def test_with_motion_off_each_word_has_one_still_picture() -> None:
    clock = HandClock()
    breath = Breath("soup", 2, clock=clock)
    async with hosted(breath):
        pictures = []
        for second in range(8):
            clock.seconds = 100.5 + second
            breath.tick()
            pictures.append("\n".join(drawn(breath)))
        assert len(set(pictures[:3])) == 1
        assert len(set(pictures[3:])) == 1
        assert pictures[0] != pictures[3]


def test_a_star_has_a_side_for_each_breath_in_and_out_and_is_whole_at_the_end() -> None:
    for times in (4, 5, 6):
        whole = "".join(star_pixels(times, 2 * times, 22))
        half = "".join(star_pixels(times, times, 22))
        assert AHEAD not in whole
        assert half.count(TRACED) < whole.count(TRACED)
        assert AHEAD in half


def test_what_is_not_traced_yet_is_dotted_so_that_it_needs_no_colour() -> None:
    assert 2 * star_pixels(5, 0, 22).__str__().count(AHEAD) < "".join(star_pixels(5, 10, 22)).count(TRACED)


@pytest.mark.parametrize("size", [(80, 18), (60, 14), (60, 9)])
@awaited
async def test_the_five_senses_say_what_to_do_stand_still_and_count_down(size: tuple[int, int]) -> None:
    senses = Breath("senses", clock=HandClock())
    async with hosted(senses, size=size):
        asks, *shown = [row.strip() for row in drawn(senses) if row.strip()]
        assert asks == "Find in silence, slowly:", "five numbers alone ask for nothing"
        assert [row[0] for row in shown] == ["5", "4", "3", "2", "1"]
        assert [row.count("●") for row in shown] == [5, 4, 3, 2, 1]


@pytest.mark.parametrize("pattern", get_args(Pattern))
@pytest.mark.parametrize("size", [(80, 20), (60, 13), (40, 12), (40, 8), (24, 5), (9, 3), (1, 1)])
@awaited
async def test_every_row_of_a_breath_fills_exactly_its_cells(pattern: Pattern, size: tuple[int, int]) -> None:
    clock = HandClock()
    breath = Breath(pattern, 4, clock=clock)
    async with hosted(breath, size=size, motion=True):
        for second in range(0, 40, 3):
            clock.seconds = 100 + second
            breath.tick()
            assert fills_its_cells(breath)


@awaited
async def test_the_word_is_big_and_the_picture_stays_on_a_small_screen() -> None:
    breath = Breath("soup", 4, clock=HandClock())
    async with hosted(breath, size=(40, 10)):
        shown = drawn(breath)
        assert any("█████" in row for row in shown)
        assert any("SMELL" in row for row in shown)


def test_a_moment_is_a_plain_value() -> None:
    assert moment_at(-5, 3, still=False) == Moment(done=0, times=3, phase="in", part=0.0)

"""Doors and lanterns: places of one size, each a click, each with its whole words wherever there is room."""

from __future__ import annotations

import pytest
from hosting import HOSTILE, awaited, drawn, fills_its_cells, heard, hosted
from hypothesis import given
from hypothesis import strategies as st

from gatherround.ui.widgets.door_plan import plan_doors
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.lanterns import Lanterns, lantern_places

ACTS = ('ask quietly: "Balloon?"', "carry one thing for somebody", "our own idea", "nothing today")
STARTERS = ("adding to that ...", "does that hold if ...", "so you're both saying ...", "where it breaks for me ...")
SIZES = [(80, 20), (80, 8), (60, 12), (40, 12), (40, 5), (30, 3), (9, 9), (4, 2), (1, 1)]
texts = st.lists(st.text(max_size=40), min_size=2, max_size=9).map(tuple)


@given(options=texts, width=st.integers(20, 130), height=st.integers(1, 40))
def test_doors_have_one_size_do_not_overlap_and_stay_in_their_room(
    options: tuple[str, ...], width: int, height: int
) -> None:
    plan = plan_doors(options, width, height)
    places = plan.places
    assert len(places) == len(options)
    assert len({place.size if plan.framed else place.width for place in places}) == 1
    assert all(place.x >= 0 and place.right <= width and place.y >= 0 and place.bottom <= height for place in places)
    assert not any(one.overlaps(other) for index, one in enumerate(places) for other in places[:index])


@awaited
async def test_every_door_says_all_its_words_and_nothing_today_is_as_large_as_any() -> None:
    doors = Doors(ACTS)
    async with hosted(doors, size=(80, 8)):
        shown = " ".join(drawn(doors))
        assert all(word in shown for act in ACTS for word in act.split())
        places = plan_doors(ACTS, *doors.size).places
        assert places[3].size == places[0].size


def test_no_door_stands_alone_in_its_row_where_it_need_not() -> None:
    places = plan_doors((*ACTS, "one more"), 76, 10).places
    assert [sum(place.y == row for place in places) for row in sorted({place.y for place in places})] == [3, 2]


@awaited
async def test_two_long_doors_get_numbers_that_can_be_read_across_the_table() -> None:
    doors = Doors(("One dumpling, five forks.", "Two left boots by the door."))
    async with hosted(doors, size=(80, 9)):
        assert any("▄█" in row for row in drawn(doors))


@awaited
async def test_one_long_option_keeps_every_number_small_so_that_no_door_stands_out() -> None:
    doors = Doors(("Two left boots.", "One dumpling and five forks, " * 6))
    async with hosted(doors, size=(80, 9)):
        assert not any("▄█" in row for row in drawn(doors))


@pytest.mark.parametrize("size", [(80, 12), (40, 12), (40, 4)])
@awaited
async def test_a_click_anywhere_in_a_door_picks_it_and_a_click_between_doors_picks_none(size: tuple[int, int]) -> None:
    doors = Doors(ACTS)
    async with hosted(doors, size=size) as pilot:
        places = plan_doors(ACTS, *doors.size).places
        for place in places:
            await pilot.click(doors, offset=(place.x, place.y))
            await pilot.click(doors, offset=(place.right - 1, place.bottom - 1))
        assert heard(pilot) == [("Doors.Picked", index) for index in range(4)]


@awaited
async def test_a_click_beside_the_doors_is_no_answer() -> None:
    doors = Doors(("yes", "no"))
    async with hosted(doors, size=(80, 20)) as pilot:
        await pilot.click(doors, offset=(0, 19))
        assert heard(pilot) == []


@awaited
async def test_the_door_under_the_mouse_is_framed_brighter_and_only_then() -> None:
    doors = Doors(("yes", "no"))
    async with hosted(doors, size=(80, 9)) as pilot:
        await pilot.hover(doors, offset=(5, 2))
        assert doors.under == 0
        await pilot.hover(doors, offset=(39, 2))
        assert doors.under is None


@pytest.mark.parametrize("size", SIZES)
@awaited
async def test_hostile_options_fill_exactly_their_cells_at_any_size(size: tuple[int, int]) -> None:
    doors, lanterns = Doors(), Lanterns()
    async with hosted(doors, lanterns, size=size) as pilot:
        for start in range(0, len(HOSTILE) - 4, 4):
            doors.options = HOSTILE[start : start + 9]
            lanterns.starters, lanterns.lit = HOSTILE[start : start + 4], (0, 3)
            await pilot.pause()
            assert fills_its_cells(doors)
            assert fills_its_cells(lanterns)


@awaited
async def test_a_lit_lantern_is_filled_so_that_it_is_seen_without_colour() -> None:
    lanterns = Lanterns(STARTERS, lit=(1,))
    async with hosted(lanterns) as pilot:
        places = lantern_places(4, *lanterns.size)
        filled = ["▓▓▓" in drawn(lanterns)[2][place.x : place.right] for place in places]
        assert filled == [False, True, False, False]
        lanterns.lit = (0, 1)
        await pilot.pause()
        assert drawn(lanterns)[2].count("▓▓▓") == 2


@pytest.mark.parametrize("size", [(80, 12), (40, 12)])
@awaited
async def test_a_click_on_a_lantern_or_on_its_words_asks_for_its_light(size: tuple[int, int]) -> None:
    lanterns = Lanterns(STARTERS)
    async with hosted(lanterns, size=size) as pilot:
        for place in lantern_places(4, *lanterns.size):
            await pilot.click(lanterns, offset=(place.x + 1, place.bottom - 1))
        assert heard(pilot) == [("Lanterns.Lit", index) for index in range(4)]
        assert lanterns.lit == ()

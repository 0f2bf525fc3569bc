"""A candle keeps time without digits, waits when it is held, and does nothing when it is low."""

from __future__ import annotations

from hosting import HandClock, awaited, drawn, fills_its_cells, heard, hosted

from gatherround.ui.widgets.candle import TICK, Candle

LOW = ("Candle.Low", None)


def wax(candle: Candle) -> float:
    """Gives the wax that is drawn, in rows, the dish left out."""
    rows = [row.strip().strip("┊") for row in drawn(candle)[:-1]]
    return sum(row == "█" * 7 for row in rows) + 0.5 * sum(row == "▄▄▟█▙▄▄" for row in rows)


def after(candle: Candle, clock: HandClock, seconds: float) -> float:
    clock.seconds += seconds
    candle.tick()
    return wax(candle)


@awaited
async def test_the_wax_goes_down_as_the_time_goes() -> None:
    clock = HandClock()
    candle = Candle(80, clock=clock)
    async with hosted(candle, motion=True):
        assert wax(candle) == 8
        assert [after(candle, clock, 10) for _ in range(4)] == [7, 6, 5, 4]
        assert after(candle, clock, 5) == 3.5


@awaited
async def test_with_motion_off_there_are_five_still_pictures_at_the_true_pace() -> None:
    clock = HandClock()
    candle = Candle(80, clock=clock)
    async with hosted(candle):
        seen = [wax(candle), *(after(candle, clock, 1) for _ in range(80))]
        assert sorted(set(seen), reverse=True) == [8, 6, 4, 2, 0.5]
        assert [seen.index(picture) for picture in (8, 6, 4, 2, 0.5)] == [0, 20, 40, 60, 80]
        assert candle.flame == 0


@awaited
async def test_a_candle_that_is_low_says_so_once_and_stays_as_it_is() -> None:
    clock = HandClock()
    candle = Candle(10, clock=clock)
    async with hosted(candle, motion=True) as pilot:
        assert after(candle, clock, 11) == 0.5
        low = drawn(candle)
        assert after(candle, clock, 1000) == 0.5
        await pilot.pause()
        assert heard(pilot) == [LOW]
        assert drawn(candle) == low


@awaited
async def test_a_held_candle_does_not_burn_and_goes_on_from_there() -> None:
    clock = HandClock()
    candle = Candle(80, clock=clock)
    async with hosted(candle, motion=True):
        after(candle, clock, 20)
        candle.hold()
        assert candle.has_class("-held")
        assert after(candle, clock, 500) == 6
        candle.hold()
        assert after(candle, clock, 20) == 4


@awaited
async def test_only_the_two_cells_of_the_tip_ever_move() -> None:
    clock = HandClock()
    candle = Candle(100_000, clock=clock)
    async with hosted(candle, motion=True):
        first = drawn(candle)
        moved = set()
        for _ in range(40):
            after(candle, clock, 0.001)
            rows = drawn(candle)
            moved |= {(x, y) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell != first[y][x]}
        assert len({x for x, _ in moved}) == 1
        assert len({y for _, y in moved}) == 2


def test_the_flame_never_changes_more_than_three_times_a_second() -> None:
    assert TICK >= 1 / 3


@awaited
async def test_no_seconds_leave_the_candle_unlit() -> None:
    clock = HandClock()
    candle = Candle(0, clock=clock)
    async with hosted(candle, motion=True) as pilot:
        assert after(candle, clock, 5) == 8
        await pilot.pause()
        assert not any("▐█▌" in row for row in drawn(candle))
        assert heard(pilot) == []


@awaited
async def test_every_row_of_a_candle_fills_exactly_its_cells_at_any_height() -> None:
    clock = HandClock()
    candle = Candle(50, clock=clock)
    async with hosted(candle, size=(20, 20), motion=True) as pilot:
        for _ in range(11):
            for height in range(1, 20):
                candle.styles.height = height
                await pilot.pause()
                assert fills_its_cells(candle)
            after(candle, clock, 5)

"""What of a quilt is in sight, whatever its size and its room, and where somebody walks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.in_sight import BRIGHT, Gleam, Sight, in_sight

SIZES = st.tuples(st.integers(1, 400), st.integers(8, 160), st.integers(4, 60))


def seen(sight: Sight) -> set[int]:
    """Gives every square of which a row of cells can be seen."""
    return {index for y in range(sight.height) for index in sight.row_at(y)[0]}


@given(SIZES, st.data())
def test_the_square_under_the_cursor_is_always_whole_in_sight(size: tuple[int, int, int], data: st.DataObject) -> None:
    sight = in_sight(*size)
    for _ in range(4):
        cursor = data.draw(st.integers(0, size[0] - 1))
        sight = sight.following(cursor)
        rows = [sight.row_at(y)[1] for y in range(sight.height) if cursor in sight.row_at(y)[0]]
        assert rows == [*range(sight.cloth.tall)]
        assert sight.more_above == (0 not in seen(sight))
        assert sight.more_below or size[0] - 1 in seen(sight)


@given(SIZES)
def test_each_cell_in_sight_is_one_squares_and_beside_the_cloth_nobodys(size: tuple[int, int, int]) -> None:
    sight = in_sight(*size)
    for y in range(sight.height):
        across = {sight.at(x, y) for x in range(sight.left, sight.left + sight.cloth.wide * sight.cloth.columns)}
        assert across - {None} == {*sight.row_at(y)[0]}
    assert sight.at(sight.left - 1, 0) is None


@given(SIZES, st.data())
def test_one_walks_from_the_first_square_to_the_last_and_no_further(
    size: tuple[int, int, int], data: st.DataObject
) -> None:
    sight, last = in_sight(*size), size[0] - 1
    cursor = data.draw(st.integers(0, last))
    assert (sight.walked(cursor, "first"), sight.walked(cursor, "last")) == (0, last)
    assert (sight.walked(0, "left"), sight.walked(last, "right")) == (0, last)
    for there, back in (("page-down", "page-up"), ("down", "up"), ("right", "left")):
        down = sight.walked(cursor, there)  # type: ignore[arg-type]
        assert 0 <= down <= last
        assert sight.walked(down, back) <= down  # type: ignore[arg-type]


def test_on_an_empty_quilt_there_is_nowhere_to_walk_and_nothing_to_see() -> None:
    sight = in_sight(0, 40, 12).following(0)
    assert seen(sight) == set()
    assert (sight.more_above, sight.more_below, sight.walked(0, "last")) == (False, False, 0)


@given(SIZES)
def test_a_gleam_crosses_every_square_in_the_first_row_once_and_is_gone(size: tuple[int, int, int]) -> None:
    sight = in_sight(*size)
    lit: set[int] = set()
    gleam: Gleam | None = Gleam()
    assert Gleam().light(0, 0) == 0, "it comes from outside"
    while gleam is not None:
        lit |= {column for column in range(sight.cloth.columns) if gleam.light(0, column) == BRIGHT}
        gleam = gleam.further(sight)
    assert lit == {*range(sight.cloth.columns)}

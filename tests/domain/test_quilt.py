"""The quilt as pixels, marks and places: edge to edge, in order, and known without any colour."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain import album
from gatherround.domain.entries import Entry, Noticed, Played, RoundBegan, Sewn, WordMet
from gatherround.domain.play.sayings import STITCHES
from gatherround.domain.quilt import CLOTH, FRAME, LARGEST, THREADS, Cloth, laid_out, marks, pixels
from gatherround.domain.stitches import SIDE, TILES, swatch
from gatherround.storage.rows import Kept
from sewing import LAST_EVENING, as_told

STITCH = st.integers(0, len(TILES) - 1)
PEOPLE = st.integers(1, 12)
SCALE = st.integers(1, LARGEST)
anything = st.one_of(
    st.builds(Sewn, st.integers(-3, 99), st.none() | st.text(max_size=8), st.lists(st.text(max_size=6)).map(tuple)),
    st.builds(Noticed, st.text(max_size=9)),
    st.builds(WordMet, st.text(max_size=9)),
    st.just(RoundBegan(minutes=10, wish="laugh", people=())),
    st.just(Played(activity="a/b", kind="script", empathy=(), title="B", players=())),
)
drawers = st.lists(st.lists(anything, max_size=6), max_size=12)


def kept_of(rounds: list[list[Entry]]) -> list[Kept]:
    return as_told(*rounds)


# From entries to squares


@given(drawers)
def test_any_evenings_at_all_make_a_quilt_in_the_order_they_were_sewn(rounds: list[list[Entry]]) -> None:
    kept = kept_of(rounds)
    squares = album.squares(kept)
    assert [square.entry for square in squares] == [at.number for at in kept if isinstance(at.entry, Sewn)]
    assert all(square.word is None or square.word.strip() for square in squares)


@given(drawers, st.data())
def test_an_unpicked_square_leaves_all_others_as_they_were(rounds: list[list[Entry]], data: st.DataObject) -> None:
    kept = kept_of(rounds)
    squares = album.squares(kept)
    if not squares:
        return
    out = data.draw(st.sampled_from(squares))
    left = album.squares(at for at in kept if at.number != out.entry)
    assert left == tuple(square for square in squares if square is not out)


@given(drawers)
def test_nothing_but_sewing_and_beginnings_changes_a_quilt(rounds: list[list[Entry]]) -> None:
    kept = kept_of(rounds)
    assert album.squares(at for at in kept if isinstance(at.entry, Sewn | RoundBegan)) == album.squares(kept)


# Places


@given(st.integers(1, 4000), st.integers(1, 240), st.integers(1, 80))
def test_squares_lie_edge_to_edge_without_a_hole(count: int, width: int, height: int) -> None:
    cloth = laid_out(count, width, height)
    assert cloth.columns * cloth.wide <= max(width, cloth.wide)
    for index in range(min(count - 1, 300)):
        (x, y), (next_x, next_y) = cloth.place(index), cloth.place(index + 1)
        beside = (next_x, next_y) == (x + cloth.wide, y)
        new_row = (next_x, next_y) == (0, y + cloth.tall) and x == (cloth.columns - 1) * cloth.wide
        assert beside or new_row


@given(st.integers(1, 400), st.integers(8, 160), st.integers(4, 60), st.data())
def test_every_cell_of_a_square_is_that_squares_and_no_other_cell_is_anybodys(
    count: int, width: int, height: int, data: st.DataObject
) -> None:
    cloth = laid_out(count, width, height)
    index = data.draw(st.integers(0, count - 1))
    x, y = cloth.place(index)
    assert {cloth.at(x + dx, y + dy) for dx in (0, cloth.wide - 1) for dy in (0, cloth.tall - 1)} == {index}
    assert cloth.at(-1, 0) is None
    assert cloth.at(cloth.columns * cloth.wide, 0) is None
    assert cloth.at(0, cloth.rows * cloth.tall) is None


@given(st.integers(1, 400), st.integers(8, 160), st.integers(4, 60))
def test_squares_are_as_large_as_they_fit(count: int, width: int, height: int) -> None:
    cloth = laid_out(count, width, height)
    larger = Cloth(count=count, columns=max(1, width // (cloth.wide // cloth.scale * (cloth.scale + 1))), scale=1)
    if cloth.scale < LARGEST:
        tall = (cloth.scale + 1) * cloth.tall // cloth.scale
        wide = (cloth.scale + 1) * cloth.wide // cloth.scale
        assert larger.rows * tall > height or wide > width


@given(st.integers(1, 500), st.integers(1, 30), st.data())
def test_arrows_reach_every_square_and_never_leave_the_quilt(count: int, columns: int, data: st.DataObject) -> None:
    cloth = Cloth(count=count, columns=columns, scale=1)
    there, goal = data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))
    down = goal // columns - there // columns
    there = cloth.beside(there, 0, down)
    assert there // columns == goal // columns
    assert cloth.beside(there, goal - there, 0) == goal
    wild = cloth.beside(goal, data.draw(st.integers(-999, 999)), data.draw(st.integers(-999, 999)))
    assert 0 <= wild < count


def test_a_quilt_of_nothing_has_nowhere_to_walk() -> None:
    cloth = laid_out(0, 80, 16)
    assert (cloth.beside(0, 1, 1), cloth.rows, cloth.at(0, 0)) == (0, 0, None)


@pytest.mark.parametrize(("count", "scale"), [(1, 3), (3, 3), (4, 2), (10, 2), (11, 1), (40, 1), (1000, 1)])
def test_on_the_usual_screen_few_squares_lie_large(count: int, scale: int) -> None:
    assert laid_out(count, 80, 16).scale == scale


# Pixels


@given(STITCH, PEOPLE, SCALE)
def test_a_square_is_square_with_a_margin_of_cloth(stitch: int, people: int, scale: int) -> None:
    drawn = pixels(stitch, people, scale)
    assert {len(row) for row in drawn} == {len(drawn)} == {8 * scale}
    for at in (*range(scale), *range(-scale, 0)):
        assert set(drawn[at]) == {CLOTH}
        assert {row[at] for row in drawn} == {CLOTH}
    assert set("".join(drawn)) <= {CLOTH, *THREADS[:people]}


@given(STITCH, PEOPLE, SCALE)
def test_no_cell_holds_the_threads_of_two_people(stitch: int, people: int, scale: int) -> None:
    drawn = pixels(stitch, people, scale)
    for upper, lower in zip(drawn[::2], drawn[1::2], strict=True):
        for pair in zip(upper, lower, strict=True):
            assert len({*pair} - {CLOTH}) <= 1


@given(st.integers(1, 5), SCALE)
def test_where_thread_is_dense_everybody_who_was_there_is_seen(people: int, scale: int) -> None:
    stripes = STITCHES.index("stripes")
    seen = set("".join(pixels(stripes, people, scale))) - {CLOTH}
    assert seen == set(THREADS[1:people] or THREADS[:1]), "the first one is the cloth"


def test_no_two_stitches_look_alike_without_colour_and_each_has_a_name() -> None:
    assert len(TILES) == len(STITCHES)
    for one, other in combinations(range(len(TILES)), 2):
        apart = sum(a != b for a, b in zip("".join(TILES[one]), "".join(TILES[other]), strict=True))
        assert apart >= SIDE, f"{STITCHES[one]} and {STITCHES[other]}"
        assert swatch(one, 6, 3) != swatch(other, 6, 3)


def test_a_stitch_of_a_newer_game_is_sewn_in_one_that_is_known() -> None:
    assert pixels(len(TILES), 3) == pixels(0, 3)


@given(STITCH, PEOPLE, SCALE)
def test_the_frame_goes_round_and_leaves_the_stitch_alone(stitch: int, people: int, scale: int) -> None:
    plain, framed = pixels(stitch, people, scale), pixels(stitch, people, scale, framed=True)
    assert set(framed[0] + framed[-1] + "".join(row[0] + row[-1] for row in framed)) == {FRAME}
    assert [row[1:-1] for row in framed[1:-1]] == [row[1:-1] for row in plain[1:-1]]


@pytest.mark.parametrize("scale", [0, 4, -1])
def test_a_size_that_there_is_not_is_refused(scale: int) -> None:
    with pytest.raises(ValueError, match="three times"):
        pixels(0, 1, scale)


@given(STITCH, PEOPLE)
def test_marks_on_a_page_are_the_pixels_of_the_screen(stitch: int, people: int) -> None:
    sewn = {(mark.x, mark.y): THREADS[mark.chair] for mark in marks(stitch, people)}
    drawn = pixels(stitch, people)
    assert sewn == {(x, y): p for y, row in enumerate(drawn) for x, p in enumerate(row) if p != CLOTH}


def test_the_day_of_a_square_is_the_date_on_the_wall() -> None:
    (square,) = album.squares(as_told([Sewn(1, " ")]))
    assert square.day == LAST_EVENING.date() == date(2026, 2, 28)
    assert (square.word, square.things) == (None, ())

"""Faces: thirty-six feelings told apart by shape alone, whole at every size, and plain to a screen reader."""

from dataclasses import FrozenInstanceError
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.face_builds import Pixel
from gatherround.domain.faces import RANGES, WORDS, Face, between, clause, face_of, grid, svg

FIRST = {"happy", "sad", "mad", "okay"}
THEN = {"scared", "surprised", "excited", "tired"}
LATER = {"worried", "proud", "lonely", "jealous", "shy", "calm", "left out", "silly", "disappointed", "loved"}
LAST = {
    *("embarrassed", "guilty", "frustrated", "relieved", "nervous", "hurt", "hopeful", "grateful", "confused"),
    *("bored", "brave", "annoyed", "homesick", "sorry", "curious", "discouraged", "trusted", "torn"),
}
INKED = "#tb"

faces = st.builds(Face, **{name: st.floats(low, high) for name, (low, high) in RANGES.items()})


def in_one_ink(pixels: tuple[str, ...]) -> tuple[tuple[bool, ...], ...]:
    return tuple(tuple(pixel in INKED for pixel in row) for row in pixels)


def inside(pixels: tuple[str, ...]) -> set[tuple[int, int]]:
    """The places within the rim, where only features are drawn."""
    middle_x, middle_y = len(pixels[0]) / 2, len(pixels) / 2
    return {
        (x, y)
        for y, row in enumerate(pixels)
        for x in range(len(row))
        if ((x + 0.5 - middle_x) / (middle_x - 2)) ** 2 + ((y + 0.5 - middle_y) / (middle_y - 2)) ** 2 < 1
    }


def closer_than(bound: int, width: int, height: int) -> list[tuple[int, str, str]]:
    drawn = {word: in_one_ink(grid(face_of(word), width, height)) for word in WORDS}
    places = inside(grid(Face(), width, height))
    apart = [(sum(drawn[a][y][x] != drawn[b][y][x] for x, y in places), a, b) for a, b in combinations(WORDS, 2)]
    return sorted(pair for pair in apart if pair[0] < bound)


def test_every_word_of_the_shelf_of_thirty_six_has_a_face_and_no_other_word_does() -> None:
    assert set(WORDS) == FIRST | THEN | LATER | LAST
    assert len(WORDS) == 36


def test_every_two_feelings_differ_by_thirty_pixels_of_shape_at_the_large_size() -> None:
    assert closer_than(30, 28, 26) == []


def test_every_two_feelings_differ_by_twelve_pixels_of_shape_at_the_small_size() -> None:
    assert closer_than(12, 20, 20) == []


@settings(max_examples=60, deadline=None)
@given(face=faces, width=st.integers(1, 60), height=st.integers(1, 60))
def test_any_face_fills_its_whole_grid_with_known_pixels(face: Face, width: int, height: int) -> None:
    pixels = grid(face, width, height)
    assert [len(row) for row in pixels] == [width] * height
    assert {pixel for row in pixels for pixel in row} <= {pixel.value for pixel in Pixel}


@settings(max_examples=40, deadline=None)
@given(face=faces)
def test_any_face_becomes_well_formed_drawing_only_svg(face: Face) -> None:
    drawn = ET.fromstring(svg(face, 120))
    assert (drawn.get("width"), drawn.get("height")) == ("120", "120")
    assert {element.tag.rsplit("}")[-1] for element in drawn} == {"path"}
    assert all(str(element.get("d")).count(" ") > 1 for element in drawn)
    assert "nan" not in svg(face)


@settings(max_examples=100, deadline=None)
@given(a=faces, b=faces, t=st.floats(-1, 2))
def test_a_morph_starts_and_ends_exactly_and_is_a_face_all_the_way(a: Face, b: Face, t: float) -> None:
    assert between(a, b, 0) == a
    assert between(a, b, 1) == b
    assert isinstance(between(a, b, t), Face)


def test_a_morph_passes_through_a_face_that_is_neither_end() -> None:
    half_way = between(face_of("sad"), face_of("happy"), 0.5)
    assert grid(half_way) not in (grid(face_of("sad")), grid(face_of("happy")))


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("size", [(28, 26), (20, 20)])
def test_features_stay_on_the_head_except_the_bead_of_sweat(word: str, size: tuple[int, int]) -> None:
    bare, drawn = grid(Face(), *size), grid(face_of(word), *size)
    off = {
        new
        for before, after in zip(bare, drawn, strict=True)
        for old, new in zip(before, after, strict=True)
        if old == Pixel.OUTSIDE and new != Pixel.OUTSIDE
    }
    assert off == ({Pixel.TEAR} if face_of(word).sweat else set())


@pytest.mark.parametrize("word", ["happy", "mad", "okay", "surprised", "calm", "hurt"])
def test_a_face_that_looks_straight_ahead_is_even_but_for_the_shine_in_its_eyes(word: str) -> None:
    for row in grid(face_of(word)):
        unshone = row.replace("w", "#")
        assert unshone == unshone[::-1]


def test_a_word_of_the_familys_own_takes_the_nearest_face_with_a_shade_that_never_changes() -> None:
    grumbly = face_of("grumbly", nearest="mad")
    assert grumbly == face_of("Grumbly ", nearest="mad")
    assert grumbly != face_of("mad")
    assert grumbly.teeth == face_of("mad").teeth
    assert face_of("zinged", nearest="mad") != grumbly


@given(word=st.text(), nearest=st.sampled_from(WORDS))
def test_any_word_at_all_has_a_face_near_the_one_it_was_given(word: str, nearest: str) -> None:
    assert isinstance(face_of(word, nearest), Face)
    assert clause(word, nearest)


def test_a_word_whose_nearest_is_unknown_too_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        face_of("zinged", nearest="zonged")
    with pytest.raises(KeyError):
        clause("zinged", nearest="zonged")


def test_capitals_and_stray_spaces_find_the_same_face() -> None:
    assert face_of("  Left   OUT ") == face_of("left out")


@pytest.mark.parametrize("name", RANGES)
def test_a_number_out_of_its_range_is_refused_by_name(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        Face(**{name: RANGES[name][1] + 0.1})
    with pytest.raises(ValueError, match=name):
        Face(**{name: float("nan")})


def test_a_face_is_a_value_that_nobody_changes() -> None:
    with pytest.raises(FrozenInstanceError):
        face_of("happy").lid = 0.0  # type: ignore[misc]


def test_a_grid_without_pixels_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one pixel"):
        grid(Face(), 0, 10)


@pytest.mark.parametrize("word", WORDS)
def test_a_clause_is_short_and_says_what_the_numbers_show(word: str) -> None:
    face, said = face_of(word), clause(word)
    assert len(said) <= 60
    assert said == said.strip(" .")
    assert said[0].islower()
    assert ("tear" in said) == (face.tears > 0)
    assert ("teeth" in said) == (face.teeth > 0.7)
    assert ("tongue" in said) == (face.tongue > 0)
    assert ("cheeks" in said) == (face.blush > 0)
    assert ("sweat" in said) == (face.sweat > 0)


def test_every_clause_is_told_once_and_never_names_the_feeling() -> None:
    assert len({clause(word) for word in WORDS}) == len(WORDS)
    assert not [word for word in WORDS if word in clause(word).split()]


def test_a_title_is_read_aloud_and_cannot_break_the_picture() -> None:
    titled = ET.fromstring(svg(Face(), title='<b>"Mia" & co</b>'))
    assert (titled.get("role"), titled.get("aria-label")) == ("img", '<b>"Mia" & co</b>')
    assert ET.fromstring(svg(Face())).get("aria-hidden") == "true"

"""Big letters: four rows of half blocks, never wider than asked, and honest about what they cannot draw."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.lettering import ROWS, SMALL_ROWS, big, can_write, wrap_big, wrap_small
from gatherround.domain.small_letters import SMALL

PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,!?'-&:()/\"+"
writable = st.text(st.sampled_from(PLAIN + " abcxyzéÖñşŻ’…"), max_size=24)


def lines(text: str) -> tuple[str, ...]:
    drawn = big(text, 200)
    assert drawn is not None
    return drawn


def test_crash_looks_as_it_was_drawn_for_the_table() -> None:
    assert lines("Crash!") == (
        "▄▀▀▀▄ █▀▀▀▄ ▄▀▀▀▄ ▄▀▀▀▀ █   █ █",
        "█     █▄▄▄▀ █   █ ▀▄▄▄  █▄▄▄█ █",
        "█   ▄ █ ▀▄  █▀▀▀█     █ █   █ ▀",
        " ▀▀▀  ▀   ▀ ▀   ▀ ▀▀▀▀  ▀   ▀ ▀",
    )


@pytest.mark.parametrize("character", PLAIN)
def test_every_plain_character_has_a_letter_of_at_most_five_columns(character: str) -> None:
    rows = lines(character)
    assert len(rows) == ROWS
    assert 1 <= len(rows[0]) <= 5
    assert "".join(rows).strip()


def test_no_two_characters_look_the_same() -> None:
    assert len({lines(character) for character in PLAIN}) == len(PLAIN)


@given(text=st.text(max_size=30), cells=st.integers(-2, 120))
def test_big_words_never_exceed_the_width_nor_draw_what_they_cannot(text: str, cells: int) -> None:
    drawn = big(text, cells)
    if drawn is not None:
        assert can_write(text)
        assert len(drawn) == ROWS
        assert len({len(row) for row in drawn}) == 1
        assert len(drawn[0]) <= cells
        assert set("".join(drawn)) <= set(" ▀▄█")


@given(text=writable)
def test_a_word_that_can_be_written_is_drawn_exactly_when_there_is_room(text: str) -> None:
    wide = len(lines(text)[0])
    assert big(text, wide) == lines(text)
    assert big(text, wide - 1) is None


@given(text=writable, cells=st.integers(-2, 90), rows=st.integers(0, 4))
def test_wrapped_lines_fit_hold_every_word_in_order_and_are_the_fewest(text: str, cells: int, rows: int) -> None:
    wrapped = wrap_big(text, cells, rows)
    if wrapped is None:
        narrow = any(big(word, cells) is None for word in text.split())
        assert cells < 1 or narrow or rows < 1 or big(text, cells) is None
    else:
        assert 1 <= len(wrapped) <= rows
        assert all(len(row) <= cells for line in wrapped for row in line)
        assert len(wrapped) == 1 or wrap_big(text, cells, len(wrapped) - 1) is None


def test_a_phrase_breaks_at_its_space_and_not_inside_a_word() -> None:
    assert wrap_big("left out", 30, 2) == (lines("left"), lines("out"))
    assert wrap_big("left out", 30, 1) is None
    assert wrap_big("left out", 10, 8) is None


def test_lines_come_out_nearly_even_rather_than_one_long_and_one_short() -> None:
    assert wrap_big("one two three go", 79, 2) == (lines("one two"), lines("three go"))


@pytest.mark.parametrize(
    "text", ["你好", "ok 🙂", "Ελλάδα", "привет", "\N{COMBINING ACUTE ACCENT}a", "a\x1b[31m", "5 €"]
)
def test_what_cannot_be_drawn_is_left_to_body_text(text: str) -> None:
    assert not can_write(text)
    assert big(text, 500) is None
    assert wrap_big(text, 500, 9) is None


@pytest.mark.parametrize(("accented", "base"), [("é", "E"), ("Ñ", "N"), ("ü", "U"), ("Å", "A"), ("Ż", "Z"), ("ç", "C")])
def test_an_accented_letter_keeps_its_mark_its_width_and_its_foot(accented: str, base: str) -> None:
    drawn, plain = lines(accented), lines(base)
    assert drawn != plain
    assert len(drawn[0]) == len(plain[0])
    assert drawn[-1].replace("█", "▀").replace("▄", " ") == plain[-1]


def test_a_mark_that_does_not_fit_is_left_off_and_its_letter_stays() -> None:
    assert lines("ả") == lines("A")


def test_an_accent_typed_apart_is_the_same_letter() -> None:
    assert lines("e\N{COMBINING ACUTE ACCENT}") == lines("é")


def test_curly_quotes_dashes_and_the_sharp_s_are_written_plainly() -> None:
    assert lines("don’t — …") == lines("don't - ...")
    assert lines("Straße") == lines("STRASSE")


def test_spaces_around_and_between_words_are_one_space_or_none() -> None:
    assert lines("  up \n  up ") == lines("up up")


def test_nothing_is_four_empty_rows() -> None:
    assert big("", 0) == ("", "", "", "")
    assert big("", -1) is None


def small(text: str) -> tuple[str, ...]:
    drawn = wrap_small(text, 200, 1)
    assert drawn is not None
    return drawn[0]


def test_rattle_is_drawn_in_three_rows_where_four_are_too_many() -> None:
    assert small("rattle") == (
        "█▀▄ ▄▀▄ ▀█▀ ▀█▀ █   █▀▀",
        "█▀▄ █▀█  █   █  █   █▀ ",
        "▀ ▀ ▀ ▀  ▀   ▀  ▀▀▀ ▀▀▀",
    )


def test_every_character_that_has_a_big_letter_has_a_small_one_and_no_two_look_the_same() -> None:
    assert set(SMALL) == {*PLAIN, *"ÆŒØŁĐÞ "}
    assert all(can_write(letter) for letter in SMALL)
    assert len({small(letter) for letter in PLAIN}) == len(PLAIN)
    for rows in (drawn.split() for drawn in SMALL.values()):
        assert (len(rows), len({len(row) for row in rows})) == (5, 1)


@given(text=st.text(max_size=30), cells=st.integers(-2, 120), rows=st.integers(0, 3))
def test_smaller_letters_never_exceed_the_room_nor_draw_what_they_cannot(text: str, cells: int, rows: int) -> None:
    drawn = wrap_small(text, cells, rows)
    if drawn is not None:
        assert can_write(text)
        assert len(drawn) <= rows
        assert all(len(line) == SMALL_ROWS and all(len(row) <= cells for row in line) for line in drawn)


@pytest.mark.parametrize("text", ["É", "Jürg", "Göçek"])
def test_what_has_an_accent_is_not_written_without_it_in_smaller_letters(text: str) -> None:
    assert big(text, 90) is not None
    assert wrap_small(text, 90, 1) is None

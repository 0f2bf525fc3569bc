"""What somebody types stays between letters, in rows that fit, whatever the letters are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.text import cells, graphemes, tidy
from gatherround.ui.widgets.typed import Typed

TEXTS = st.text("abc  \n 王é👩\u200d👧", max_size=60).map(tidy)
MOVES = st.lists(st.sampled_from(("left", "right", "rub", "take", "put", "home", "end", "up", "down")), max_size=20)


def moved(typed: Typed, move: str, width: int) -> Typed:
    match move:
        case "left":
            return typed.left()
        case "right":
            return typed.right()
        case "rub":
            return typed.rubbed_out()
        case "take":
            return typed.taken_out()
        case "put":
            return typed.put("ab ")
        case "home":
            return typed.home(width)
        case "end":
            return typed.end(width)
        case _:
            return typed.moved(-1 if move == "up" else 1, width) or typed


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, width=st.integers(2, 30), moves=MOVES)
def test_the_place_is_always_between_two_letters_of_a_row_that_is_shown(
    text: str, width: int, moves: list[str]
) -> None:
    typed = Typed(text, len(text))
    for move in moves:
        typed = moved(typed, move, width)
        assert 0 <= typed.at <= len(typed.text)
        assert "".join([*graphemes(typed.text)]) == typed.text
        begin, end = typed.rows(width)[typed.row(width)]
        assert begin <= typed.at <= end


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, width=st.integers(2, 30))
def test_rows_hold_every_letter_once_and_are_no_wider_than_the_box(text: str, width: int) -> None:
    rows = Typed(text).rows(width)
    assert "".join(text[begin:end] for begin, end in rows) == text
    assert all(cells(text[begin:end].rstrip(" \n")) <= width for begin, end in rows)


def test_words_go_to_the_next_row_whole_and_spaces_stay() -> None:
    text = "one two  three"
    assert [text[begin:end] for begin, end in Typed(text).rows(8)] == ["one two  ", "three"]
    assert [*Typed("a\n").rows(8)] == [(0, 2), (2, 2)]
    assert Typed("abc", 3).left().put("x") == Typed("abxc", 3)
    assert Typed("one\ntwo", 7).moved(-1, 8) == Typed("one\ntwo", 3)
    assert Typed("one", 3).moved(1, 8) is None

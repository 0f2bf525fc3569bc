"""The rows of a box as they are drawn: the words with a cursor among them, or an example in grey."""

from __future__ import annotations

from typing import Literal, TypeAlias

from gatherround.ui import words
from gatherround.ui.widgets.typed import Typed

Part: TypeAlias = tuple[str, Literal["typed", "grey", "cursor"]]
"""What stands in a part of a row, and what it is."""


def first_row(typed: Typed, width: int, tall: int, *, here: bool) -> int:
    """Gives the row that is the first of so many: where somebody types, the place is always among them."""
    if not here:
        return 0
    return max(0, min(typed.row(width) - tall + 1, len(typed.rows(width)) - tall))


def grey_row(such_as: str, y: int, width: int, tall: int, *, here: bool) -> list[Part]:
    """Gives a row of the example, with the cursor on its first letter where somebody types."""
    said = words.rows(such_as, width)
    text = said[y] if y < len(said) else ""
    if y + 1 == tall < len(said):
        text = words.clipped(f"{text} …", width)
    if y or not here:
        return [(text, "grey")]
    return [(text[:1] or " ", "cursor"), (text[1:], "grey")]


def typed_row(typed: Typed, y: int, width: int, tall: int, *, here: bool) -> list[Part]:
    """Gives a row of what was typed, with the cursor at the place where somebody types."""
    rows = typed.rows(width)
    index = y + first_row(typed, width, tall, here=here)
    if index >= len(rows):
        return []
    begin, end = rows[index]
    if not here or index != typed.row(width):
        said = typed.text[begin:end].rstrip()
        more = not here and y + 1 == tall < len(rows)
        return [(words.clipped(f"{said} …", width) if more else said, "typed")]
    after = typed.right().at
    under = typed.text[typed.at : after] if typed.at < end else ""
    return [
        (typed.text[begin : typed.at], "typed"),
        (under.strip("\n") or " ", "cursor"),
        (typed.text[after:end].rstrip("\n"), "typed"),
    ]

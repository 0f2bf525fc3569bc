"""How a widget draws a row of cells: pieces of words or blocks in a style, in exactly the width it was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Literal, TypeAlias

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

Piece: TypeAlias = tuple[str, Style]
Align: TypeAlias = Literal["left", "center", "right"]


def row(pieces: Iterable[Piece], width: int, rest: Style, align: Align = "left") -> Strip:
    """Gives a strip of exactly `width` cells: the pieces where `align` puts them, blank in the style `rest` around.

    What is too long is cut at the right, between cells.
    """
    segments = [Segment(text, style) for text, style in pieces if text]
    spare = max(0, width - sum(cell_len(segment.text) for segment in segments))
    before = {"left": 0, "center": spare // 2, "right": spare}[align]
    if before:
        segments.insert(0, Segment(" " * before, rest))
    return Strip(segments).adjust_cell_length(max(0, width), rest)


def half_block_pieces(upper: str, lower: str, inks: Mapping[str, Style], around: Style) -> list[Piece]:
    """Draws two rows of pixel letters as one row of cells; a letter without a style of its own is left blank.

    The colour of a style in `inks` is what counts. A half that is blank stays blank, so the shape needs no colour.
    """
    pairs = list(zip_longest(upper, lower, fillvalue=" "))
    made: list[Piece] = []
    for pair, run in groupby(pairs):
        top, bottom = inks.get(pair[0]), inks.get(pair[1])
        made.append(_cell(top, bottom, len(list(run)), around))
    return made


def _cell(top: Style | None, bottom: Style | None, count: int, around: Style) -> Piece:
    match top, bottom:
        case None, None:
            return " " * count, around
        case Style(), None:
            return "▀" * count, around + Style(color=top.color)
        case None, Style():
            return "▄" * count, around + Style(color=bottom.color)
        case Style(), Style() if top.color == bottom.color:
            return "█" * count, around + Style(color=top.color)
        case Style(), Style():
            return "▀" * count, around + Style(color=top.color, bgcolor=bottom.color)
    raise AssertionError("a pixel has a style or none")


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a widget with what is drawn there, one strip a row, each as wide as the place."""

    place: Region
    strips: tuple[Strip, ...]


def beside(boxes: Iterable[Box], y: int, width: int, rest: Style) -> Strip:
    """Draws row `y` of boxes that do not overlap and come from left to right; blank in `rest` where there is none."""
    parts: list[Strip] = []
    at = 0
    for box in boxes:
        line = y - box.place.y
        if 0 <= line < len(box.strips):
            parts += [Strip.blank(box.place.x - at, rest), box.strips[line]]
            at = box.place.right
    return Strip.join(parts).adjust_cell_length(max(0, width), rest)


def place_at(places: Iterable[Region], x: int, y: int) -> int | None:
    """Tells which place a click hit, counting from 0."""
    return next((index for index, place in enumerate(places) if place.contains(x, y)), None)

"""The quilt on paper: every square cross-stitched in the colours of who was there, on a page or as one picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gatherround.domain.chairs import chair_named
from gatherround.domain.quilt import WIDE, Cloth, Mark, Square, marks
from gatherround.paper.pages import Html, element, joined, look

TITLE: Final = "Our quilt"
PLAIN_THREAD: Final = "#6b5c46"
"""What an evening is sewn in of which nobody knows any more who was there."""
_PALE, _DEEP = 0.14, 0.24
_CROSS: Final = "M{x}.15 {y}.15l.7 .7m0-.7l-.7 .7"


@dataclass(frozen=True, slots=True)
class Sheet:
    """How squares lie on paper: so many side by side, each so many millimetres wide, so many rows to a page."""

    columns: int
    millimetres: int
    rows: int


_SHEETS: Final = ((3, Sheet(3, 56, 4)), (16, Sheet(4, 42, 5)), (48, Sheet(7, 24, 9)))
_MANY: Final = Sheet(10, 17, 14)


def quilt(squares: Sequence[Square]) -> Html:
    """Draws the quilt as one drawing for each page, edge to edge and in order; none without a square."""
    if not squares:
        return Html("")
    sheet = _sheet(squares)
    columns = min(sheet.columns, len(squares))
    whole = columns * sheet.rows
    drawings = [
        _drawing(squares[first : first + whole], columns, sheet.millimetres) for first in range(0, len(squares), whole)
    ]
    return joined(element("svg", _threads(squares), class_="threads", aria_hidden="true"), *drawings)


def picture(squares: Sequence[Square], mark: str = "") -> str:
    """Draws the whole quilt as one SVG file, which needs nothing else; `mark` is a comment of ours near its top."""
    sheet = _sheet(squares)
    columns = max(1, min(sheet.columns, len(squares)))
    rows = -(-len(squares) // columns)
    drawn = element(
        "svg",
        element("title", TITLE),
        element("style", Html(look("stitches"))),
        _threads(squares),
        *(_square(square, *divmod(at, columns)) for at, square in enumerate(squares)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {columns * WIDE} {rows * WIDE}",
        width=f"{columns * sheet.millimetres}mm",
        height=f"{rows * sheet.millimetres}mm",
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{mark}\n{drawn.source}\n'


def _sheet(squares: Sequence[Square]) -> Sheet:
    return next((fits for most, fits in _SHEETS if len(squares) <= most), _MANY)


def colour_of(thing: str) -> str:
    """Gives the colour of an object of the table on white paper."""
    chair = chair_named(thing)
    return PLAIN_THREAD if chair is None else chair.daylight


def _drawing(squares: Sequence[Square], columns: int, millimetres: int) -> Html:
    cloth = Cloth(count=len(squares), columns=columns, scale=1)
    tall = cloth.rows * WIDE
    return element(
        "svg",
        *(_square(square, *divmod(at, columns)) for at, square in enumerate(squares)),
        viewBox=f"0 0 {columns * WIDE} {tall}",
        style=f"width:{columns * millimetres}mm",
        role="img",
        aria_label="The squares of our quilt",
    )


def _square(square: Square, row: int, column: int) -> Html:
    x, y = column * WIDE, row * WIDE
    things = square.things or ("",)
    deep = _DEEP if (row + column) % 2 else _PALE
    return element(
        "g",
        element("title", square.word) if square.word else Html(""),
        element("rect", width=WIDE, height=WIDE, fill=colour_of(things[0]), fill_opacity=deep),
        element("use", href="#seam"),
        *(
            element("use", href=f"#{_name(square, chair)}", stroke=colour_of(things[chair % len(things)]))
            for chair in sorted({mark.chair for mark in _marks(square)})
        ),
        transform=f"translate({x} {y})",
    )


def _threads(squares: Sequence[Square]) -> Html:
    """Gives each thread of each sort of square once; the squares point to them."""
    drawn: dict[str, str] = {}
    for square in squares:
        for name, line in _lines(square):
            drawn.setdefault(name, line)
    edge = WIDE - 0.6
    seam = element("rect", id="seam", x=0.3, y=0.3, width=edge, height=edge, class_="seam")
    paths = (element("path", id=name, d=line) for name, line in drawn.items())
    return element("defs", seam, *paths)


def _lines(square: Square) -> Iterator[tuple[str, str]]:
    sewn = _marks(square)
    for chair in sorted({mark.chair for mark in sewn}):
        yield _name(square, chair), "".join(_CROSS.format(x=mark.x, y=mark.y) for mark in sewn if mark.chair == chair)


def _marks(square: Square) -> tuple[Mark, ...]:
    return marks(square.stitch, max(1, len(square.things)))


def _name(square: Square, chair: int) -> str:
    return f"stitch-{square.stitch}-{len(square.things)}-{chair}"

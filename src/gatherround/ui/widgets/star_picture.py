"""A star drawn in one line: one side for each breath in, the next for the breath out."""

from __future__ import annotations

from itertools import pairwise
from math import ceil, cos, pi, sin
from typing import Final

TRACED: Final = "#"
AHEAD: Final = "."
_FEWEST: Final = 4
_WAIST: Final = 0.42
"""How deep the star's corners go in, as a part of its width."""
_DOT: Final = 2
"""What is not traced yet is one dot in so many, so that the line needs no colour."""


def star_pixels(times: int, sides: float, size: int) -> tuple[str, ...]:
    """Draws a star of a point for each breath (four at least) in `size` × `size` pixels, its first `sides` traced.

    A whole side is a breath in or a breath out, clockwise from the top.
    """
    rows = [[" "] * size for _ in range(size)]
    for side, (start, end) in enumerate(pairwise(_corners(max(_FEWEST, times), size))):
        _trace(rows, start, end, min(1.0, max(0.0, sides - side)))
    return tuple("".join(row) for row in rows)


def _corners(points: int, size: int) -> list[tuple[float, float]]:
    middle, radius = (size - 1) / 2, (size - 2) / 2
    corners = []
    for corner in range(2 * points + 1):
        angle, reach = pi * corner / points, radius * (_WAIST if corner % 2 else 1)
        corners.append((middle + reach * sin(angle), middle - reach * cos(angle)))
    return corners


def _trace(rows: list[list[str]], start: tuple[float, float], end: tuple[float, float], part: float) -> None:
    """Draws one side: whole as far as it is traced, and dotted from there."""
    steps = 2 * ceil(max(abs(end[0] - start[0]), abs(end[1] - start[1])))
    for step in range(steps):
        along = step / steps
        traced = along < part
        if not traced and step % (2 * _DOT):
            continue
        x = round(start[0] + (end[0] - start[0]) * along)
        y = round(start[1] + (end[1] - start[1]) * along)
        for across in (x, x + 1) if traced else (x,):
            if across < len(rows) and rows[y][across] != TRACED:
                rows[y][across] = TRACED if traced else AHEAD

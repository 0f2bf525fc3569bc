"""What a candle looks like: a flame on wax that goes down inside a dotted outline of what has burned away."""

from __future__ import annotations

from math import ceil
from typing import Final, Literal, TypeAlias

Part: TypeAlias = Literal["flame", "gone", "wax", "dish"]
Drawn: TypeAlias = list[tuple[str, Part]]

WIDE: Final = 7
_TALL: Final = 10
_SPARE: Final = 5
# From the wick upwards; only the two cells of the tip ever move.
_FLAME: Final = ("  │  ", " ▝█▘ ", " ▐█▌ ")
_TIPS: Final = (("  █  ", "  ▗  "), ("  ▙  ", "  ▖  "), ("  ▟  ", "  ▗  "))
_SMALL: Final = " ▐█▌ "
_SMALL_TIPS: Final = ("  ▄  ", "  ▖  ", "  ▗  ")
_MELTED: Final = "▄▄▟█▙▄▄"
_DISH: Final = "▄▄▄▄"


def halves(left: float, height: int) -> int:
    """Gives the wax that is left in half rows, for a candle of so many rows; a stub stays when it is low."""
    return max(1, ceil(left * 2 * _wax_rows(height)))


def candle_row(y: int, height: int, wax: int, *, flame: int, burning: bool) -> Drawn:
    """Draws row `y` of a candle with `wax` half rows left; `flame` is which of its three shapes it has."""
    if height < 3:
        return []
    up = height - 2 - y
    if up < 0:
        return [(_DISH, "dish"), ("█" * WIDE, "wax"), (_DISH, "dish")]
    if up < wax // 2:
        return [("█" * WIDE, "wax")]
    if up == wax // 2 and wax % 2:
        return [(_MELTED, "wax")]
    return _above(up - ceil(wax / 2), up < _wax_rows(height), _shape(height, wax, flame) if burning else ())


def _above(up: int, was_wax: bool, shape: tuple[str, ...]) -> Drawn:
    """Draws what stands over the wax: the flame, between dots where there was wax once."""
    cells = shape[up] if up < len(shape) else " " * (WIDE - 2)
    edge = "┊" if was_wax else " "
    return [(edge, "gone"), (cells, "flame"), (edge, "gone")]


def _shape(height: int, wax: int, flame: int) -> tuple[str, ...]:
    """Gives the flame from below; it is small on a small candle, and on what is left of a large one."""
    if height < _TALL or wax < 2:
        return (_SMALL, _SMALL_TIPS[flame])
    return (*_FLAME, *_TIPS[flame])


def _wax_rows(height: int) -> int:
    return max(1, height - 1 - (2 if height < _TALL else _SPARE))

"""The stitches a square of the quilt is sewn in: six pixels by six of thread, repeated over the cloth."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

THREAD: Final = "#"
SIDE: Final = 6
"""Pixels along a tile; a terminal cell is one pixel wide and two tall."""


def _tile(rows: str) -> tuple[str, ...]:
    return tuple(rows.split())


TILES: Final[tuple[tuple[str, ...], ...]] = (
    _tile("#...#. ..#... .....# .#.... ...#.. #....#"),
    _tile(".##... #..#.. ....## .##... #..#.. ....##"),
    _tile("##.### ...... #####. ...... ###.## ......"),
    _tile("###### #....# #.##.# #.##.# #....# ######"),
    _tile("#.##.# #.##.# #.##.# #.##.# #.##.# #.##.#"),
    _tile("...... ..##.. .####. .####. ..##.. ......"),
    _tile("..##.. .#..#. #....# ..##.. .#..#. #....#"),
    _tile(".#..#. #..#.. ...... ..#..# .#..#. ......"),
    _tile("#....# .#..#. ..##.. ..##.. .#..#. #....#"),
)
"""One tile for each stitch, in the order of their names; no two are alike, and each needs no colour to be known."""


def three_of(seed: int) -> tuple[int, ...]:
    """Gives three stitches, evenly along all there are, that an evening offers to choose from."""
    return tuple((seed + at * (len(TILES) // 3)) % len(TILES) for at in range(3))


def tile_of(stitch: int) -> tuple[str, ...]:
    """Gives the tile of a stitch; a number that this game does not know yet is sewn in one that it does."""
    return TILES[stitch % len(TILES)]


@lru_cache(maxsize=64)
def thread(stitch: int, width: int, height: int) -> tuple[str, ...]:
    """Gives so many rows of pixels, each exactly `width` long: `#` where thread lies, and a dot where cloth shows."""
    tile = tile_of(stitch)
    return tuple((tile[row % SIDE] * (width // SIDE + 1))[:width] for row in range(height))


def swatch(stitch: int, width: int, height: int) -> tuple[str, ...]:
    """Gives so many rows of cells of a stitch in half blocks, each exactly `width` cells wide."""
    rows = thread(stitch, width, 2 * height)
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return tuple(
        "".join(" ▀▄█"[(top == THREAD) + 2 * (low == THREAD)] for top, low in zip(upper, lower, strict=True))
        for upper, lower in pairs
    )

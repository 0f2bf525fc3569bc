"""The stitches a square of the quilt is sewn in: small tiles of single-width signs, repeated over the square."""

from __future__ import annotations

from typing import Final

TILES: Final[tuple[tuple[str, ...], ...]] = (
    ("▖ ▗ ▘ ▝ ", "▗ ▘ ▝ ▖ ", "▘ ▝ ▖ ▗ ", "▝ ▖ ▗ ▘ "),
    ("▁▃▅▃", "▅▃▁▃"),
    ("▀▀▀▄▄▄", "▄▄▄▀▀▀"),
    ("▛▀▜ ", "▙▄▟ "),
    ("█ ", "█ "),
    ("▗▖  ", "▝▘  ", "  ▗▖", "  ▝▘"),
    (" ▄▀▄", "▀   "),
    ("▘   ▗   ", "  ▝   ▖ "),
    ("▚▞", "▞▚"),
)
"""One tile for each stitch, in the order of their names."""


def swatch(stitch: int, width: int, height: int) -> tuple[str, ...]:
    """Gives so many rows of a stitch, each exactly `width` cells wide; raises IndexError for an unknown stitch."""
    tile = TILES[stitch]
    return tuple((tile[row % len(tile)] * (width // len(tile[0]) + 1))[:width] for row in range(height))

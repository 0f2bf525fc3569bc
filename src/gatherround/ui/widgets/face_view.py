"""A face beside the cause of a feeling: warmth, never the question, and cream for every feeling alike."""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar, Final

from rich.style import Style
from textual.reactive import reactive, var
from textual.strip import Strip
from textual.widget import Widget

from gatherround.domain.face_builds import Pixel
from gatherround.domain.faces import Face, between, face_of, grid
from gatherround.ui.drawing import half_block_pieces, row
from gatherround.ui.moving import moves

MORPH: Final = 0.3
"""Seconds from one face to the next."""
PICTURES: Final = 4
"""How many pictures a change of face is drawn in: few enough for a slow terminal."""
_SIZES: Final = ((28, 13), (20, 10))
_LEAST: Final = 4
_PARTS: Final = {
    Pixel.SKIN: "face--skin",
    Pixel.LINE: "face--line",
    Pixel.WHITE: "face--eye",
    Pixel.TEAR: "face--tear",
    Pixel.BLUSH: "face--blush",
    Pixel.TONGUE: "face--blush",
}
_drawn: Final = lru_cache(maxsize=64)(grid)


def face_cells(width: int, height: int) -> tuple[int, int]:
    """Gives the size in cells at which a face is drawn in so much room; (0, 0) below eight by four."""
    for size in _SIZES:
        if width >= size[0] and height >= size[1]:
            return size
    rows = min(height, width // 2)
    return (2 * rows, rows) if rows >= _LEAST else (0, 0)


def _face(word: str, nearest: str) -> Face:
    try:
        return face_of(word, nearest)
    except KeyError:
        return face_of(word)


class FaceView(Widget):
    """Shows the face of a feeling word as large as there is room; a new word's face grows out of the old one.

    A word without a face takes that of `nearest`; no word shows nothing. With motion off the face changes at once.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = set(_PARTS.values())
    word: reactive[str] = reactive("", init=False)
    nearest: var[str] = var("okay")
    way: reactive[float] = reactive(1.0)
    """How far from the old face to the new one, 0 to 1, in steps of one picture."""

    def __init__(self, word: str = "", *, nearest: str = "okay") -> None:
        super().__init__()
        self.set_reactive(FaceView.nearest, nearest)
        self.set_reactive(FaceView.word, word)
        self._new = self._old = _face(word, nearest)

    @property
    def shown(self) -> Face:
        """The face as it is drawn now, perhaps half way to the next."""
        return between(self._old, self._new, self.way)

    def validate_way(self, way: float) -> float:
        """Keeps to whole pictures, so that a smooth animation draws only a few."""
        return int(way * PICTURES) / PICTURES

    def watch_word(self, old: str, word: str) -> None:
        """Starts towards the new face from wherever the old one is."""
        self._old, self._new = self.shown, _face(word, self.nearest)
        still = not (old and word) or not moves(self)
        self.way = 1.0 if still else 0.0
        if not still:
            self.animate("way", 1.0, duration=MORPH, level="basic")

    def render_line(self, y: int) -> Strip:
        """Draws one row of the face, which stands in the middle of its room."""
        width, height = self.size
        across, down = face_cells(width, height)
        place = y - (height - down) // 2
        if not self.word or not 0 <= place < down:
            return Strip.blank(width, self.rich_style)
        pixels = _drawn(self.shown, across, 2 * down)
        around = self.rich_style
        upper, lower = pixels[2 * place], pixels[2 * place + 1]
        return row(half_block_pieces(upper, lower, self._inks(), around), width, around, "center")

    def _inks(self) -> dict[str, Style]:
        return {pixel.value: self.get_component_rich_style(part) for pixel, part in _PARTS.items()}

"""Four lanterns, each a way to begin a sentence; any hand may light one, and none is counted or kept."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from gatherround.ui import words
from gatherround.ui.drawing import Box, Piece, beside, place_at, row

# Each row of a lantern: the left of its frame, the cells where the light is, the right of its frame.
_PICTURE: Final = (("  ▄  ", "", ""), ("▟▀▀▀▙", "", ""), ("▌", "▓▓▓", "▐"), ("▌", "▓▓▓", "▐"), ("▀▀▀▀▀", "", ""))
_LEAST: Final = 14
"""The narrowest column in which a starter can be read."""


def lantern_places(count: int, width: int, height: int) -> tuple[Region, ...]:
    """Gives each lantern its place: a column for a picture, else a line, else what room there is side by side."""
    if not count or width < count or height < 1:
        return ()
    if width // count >= _LEAST and height >= len(_PICTURE) + 2:
        return tuple(Region(width * place // count, 0, width // count, height) for place in range(count))
    across = -(-count // height)
    wide = width // across
    return tuple(Region(place % across * wide, place // across, wide, 1) for place in range(count))


class Lanterns(Widget):
    """Shows the starters under their lanterns, and says which one was clicked; `lit` holds indexes from 0.

    Light is a fill as well as a colour. Where there is little room, each lantern is one line.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lanterns--frame", "lanterns--light", "lanterns--lit"}
    starters: reactive[tuple[str, ...]] = reactive((), layout=True)
    lit: reactive[tuple[int, ...]] = reactive(())

    class Lit(Message):
        """Somebody wants this lantern lit; `index` counts from 0."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, starters: tuple[str, ...] = (), lit: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.set_reactive(Lanterns.starters, starters)
        self.set_reactive(Lanterns.lit, lit)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Asks for the pictures and the longest starter under them, or for one line each."""
        column = width // max(1, len(self.starters))
        if column < _LEAST:
            return len(self.starters)
        return len(_PICTURE) + max((len(self._said(place, column)) for place in range(len(self.starters))), default=0)

    def on_click(self, event: events.Click) -> None:
        """Says which lantern was meant, wherever its place was clicked."""
        event.stop()
        offset = event.get_content_offset(self)
        index = place_at(self._places, offset.x, offset.y) if offset is not None else None
        if index is not None:
            self.post_message(self.Lit(index))

    def render_line(self, y: int) -> Strip:
        """Draws one row of all the lanterns."""
        boxes = (Box(place, self._strips(index, place)) for index, place in enumerate(self._places))
        return beside(boxes, y, self.size.width, self.rich_style)

    @property
    def _places(self) -> tuple[Region, ...]:
        return lantern_places(len(self.starters), *self.size)

    def _strips(self, index: int, place: Region) -> tuple[Strip, ...]:
        style = self.get_component_rich_style("lanterns--lit") if index in self.lit else self.rich_style
        if place.height == 1:
            said = words.clipped(self.starters[index], place.width - 9)
            light = "▓▓▓" if index in self.lit else "   "
            return (row([(f" {index + 1} ▌{light}▐ ", style), (said, style)], place.width, self.rich_style),)
        drawn = [row(self._frame(index, line), place.width, self.rich_style, "center") for line in range(len(_PICTURE))]
        said_rows = self._said(index, place.width)
        drawn += [row([(said, style)], place.width, self.rich_style, "center") for said in said_rows]
        return tuple(drawn[: place.height])

    def _said(self, index: int, column: int) -> tuple[str, ...]:
        return words.rows(f"{index + 1} {self.starters[index]}", column - 2)

    def _frame(self, index: int, line: int) -> list[Piece]:
        left, light, right = _PICTURE[line]
        lit = index in self.lit
        frame = self.get_component_rich_style("lanterns--lit" if lit else "lanterns--frame")
        shine = self.get_component_rich_style("lanterns--light")
        return [(left, frame), (light if lit else " " * len(light), shine), (right, frame)]

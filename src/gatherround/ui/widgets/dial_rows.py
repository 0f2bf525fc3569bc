"""Ways to narrow something down, one a row: a key, a name, and an answer that turns round and round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from gatherround.ui import words
from gatherround.ui.drawing import Piece, row

HERE: Final = "▸"
_LABEL: Final = 20
"""Cells that the mark, the key and the name take."""


@dataclass(frozen=True, slots=True)
class DialRow:
    """One row: the key that turns it, its name, the answer it stands at, and whether that asks for something."""

    key: str
    label: str
    said: str
    asks: bool


class DialRows(Widget):
    """Shows the rows, the one that arrows turn marked; says which was clicked, and to which side of its answer."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"dials--key", "dials--label", "dials--said", "dials--asks"}
    rows: reactive[tuple[DialRow, ...]] = reactive((), layout=True)
    here: reactive[int] = reactive(0)
    """The row that arrows turn, counting from 0."""

    class Turned(Message):
        """Somebody clicked a row; `step` is -1 on the sign before the answer, else 1."""

        def __init__(self, index: int, step: int) -> None:
            super().__init__()
            self.index = index
            self.step = step

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Asks for a line a row."""
        return len(self.rows)

    def on_click(self, event: events.Click) -> None:
        """Says which row was meant."""
        event.stop()
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self.rows):
            self.post_message(self.Turned(offset.y, -1 if _LABEL <= offset.x < _LABEL + 2 else 1))

    def render_line(self, y: int) -> Strip:
        """Draws one row."""
        return row(self._drawn(y) if y < len(self.rows) else [], self.size.width, self.rich_style)

    def _drawn(self, y: int) -> list[Piece]:
        shown = self.rows[y]
        mark = HERE if y == self.here else " "
        label = words.clipped(shown.label, _LABEL - 5)
        said = words.clipped(shown.said, self.size.width - _LABEL - 4)
        key, answer = "dials--key", "dials--asks" if shown.asks else "dials--said"
        return [
            (f"{mark}{shown.key} ", self.get_component_rich_style(key)),
            (label.ljust(_LABEL - 3), self.get_component_rich_style("dials--label")),
            ("‹ ", self.get_component_rich_style(key)),
            (said, self.get_component_rich_style(answer)),
            (" ›", self.get_component_rich_style(key)),
        ]

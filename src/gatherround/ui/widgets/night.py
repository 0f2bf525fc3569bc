"""What lies on the table at goodnight: words that go dim row by row, and the envelope that was sealed with a stamp."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Static

from gatherround.ui import words
from gatherround.ui.moving import Moving
from gatherround.ui.widgets.big_word import BigWord

_OPEN: Final = "┌────────────────┐\n│╲              ╱│\n│ ╲────────────╱ │\n│                │\n└────────────────┘"
_RAISED: Final = "┌─────╭────╮─────┐\n│╲    │    │    ╱│\n│ ╲───╰────╯───╱ │\n│                │\n└────────────────┘"
_SEALED: Final = "┌────────────────┐\n│╲              ╱│\n│ ╲─────╭╮─────╱ │\n│       ╰╯       │\n└────────────────┘"


if TYPE_CHECKING:
    from textual.widget import Widget as Part
else:
    # Textual (8.2.8) takes the looks of a widget from its first base, so what follows is a part of one.
    Part = object

_DIM: Final = "night--dim"


class GoesDim(Part):
    """Is dim as far down as it has been told; whoever has this part declares its component class."""

    dim_rows: reactive[int] = reactive(0)
    """So many of its rows are dim, from the top."""

    def render_line(self, y: int) -> Strip:
        """Draws one row as it is, or dim."""
        strip = super().render_line(y)
        if y >= self.dim_rows:
            return strip
        dim = Style(color=self.get_component_rich_style(_DIM).color, bold=False)
        return Strip([Segment(part.text, (part.style or Style()) + dim) for part in strip], strip.cell_length)


class NightWord(GoesDim, BigWord):
    """The big word of the night."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {_DIM}


class NightLine(GoesDim, Static):
    """A line of the night."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {_DIM}


class Envelope(GoesDim, Moving, Static):
    """An envelope that is sealed with one stamp, and lies there sealed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {_DIM}
    PICTURES: ClassVar[int] = 3
    PACE: ClassVar[float] = 1 / 4

    def render(self) -> words.Words:
        """Draws it open, under the stamp, or sealed."""
        return words.plain((_OPEN, _OPEN, _RAISED)[self.picture] if self.picture >= 0 else _SEALED)

"""A place card: somebody's object, name, pattern and colour, so that no name or number is ever needed alone."""

from __future__ import annotations

from typing import ClassVar, Final, Literal, TypeAlias

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from gatherround.domain.chairs import Chair
from gatherround.domain.text import cells
from gatherround.ui import words
from gatherround.ui.drawing import Piece, row
from gatherround.ui.places import css_of

Presence: TypeAlias = Literal["here", "away", "glow"]

# Corners, edges across and edges down: heavy for somebody here, dotted for away, a thick one for whose turn it is.
_FRAMES: Final[dict[Presence, tuple[str, str, str, str, str, str, str, str]]] = {
    "here": ("┏", "━", "┓", "┃", "┃", "┗", "━", "┛"),
    "away": ("┌", "┄", "┐", "┊", "┊", "└", "┄", "┘"),
    "glow": ("▛", "▀", "▜", "▌", "▐", "▙", "▄", "▟"),
}
_PICTURED: Final = 7
_NAMED: Final = 3


class ChairPlate(Widget):
    """Shows who sits here in 13 × 7 cells or more; below seven rows without the picture, below three on one line.

    On one line the pattern gives way to who it is.
    Here, away and glowing (whose turn it is) differ in their frames, and only then in light.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"plate--name", "plate--away"}
    who: reactive[str] = reactive("")
    number: reactive[int] = reactive(0)
    """The key that this place answers to; 0 shows none."""
    presence: reactive[Presence] = reactive("here")

    class Touched(Message):
        """Somebody clicked this place."""

        def __init__(self, plate: ChairPlate) -> None:
            super().__init__()
            self.plate = plate

        @property
        def control(self) -> ChairPlate:
            """The place that was clicked."""
            return self.plate

    def __init__(
        self,
        chair: Chair,
        who: str = "",
        *,
        number: int = 0,
        presence: Presence = "here",
        by_thing: bool = False,
    ) -> None:
        super().__init__(classes=css_of(chair))
        self.chair = chair
        self._by_thing = by_thing
        self.set_reactive(ChairPlate.who, who)
        self.set_reactive(ChairPlate.number, number)
        self.set_reactive(ChairPlate.presence, presence)
        self.set_class(presence == "away", "-away", update=False)

    def seat(self, chair: Chair) -> None:
        """Makes this the place card of another chair."""
        self.remove_class(css_of(self.chair))
        self.chair = chair
        self.add_class(css_of(chair))
        self.refresh()

    def watch_presence(self, presence: Presence) -> None:
        """Tells the stylesheet who is away."""
        self.set_class(presence == "away", "-away")

    def on_click(self, event: events.Click) -> None:
        """Says that this place was meant."""
        event.stop()
        self.post_message(self.Touched(self))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Asks for the whole card where there is room."""
        return min(_PICTURED, container.height or _PICTURED)

    def render_line(self, y: int) -> Strip:
        """Draws one row of the card."""
        width, height = self.size
        if height < _NAMED:
            return row(self._flat() if y == 0 else [], width, self.rich_style)
        left, right = _FRAMES[self.presence][3:5]
        if y == 0:
            return row([(self._top(width), self.rich_style)], width, self.rich_style)
        if y == height - 1:
            corner, edge, end = _FRAMES[self.presence][5:]
            return row([(f"{corner}{edge * (width - 2)}{end}", self.rich_style)], width, self.rich_style)
        inside = row(self._inside(y - 1, height - 2), width - 2, self.rich_style, "center")
        return Strip.join(
            [
                row([(left, self.rich_style)], 1, self.rich_style),
                inside,
                row([(right, self.rich_style)], 1, self.rich_style),
            ]
        )

    def _top(self, width: int) -> str:
        """Gives the upper edge, with the number and the thing written into it."""
        corner, edge, end = _FRAMES[self.presence][:3]
        label = words.clipped(f"{self.number} {self.chair.thing}" if self.number else self.chair.thing, width - 4)
        return f"{corner} {label} ".ljust(width - 1, edge)[: width - 1] + end

    def _inside(self, line: int, tall: int) -> list[Piece]:
        width = self.size.width - 2
        name: Piece = (words.clipped(self.who, width - 2), self.get_component_rich_style("plate--name"))
        band: Piece = (self.chair.band(width - 2), self.rich_style)
        body: list[Piece] = [(drawn, self.rich_style) for drawn in self.chair.picture]
        rows = [name] if tall == 1 else [name, band] if tall < _PICTURED - 2 else [*body, name, band]
        place = line - (tall - len(rows)) // 2
        return [rows[place]] if 0 <= place < len(rows) else []

    def _flat(self) -> list[Piece]:
        number = f"{self.number} " if self.number else ""
        called = self._called(self.size.width - cells(number))
        patterned = f"{self.chair.pattern} {number}"
        before = patterned if cells(f"{patterned}{called}") < self.size.width else number
        shown = words.clipped(called, self.size.width - cells(before))
        return [(before, self.rich_style), (shown, self.get_component_rich_style("plate--name"))]

    def _called(self, room: int) -> str:
        """Gives who it is on one line: a guest is called after their thing, with how old they are where both fit."""
        if not self._by_thing:
            return self.who or self.chair.thing
        both = f"{self.chair.thing} {self.who}"
        return both if cells(both) <= room else self.chair.thing

"""Two to ten doors: answers of one size and one brightness, each with its number and each a place to click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from gatherround.ui.drawing import Box, beside, place_at, row
from gatherround.ui.widgets.door_picture import big_numbers, door_lines, door_rows
from gatherround.ui.widgets.door_plan import TALLEST, DoorPlan, least_rows, plan_doors


class Doors(Widget):
    """Shows the options as numbered doors and says which one was clicked; the keys, 1 to 9 and 0, are the screen's.

    They count from 1, or from `first` where others stand before them, or each has its own of `numbers`; what is picked
    is told as the key of that number would be, from 0 for 1 to 9 for 0.

    No door is larger, brighter or nearer than another, so that *nothing today* is as good an answer as any.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"doors--frame", "doors--number", "doors--under"}
    options: reactive[tuple[str, ...]] = reactive((), layout=True)
    under: reactive[int | None] = reactive(None)
    """The door under the mouse, counting from 0."""

    class Picked(Message):
        """Somebody clicked a door; `index` is 0 for number 1 and so on, and 9 for number 0."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(
        self,
        options: tuple[str, ...] = (),
        *,
        first: int = 1,
        numbers: Sequence[int] = (),
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self.set_reactive(Doors.options, options)
        self._first = first
        self._numbers = tuple(numbers)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Asks for as many rows as the doors take where the stylesheet leaves it open."""
        room = container.height or viewport.height
        places = plan_doors(self.options, width, min(room, TALLEST * len(self.options))).places
        return max((place.bottom for place in places), default=0)

    def least_rows(self, width: int) -> int:
        """Tells in how many rows every word can be read, in so many cells."""
        return least_rows(self.options, width)

    def on_click(self, event: events.Click) -> None:
        """Says which door was meant; between the doors nothing is."""
        event.stop()
        if (index := self._at(event)) is not None:
            self.post_message(self.Picked((self._number(index) - 1) % 10))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Brightens the frame under the mouse."""
        self.under = self._at(event)

    def on_leave(self) -> None:
        """Lets every frame be alike again."""
        self.under = None

    def render_line(self, y: int) -> Strip:
        """Draws one row of all the doors."""
        boxes = (Box(place, self._strips(index, place)) for index, place in enumerate(self._plan.places))
        return beside(boxes, y, self.size.width, self.rich_style)

    @property
    def _plan(self) -> DoorPlan:
        return plan_doors(self.options, *self.size)

    def _number(self, index: int) -> int:
        """Gives the key that opens a door: the tenth has 0."""
        return self._numbers[index] if self._numbers else (index + self._first) % 10

    def _at(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        return place_at(self._plan.places, offset.x, offset.y) if offset is not None else None

    def _strips(self, index: int, place: Region) -> tuple[Strip, ...]:
        text, number = self.options[index], self._number(index)
        if self._plan.framed:
            drawn = door_rows(number, text, *place.size, big=big_numbers(self.options, *place.size))
        else:
            drawn = door_lines(number, text, *place.size)
        styles = {
            "frame": self.get_component_rich_style("doors--under" if index == self.under else "doors--frame"),
            "number": self.get_component_rich_style("doors--number"),
            "words": self.rich_style,
        }
        return tuple(
            row([(cells, styles[part]) for cells, part in line], place.width, self.rich_style) for line in drawn
        )

"""The quilt: squares edge to edge, walked by arrows and by mouse, with a slow gleam of candle as it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events, on
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer

from gatherround.domain.in_sight import Gleam, Sight, Way, in_sight
from gatherround.domain.quilt import Square
from gatherround.ui.drawing import Piece, row
from gatherround.ui.moving import moves
from gatherround.ui.widgets.stitched import Stitched, square_line

MORE: Final = "┄ room for more ┄"
FRAMES: Final = 6
"""Pictures a second of the gleam."""


class QuiltView(Stitched):
    """Shows the squares as large as they fit, else small and as many rows as there is room for.

    The one under the cursor is framed; the cursor is always in sight.
    """

    squares: reactive[tuple[Square, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)
    """The square that is looked at, counting from 0."""
    gleam: reactive[Gleam | None] = reactive(None)
    """The gleam on its way; none while there is none."""

    class Walked(Message):
        """The cursor lies on another square."""

    class Opened(Message):
        """Somebody clicked the square under the cursor."""

    def __init__(self, squares: Sequence[Square]) -> None:
        super().__init__()
        self._top = 0
        self._gleaming: Timer | None = None
        self.set_reactive(QuiltView.squares, tuple(squares))
        self.set_reactive(QuiltView.cursor, max(0, len(squares) - 1))

    @property
    def looked_at(self) -> Square | None:
        """The square under the cursor; none on an empty quilt."""
        return self.squares[self.cursor] if self.cursor < len(self.squares) else None

    @property
    def sight(self) -> Sight:
        """What of the squares is in sight."""
        return in_sight(len(self.squares), self.size.width, self.size.height, self._top)

    def on_mount(self) -> None:
        """Lets the gleam cross once; without motion the quilt lies still."""
        if self.squares and moves(self):
            self.gleam = Gleam()
            self._gleaming = self.set_interval(1 / FRAMES, self._glide)

    def _glide(self) -> None:
        self.gleam = self.gleam and self.gleam.further(self.sight)
        if self.gleam is None and self._gleaming is not None:
            self._gleaming.stop()

    def validate_cursor(self, cursor: int) -> int:
        """Keeps the cursor on the quilt."""
        return min(max(0, cursor), max(0, len(self.squares) - 1))

    def watch_squares(self) -> None:
        """Keeps the cursor on the quilt when a square has come out."""
        self.cursor = self.validate_cursor(self.cursor)
        self._follow()

    def watch_cursor(self) -> None:
        """Keeps the cursor in sight and says that it has moved."""
        self._follow()
        self.post_message(self.Walked())

    @on(events.Resize)
    def _follow(self) -> None:
        """Keeps the cursor in sight, in a window of any size."""
        self._top = self.sight.following(self.cursor).top
        self.refresh()

    def walk(self, way: Way) -> None:
        """Looks at the square that lies that way, as far as there are any."""
        self.cursor = self.sight.walked(self.cursor, way)

    def walk_to(self, entry: int | None) -> None:
        """Looks at the square that was sewn with an entry; where there is none, at the same one as before."""
        self.cursor = next((at for at, one in enumerate(self.squares) if one.entry == entry), self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Looks at the square that was clicked; a click on the one that is looked at opens it."""
        event.stop()
        offset = event.get_content_offset(self)
        index = None if offset is None else self.sight.at(offset.x, offset.y)
        if index is None:
            return
        if index == self.cursor:
            self.post_message(self.Opened())
        self.cursor = index

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Looks a row further down."""
        event.stop()
        self.walk("down")

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Looks a row further up."""
        event.stop()
        self.walk("up")

    def render_line(self, y: int) -> Strip:
        """Draws one row of cells of all the squares in it, and after the last one that there is room for more."""
        sight = self.sight
        squares, line = sight.row_at(y)
        if not squares:
            return Strip.blank(sight.width, self.rich_style)
        pieces: list[Piece] = [(" " * sight.left, self.rich_style)]
        for index in squares:
            pieces += self._square(index, line, sight)
        used = sight.left + sight.cloth.wide * len(squares)
        if line == sight.cloth.tall // 2 and sight.width - used > len(MORE) + 2:
            pieces.append((f"  {MORE}", self.rich_style))
        return row(pieces, sight.width, self.rich_style)

    def _square(self, index: int, line: int, sight: Sight) -> list[Piece]:
        square = self.squares[index]
        at_row, column = divmod(index, sight.cloth.columns)
        light = self.gleam.light(at_row - sight.top, column) if self.gleam else 0.0
        inks = self.inks(square.things, pale=(at_row + column) % 2 == 0, light=light)
        framed = index == self.cursor
        return square_line(square.stitch, len(square.things), line, inks, sight.cloth.scale, framed=framed)

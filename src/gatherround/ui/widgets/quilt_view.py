"""The quilt: squares edge to edge, walked by arrows and by mouse, with a slow gleam of candle as it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer

from gatherround.domain.quilt import Cloth, Square, laid_out
from gatherround.ui.drawing import Piece, row
from gatherround.ui.widgets.stitched import Stitched, square_line

MORE: Final = "┄ room for more ┄"
FRAMES: Final = 6
"""Pictures a second of the gleam."""
STEP: Final = 0.5
"""Squares that the gleam moves from one picture to the next."""
REACH: Final = 2.0
"""Squares on either side of the gleam on which some of it falls."""
BRIGHT: Final = 0.3
LEVELS: Final = 4


class QuiltView(Stitched):
    """Shows the squares as large as they fit, else small and as many rows as there is room for.

    The one under the cursor is framed; the cursor is always in sight.
    """

    squares: reactive[tuple[Square, ...]] = reactive(())
    cursor: reactive[int] = reactive(0)
    """The square that is looked at, counting from 0."""
    gleam: reactive[float | None] = reactive(None)
    """How far the gleam is along the first row, in squares; none while there is no gleam."""

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
    def cloth(self) -> Cloth:
        """How the squares lie in the room there is."""
        return laid_out(len(self.squares), self.size.width, self.size.height)

    @property
    def rows_in_sight(self) -> int:
        """How many rows of squares can be seen whole."""
        return max(1, self.size.height // self.cloth.tall)

    @property
    def more_above(self) -> bool:
        """Whether there are squares above those in sight."""
        return self._top > 0

    @property
    def more_below(self) -> bool:
        """Whether there are squares below those in sight."""
        return self._top + self.rows_in_sight < self.cloth.rows

    def on_mount(self) -> None:
        """Lets the gleam cross once; without motion the quilt lies still."""
        if self.squares and self.app.animation_level != "none":
            self.gleam = -REACH
            self._gleaming = self.set_interval(1 / FRAMES, self._glide)

    def _glide(self) -> None:
        cloth = self.cloth
        beyond = cloth.columns + min(cloth.rows, self.rows_in_sight + 1) / 2 + REACH
        gleam = STEP + (-REACH if self.gleam is None else self.gleam)
        self.gleam = gleam if gleam < beyond else None
        if self.gleam is None and self._gleaming is not None:
            self._gleaming.stop()

    def on_resize(self) -> None:
        """Keeps the cursor in sight in a window of another size."""
        self._follow()

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

    def _follow(self) -> None:
        cloth, sight = self.cloth, self.rows_in_sight
        row_of_cursor = self.cursor // cloth.columns
        top = min(max(self._top, row_of_cursor - sight + 1), row_of_cursor)
        self._top = max(0, min(top, cloth.rows - sight))
        self.refresh()

    def walk(self, across: int, down: int) -> None:
        """Moves the cursor so many squares on and so many rows down, as far as there are any."""
        self.cursor = self.cloth.beside(self.cursor, across, down)

    def on_click(self, event: events.Click) -> None:
        """Looks at the square that was clicked; a click on the one that is looked at opens it."""
        event.stop()
        offset = event.get_content_offset(self)
        index = None if offset is None else self.cloth.at(offset.x - self._left, offset.y - self._above)
        if index is None:
            return
        if index == self.cursor:
            self.post_message(self.Opened())
        self.cursor = index

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Looks a row further down."""
        event.stop()
        self.walk(0, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Looks a row further up."""
        event.stop()
        self.walk(0, -1)

    @property
    def _left(self) -> int:
        """Cells before the cloth, which lies in the middle of its room."""
        cloth = self.cloth
        return max(0, (self.size.width - cloth.wide * min(cloth.columns, max(1, cloth.count))) // 2)

    @property
    def _above(self) -> int:
        """Rows of cells before the cloth, which lies in the middle; below zero where its beginning is out of sight."""
        cloth = self.cloth
        spare = self.size.height - cloth.rows * cloth.tall
        return spare // 2 if spare > 0 else -self._top * cloth.tall

    def render_line(self, y: int) -> Strip:
        """Draws one row of cells of all the squares in it, and after the last one that there is room for more."""
        cloth, width = self.cloth, self.size.width
        row_of_squares, line = divmod(y - self._above, cloth.tall)
        first = row_of_squares * cloth.columns
        if row_of_squares < 0 or first >= cloth.count:
            return Strip.blank(width, self.rich_style)
        pieces: list[Piece] = [(" " * self._left, self.rich_style)]
        for index in range(first, min(first + cloth.columns, cloth.count)):
            pieces += self._square(index, line, cloth)
        used = self._left + cloth.wide * (min(first + cloth.columns, cloth.count) - first)
        if line == cloth.tall // 2 and width - used > len(MORE) + 2:
            pieces.append((f"  {MORE}", self.rich_style))
        return row(pieces, width, self.rich_style)

    def _square(self, index: int, line: int, cloth: Cloth) -> list[Piece]:
        square = self.squares[index]
        at_row, column = divmod(index, cloth.columns)
        inks = self.inks(square.things, pale=(at_row + column) % 2 == 0, light=self._light(at_row - self._top, column))
        framed = index == self.cursor
        return square_line(square.stitch, len(square.things), line, inks, cloth.scale, framed=framed)

    def _light(self, at_row: int, column: int) -> float:
        """Tells how much of the gleam falls on a square, in a few steps; it comes in slantwise."""
        if self.gleam is None:
            return 0.0
        near = max(0.0, 1 - abs(self.gleam - column - at_row / 2) / REACH)
        return round(near * LEVELS) / LEVELS * BRIGHT

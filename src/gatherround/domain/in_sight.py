"""What of a quilt is in sight: the cloth in the middle of its room, as far down as somebody has walked; and a gleam."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from gatherround.domain.quilt import Cloth, laid_out

Way: TypeAlias = Literal["left", "right", "up", "down", "page-up", "page-down", "first", "last"]
STEP: Final = 0.5
"""Squares that the gleam moves from one picture to the next."""
REACH: Final = 2.0
"""Squares on either side of the gleam on which some of it falls."""
BRIGHT: Final = 0.3
LEVELS: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A cloth in so many cells of room, from its row of squares `top` on."""

    cloth: Cloth
    width: int
    height: int
    top: int = 0

    @property
    def rows(self) -> int:
        """How many rows of squares can be seen whole."""
        return max(1, self.height // self.cloth.tall)

    @property
    def more_above(self) -> bool:
        """Whether there are squares above those in sight."""
        return self.top > 0

    @property
    def more_below(self) -> bool:
        """Whether there are squares below those in sight."""
        return self.top + self.rows < self.cloth.rows

    @property
    def left(self) -> int:
        """Cells before the cloth, which lies in the middle of its room."""
        cloth = self.cloth
        return max(0, (self.width - cloth.wide * min(cloth.columns, max(1, cloth.count))) // 2)

    @property
    def above(self) -> int:
        """Rows of cells before the cloth, which lies in the middle; below zero where its beginning is out of sight."""
        spare = self.height - self.cloth.rows * self.cloth.tall
        return spare // 2 if spare > 0 else -self.top * self.cloth.tall

    def at(self, x: int, y: int) -> int | None:
        """Tells which square has a cell of the room; none beside the cloth."""
        return self.cloth.at(x - self.left, y - self.above)

    def row_at(self, y: int) -> tuple[range, int]:
        """Gives the squares that a row of cells goes through, and which row of theirs it is; none beside the cloth."""
        at, line = divmod(y - self.above, self.cloth.tall)
        first = max(0, at) * self.cloth.columns
        after = min(first + self.cloth.columns, self.cloth.count)
        return range(first, after if at >= 0 else first), line

    def following(self, cursor: int) -> Sight:
        """Gives what is in sight once the square under the cursor is."""
        row = cursor // self.cloth.columns
        top = min(max(self.top, row - self.rows + 1), row)
        return replace(self, top=max(0, min(top, self.cloth.rows - self.rows)))

    def walked(self, cursor: int, way: Way) -> int:
        """Gives the square that somebody comes to from another, as far as there are any."""
        across, down = {
            "left": (-1, 0),
            "right": (1, 0),
            "up": (0, -1),
            "down": (0, 1),
            "page-up": (0, -self.rows),
            "page-down": (0, self.rows),
            "first": (-self.cloth.count, 0),
            "last": (self.cloth.count, 0),
        }[way]
        return self.cloth.beside(cursor, across, down)


def in_sight(count: int, width: int, height: int, top: int = 0) -> Sight:
    """Lays so many squares into so many cells of room, and says what of them is seen."""
    return Sight(cloth=laid_out(count, width, height), width=width, height=height, top=top)


@dataclass(frozen=True, slots=True)
class Gleam:
    """A gleam of candle on its way over the squares in sight; `along` is how far it has come in the first row."""

    along: float = -REACH

    def light(self, row: int, column: int) -> float:
        """Tells how much of it falls on a square in sight, in a few steps; it comes in slantwise."""
        near = max(0.0, 1 - abs(self.along - column - row / 2) / REACH)
        return round(near * LEVELS) / LEVELS * BRIGHT

    def further(self, sight: Sight) -> Gleam | None:
        """Gives it one picture later; none once it has crossed."""
        beyond = sight.cloth.columns + min(sight.cloth.rows, sight.rows + 1) / 2 + REACH
        return Gleam(self.along + STEP) if self.along + STEP < beyond else None

"""The quilt: one square for each evening that was sewn, edge to edge, as pixels for a screen and as marks for a page.

A square is eight pixels by eight, or two or three times that: a margin of cloth round tiles of its stitch. The cloth
is the first chair's; every row of cells is sewn in somebody else's thread. The two pixels of a cell never hold the
threads of two people, so half blocks show the pattern without any colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from gatherround.domain.stitches import SIDE, THREAD, thread

CLOTH: Final = " "
FRAME: Final = "*"
LARGEST: Final = 3
WIDE: Final = SIDE + 2
TALL: Final = WIDE // 2
"""Cells of the smallest square."""
THREADS: Final = "abcdefghijkl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """One square: the number of its entry, its Round, what it is sewn in, its word, its chairs, and its day.

    Nobody is named in it. `things` are objects of the table as they sat, beginning with the one whose colour the cloth
    is; none where that was never kept.
    """

    entry: int
    round: int
    stitch: int
    word: str | None
    things: tuple[str, ...]
    day: date


@lru_cache(maxsize=512)
def pixels(stitch: int, people: int, scale: int = 1, *, framed: bool = False) -> tuple[str, ...]:
    """Draws a square as rows of letters: cloth, frame, or a thread, `a` that of the first of so many people.

    `scale` is 1 to 3. Raises ValueError for another; of more than twelve people the last share a thread.
    """
    if not 1 <= scale <= LARGEST:
        raise ValueError(f"a square is drawn once, twice or three times as large, not {scale} times")
    side = WIDE * scale
    rows = [[CLOTH] * side for _ in range(side)]
    for y, row in enumerate(thread(stitch, SIDE * scale, SIDE * scale)):
        for x, pixel in enumerate(row):
            if pixel == THREAD:
                rows[y + scale][x + scale] = _thread_of(x, y, max(1, people), scale)
    if framed:
        _frame(rows)
    return tuple("".join(row) for row in rows)


def _thread_of(x: int, y: int, people: int, scale: int) -> str:
    """Tells whose thread lies at a pixel of the stitch: a row of cells is one person's, or shared where many sat."""
    if people == 1:
        return THREADS[0]
    others = people - 1
    first = scale // 2
    bands = (SIDE * scale + scale - 1) // 2 + 1 - first
    shared = -(-others // bands)
    band = (y + scale) // 2 - first
    return THREADS[(1 + (band * shared + x * shared // (SIDE * scale)) % others) % len(THREADS)]


def _frame(rows: list[list[str]]) -> None:
    rows[0] = rows[-1] = [FRAME] * len(rows)
    for row in rows:
        row[0] = row[-1] = FRAME


@dataclass(frozen=True, slots=True)
class Mark:
    """One stitch on a page: its pixel in the smallest square, and the place of its chair among the square's."""

    x: int
    y: int
    chair: int


@lru_cache(maxsize=128)
def marks(stitch: int, people: int) -> tuple[Mark, ...]:
    """Gives every stitch of a square, row by row, for a page on which each is drawn as a cross."""
    rows = enumerate(pixels(stitch, people))
    return tuple(Mark(x, y, THREADS.index(letter)) for y, row in rows for x, letter in enumerate(row) if letter != " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloth:
    """Where squares lie: row by row in the order they were sewn, edge to edge, and never a hole between two."""

    count: int
    columns: int
    scale: int

    @property
    def wide(self) -> int:
        """Cells along one square."""
        return WIDE * self.scale

    @property
    def tall(self) -> int:
        """Rows of cells of one square."""
        return TALL * self.scale

    @property
    def rows(self) -> int:
        """Rows of squares."""
        return -(-self.count // self.columns)

    def place(self, index: int) -> tuple[int, int]:
        """Gives the first cell of a square, counted from the first cell of the cloth."""
        row, column = divmod(index, self.columns)
        return column * self.wide, row * self.tall

    def at(self, x: int, y: int) -> int | None:
        """Tells which square has a cell; none beside the cloth."""
        column, row = x // self.wide, y // self.tall
        index = row * self.columns + column
        return index if 0 <= column < self.columns and 0 <= index < self.count and row >= 0 else None

    def beside(self, index: int, across: int, down: int) -> int:
        """Gives the square so many steps on in reading order and so many rows down, as far as there are any."""
        if not self.count:
            return 0
        index = min(max(index + across, 0), self.count - 1)
        row = min(max(index // self.columns + down, 0), self.rows - 1)
        return min(row * self.columns + index % self.columns, self.count - 1)


def laid_out(count: int, width: int, height: int) -> Cloth:
    """Lays so many squares as large as they fit into so many cells; where they do not, small and row under row."""
    for scale in range(LARGEST, 0, -1):
        columns = max(1, width // (WIDE * scale))
        cloth = Cloth(count=count, columns=columns, scale=scale)
        if cloth.wide <= width and cloth.rows * cloth.tall <= height:
            return cloth
    return Cloth(count=count, columns=max(1, width // WIDE), scale=1)

"""What somebody is typing: words and a place among them, moved by whole letters, laid in rows that keep every space."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from gatherround.domain.text import cells, graphemes

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Typed:
    """A text and where the next letter goes, 0 to its length, always between two letters."""

    text: str = ""
    at: int = 0

    def put(self, more: str) -> Typed:
        """Gives it with more in front of the place."""
        return Typed(self.text[: self.at] + more + self.text[self.at :], self.at + len(more))

    def rubbed_out(self) -> Typed:
        """Gives it without the letter before the place."""
        before = self.left().at
        return Typed(self.text[:before] + self.text[self.at :], before)

    def taken_out(self) -> Typed:
        """Gives it without the letter after the place."""
        return Typed(self.text[: self.at] + self.text[self.right().at :], self.at)

    def left(self) -> Typed:
        """Gives it one letter back."""
        return Typed(self.text, max((border for border in self._borders() if border < self.at), default=0))

    def right(self) -> Typed:
        """Gives it one letter on."""
        return Typed(self.text, min((border for border in self._borders() if border > self.at), default=len(self.text)))

    def _borders(self) -> tuple[int, ...]:
        return tuple(accumulate((len(letter) for letter in graphemes(self.text)), initial=0))

    def rows(self, width: int) -> tuple[Span, ...]:
        """Gives the rows of at most `width` cells, from where to where: broken after spaces, else inside a word.

        Every letter stands in one row; a line's own end stands at the end of its row.
        """
        made: list[Span] = []
        begin = at = room = 0
        word = 0  # where the word that is being laid began
        for letter in graphemes(self.text):
            wide = cells(letter) if letter != "\n" else 0
            while room + wide > width and at > begin and letter != " ":
                cut = word if word > begin else at
                made.append((begin, cut))
                begin, room = cut, sum(cells(one) for one in graphemes(self.text[cut:at]))
            at += len(letter)
            room += wide
            if letter == "\n":
                made.append((begin, at))
                begin, room, word = at, 0, at
            elif letter == " ":
                word = at
        return (*made, (begin, at))

    def row(self, width: int) -> int:
        """Gives the row in which the place is; at a row's end it is in the next one, where the letter will be."""
        rows = self.rows(width)
        return max(index for index, (begin, _) in enumerate(rows) if begin <= self.at)

    def column(self, width: int) -> int:
        """Gives the cells before the place in its row."""
        begin, _ = self.rows(width)[self.row(width)]
        return cells(self.text[begin : self.at])

    def moved(self, rows: int, width: int) -> Typed | None:
        """Gives it so many rows further down, or up, in the same column; none where there is no such row."""
        target = self.row(width) + rows
        if not 0 <= target < len(self.rows(width)):
            return None
        return self.near(target, self.column(width), width)

    def near(self, row: int, column: int, width: int) -> Typed:
        """Gives it with the place nearest to a cell."""
        rows = self.rows(width)
        begin, end = rows[min(max(0, row), len(rows) - 1)]
        at = begin
        for letter in graphemes(self.text[begin:end].rstrip("\n")):
            if cells(self.text[begin : at + len(letter)]) > column:
                break
            at += len(letter)
        return Typed(self.text, at)

    def home(self, width: int) -> Typed:
        """Gives it at the beginning of its row."""
        return self.near(self.row(width), 0, width)

    def end(self, width: int) -> Typed:
        """Gives it at the end of its row."""
        begin, end = self.rows(width)[self.row(width)]
        last = end == len(self.text) or self.text[begin:end].endswith("\n")
        at = begin + len(self.text[begin:end].rstrip("\n"))
        return Typed(self.text, at if last else max(begin, end - 1))


def steered(typed: Typed, key: str, width: int) -> Typed | None:
    """Gives it after a key that moves the place or rubs out; none where the key does neither, or leads out of it."""
    return _KEYS[key](typed, width) if key in _KEYS else None


_KEYS: Final[dict[str, Callable[[Typed, int], Typed | None]]] = {
    "left": lambda typed, _: typed.left(),
    "right": lambda typed, _: typed.right(),
    "home": Typed.home,
    "end": Typed.end,
    "up": lambda typed, width: typed.moved(-1, width),
    "down": lambda typed, width: typed.moved(1, width),
    "backspace": lambda typed, _: typed.rubbed_out(),
    "ctrl+h": lambda typed, _: typed.rubbed_out(),
    "delete": lambda typed, _: typed.taken_out(),
}

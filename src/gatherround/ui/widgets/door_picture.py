"""What one door looks like: a heavy frame, a number as large as there is room for, and the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from gatherround.domain import lettering
from gatherround.domain.text import cells
from gatherround.ui import words

Part: TypeAlias = Literal["frame", "number", "words"]
Drawn: TypeAlias = tuple[tuple[str, Part], ...]

BESIDE_WORDS: Final = 7
"""Cells of a framed door that its words do not have: the frame, a plain number and a little air."""
BESIDE_LINE: Final = 3
_BIG: Final = 5
_ROOM_FOR_BIG: Final = 10


def door_rows(number: int, text: str, width: int, height: int, *, big: bool = False) -> tuple[Drawn, ...]:
    """Draws a door of `width` × `height` cells (12 × 3 at least), its words in the middle of its height."""
    digits, said = _inside(number, text, width, height - 2, big=big)
    wide = _BIG if big else 1
    room = width - BESIDE_WORDS + 1 - wide
    edge = "━" * (width - 2)
    drawn: list[Drawn] = [((f"┏{edge}┓", "frame"),)]
    for line in range(height - 2):
        shown = f"  {_line(said, line, height - 2, room)} "
        beside = _line(digits, line, height - 2, wide)
        drawn.append((("┃ ", "frame"), (beside, "number"), (shown, "words"), ("┃", "frame")))
    return (*drawn, ((f"┗{edge}┛", "frame"),))


def door_lines(number: int, text: str, width: int, height: int) -> tuple[Drawn, ...]:
    """Draws a door without a frame, where there is no room for one, in as many rows as its words take."""
    said = _shortened(text, width - BESIDE_LINE, height) or ("",)
    numbers = (str(number), *" " * (len(said) - 1))
    return tuple(((f"┃{at} ", "number"), (row, "words")) for at, row in zip(numbers, said, strict=True))


def big_numbers(texts: Sequence[str], width: int, height: int) -> bool:
    """Tells whether every door can have its number in big letters; all have it or none, so that none stands out."""
    room, tall = width - BESIDE_WORDS + 1 - _BIG, height - 2
    return room >= _ROOM_FOR_BIG and tall >= lettering.ROWS and all(_fits(text, room, tall) for text in texts)


def _fits(text: str, room: int, tall: int) -> bool:
    """Tells whether the words can be read in so many rows without breaking one of them."""
    return len(words.rows(text, room)) <= tall and all(cells(word) <= room for word in text.split())


def _inside(number: int, text: str, width: int, tall: int, *, big: bool) -> tuple[Sequence[str], Sequence[str]]:
    """Gives the rows of the number and of the words; a plain number stands at the first row of the words."""
    digits = lettering.big(str(number), _BIG) if big else None
    if digits:
        return digits, words.rows(text, width - BESIDE_WORDS + 1 - _BIG)
    said = _shortened(text, width - BESIDE_WORDS, tall)
    return (str(number), *[" "] * (len(said) - 1)), said


def _shortened(text: str, room: int, tall: int) -> tuple[str, ...]:
    said = words.rows(text, room)
    return said if len(said) <= tall else (*said[: tall - 1], words.clipped(" ".join(said[tall - 1 :]), room))


def _line(block: Sequence[str], line: int, tall: int, wide: int) -> str:
    """Gives one row of a block that stands in the middle of `tall` rows, filled up to `wide` cells."""
    place = line - (tall - len(block)) // 2
    shown = block[place] if 0 <= place < len(block) else ""
    return shown + " " * (wide - cells(shown))

"""A line of keys: as many as have room, and what matters least gives way first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, TypeAlias

from gatherround.ui.widgets.key_hints import Hint

_GAPS: Final = (4, 3, 2)
_MARGIN: Final = 2
_STEADY_GAPS: Final = ((100, 4), (80, 3), (0, 2))
"""How far apart keys stand that never move, from so many cells on: whatever else a page has to offer."""
Placed: TypeAlias = tuple[tuple[int, Hint], ...]
"""Hints, each with its first cell."""
_Row: TypeAlias = tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class KeyLine:
    """What gives way on a line, by the ids of its keys: those of `kept` last, before them those of `first`.

    Labels give way before keys. With `words` only what is kept may stand there without its word: to whoever has not met
    it, a bare key says nothing. Keys of `steady` have a word too, and stand where they stand on every page of a width.
    """

    kept: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    steady: tuple[str, ...] = ()
    words: bool = False

    def placed(self, hints: Iterable[Hint], width: int) -> Placed:
        """Places hints on a line of so many cells; it never takes more."""
        row, room = tuple(hints), width - 2 * _MARGIN
        steadied = self._steadied(row, width) if self.steady else ()
        pressed = tuple(hint for hint in row if not hint.idle)
        tries = chain(steadied, self._fitted(pressed))
        return _placed(*next(((line, gap) for line, gap in tries if _length(line, gap) <= room), ((), 0)))

    def _fitted(self, row: _Row) -> Iterator[tuple[_Row, int]]:
        """Gives the row far apart and closer, then fewer and fewer of it."""
        yield from ((row, gap) for gap in _GAPS)
        for fewer in self._giving_way(row):
            yield from ((fewer, gap) for gap in (_GAPS if self.words else _GAPS[-1:]))

    def _giving_way(self, row: _Row) -> Iterator[_Row]:
        """Gives fewer and fewer hints: the labels of the weak, the weak, the labels of the kept, the kept."""
        weak = [hint.id for hint in row if hint.id not in self.kept]
        weak.sort(key=lambda id_: self.first.index(id_) if id_ in self.first else len(self.first))
        kept = [id_ for id_ in self.kept if any(hint.id == id_ for hint in row)]
        for ids, may_be_bare in ((weak, not self.words), (kept, True)):
            for gone in reversed(ids if may_be_bare else ()):
                row = tuple(replace(hint, label="") if hint.id == gone else hint for hint in row)
                yield row
            for gone in reversed(ids):
                row = tuple(hint for hint in row if hint.id != gone)
                yield row

    def _steadied(self, row: _Row, width: int) -> Iterator[tuple[_Row, int]]:
        """Gives the row with the steady keys at their places, and then without those that are idle."""
        gap = next(gap for least, gap in _STEADY_GAPS if width >= least)
        for hints in (row, tuple(hint for hint in row if not hint.idle)):
            yield self._with_words(hints, width - 2 * _MARGIN, gap), gap

    def _with_words(self, hints: _Row, room: int, gap: int) -> _Row:
        """Gives the steady hints for so much room, those of `kept`, and of the others what has room besides."""
        line = [hint for hint in hints if hint.id in self.steady]
        while _length(line, gap) > room and (weak := [hint for hint in line if hint.id not in self.kept]):
            line.remove(weak[-1])
        others = [hint for hint in hints if hint.id not in self.steady]
        there = [hint for hint in others if hint.id in self.kept]
        for hint in others:
            if hint not in there and _length([*line, *there, hint], gap) <= room:
                there.append(hint)
        return (*line, *(hint for hint in others if hint in there))


def _length(hints: Sequence[Hint], gap: int) -> int:
    return sum(hint.wide for hint in hints) + gap * max(0, len(hints) - 1)


def _placed(hints: Iterable[Hint], gap: int) -> Placed:
    at, placed = _MARGIN, list[tuple[int, Hint]]()
    for hint in hints:
        placed.append((at, hint))
        at += hint.wide + gap
    return tuple(placed)

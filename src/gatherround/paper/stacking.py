"""How words lie on cards: rows are counted beforehand, so that no card holds more than fits and none needs a script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from gatherround.domain.play.words import breaths
from gatherround.domain.text import tidy, wrap
from gatherround.paper.card_text import Bit

WIDE: Final = 51
"""Cells in a row of a card, in the widest letters that a computer may put in the place of ours."""
TALL: Final = 25
"""Rows on one side of a card, below its title."""
SLIP_WIDE, SLIP_TALL = 22, 9
"""Cells in a row of a slip, and its rows below the name."""
_BROAD: Final = re.compile(r"[A-ZÀ-Þmw@%&—…]")
_GAP: Final = 0.5
_FACES: Final = 3.2
_LONG: Final = 8


def stacked(bits: Iterable[Bit]) -> tuple[tuple[Bit, ...], ...]:
    """Lays bits on as many sides as they need, in order; a long one goes on at the next side, at a breath."""
    sides: list[tuple[Bit, ...]] = []
    side: list[Bit] = []
    left = float(TALL)
    for bit in (part for whole in bits for part in _short(whole)):
        if side and rows(bit) > left:
            sides.append(tuple(side))
            side, left = [], float(TALL)
        side.append(bit)
        left -= rows(bit)
    return (*sides, tuple(side)) if side else tuple(sides)


def rows(bit: Bit) -> float:
    """Counts the rows that a bit takes with the gap below it."""
    faces = _FACES if bit.faces else 0
    words = f"{bit.call.upper()}  {bit.text}" if bit.call else bit.text
    return faces + (len(_wrapped(words, WIDE)) if words.strip() else 0) + _GAP


def fits_a_slip(name: str, lines: tuple[str, ...]) -> bool:
    """Tells whether a seat's words fit a slip; else they get a card."""
    return len(_wrapped(name, SLIP_WIDE - 6)) <= 2 and sum(len(_wrapped(one, SLIP_WIDE)) for one in lines) <= SLIP_TALL


def _wrapped(text: str, wide: int) -> tuple[str, ...]:
    """Wraps a text as paper does, where capitals and a few small letters are nearly twice as wide as the rest."""
    return wrap(_BROAD.sub(lambda found: found[0] * 2, tidy(text)), wide)


def _short(bit: Bit) -> Iterator[Bit]:
    """Cuts a long bit at its breaths, and a breath without end at its rows."""
    if rows(bit) <= _LONG:
        yield bit
        return
    for at, breath in enumerate(breaths(bit.text)):
        call = bit.call if at == 0 else ""
        lines = wrap(tidy(breath), WIDE // 2)
        for first in range(0, len(lines), _LONG):
            yield replace(bit, call=call if first == 0 else "", text=" ".join(lines[first : first + _LONG]), faces=())
    if bit.faces:
        yield Bit("", "", bit.faces)

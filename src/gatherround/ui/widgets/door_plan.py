"""Where doors stand: all of one size, in the shape that lets every word be read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from math import log
from typing import Final

from textual.geometry import Region

from gatherround.domain.text import cells
from gatherround.ui import words
from gatherround.ui.widgets.door_picture import BESIDE_LINE, BESIDE_WORDS

WIDEST: Final = 38
TALLEST: Final = 9
_GAP: Final = 2
_NARROWEST: Final = 12
_LOWEST: Final = 3
_SHAPE: Final = 2.6
"""A door this many times as wide as high looks like a door; cells are twice as high as wide."""
_ALONE: Final = 1.5
_NO_END: Final = 10_000


@dataclass(frozen=True, slots=True)
class DoorPlan:
    """A place for each door; `framed` is false where there is room for their words and no more."""

    places: tuple[Region, ...]
    framed: bool


@lru_cache(maxsize=32)
def plan_doors(texts: tuple[str, ...], width: int, height: int) -> DoorPlan:
    """Lays the doors out in so many cells: every word readable first, then the best looking shape.

    All doors have one size, whatever they say; without frames, as many rows as they take. A last row that is not full
    stands in the middle. No room, no places.
    """
    if not texts or width < 1 or height < 1:
        return DoorPlan((), framed=False)
    plans = [plan for across in range(1, len(texts) + 1) if (plan := _framed(len(texts), across, width, height))]
    plans.append(_lines(texts, width, height))
    return min(plans, key=lambda plan: _cost(texts, plan))


@lru_cache(maxsize=32)
def least_rows(texts: tuple[str, ...], width: int) -> int:
    """Gives the fewest rows in which doors without frames can be read whole, breaking no word if that can be."""
    if not texts or width < 1:
        return 0
    plans = [_lined(texts, across, width, _NO_END) for across in range(1, len(texts) + 1)]
    return min((_unread(texts, plan), plan.places[-1].bottom) for plan in plans)[1]


def _framed(count: int, across: int, width: int, height: int) -> DoorPlan | None:
    down = -(-count // across)
    wide = min(WIDEST, (width + _GAP) // across - _GAP)
    tall = min(TALLEST, height // down)
    if wide < _NARROWEST or tall < _LOWEST:
        return None
    places = [
        Region(
            _start(min(across, count - line * across), wide, width) + column * (wide + _GAP), line * tall, wide, tall
        )
        for line in range(down)
        for column in range(min(across, count - line * across))
    ]
    return DoorPlan(tuple(places), framed=True)


def _start(across: int, wide: int, width: int) -> int:
    return (width - across * (wide + _GAP) + _GAP) // 2


def _lines(texts: tuple[str, ...], width: int, height: int) -> DoorPlan:
    """Lays the doors out without frames, under one another where that lets every word be read, else side by side."""
    fewest = -(-len(texts) // height)
    plans = [_lined(texts, across, width, height) for across in range(fewest, max(fewest, len(texts)) + 1)]
    return min(plans, key=lambda plan: _unread(texts, plan))


def _lined(texts: tuple[str, ...], across: int, width: int, height: int) -> DoorPlan:
    wide = max(1, (width + 1) // across - 1)
    said = [len(words.rows(text, max(1, wide - BESIDE_LINE))) for text in texts]
    tall = [max(said[at : at + across]) for at in range(0, len(said), across)]
    while sum(tall) > height:
        tall[tall.index(max(tall))] -= 1
    tops = [0, *accumulate(tall)]
    places = (
        Region(at % across * (wide + 1), tops[at // across], wide, tall[at // across]) for at in range(len(texts))
    )
    return DoorPlan(tuple(places), framed=False)


def _cost(texts: tuple[str, ...], plan: DoorPlan) -> tuple[int, bool, float]:
    """Weighs a plan: words that cannot be read or are broken, then a plan without frames, then its shape."""
    place = plan.places[0]
    shape = abs(log(place.width / (_SHAPE * place.height)))
    return _unread(texts, plan), not plan.framed, shape + _ALONE * _uneven(plan)


def _unread(texts: tuple[str, ...], plan: DoorPlan) -> int:
    """Counts the rows that a plan has no place for, and the words that it breaks."""
    beside, frame = (BESIDE_WORDS, 2) if plan.framed else (BESIDE_LINE, 0)
    room = plan.places[0].width - beside
    rows = (
        max(0, len(words.rows(text, max(1, room))) - place.height + frame)
        for text, place in zip(texts, plan.places, strict=True)
    )
    return sum(rows) + sum(cells(word) > room for text in texts for word in text.split())


def _uneven(plan: DoorPlan) -> float:
    """Tells how empty the last row is, 0 to 1: a door that stands alone would look like a special one."""
    across = sum(place.y == plan.places[0].y for place in plan.places)
    return -len(plan.places) % across / across

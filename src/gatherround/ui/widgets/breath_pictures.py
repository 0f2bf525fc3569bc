"""What a slow breath looks like: soup that steams, a star that is traced, five senses to count down."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Final, Literal, TypeAlias

from gatherround.domain import lettering
from gatherround.ui.widgets.star_picture import AHEAD, TRACED, star_pixels

Pattern: TypeAlias = Literal["soup", "star", "senses"]
Phase: TypeAlias = Literal["in", "out", "rest"]
Part: TypeAlias = Literal["bright", "quiet", "steam", "word"]
Drawn: TypeAlias = tuple[tuple[str, Part], ...]

WORDS: Final[dict[tuple[Pattern, Phase], str]] = {
    ("soup", "in"): "smell",
    ("soup", "out"): "cool",
    ("star", "in"): "in",
    ("star", "out"): "out",
}
_WIDEST: Final[dict[Pattern, str]] = {"soup": "smell", "star": "out"}
_BOWL: Final = (
    "▟█████████████████████▙",
    "▝█████████████████████▘",
    "  ▜█████████████████▛  ",
    "    ▀▀▀█████████▀▀▀    ",
)
_STEAM: Final = 5
_LOWEST_STEAM: Final = 2
_WISPS: Final = (5, 10, 15)
_DRIFT: Final = 3
_STAR: Final = 11
_LEAST_STAR: Final = 7
_AIR: Final = 5
_FIND: Final[Drawn] = (("Find in silence, slowly:", "word"),)
"""What to do with the five: nothing else on the page says it."""
_SENSES: Final = ("you see", "you hear", "you feel", "you smell", "you taste")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where a breathing is: so many of its `times` breaths done, and `part` (0 to 1) of this one in or out."""

    done: int
    times: int
    phase: Phase
    part: float


def breath_rows(pattern: Pattern, moment: Moment, width: int, height: int) -> tuple[Drawn, ...]:
    """Draws a moment in so many cells: picture, word, and a dot for each breath.

    The word stands beside the picture in big letters where there is room, else under it, and the picture gives way
    before the word does.
    """
    if pattern == "senses":
        return _senses(height)
    count: Drawn = ((" ".join("●" if breath < moment.done else "○" for breath in range(moment.times)), "quiet"),)
    word = WORDS.get((pattern, moment.phase), "")
    picture = _soup(moment, height - 3) if pattern == "soup" else _star(moment, height - 3)
    wide = _wide(picture)
    room = len((lettering.big(_WIDEST[pattern], width) or ("",))[0])
    if picture and room and width >= wide + _AIR + room:
        return (*_beside(picture, wide, _big(word, room)), (), count)
    if not picture or width < wide:
        return (*(_big(word, room) if room and height > lettering.ROWS else _plain(word)), count)
    below = _big(word, room) if room and height >= len(picture) + lettering.ROWS + 3 else _plain(word)
    return (*picture, (), *below, *(((),) if height > len(picture) + len(below) + 2 else ()), count)


def _big(word: str, room: int) -> tuple[Drawn, ...]:
    return tuple(((line.center(room), "word"),) for line in lettering.big(word, room) or ("",) * lettering.ROWS)


def _plain(word: str) -> tuple[Drawn, ...]:
    return (((word.upper(), "word"),),)


def _beside(picture: tuple[Drawn, ...], wide: int, word: tuple[Drawn, ...]) -> tuple[Drawn, ...]:
    above: tuple[Drawn, ...] = ((),) * ((len(picture) - len(word)) // 2)
    blank: Drawn = ((" " * _wide(word), "word"),)
    made: list[Drawn] = []
    for left, right in zip_longest(picture, (*above, *word), fillvalue=()):
        spare = wide - _wide((left,)) + _AIR
        made.append((*left, (" " * spare, "quiet"), *(right or blank)))
    return tuple(made)


def _wide(rows: tuple[Drawn, ...]) -> int:
    return max((sum(len(cells) for cells, _ in row) for row in rows), default=0)


def _soup(moment: Moment, height: int) -> tuple[Drawn, ...]:
    """Draws the bowl, with steam that rises while it is smelled and drifts away while it is cooled."""
    high = min(_STEAM, height - len(_BOWL))
    if high < _LOWEST_STEAM:
        return ()
    steam: list[Drawn] = [((_steam(up, high, moment), "steam"),) for up in reversed(range(high))]
    return (*steam, *(((line, "bright"),) for line in _BOWL))


def _steam(up: int, high: int, moment: Moment) -> str:
    """Gives the steam `up` rows over the bowl; its lowest rows leave first, and the higher the further they drift."""
    rising = moment.phase == "in" and up < round(moment.part * high)
    drifting = moment.phase == "out" and up >= int(moment.part * (high - 2))
    aside = int(moment.part * _DRIFT * (up + 1) / high) if drifting else 0
    line = [" "] * len(_BOWL[0])
    for wisp in _WISPS if rising or drifting else ():
        line[wisp + aside : wisp + aside + 2] = "▗▘" if (up + wisp) % 2 else "▝▖"
    return "".join(line)


def _star(moment: Moment, height: int) -> tuple[Drawn, ...]:
    """Draws the star as far as it has been traced."""
    if height < _LEAST_STAR:
        return ()
    sides = 2 * moment.done + {"in": moment.part, "out": 1 + moment.part, "rest": 0}[moment.phase]
    pixels = star_pixels(moment.times, sides, 2 * min(_STAR, height))
    return tuple(_pixel_row(upper, lower) for upper, lower in zip(pixels[::2], pixels[1::2], strict=True))


def _pixel_row(upper: str, lower: str) -> Drawn:
    cells = [_pixel_cell(top, bottom) for top, bottom in zip(upper, lower, strict=True)]
    return tuple(("".join(cell for cell, _ in run), part) for part, run in groupby(cells, key=lambda cell: cell[1]))


def _pixel_cell(top: str, bottom: str) -> tuple[str, Part]:
    ink = TRACED if TRACED in (top, bottom) else AHEAD
    return " ▀▄█"[(top == ink) + 2 * (bottom == ink)], "bright" if ink == TRACED else "quiet"


def _senses(height: int) -> tuple[Drawn, ...]:
    """Draws what to do, and the five senses from five to one, all at once: everybody goes at their own pace."""
    lines: list[Drawn] = []
    for count, sense in zip(range(len(_SENSES), 0, -1), _SENSES, strict=True):
        lines.append(((f"{count}  ", "word"), ("● " * count + "  " * (5 - count), "bright"), (f" {sense:<9}", "quiet")))
    if height > 2 * len(lines):
        return (_FIND, *(row for line in lines for row in ((), line)))
    return (_FIND, *lines) if height > len(lines) else tuple(lines)

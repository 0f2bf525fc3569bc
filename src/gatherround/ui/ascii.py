"""Draws with the signs of every keyboard, where a terminal shows blocks and lines two cells wide or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_DRAWN: Final = {
    "▉▊▋▙▛▟▜": "#",
    "▀": '"',
    "▄▁▂": "_",
    "▃": ".",
    "▅▆▇": "=",
    "▌▍▎▏": "[",
    "▐": "]",
    "▖▗∙·•": ".",
    "▘▝": "'",
    "▚▞×": "x",
    "▓": "%",
    "▒": "+",
    "░": ":",
    "─━┄┅┈┉╌╍═": "-",
    "│┃┆┇┊┋╎╏║": "|",
    "┌┐└┘┏┓┗┛╭╮╰╯╔╗╚╝├┤┬┴┼┣┫┳┻╋": "+",
    "╲": "\\",
    "╱": "/",
    "●": "@",
    "○∘◌": "o",
    "▣": "X",
    "▢": "O",
    "▸→▶›": ">",
    "←◀⌫‹": "<",
    "↑▲": "^",
    "↓▼": "v",
    "…": "~",
    "“”„": '"',
    "‘’": "'",
    "–—": "-",
}
SIGNS: Final = {ord(sign): plain for signs, plain in _DRAWN.items() for sign in signs}
"""Every sign that the game draws with, and what stands for it; each is one cell, and so is what stands for it."""
_SOLID: Final = re.compile("(█+)")
_REVERSED: Final = Style(reverse=True)


class Ascii(LineFilter):
    """Changes signs at the very end, when everything has its place; letters of any script stay what they are."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Gives the same cells, drawn with plain signs; a whole block is a blank the other way round."""
        return [plain for segment in segments for plain in _plain(segment)]


def _plain(segment: Segment) -> Iterator[Segment]:
    text, style, control = segment
    if control or text.isascii():
        yield segment
        return
    for part in filter(None, _SOLID.split(text)):
        if part[0] == "█":
            yield Segment(" " * len(part), (style or Style()) + _REVERSED)
        else:
            yield Segment(part.translate(SIGNS), style)

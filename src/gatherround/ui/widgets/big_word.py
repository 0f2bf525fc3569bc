"""The one big thing on a screen: a name, a feeling, a noise or a count that can be read two metres away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from gatherround.domain import lettering
from gatherround.domain.text import cells
from gatherround.ui import words
from gatherround.ui.drawing import row

_MOST_LINES: Final = 2
# Letters that stand alone. Those that join or stack (Arabic, Devanagari and their kin) would fall apart when spaced.
# Compiled, and kept by `re`, when the first such word comes: every start of the game would wait for it.
_STANDS_ALONE: Final = r"[\x20-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u3041-\u3096\u30a1-\u9fff가-힣]*"


@dataclass(frozen=True, slots=True)
class Written:
    """A word as rows of cells; `big` when they are letters of four rows each."""

    rows: tuple[str, ...]
    big: bool


@lru_cache(maxsize=64)
def written(word: str, width: int, height: int) -> Written:
    """Writes the word as large as `width` and `height` cells let it: big letters, else spaced out, else as it is.

    Nothing is ever cut off: a long word in a small place comes as several plain rows.
    """
    word = " ".join(word.split())
    drawn = lettering.wrap_big(word, width, min(_MOST_LINES, height // lettering.ROWS))
    if drawn is not None:
        return Written(tuple(drawn_row for line in drawn for drawn_row in line), big=True)
    spaced = "   ".join(" ".join(part) for part in words.clipped(word, 2 * len(word)).split())
    if re.fullmatch(_STANDS_ALONE, word) and cells(spaced) <= width:
        return Written((spaced,), big=False)
    return Written(words.rows(word, width), big=False)


class BigWord(Widget):
    """Shows a word in letters four rows high, on one or two lines; in bold body text where they do not fit.

    `text-align` in the stylesheet places it, `color` is whose turn it is.
    """

    ALLOW_SELECT = False
    word: reactive[str] = reactive("", layout=True)

    def __init__(self, word: str = "", *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.set_reactive(BigWord.word, word)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Asks for the width of the word itself, where the stylesheet leaves it open."""
        rows = written(self.word, container.width, container.height).rows
        return max((cells(drawn_row) for drawn_row in rows), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Asks for four rows, or eight for two lines, or as many as bold body text takes."""
        room = container.height or viewport.height
        return len(written(self.word, width, room).rows) if self.word else 0

    def rows_in(self, width: int, height: int) -> int:
        """Tells how many rows it takes where it has so many: four or eight, or those of plain letters."""
        return len(written(self.word, width, height).rows)

    def render_line(self, y: int) -> Strip:
        """Draws one row of the word, in the middle of its height."""
        width, height = self.size
        shown = written(self.word, width, height)
        place = y - max(0, height - len(shown.rows)) // 2
        drawn_row = shown.rows[place] if 0 <= place < len(shown.rows) else ""
        style = self.rich_style if shown.big else self.rich_style + Style(bold=True)
        align = self.styles.text_align
        return row([(drawn_row, style)], width, style, align if align in ("center", "right") else "left")

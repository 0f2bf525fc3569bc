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
_HEIGHTS: Final = (lettering.ROWS, lettering.SMALL_ROWS, 2 * lettering.SMALL_ROWS, 2 * lettering.ROWS)
"""The rows of drawn letters, in the order in which they are wished for where there were too few."""
# Letters that stand alone. Those that join or stack (Arabic, Devanagari and their kin) would fall apart when spaced.
# Compiled, and kept by `re`, when the first such word comes: every start of the game would wait for it.
_STANDS_ALONE: Final = r"[\x20-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u3041-\u3096\u30a1-\u9fff가-힣]*"


@dataclass(frozen=True, slots=True)
class Written:
    """A word as rows of cells; `big` when they are drawn letters, of four rows each or of three."""

    rows: tuple[str, ...]
    big: bool


@lru_cache(maxsize=64)
def written(word: str, width: int, height: int, beside: tuple[str, ...] = ()) -> Written:
    """Writes the word as large as `width` and `height` cells let it: big letters, smaller ones, spaced out, as it is.

    Nothing is ever cut off: a long word in a small place comes as several plain rows. Words that lie `beside` it are to
    be as large, so that none of them is louder than the others.
    """
    word = " ".join(word.split())
    for write, tall in ((lettering.wrap_big, lettering.ROWS), (lettering.wrap_small, lettering.SMALL_ROWS)):
        lines = min(_MOST_LINES, height // tall)
        drawn = write(word, width, lines)
        if drawn is not None and all(write(other, width, lines) is not None for other in beside):
            return Written(tuple(drawn_row for line in drawn for drawn_row in line), big=True)
    spaced = "   ".join(" ".join(part) for part in words.clipped(word, 2 * len(word)).split())
    if re.fullmatch(_STANDS_ALONE, word) and cells(spaced) <= width:
        return Written((spaced,), big=False)
    return Written(words.rows(word, width), big=False)


class BigWord(Widget):
    """Shows a word in letters four rows high, on one or two lines; else in smaller ones or in body text.

    `text-align` in the stylesheet places it, `color` is whose turn it is.
    """

    ALLOW_SELECT = False
    word: reactive[str] = reactive("", layout=True)

    def __init__(self, word: str = "", *, classes: str | None = None, beside: tuple[str, ...] = ()) -> None:
        super().__init__(classes=classes)
        self._beside = beside
        self.set_reactive(BigWord.word, word)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Asks for the width of the word itself, where the stylesheet leaves it open."""
        rows = self._written(container.width, container.height).rows
        return max((cells(drawn_row) for drawn_row in rows), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Asks for four rows, or eight for two lines, or as many as smaller letters or bold body text take."""
        room = container.height or viewport.height
        return len(self._written(width, room).rows) if self.word else 0

    def rows_in(self, width: int, height: int) -> int:
        """Tells how many rows it takes where it has so many: four or eight, or those of plain letters."""
        return len(self._written(width, height).rows)

    def more_rows(self, width: int, rows: int, free: int) -> int:
        """Tells how many of so many free rows it takes for drawn letters, where in its own they are plain."""
        if not self.word or self._written(width, rows).big:
            return 0
        heights = [height for height in _HEIGHTS if rows < height <= rows + free]
        return next((height - rows for height in heights if self._written(width, height).big), 0)

    def _written(self, width: int, height: int) -> Written:
        return written(self.word, width, height, self._beside)

    def render_line(self, y: int) -> Strip:
        """Draws one row of the word, in the middle of its height."""
        width, height = self.size
        shown = self._written(width, height)
        place = y - max(0, height - len(shown.rows)) // 2
        drawn_row = shown.rows[place] if 0 <= place < len(shown.rows) else ""
        style = self.rich_style if shown.big else self.rich_style + Style(bold=True)
        align = self.styles.text_align
        return row([(drawn_row, style)], width, style, align if align in ("center", "right") else "left")

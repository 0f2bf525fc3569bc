"""The top of the table: whose turn it is, what is played, and three quiet dots for where we are."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from gatherround.domain.play.plan import Phase
from gatherround.ui import words
from gatherround.ui.widgets.dots import Dots

LOW: Final = 18
"""The rows of a window under which every row is the page's (`-low`): there the reason pops up over the keys."""
PHASES: dict[Phase, int] = {"arrive": 0, "warm-up": 0, "main": 1, "close": 2, "night": 2}


class WhyThisOne(Static):
    """Why it is this story, under its title, while it opens; it takes no row where there is nothing to say."""

    def show(self, why: str) -> None:
        """Says why, or nothing."""
        self.update(words.plain(why))
        self.set_class(not why, "-nothing")


class TableTop(Horizontal):
    """One line, understood in a glance."""

    def __init__(self) -> None:
        super().__init__()
        self._whose = Static("", classes="whose")
        self._title = Static("", classes="title")
        self._dots = Dots()

    def compose(self) -> ComposeResult:
        """Lays whose, what and where in one line."""
        yield self._whose
        yield self._title
        yield self._dots

    def show(self, whose: str, title: str, phase: Phase) -> None:
        """Says whose turn it is, what is played, and where the evening is."""
        self._whose.update(words.bold(whose))
        self._title.update(words.plain(title))
        self._dots.phase = PHASES[phase]

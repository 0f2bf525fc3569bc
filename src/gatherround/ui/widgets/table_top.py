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

    def compose(self) -> ComposeResult:
        """Lays whose, what and where in one line."""
        yield Static("", classes="whose")
        yield Static("", classes="title")
        yield Dots()

    def show(self, whose: str, title: str, phase: Phase) -> None:
        """Says whose turn it is, what is played, and where the evening is."""
        self.query_one(".whose", Static).update(words.bold(whose))
        self.query_one(".title", Static).update(words.plain(title))
        self.query_one(Dots).phase = PHASES[phase]

"""What lies over the evening itself: a pause to breathe in, and goodnight."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from gatherround.domain.play.beats import Beat, Say
from gatherround.ui import words
from gatherround.ui.panels.panel import Panel
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.breath import Breath
from gatherround.ui.widgets.full_page import FullPage

EMBER = " ▗▖ \n▗██▖\n▝██▘"
QUIET_AFTER = 60.0
"""Seconds after which the goodnight goes quiet."""


class PausePanel(Panel[Beat]):
    """The table is covered; everybody breathes; nobody is asked why."""

    def compose(self) -> ComposeResult:
        """Lays a bowl to breathe over beside three ways on."""
        with Horizontal(classes="page"):
            with Vertical(classes="sight"):
                yield Breath("soup", 4)
            with FullPage(classes="words"):
                yield BigWord("pause")
                yield Static(words.plain("Nobody asks why. Breathe together, for as long as it takes."), classes="lit")
                yield Static(words.phrase("[b]space[/b]  go on where we were"), classes="part")
                yield Static(words.phrase("[b]l[/b]  later: we promise a time"), classes="part")
                yield Static(words.phrase("[b]x[/b]  stop here: goodnight"), classes="part")


class NightPanel(Panel[Say]):
    """Goodnight; after a minute the screen goes quiet."""

    @property
    def whose(self) -> str:
        """Gives nobody: the evening is over."""
        return ""

    def compose(self) -> ComposeResult:
        """Lays goodnight, the story's last line and an ember."""
        yield BigWord("goodnight")
        yield Static(words.plain(self.beat.text), classes="lit")
        yield Static(words.plain(EMBER), classes="ember")
        yield Static(words.plain("close the lid whenever you like"), classes="aside")

    def on_mount(self) -> None:
        """Dims step by step, then leaves only the dark."""
        self.set_timer(QUIET_AFTER / 2, lambda: self.add_class("-dim"))
        self.set_timer(QUIET_AFTER, lambda: self.add_class("-quiet"))

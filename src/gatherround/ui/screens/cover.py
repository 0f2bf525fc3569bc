"""A covered screen: nothing of the evening can be seen until somebody presses a key."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from gatherround.ui import words
from gatherround.ui.screens.layers import Over, put_away
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.curtains import Curtains


class Cover(Over[None]):
    """Curtains over everything."""

    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        """Lays one word and a line."""
        yield Curtains()
        yield BigWord("covered")
        yield Static(words.plain("any key when you are back"), classes="aside")

    def on_key(self, event: events.Key) -> None:
        """Uncovers."""
        event.stop()
        event.prevent_default()
        self._back()

    def on_click(self, event: events.Click) -> None:
        """Uncovers at a click too."""
        event.stop()
        self._back()

    def _back(self) -> None:
        put_away(self)

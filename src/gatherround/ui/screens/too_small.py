"""A window too small to play in: one friendly line, and nothing of the evening behind it."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from gatherround.ui import words
from gatherround.ui.screens.layers import Over, fits, put_away

LINE: Final = "A little more room, please: a larger window, or smaller letters."


class TooSmall(Over[None]):
    """Lies over everything while the window is too small, takes every key, and goes by itself when it has grown."""

    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        """Lays the one line."""
        yield Static(words.plain(LINE))

    def on_resize(self, event: events.Resize) -> None:
        """Gives the table back as it was."""
        if fits(event.size):
            put_away(self)

    def on_screen_resume(self) -> None:
        """Gives it back, too, where the window has grown while something lay over this."""
        if fits(self.app.size):
            put_away(self)

"""One square of the quilt, large: its word, which story it was, who was there, and what somebody took."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from gatherround.domain.album import Told
from gatherround.domain.play.sayings import OUR_OWN, STITCHES
from gatherround.domain.quilt import Square
from gatherround.domain.stitches import TILES
from gatherround.ui import words
from gatherround.ui.screens.layers import Over, put_away
from gatherround.ui.stylesheet import QUILT_LOOKS
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.stitched import SquareView

OWN_IDEA: Final = "an idea of their own"


def who_sat(told: Told) -> str:
    """Says who was there, as they sat."""
    return " · ".join(told.who)


def taken(told: Told) -> str:
    """Says what somebody took, and not who; nothing where nothing was taken."""
    acts = [OWN_IDEA if act == OUR_OWN else act for act in told.acts]
    return f"Somebody took: {' · '.join(acts)}" if acts else ""


class OneSquare(Over[bool]):
    """A square to look at together; the answer is whether it is to be unpicked."""

    AUTO_FOCUS = ""
    CSS_PATH: ClassVar = QUILT_LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace,enter,space,q", "close", "back", id="close", key_display="esc"),
        Binding("x", "unpick", "unpick it", id="unpick", tooltip="Take this square and its word out for good"),
    ]

    def __init__(self, square: Square, told: Told) -> None:
        super().__init__()
        self._square = square
        self._told = told

    def compose(self) -> ComposeResult:
        """Lays the square beside what there is to tell of it."""
        with Horizontal(classes="sheet"):
            yield SquareView(self._square.stitch, self._square.things)
            with Vertical(classes="told"):
                if self._square.word:
                    yield BigWord(self._square.word)
                for line in self._lines():
                    yield Static(line, classes="part")
                yield Static(words.phrase("[b]esc[/b] back   [b]x[/b] unpick it"), classes="aside")

    def _lines(self) -> Iterator[words.Words]:
        told = self._told
        stitch = STITCHES[self._square.stitch % len(TILES)]
        if told.day:
            yield words.plain(f"{told.day}.")
        if told.stories:
            yield words.bold(" · ".join(told.stories))
        if told.who:
            yield words.plain(who_sat(told))
        if told.acts:
            yield words.plain(taken(told))
        yield words.dim(f"sewn in {stitch}")

    def on_click(self) -> None:
        """Goes back at a click."""
        self.action_close()

    def action_close(self) -> None:
        """Goes back to the quilt."""
        put_away(self, False)

    def action_unpick(self) -> None:
        """Goes back and asks whether it comes out."""
        put_away(self, True)

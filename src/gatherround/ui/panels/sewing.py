"""Tonight's square: three stitches to point at, the picked one sewn cell by cell; then goodnight."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Center, Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from gatherround.domain.play.beats import Pick
from gatherround.domain.play.casting import things
from gatherround.domain.play.moves import Chose, Move
from gatherround.domain.stitches import swatch
from gatherround.ui import words
from gatherround.ui.moving import Moving
from gatherround.ui.panels.panel import Moved, Panel
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.stitched import SquareView


class Swatch(Moving, Static):
    """A stitch to point at; one after the other they wiggle by a cell, and then lie still."""

    class Picked(Message):
        """Somebody clicked this stitch."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    WIDTH = 14
    HEIGHT = 4
    WIGGLES: Final = 4
    PICTURES = 3 * WIGGLES
    PACE = 1 / 4

    def __init__(self, index: int, stitch: int) -> None:
        super().__init__()
        self._rows = swatch(stitch, self.WIDTH, self.HEIGHT)
        self.index = index

    def render(self) -> words.Words:
        """Draws the stitch, a cell to the right at every second picture of its turn."""
        turn, beat = divmod(self.picture, self.WIGGLES)
        aside = turn == self.index and beat % 2 == 0
        return words.plain("\n".join(row[-1] + row[:-1] if aside else row for row in self._rows))

    def on_click(self, event: events.Click) -> None:
        """Says which one it was."""
        event.stop()
        self.post_message(self.Picked(self.index))


class WordPanel(Panel[Pick]):
    """The square that has been sewn, and the word it may carry."""

    def compose(self) -> ComposeResult:
        """Lays the square over the words it may carry."""
        stitch = self.play.plan.stitches[0] if self.play.stitch is None else self.play.stitch
        with Center():
            yield SquareView(stitch, things(self.play), slowly=True)
        yield Static(words.plain(self.beat.prompt), classes="lit")
        yield Doors(self.beat.options)

    def answer(self, number: int) -> Move | None:
        """Takes a word, or none."""
        return Chose(number) if number < len(self.beat.options) else None


class StitchPanel(Panel[Pick]):
    """The youngest picks the stitch of tonight's square."""

    @property
    def whose(self) -> str:
        """Gives the name of the youngest."""
        return self.name_of(self.beat.who)

    def compose(self) -> ComposeResult:
        """Lays three stitches side by side."""
        yield BigWord("a square")
        yield Static(words.plain(self.beat.prompt), classes="lit")
        with Horizontal(classes="swatches"):
            for index, stitch in enumerate(self.play.plan.stitches):
                with Vertical(classes="swatch-door"):
                    yield Swatch(index, stitch)
                    label = words.phrase("[b]$number[/b] $name", number=str(index + 1), name=self.beat.options[index])
                    yield Static(label, classes="swatch-name")

    def answer(self, number: int) -> Move | None:
        """Takes a stitch."""
        return Chose(number) if number < len(self.beat.options) else None

    def on_swatch_picked(self, message: Swatch.Picked) -> None:
        """Passes a clicked stitch up as an answer."""
        message.stop()
        self.post_message(Moved(Chose(message.index)))

"""What lies over the evening itself: a pause to breathe in, and goodnight."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Static

from gatherround.domain.play.beats import Beat, Say
from gatherround.domain.play.plan import Play
from gatherround.ui import words
from gatherround.ui.moving import moves
from gatherround.ui.panels.panel import Panel
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.breath import Breath
from gatherround.ui.widgets.full_page import FullPage
from gatherround.ui.widgets.night import Envelope, GoesDim, NightLine, NightWord

EMBER = " ▗▖ \n▗██▖\n▝██▘"
QUIET_AFTER = 60.0
"""Seconds after which the goodnight goes quiet."""
DIMS_AFTER: Final = 15.0
"""Seconds in which its last line is read before row after row goes dim."""
ROW: Final = 0.5
"""Seconds from one row to the next."""


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
    """Goodnight, row by row; only an ember is left, and after a minute the screen goes quiet.

    What was sealed a moment ago lies there under its stamp.
    """

    def __init__(self, play: Play, beat: Say, *, sealed: bool = False) -> None:
        super().__init__(play, beat)
        self._sealed = sealed
        self._rows = 0
        self._dims: Timer | None = None

    @property
    def whose(self) -> str:
        """Gives nobody: the evening is over."""
        return ""

    def compose(self) -> ComposeResult:
        """Lays goodnight, the story's last line and an ember."""
        yield NightWord("goodnight")
        yield NightLine(words.plain(self.beat.text), classes="lit")
        if self._sealed:
            yield Envelope(classes="wait")
        yield Static(words.plain(EMBER), classes="ember")
        yield NightLine(words.plain("close the lid whenever you like"), classes="aside")

    def on_mount(self) -> None:
        """Dims row by row, or all at once where nothing moves, then leaves only the dark."""
        if moves(self):
            self.set_timer(DIMS_AFTER, self._begin_to_dim)
        else:
            self.set_timer(QUIET_AFTER / 2, lambda: self.add_class("-dim"))
        self.set_timer(QUIET_AFTER, lambda: self.add_class("-quiet"))

    def _begin_to_dim(self) -> None:
        self._dims = self.set_interval(ROW, self._dim_a_row)

    def _dim_a_row(self) -> None:
        """Dims one row more, from the top; after the last the page stands, and nothing waits but the dark."""
        self._rows += 1
        left = self._rows
        for line in self.children:
            if not isinstance(line, GoesDim):
                continue
            line.dim_rows = min(left, line.size.height)
            left -= line.dim_rows
        if left > 0 and self._dims is not None:
            self._dims.stop()
            self.add_class("-dim")

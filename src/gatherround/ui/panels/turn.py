"""One person speaks aloud, or anybody, or everybody at once on three."""

from __future__ import annotations

from itertools import cycle
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from gatherround.domain.play.beats import Show, Turn
from gatherround.domain.play.looking import at_once
from gatherround.domain.play.moves import Lit, Move
from gatherround.domain.play.plan import Play
from gatherround.ui import words
from gatherround.ui.panels.panel import Panel
from gatherround.ui.places import colour_of
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.candle import Candle
from gatherround.ui.widgets.face_view import FaceView
from gatherround.ui.widgets.full_page import FullPage
from gatherround.ui.widgets.lanterns import Lanterns

_TOGETHER: Final = {"thanks": "one thanks", "carried": "last time"}
LIFTED: Final = "curious"
"""The face that lifts a brow."""
COUNT = ("3", "2", "1", "SHOW!")


class Easier(Static):
    """The other ways to ask it, one at a time, each in the place of the one before."""

    def __init__(self, hints: tuple[str, ...]) -> None:
        super().__init__("", classes="easier")
        self._coming = cycle(hints)

    def show_next(self) -> None:
        """Shows the next of them, and after the last the first again; where there are none it stays empty."""
        if hint := next(self._coming, ""):
            self.update(words.phrase("[b]or:[/b] $hint", hint=hint))
            self.add_class("-shown")


class TurnPanel(Panel[Turn]):
    """Whose turn it is, large; what they are asked, for the reader; a candle where the time is shared."""

    def __init__(self, play: Play, beat: Turn) -> None:
        super().__init__(play, beat)
        self.add_class(f"-{beat.label}")
        self._easier = Easier((*beat.easier, *beat.if_stuck))

    @property
    def whose(self) -> str:
        """Gives the name of whoever speaks."""
        return self.name_of(self.beat.who)

    def compose(self) -> ComposeResult:
        """Lays the candle beside the name and the words."""
        with Horizontal(classes="page"):
            if (sight := self._sight()) is not None:
                with Vertical(classes="sight"):
                    yield sight
            with FullPage(classes="words"):
                yield self._big()
                for line in self.beat.text.split("\n"):
                    yield Static(words.plain(line), classes="lit")
                for line in self.beat.asked.split("\n") if self.beat.asked else ():
                    yield Static(words.plain(line), classes="asked")
                if self.beat.wait:
                    dots = " ".join("·" * self.beat.wait)
                    yield Static(words.phrase("$dots   wait, and say nothing", dots=dots), classes="wait")
                if self.beat.marks:
                    yield Static(words.plain("   ".join(self.beat.marks)), classes="marks")
                yield self._easier
                if self.beat.meanwhile:
                    job = words.phrase("[b]THE OTHERS[/b]  $job", job=" ".join(self.beat.meanwhile.split()))
                    yield Static(job, classes="margin")
                if self.beat.tokens:
                    yield Lanterns(self.beat.tokens, lit=self.play.lanterns)

    def _sight(self) -> Widget | None:
        """Gives a candle where the time is shared, and a face that lifts a brow at *nearly*."""
        if self.beat.label == "nearly":
            face = FaceView("okay")
            self.call_after_refresh(setattr, face, "word", LIFTED)
            return face
        if self.beat.seconds:
            return Candle(self.beat.seconds, classes=colour_of(self.play, self.beat.who) or None)
        return None

    def _big(self) -> BigWord:
        """Gives the name of whoever speaks, or what the whole table does, or that nearly is the good one."""
        if self.beat.label == "nearly":
            return BigWord("nearly", classes=f"name {colour_of(self.play, self.beat.who)}".strip())
        said = _TOGETHER.get(self.beat.label)
        return BigWord(said, classes="name") if said else self.big_name(self.beat.who)

    def answer(self, number: int) -> Move | None:
        """Lights a lantern, where there are any."""
        return Lit(number) if number < len(self.beat.tokens) else None

    def look(self, name: str) -> None:
        """Shows the next easier way to be asked, and holds the candle or lets it burn on, where there is one."""
        match name:
            case "easier":
                self._easier.show_next()
            case "hold":
                for candle in self.query(Candle):
                    candle.hold()


class ShowPanel(Panel[Show]):
    """Everybody at once: the count appears a figure a second after *on*, then SHOW."""

    def __init__(self, play: Play, beat: Show) -> None:
        super().__init__(play, beat)
        self._easier = Easier((*beat.easier, *beat.if_stuck))
        self._count = BigWord("", classes="count")
        self._shown = 0
        self._counting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lays the ask over the count."""
        yield Static(words.plain(self.beat.text), classes="lit")
        if self.beat.wait:
            yield Static(words.plain(" ".join("·" * self.beat.wait)), classes="wait")
        yield self._easier
        yield self._count
        yield Static(words.plain(at_once(self.play)), classes="aside")

    def look(self, name: str) -> None:
        """Shows the next easier way to be asked."""
        if name == "easier":
            self._easier.show_next()

    def go_on(self) -> bool:
        """Begins the count; once SHOW stands there, *on* is the table's again."""
        if self._shown >= len(COUNT):
            return False
        if self.app.animation_level == "none":
            self._finish()
        elif self._counting is None:
            self._show_one()
            self._counting = self.set_interval(1.0, self._show_one, repeat=len(COUNT) - 1)
        else:
            self._finish()
        return True

    def _show_one(self) -> None:
        if self._shown < len(COUNT):
            self._shown += 1
            self._count.word = "  ".join(COUNT[: self._shown])

    def _finish(self) -> None:
        if self._counting is not None:
            self._counting.stop()
        self._shown = len(COUNT)
        self._count.word = "  ".join(COUNT)

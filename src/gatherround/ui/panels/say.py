"""The reader says this to everybody: breaths of text, a face beside them, a noise for the whole table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static

from gatherround.domain.play.beats import Breathing, Casting, Expression, FactCard, Say
from gatherround.domain.play.looking import reminder
from gatherround.domain.play.plan import Play
from gatherround.ui import words
from gatherround.ui.panels.panel import Panel
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.breath import Breath
from gatherround.ui.widgets.face_view import FaceView
from gatherround.ui.widgets.falling import Falling
from gatherround.ui.widgets.full_page import FullPage
from gatherround.ui.widgets.turned_over import TurnedOver

_WHOSE: Final = {
    "fact": "New fact",
    "reveal": "The box",
    "seats": "Seats",
    "swap": "New seats",
    "twist": "The director",
    "stamp": "All hands",
}
_BIG: Final = {
    "cover": "FOR TWO",
    "opening": "READY?",
    "reveal": "THE BOX",
    "twist": "TWIST",
    "rewind": "REWIND",
    "swap": "SWAP",
}
_SHORTER: Final = re.compile(r"(.*\w)[\s,-]+\S+$")
_MANNER: Final = re.compile(r", (as|with|like|very|quite) .*$")
"""How a noise is made, which stands beside it in the margin."""
NOISE: Final = 9
"""From so many letters on, what a noise only repeats is not drawn big."""


class SayPanel(Panel[Say]):
    """Something read aloud; enter goes on, and where small hands have a job the long key is theirs."""

    def __init__(self, play: Play, beat: Say) -> None:
        super().__init__(play, beat)
        self.add_class(f"-{beat.label}")
        self._falling = Falling(beat.small_hands) if beat.small_hands else None

    @property
    def whose(self) -> str:
        """Gives who acts: the table, the box, the director."""
        return _WHOSE.get(self.beat.label, "Everybody")

    def compose(self) -> ComposeResult:
        """Lays the face beside the words, and under them who does what."""
        with Horizontal(classes="page"):
            if (face := self._face()) is not None:
                with Vertical(classes="sight"):
                    yield face
            with FullPage(classes="words"):
                yield from self._text()
                if big := self._big():
                    said_twice = self.beat.chorus or big.casefold() in self.beat.text.casefold()
                    yield BigWord(big, classes="again" if said_twice else "")
                if self._falling is not None:
                    yield self._falling
                yield from self._margin()

    def look(self, name: str) -> None:
        """Plays the small hands' effect once more, where this page has one, and changes nothing else."""
        if name == "small-hands" and self._falling is not None:
            self._falling.fall()

    def _face(self) -> Widget | None:
        match self.beat.sight:
            case Expression(word):
                return self._turning(word)
            case Breathing(pattern, times):
                return Breath(pattern, times)
            case _:
                return None

    def _turning(self, word: str) -> FaceView:
        """Gives a face that turns into the chosen feeling once it is on the table; elsewhere it is there at once."""
        if self.beat.label != "mirror":
            return FaceView(word, nearest=self.nearest(word))
        view = FaceView("okay", nearest=self.nearest(word))
        self.call_after_refresh(setattr, view, "word", word)
        return view

    def _text(self) -> Iterator[Widget]:
        if line := reminder(self.play):
            yield Static(words.plain(line), classes="reminder")
        for breath in self.beat.said[-2:]:
            yield Static(words.dim(breath), classes="said")
        box = "fact" if self.beat.label == "fact" else "lit now" if self.beat.said else "lit"
        if isinstance(self.beat.sight, FactCard):
            number = f"NEW FACT, {self.beat.sight.number} of {self.beat.sight.of}"
            yield Static(words.plain(number), classes="margin-label")
        noises = [chorus.word for chorus in self.beat.chorus]
        yield (TurnedOver if box == "fact" else Static)(words.lit(self.beat.text, noises), classes=box)
        if isinstance(self.beat.sight, Casting) and self.beat.label != "seats":
            for part, who in self.beat.sight.parts:
                yield Static(words.phrase("$part  [dim]$who[/dim]", part=part, who=who), classes="part")

    def _big(self) -> str:
        if self.beat.small_hands:
            return ""
        if self.beat.chorus:
            return unrepeated(self.beat.chorus[0].noise)
        if self.beat.label == "mirror" and isinstance(self.beat.sight, Expression):
            return self.beat.sight.word
        if self.beat.label == "seats" and isinstance(self.beat.sight, Casting) and len(self.beat.sight.parts) == 1:
            return self.beat.sight.parts[0][0]
        return _BIG.get(self.beat.label, "")

    def _margin(self) -> Iterator[Widget]:
        for chorus in self.beat.chorus:
            hands = f" · or: {chorus.hands}" if chorus.hands else ""
            line = words.phrase(
                "[b]EVERYBODY[/b]  at “$word”: $noise$hands", word=chorus.word, noise=chorus.noise, hands=hands
            )
            yield Static(line, classes="margin")
            brief = words.phrase("“$word”: $noise$hands", word=chorus.word, noise=chorus.noise, hands=hands)
            yield Static(brief, classes="margin brief")
        if self.beat.label == "cover":
            yield Static(words.phrase("[b]h[/b]  getting help, also on your own"), classes="margin")
        if self.beat.small_hands:
            whose = "ALL HANDS" if self.beat.label == "stamp" else "SMALL HANDS"
            yield Static(words.phrase("[b]$whose[/b]  the long key: it happens!", whose=whose), classes="margin")


def unrepeated(noise: str) -> str:
    """Gives a noise as it is drawn big: without what a long one says again, and how it is made."""
    short = _MANNER.sub("", noise)
    while len(short) > NOISE and (shorter := _SHORTER.match(short)) and _beats(shorter[1]) == _beats(short):
        short = shorter[1]
    return short


def _beats(noise: str) -> set[str]:
    return {*re.findall(r"\w+", noise.casefold())}

"""How near was it? The person themselves says: yes, nearly, no; or a few words go on paper."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.widgets import Static

from gatherround.domain.play.beats import Answer, Check, Write
from gatherround.domain.play.moves import Move, Said
from gatherround.ui import words
from gatherround.ui.panels.panel import Panel
from gatherround.ui.widgets.doors import Doors

ANSWERS: Final[dict[str, tuple[Answer, ...]]] = {"guess": ("yes", "nearly", "no"), "echo": ("yes", "nearly", "not yet")}
_ASIDE: Final = {
    "guess": "No is as good as yes: now we can find out.",
    "echo": "“Nearly” is the good one: add the missing bit.",
}


class CheckPanel(Panel[Check]):
    """Three doors of one size, for the one person who knows."""

    @property
    def whose(self) -> str:
        """Gives the name of the person who knows."""
        return self.name_of(self.beat.who)

    def compose(self) -> ComposeResult:
        """Lays the name over the question and the three answers."""
        yield self.big_name(self.beat.who)
        yield Static(words.plain(self.beat.text), classes="lit")
        yield Doors(ANSWERS[self.beat.use])
        yield Static(words.plain(_ASIDE[self.beat.use]), classes="aside")

    def answer(self, number: int) -> Move | None:
        """Says how near it was."""
        answers = ANSWERS[self.beat.use]
        return Said(answers[number]) if number < len(answers) else None


class WritePanel(Panel[Write]):
    """A few words on paper or aloud; nothing is typed and nothing is kept."""

    @property
    def whose(self) -> str:
        """Gives the name of whoever writes."""
        return self.name_of(self.beat.who)

    def compose(self) -> ComposeResult:
        """Lays the name over what to write and how much."""
        yield self.big_name(self.beat.who)
        yield Static(words.plain(self.beat.prompt), classes="lit")
        yield Static(
            words.phrase("On paper, or aloud. Up to $count words. Nobody keeps it.", count=str(self.beat.words)),
            classes="aside",
        )

    def answer(self, number: int) -> Move | None:
        """Has no answers: what is written stays on its paper."""
        return None

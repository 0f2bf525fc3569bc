"""What only one pair of eyes sees: the ballot box and the card under the kettle."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.widgets import Static

from gatherround.domain.play.beats import Ballot, Card
from gatherround.domain.play.moves import Chose, Move
from gatherround.domain.play.plan import Play
from gatherround.ui import words
from gatherround.ui.panels.panel import Panel
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.curtains import Curtains
from gatherround.ui.widgets.doors import Doors


class BallotPanel(Panel[Ballot]):
    """The box: it shows whose key it is and who has been, and reacts to every key alike."""

    @property
    def whose(self) -> str:
        """Gives the name of whoever votes."""
        return self.name_of(self.voter)

    @property
    def voter(self) -> str:
        """Gives who votes now."""
        return self.beat.voters[len(self.play.votes)]

    def compose(self) -> ComposeResult:
        """Lays the question over the doors, and under them the name and the box."""
        yield Static(words.plain(self.beat.question), classes="cause")
        yield Doors(self.beat.options)
        yield self.big_name(self.voter, among=self.beat.voters)
        yield Static(
            words.plain("Hide your hand. One key. The screen will not change. Then slide it on."), classes="aside"
        )
        voted = {voter for voter, _ in self.play.votes}
        signs = ["▣" if voter in voted else "▢" for voter in self.beat.voters]
        named = [f"{sign} {self.name_of(voter)}" for sign, voter in zip(signs, self.beat.voters, strict=True)]
        box = "in the box:  $signs        [b]0[/b] empty vote"
        yield Static(words.phrase(box, signs="   ".join(named)), classes="box")
        yield Static(words.phrase(box, signs=" ".join(signs)), classes="box brief")

    def answer(self, number: int) -> Move | None:
        """Puts a vote into the box; what it was is on no screen."""
        return Chose(number) if number < len(self.beat.options) else None


class CardPanel(Panel[Card]):
    """A card covered by curtains, or open and nothing else on the screen."""

    def __init__(self, play: Play, beat: Card) -> None:
        super().__init__(play, beat)
        self.set_class(beat.open, "-open")

    @property
    def whose(self) -> str:
        """Gives nothing away: a card is for one pair of eyes."""
        return "One pair of eyes"

    def compose(self) -> ComposeResult:
        """Lays the card, or the curtains with whose eyes it is for."""
        name = self.name_of(self.beat.who)
        if self.beat.open:
            with Center(), Vertical(classes="card"):
                yield BigWord(self.beat.name)
                for line in self.beat.lines:
                    yield Static(words.plain(line), classes="lit")
            yield Static(words.plain("any key closes it"), classes="aside")
            return
        yield Curtains()
        yield self.big_name(self.beat.who)
        yield Static(
            words.phrase("Turn the screen to $name. Everybody else: close your eyes and", name=name), classes="lit"
        )
        yield BigWord("hum")
        yield Static(
            words.phrase("like a kettle, or drum softly on your knees, until $name says “ding”.", name=name),
            classes="lit",
        )
        with Center():
            yield Static(words.plain("any key, once they hum"), classes="button")
        if self.beat.whisper:
            yield Static(
                words.plain("Cannot read yet? Somebody leans in and whispers. That is what the hum is for."),
                classes="aside",
            )

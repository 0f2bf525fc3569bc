"""The place cards of those who live here, as they sit round the table."""

from __future__ import annotations

from datetime import date
from typing import Final

from textual.app import ComposeResult
from textual.containers import Container
from textual.reactive import reactive
from textual.widgets import Static

from gatherround.domain.chairs import chair_at, chair_with
from gatherround.domain.members import Card, Member, stage_on
from gatherround.domain.place_cards import PlaceCards
from gatherround.ui import words
from gatherround.ui.widgets.chair_plate import ChairPlate, Presence

NOBODY: Final = (
    "Nobody has a card here, and nobody needs one.\n\n"
    "With a card, a chair has a name and knows what to leave alone.\nWith a birthday on it, it grows up by itself.\n\n"
    "[b]a[/b]  the first card"
)


class Cards(Container):
    """A place card for each, the one that is looked at in a thick frame; a click on one is `ChairPlate.Touched`."""

    here: reactive[tuple[Member, ...]] = reactive((), recompose=True)
    at: reactive[int] = reactive(0)

    def __init__(self, today: date) -> None:
        super().__init__(classes="cards")
        self._today = today

    def show(self, cards: PlaceCards) -> None:
        """Shows these, and which one is looked at; they are laid anew only where they are others."""
        self.at = cards.at
        self.here = cards.here

    def compose(self) -> ComposeResult:
        """Lays a place card for each."""
        self.set_class(not self.here, "-empty")
        if not self.here:
            yield Static(words.phrase(NOBODY), classes="empty")
        for place, one in enumerate(self.here):
            chair = chair_with(one.card.plate, chair_at(place))
            said = shown_on(one.card, self._today)
            yield ChairPlate(chair, said, number=place + 1, presence=self._presence(place))

    def watch_at(self) -> None:
        """Puts the thick frame round the one that is looked at."""
        for plate in self.query(ChairPlate):
            plate.presence = self._presence(plate.number - 1)

    def _presence(self, place: int) -> Presence:
        return "glow" if place == self.at else "here"


def shown_on(card: Card, today: date) -> str:
    """Gives what a place card shows: a name, or on a chair without one how old somebody is."""
    stage = stage_on(card, today)
    return card.name if stage is None or not card.nameless else stage.said

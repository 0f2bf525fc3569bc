"""People: a card for each who lives here, in the order of their chairs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final

from textual import events, on
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from gatherround.domain.members import how_old
from gatherround.domain.place_cards import PlaceCards
from gatherround.host.house import House
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.new_card import card_over
from gatherround.ui.screens.study import STUDY_KEYS, Study
from gatherround.ui.widgets.chair_plate import ChairPlate
from gatherround.ui.widgets.place_cards import Cards

ACROSS: Final = 4


class People(Study, inherit_bindings=False):
    """Shows every card, opens one, adds one, and moves one round the table."""

    TITLED = "People"
    KEPT = ("open", "add", "back")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "open", id="open", key_display="enter", tooltip="Open this card"),
        Binding("a", "add", "add", id="add", tooltip="A name for a chair, or a card for somebody else"),
        Binding("comma,less_than_sign", "move(-1)", "move", id="move", key_display=", .", tooltip="Move a chair back"),
        Binding("full_stop,greater_than_sign", "move(1)", "move on", show=False, tooltip="Move a chair on"),
        Binding("right", "walk(1)", show=False),
        Binding("left", "walk(-1)", show=False),
        Binding("down", f"walk({ACROSS})", show=False),
        Binding("up", f"walk(-{ACROSS})", show=False),
        *(Binding(str(number), f"number({number - 1})", show=False) for number in range(1, 10)),
        Binding("0", "number(9)", show=False),
        *STUDY_KEYS,
    ]

    cards: var[PlaceCards] = var(PlaceCards())

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self._laid = Cards(house.today())
        self._about_one = Static(words.plain(""), classes="about")
        self.unmade = ""
        """A name whose card could not be made, which is offered once more."""

    @on(events.Mount)
    @on(events.ScreenResume)
    def read(self) -> None:
        """Reads the cards, and again once the page is in front: one may have been changed."""
        try:
            self.cards = self.cards.among(self.house.family.people.all())
        except Trouble as trouble:
            self.notify(trouble.sentence, markup=False)

    def page(self) -> Iterator[Widget]:
        """Lays the cards, and a line about the one that is looked at."""
        yield self._laid
        yield self._about_one

    def watch_cards(self, cards: PlaceCards) -> None:
        """Shows the cards as they are now, and which one is looked at."""
        self.set_class(len(cards.here) > 2 * ACROSS, "-many")
        self._laid.show(cards)
        self._about_one.update(words.plain(_about(cards, self.house.today())))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now."""
        if action == "open" and not self.cards.here:
            return False
        if action == "move" and len(self.cards.here) < 2:
            return False
        return super().check_action(action, parameters)

    def action_walk(self, step: int) -> None:
        """Looks at another card."""
        self.cards = self.cards.looking_at(self.cards.at + step)

    def action_number(self, index: int) -> None:
        """Opens the card of a number."""
        if index < len(self.cards.here):
            self.cards = self.cards.looking_at(index)
            self.action_open()

    def on_chair_plate_touched(self, message: ChairPlate.Touched) -> None:
        """Opens a clicked card."""
        message.stop()
        self.action_number(message.plate.number - 1)

    def action_open(self) -> None:
        """Opens the card that is looked at."""
        from gatherround.ui.screens.person import PersonCard

        if (one := self.cards.one) is not None:
            lay_over(self, PersonCard(self.house, one))

    def action_move(self, step: int) -> None:
        """Moves the one that is looked at a chair on round the table, and goes along."""
        one = self.cards.one
        if one is not None and attempt(self, lambda: self.house.family.people.move(one, step)):
            self.cards = self.cards.moved_along(step)
            self.read()

    def action_add(self) -> None:
        """Asks for a name, for a chair without one or for somebody else."""
        card_over(self)


def _about(cards: PlaceCards, today: date) -> str:
    """Says who is looked at; nothing where nobody is there."""
    if (one := cards.one) is None:
        return ""
    known = f"{one.card.name}: {how_old(one.card, today)}"
    if one.card.nameless:
        return f"{known}. a gives this chair a name."
    return f"{known}. Locked; their word opens it." if one.lock else known

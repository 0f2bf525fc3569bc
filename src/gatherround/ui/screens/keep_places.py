"""Keep these places? One calm question after goodnight, which may be answered for good."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from gatherround.domain.people import Person
from gatherround.host.house import House
from gatherround.host.troubles import CannotBe, Trouble
from gatherround.ui import words
from gatherround.ui.screens.asking import Question

DOORS: Final = ("keep our places", "not now", "please never ask")
SAYS: Final = (
    "Then these chairs are laid again, each at the same age until its card has a birthday. "
    "Cards are under esc, for the grown-ups. It stays on this computer."
)


class KeepPlaces(Question[None]):
    """Turns guests into people who live here, in one press; the other two doors are as large."""

    ASKS = "Keep these places for next time?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right,pagedown", "on", "not now", show=False, tooltip="Not now"),
    ]

    def __init__(self, house: House, guests: Sequence[Person], *, patience: float) -> None:
        super().__init__()
        self._house = house
        self._guests = tuple(guests)
        self._patience = patience
        self._asked_at = monotonic()

    def doors(self) -> tuple[str, ...]:
        """Gives the three answers."""
        return DOORS

    def compose(self) -> ComposeResult:
        """Lays the question, whose chairs it is about, and the doors."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self.ASKS), classes="sheet-title")
            yield Static(words.plain(" · ".join(guest.name for guest in self._guests)), classes="says")
            yield Static(words.plain(SAYS), classes="says")
            yield from self.laid_doors()

    def answer(self, index: int) -> None:
        """Keeps the places, asks again another week, or never asks again."""
        places = self._house.family.places
        try:
            (lambda: places.keep(self._guests), places.not_now, places.never_ask)[index]()
        except (CannotBe, Trouble) as no:
            self.app.notify(no.sentence, markup=False)

    def action_on(self) -> None:
        """Goes on without an answer, once the question has lain there long enough to be seen."""
        if monotonic() - self._asked_at >= self._patience:
            self.action_none()

    def action_none(self) -> None:
        """Leaves it for another week."""
        self._house.family.places.not_now()
        super().action_none()

"""Keep these places? One calm question after goodnight, which may be answered for good."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from gatherround.domain.people import Person
from gatherround.host.house import House
from gatherround.host.keeping_places import SAYS
from gatherround.ui import words
from gatherround.ui.patience import Patience
from gatherround.ui.places import named
from gatherround.ui.pops_up import attempt, tell
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.layers import lay_over

DOORS: Final = ("keep our places", "not now", "please never ask")
NOT_NOW: Final = 1
"""The door that leaving the question is as good as: it is asked again another week."""
SAID: Final = (
    "Kept: these chairs are yours now. Their names go under esc, for the grown-ups, people and their cards.",
    "Nothing was kept. The table stays set as it is, and in a month this may be asked again.",
    "Nothing was kept, and nobody asks again. The table stays set as it is.",
)
"""What each of the doors has done."""


def keep_places_over(
    below: Screen[Any], house: House, guests: Sequence[Person], then: Callable[[], None], *, patience: float
) -> None:
    """Asks over a screen, does what was answered and says so; where no card can be made, a kind line says why."""
    places = house.family.places

    def keep(door: int | None) -> None:
        answers = (lambda: places.keep(guests), places.not_now, places.never_ask)
        answer = NOT_NOW if door is None else door
        if attempt(below, answers[answer]):
            tell(below, SAID[answer], seconds=8)
        then()

    lay_over(below, KeepPlaces(guests, patience=patience), keep)


class KeepPlaces(Question[int]):
    """Whether guests become people who live here, in one press; the other two doors are as large."""

    ASKS = "Keep these places for next time?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right,pagedown", "on", "not now", show=False, tooltip="Not now"),
    ]

    def __init__(self, guests: Sequence[Person], *, patience: float) -> None:
        super().__init__()
        self._guests = tuple(guests)
        self._page = Patience(patience)

    def on_mount(self) -> None:
        """Remembers since when it lies there."""
        self._page.it_lies()

    def doors(self) -> tuple[str, ...]:
        """Gives the three answers."""
        return DOORS

    def compose(self) -> ComposeResult:
        """Lays the question, whose chairs it is about, and the doors."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self.ASKS), classes="sheet-title")
            yield Static(words.plain(" · ".join(map(named, self._guests))), classes="says")
            yield Static(words.plain(SAYS), classes="says")
            yield from self.laid_doors()

    def answer(self, index: int) -> int:
        """Gives which door it was."""
        return index

    def action_on(self) -> None:
        """Goes on without an answer, once the question has lain there long enough to be seen."""
        if not self._page.too_early:
            self.action_none()

"""The table seen from above, with the chairs round it as people really sit."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Static

from gatherround.domain.people import Person
from gatherround.ui import words
from gatherround.ui.places import chair_of
from gatherround.ui.widgets.chair_plate import ChairPlate

Seating = tuple[tuple[Person, bool], ...]
"""Everybody round the table, and whether they are here tonight."""


class TableMap(Vertical):
    """Chairs along the top, the right, the bottom and the left, clockwise from the first."""

    seating: reactive[Seating] = reactive((), recompose=True)
    waiting: reactive[bool] = reactive(default=False, recompose=True)
    """Whether a Round waits to be gone on with."""

    def __init__(self, seating: Seating = ()) -> None:
        super().__init__()
        self.set_reactive(TableMap.seating, seating)

    def compose(self) -> ComposeResult:
        """Lays the chairs round the table; a side where nobody sits takes no room."""
        top, right, bottom, left = _sides(self.seating)
        if top:
            yield Horizontal(*_plates(top), classes="side")
        with Horizontal(classes="middle"):
            if left:
                yield Vertical(*_plates(left), classes="end")
            yield Static(self._on_the_table(), classes="board")
            if right:
                yield Vertical(*_plates(right), classes="end")
        if bottom:
            yield Horizontal(*_plates(bottom), classes="side")

    def _on_the_table(self) -> words.Words:
        if not self.seating:
            return words.dim("nobody yet")
        here = sum(1 for _, is_here in self.seating if is_here)
        said = "one at the table" if here == 1 else f"{here} at the table"
        return words.phrase("$said\n[b]space[/b]  $does", said=said, does="GO ON" if self.waiting else "START")


def _plates(seats: Sequence[tuple[int, Person, bool]]) -> list[ChairPlate]:
    return [
        ChairPlate(
            chair_of(person, number - 1),
            card_said(person),
            number=number,
            presence="here" if here else "away",
            by_thing=person.nameless,
        )
        for number, person, here in seats
    ]


def card_said(person: Person) -> str:
    """Gives what a place card says of somebody: their name, or without one of their own only how old they are."""
    return person.how_old if person.nameless else person.name


def _sides(seating: Seating) -> tuple[list[tuple[int, Person, bool]], ...]:
    """Divides the places clockwise: as many above as below, and one at each end once there are four."""
    seats = [(number, person, here) for number, (person, here) in enumerate(seating, start=1)]
    ends = 1 if len(seats) >= 4 else 0
    above = (len(seats) - 2 * ends + 1) // 2
    below = len(seats) - 2 * ends - above
    top, rest = seats[:above], seats[above:]
    right, rest = rest[:ends], rest[ends:]
    bottom, left = rest[:below], rest[below:]
    return top, right, list(reversed(bottom)), left

"""One person's card: what the table knows of them, each line theirs to change, and nothing asked twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from textual.containers import Vertical
from textual.widget import Widget

from gatherround.domain.card_menus import TOPICS
from gatherround.domain.chairs import Chair, chair_at, chair_with
from gatherround.domain.members import Born, Card, Member, how_old, may_lock
from gatherround.host.house import House
from gatherround.ui.lists import Option
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.card_questions import QUESTIONS
from gatherround.ui.screens.study import Rows
from gatherround.ui.widgets.chair_plate import ChairPlate
from gatherround.ui.widgets.face_view import FaceView

MONTHS: Final = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")


class PersonCard(Rows):
    """Shows one card and changes it, row by row; behind a lock it shows how it is opened."""

    def __init__(self, house: House, member: Member) -> None:
        super().__init__()
        self.house = house
        self.member = member
        self.shut = member.lock is not None
        self._plate = ChairPlate(self._chair, member.card.name)
        self._face = FaceView(member.card.face)

    def titled(self) -> str:
        """Gives whose card it is."""
        return self.member.card.name

    def rows(self) -> Sequence[Option]:
        """Gives what stands on the card; behind a lock, the two ways to open it."""
        if self.shut:
            return (
                self.row("locked", "open it with its word", "open"),
                self.row("", "the word is forgotten", "forgotten"),
                self.row("goodbye", "erase this card, for good", "goodbye"),
            )
        card, today = self.member.card, self.house.today()
        return (
            self.row("name", card.name, "name"),
            self.row("born", _born_said(card.born), "born"),
            self.row("how old", how_old(card, today), "stage"),
            self.row("place card", f"{card.plate.object.title()}  {self._chair.band(6)}", "plate"),
            self.row("face", card.face, "face"),
            self.row("may be guessed", "yes" if card.guess_me else "don't guess me", "guess"),
            self.row("what helps", _listed(card.comfort), "comfort"),
            self.row("left alone", _listed(tuple(TOPICS.get(one, one) for one in card.avoid)), "avoid"),
            self.row("my two", _listed(card.my_two), "my_two"),
            self.row("own words", _listed(card.words), "words"),
            *self._lock_row(),
            self.row("goodbye", "erase this card, for good", "goodbye"),
        )

    def _lock_row(self) -> Iterator[Option]:
        if self.member.lock is not None:
            yield self.row("lock", "a word opens this card", "unlock")
        elif may_lock(self.member, self.house.today()):
            yield self.row("lock", "none", "lock")

    def beside(self) -> Iterator[Widget]:
        """Lays the place card and the face beside the rows."""
        with Vertical(classes="right"):
            yield self._plate
            yield self._face

    @property
    def _chair(self) -> Chair:
        return chair_with(self.member.card.plate, chair_at(0))

    def chosen(self, name: str) -> None:
        """Asks what the row is about."""
        QUESTIONS[name](self)

    def change(self, **changes: Any) -> None:
        """Keeps the card with these changes, where they fit."""
        attempt(self, lambda: self.keep(**changes))

    def keep(self, **changes: Any) -> None:
        """Keeps the card with these changes; raises CannotBe or Trouble."""
        card: Card = replace(self.member.card, **changes)
        self.take(lambda: self.house.family.people.change(self.member, card))

    def take(self, made: Callable[[], Member]) -> None:
        """Takes a card as it has become, and shows it; raises CannotBe or Trouble where nothing could be kept."""
        self.member = made()
        self.shut = False
        self._show()

    def open(self) -> None:
        """Shows what the lock hid, until this page is left."""
        self.shut = False
        self._show()

    def _show(self) -> None:
        self.show_again()
        self._plate.who = self.member.card.name
        self._plate.seat(self._chair)
        self._face.word = self.member.card.face


def _born_said(born: Born | None) -> str:
    if born is None:
        return "not said"
    return f"{born.year}" if born.month is None else f"{MONTHS[born.month - 1]} {born.year}"


def _listed(lines: tuple[str, ...]) -> str:
    return " · ".join(lines) or "nothing yet"

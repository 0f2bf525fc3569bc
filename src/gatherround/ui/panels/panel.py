"""What every panel is: a value drawn large, and answers that go up as messages."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.message import Message

from gatherround.domain.play.beats import Beat
from gatherround.domain.play.moves import Chose, Lit, Move
from gatherround.domain.play.plan import Play
from gatherround.ui.places import colour_of
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.full_page import FullPage
from gatherround.ui.widgets.lanterns import Lanterns

OnTable = TypeVar("OnTable", bound=Beat)
"""The sort of beat that a panel draws."""


class Moved(Message):
    """Somebody answered; the table decides whether the answer is legal now."""

    def __init__(self, move: Move) -> None:
        super().__init__()
        self.move = move


class Panel(FullPage, Generic[OnTable]):
    """One beat, drawn; it never changes and is swapped for the next."""

    def __init__(self, play: Play, beat: OnTable) -> None:
        super().__init__()
        self.play = play
        self.beat = beat

    @property
    def whose(self) -> str:
        """Gives the name for the corner of the table: whose turn it is."""
        return "Everybody"

    def name_of(self, person: str) -> str:
        """Gives somebody's name as they wrote it; nobody's is anybody's."""
        return self.play.plan.person(person).name if person else "Anybody"

    def nearest(self, word: str) -> str:
        """Gives the word whose face a feeling borrows where it has none of its own."""
        return next((one.face for one in self.play.plan.words if one.word == word and one.face), "okay")

    def big_name(self, person: str, *, among: tuple[str, ...] = ()) -> BigWord:
        """Gives somebody's name in letters that can be read two metres away, in the colour of their chair.

        Names `among` which it comes are as large, so that nothing else moves as one follows the other.
        """
        names = tuple(self.name_of(other) for other in among)
        return BigWord(self.name_of(person), classes=f"name {colour_of(self.play, person)}".strip(), beside=names)

    def go_on(self) -> bool:
        """Takes a press of *on* for itself where it has something to show first; else it is the table's."""
        return False

    def look(self, name: str) -> None:
        """Shows what a key of this name shows without a move, where this page has it."""

    def answer(self, number: int) -> Move | None:
        """Gives the move a number means here, counting from 0, or none."""
        return Chose(number)

    def on_doors_picked(self, message: Doors.Picked) -> None:
        """Passes a clicked door up as an answer."""
        message.stop()
        if (move := self.answer(message.index)) is not None:
            self.post_message(Moved(move))

    def on_lanterns_lit(self, message: Lanterns.Lit) -> None:
        """Passes a clicked lantern up as an answer."""
        message.stop()
        self.post_message(Moved(Lit(message.index)))

"""The quilt of this house: a square for each evening that was sewn; one may be opened, unpicked, or kept on a page."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from gatherround.domain.text import tidy
from gatherround.host.pages import NotAPage, NothingToKeep, keep_page, take_out
from gatherround.host.troubles import Trouble
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.noticing import note_over
from gatherround.ui.screens.one_square import OneSquare
from gatherround.ui.screens.walking import Walking
from gatherround.ui.widgets.quilt_view import QuiltView

OUT: Final = "It is out, with its word."
LIES_IN: Final = "Your quilt lies in {path}. Open it in a browser, and print it from there."
WITH_SQUARES: Final = frozenset({"walk", "page", "end", "open", "words", "unpick", "keep"})
"""What can be done only where there is a square."""


class Unpick(Question[bool]):
    """Whether a square comes out; leaving it in stands first."""

    ASKS = "Unpick this square? It comes out for good, with its word."

    def doors(self) -> tuple[str, ...]:
        """Gives both answers."""
        return ("leave it in", "unpick it")

    def answer(self, index: int) -> bool:
        """Gives whether it comes out."""
        return index == 1


class Quilt(Walking):
    """What may be done with a square, and the ways on from here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "open", id="open", key_display="enter", tooltip="Open this square"),
        Binding("slash", "words", "words", id="words", tooltip="The words this house owns"),
        Binding("k", "keep", "keep", id="keep", tooltip="Keep the quilt as a page to print"),
        Binding("l", "look_back", "look back", id="look-back", tooltip="What else there is to look back on"),
        Binding("x", "unpick", "unpick", id="unpick", tooltip="Take this square and its word out for good"),
        Binding("n", "note", "note it", id="note", tooltip="Note what you saw somebody do for somebody"),
        Binding("question_mark", "help", "help", id="help", tooltip="What the keys do"),
        Binding("escape,backspace,q", "back", "back", id="back", key_display="esc", tooltip="Back"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing while there is no square."""
        return bool(self.squares) or action not in WITH_SQUARES

    def on_quilt_view_opened(self, message: QuiltView.Opened) -> None:
        """Opens the square that was clicked."""
        message.stop()
        self.action_open()

    def action_open(self) -> None:
        """Opens the square that is looked at."""
        if (square := self.looked_at) is not None:
            lay_over(self, OneSquare(square, self.told(square)), self._opened)

    def _opened(self, unpick: bool | None) -> None:
        if unpick:
            self.action_unpick()

    def action_unpick(self) -> None:
        """Asks whether this square comes out."""
        if self.looked_at is not None:
            lay_over(self, Unpick(), self._unpicked)

    def _unpicked(self, out: bool | None) -> None:
        square = self.looked_at
        if not out or square is None:
            return
        try:
            take_out(self.house, square.entry)
            self.notify(OUT, markup=False)
        except Trouble as trouble:
            self.notify(trouble.sentence, markup=False)
        self.lay_anew()

    def action_words(self) -> None:
        """Opens the house's own dictionary."""
        from gatherround.ui.screens.house_words import HouseWords

        try:
            owned = self.memories.dictionary(self.squares)
        except Trouble as trouble:
            self.notify(trouble.sentence, markup=False)
            return
        lay_over(self, HouseWords(owned), self._looked_up)

    def _looked_up(self, entry: int | None) -> None:
        """Walks to the square of a word that was looked up."""
        at = next((at for at, square in enumerate(self.squares) if square.entry == entry), None)
        if at is not None:
            self.view.cursor = at

    def action_look_back(self) -> None:
        """Opens what else there is to look back on."""
        from gatherround.ui.screens.looking_back import LookingBack

        lay_over(self, LookingBack(self.house))

    def action_keep(self) -> None:
        """Writes the page to keep and says where it lies."""
        try:
            page = keep_page(self.house)
        except (NothingToKeep, NotAPage, Trouble) as trouble:
            self.notify(trouble.sentence, markup=False)
            return
        self.notify(LIES_IN.format(path=tidy(str(page))), markup=False, timeout=15)

    def action_note(self) -> None:
        """Notes what somebody saw."""
        note_over(self, self.house)

    def action_back(self) -> None:
        """Goes back."""
        put_away(self)

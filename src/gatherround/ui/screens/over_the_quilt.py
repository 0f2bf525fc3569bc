"""What is asked and done over the quilt: a square comes out, a word is looked up, the quilt is kept as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gatherround.domain.quilt import Square
from gatherround.domain.text import tidy
from gatherround.host.pages import NotAPage, NothingToKeep, keep_page, take_out
from gatherround.host.troubles import Trouble
from gatherround.ui.pops_up import attempt, tell
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.one_square import OneSquare
from gatherround.ui.squares import told_of

if TYPE_CHECKING:
    from gatherround.ui.screens.quilt import Quilt

OUT: Final = "It is out, with its word."
LIES_IN: Final = "Your quilt lies in {path}. Open it in a browser, and print it from there."


class Unpick(Question[bool]):
    """Whether a square comes out; leaving it in stands first."""

    ASKS = "Unpick this square? It comes out for good, with its word."

    def doors(self) -> tuple[str, ...]:
        """Gives both answers."""
        return ("leave it in", "unpick it")

    def answer(self, index: int) -> bool:
        """Gives whether it comes out."""
        return index == 1


def open_square(quilt: Quilt, square: Square) -> None:
    """Opens a square; from there too it may be unpicked."""
    sheet = OneSquare(square, told_of(quilt.memories, square))
    lay_over(quilt, sheet, lambda out: unpick(quilt, square) if out else None)


def unpick(quilt: Quilt, square: Square) -> None:
    """Asks whether a square comes out, and takes it out with its word."""

    def answered(out: bool | None) -> None:
        if not out:
            return
        if attempt(quilt, lambda: take_out(quilt.house, square.entry)):
            tell(quilt, OUT)
        quilt.lay_anew()

    lay_over(quilt, Unpick(), answered)


def look_up(quilt: Quilt) -> None:
    """Opens the house's own dictionary, and walks to the square of a word that was looked up."""
    from gatherround.ui.screens.house_words import HouseWords

    try:
        words = quilt.memories.dictionary(quilt.view.squares)
    except Trouble as trouble:
        tell(quilt, trouble.sentence)
    else:
        lay_over(quilt, HouseWords(words), quilt.view.walk_to)


def keep_as_page(quilt: Quilt) -> None:
    """Writes the page to keep and says where it lies."""
    try:
        page = keep_page(quilt.house)
    except (NothingToKeep, NotAPage, Trouble) as trouble:
        tell(quilt, trouble.sentence)
    else:
        tell(quilt, LIES_IN.format(path=tidy(str(page))), seconds=15)

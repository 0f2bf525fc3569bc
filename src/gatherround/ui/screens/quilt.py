"""The quilt of this house: a square for each evening that was sewn; one may be opened, unpicked, or kept on a page."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from gatherround.domain.in_sight import Way
from gatherround.domain.quilt import Square
from gatherround.domain.text import tidy
from gatherround.host.house import House
from gatherround.host.pages import NotAPage, NothingToKeep, keep_page, take_out
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.pops_up import attempt, tell
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.noticing import note_over
from gatherround.ui.screens.one_square import OneSquare
from gatherround.ui.squares import caption, owned, told_of
from gatherround.ui.stylesheet import QUILT_LOOKS
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.quilt_view import QuiltView

TITLE: Final = "Our quilt"
ABOVE: Final = "earlier squares above"
BELOW: Final = "later ones below"
OUTLINE: Final = "\n".join(("┌┄┄┄┄┄┄┄┄┄┄┄┄┐", *["┊            ┊"] * 4, "└┄┄┄┄┄┄┄┄┄┄┄┄┘"))
EMPTY: Final = "No square yet."
BEGIN: Final = "Play a Round to its end. The youngest picks a stitch, and the first square lies here."
NO_DRAWER: Final = "Nothing is kept in this house, so no square can be sewn."
OUT: Final = "It is out, with its word."
LIES_IN: Final = "Your quilt lies in {path}. Open it in a browser, and print it from there."
KEPT: Final = ("open", "words", "keep", "look-back", "unpick", "back")
"""Ids of the keys that stay longest where the line is short."""
WITH_SQUARES: Final = frozenset({"walk", "open", "words", "unpick", "keep"})
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


class Quilt(Explained[None]):
    """The quilt, and a caption for the square that is looked at."""

    AUTO_FOCUS = ""
    CSS_PATH: ClassVar = QUILT_LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "walk('right')", "walk", id="walk", key_display="arrows", tooltip="Walk over the squares"),
        Binding("left", "walk('left')", show=False),
        Binding("down", "walk('down')", show=False),
        Binding("up", "walk('up')", show=False),
        Binding("pagedown", "walk('page-down')", show=False),
        Binding("pageup", "walk('page-up')", show=False),
        Binding("home", "walk('first')", show=False),
        Binding("end", "walk('last')", show=False),
        Binding("enter,space", "open", "open", id="open", key_display="enter", tooltip="Open this square"),
        Binding("slash", "words", "words", id="words", tooltip="The words this house owns"),
        Binding("k", "keep", "keep", id="keep", tooltip="Keep the quilt as a page to print"),
        Binding("l", "look_back", "look back", id="look-back", tooltip="What else there is to look back on"),
        Binding("x", "unpick", "unpick", id="unpick", tooltip="Take this square and its word out for good"),
        Binding("n", "note", "note it", id="note", tooltip="Note what you saw somebody do for somebody"),
        Binding("question_mark", "help", "help", id="help", tooltip="What the keys do"),
        Binding("escape,backspace,q", "back", "back", id="back", key_display="esc", tooltip="Back"),
    ]

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._memories = house.memories()
        # Held, not looked for: a key may still come when the page is going and nothing lies on it any more.
        self.view = QuiltView(self._squares())
        self._more = Static("", classes="more")
        self._caption = Static("", classes="caption")
        self._owned = Static(owned(self.view.squares), classes="owned")
        self.set_class(not self.view.squares, "-empty")
        self._say()

    def _squares(self, otherwise: tuple[Square, ...] = ()) -> tuple[Square, ...]:
        """Asks which squares there are; where they cannot be read, a kind line says so."""
        try:
            return self._memories.quilt()
        except Trouble as trouble:
            self.notify(trouble.sentence, markup=False)
            return otherwise

    @property
    def looked_at(self) -> Square | None:
        """The square under the cursor; none on an empty quilt."""
        view = self.view
        return view.squares[view.cursor] if view.cursor < len(view.squares) else None

    def compose(self) -> ComposeResult:
        """Lays the quilt over the caption of one of its squares."""
        with Horizontal(classes="top"):
            yield Static(words.bold(TITLE), classes="title")
            yield self._more
        yield self.view
        yield Static(words.plain(OUTLINE), classes="empty outline")
        yield Static(words.bold(EMPTY), classes="empty")
        yield Static(words.plain(BEGIN if self._memories.keeps else NO_DRAWER), classes="empty")
        yield self._caption
        yield self._owned
        yield KeyBar(kept=KEPT)

    def lay_anew(self) -> None:
        """Lays the squares that there are now, after one has come out."""
        self.view.squares = self._squares(self.view.squares)
        self.set_class(not self.view.squares, "-empty")
        self._owned.update(owned(self.view.squares), layout=False)
        self._say()
        self.refresh_bindings()

    def _say(self) -> None:
        """Says what the square under the cursor is about, and whether there is more to walk to."""
        square = self.looked_at
        said = words.plain("") if square is None else caption(square, told_of(self._memories, square))
        self._caption.update(said, layout=False)
        self._say_more()

    def _say_more(self) -> None:
        sight = self.view.sight
        more = [line for line, there in ((ABOVE, sight.more_above), (BELOW, sight.more_below)) if there]
        self._more.update(words.plain(" · ".join(more)), layout=False)

    @on(events.Resize)
    def _another_size(self) -> None:
        """Says anew whether there is more to walk to, once everything has found its place."""
        self.call_after_refresh(self._say_more)

    @on(QuiltView.Walked)
    def _walked(self) -> None:
        """Says what the next square is about."""
        self._say()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing while there is no square."""
        return bool(self.view.squares) or action not in WITH_SQUARES

    def action_walk(self, way: Way) -> None:
        """Walks over the squares."""
        self.view.walk(way)

    @on(QuiltView.Opened)
    def action_open(self) -> None:
        """Opens the square that is looked at; from there too it may be unpicked."""
        if (square := self.looked_at) is not None:
            sheet = OneSquare(square, told_of(self._memories, square))
            lay_over(self, sheet, lambda unpick: self.action_unpick() if unpick else None)

    def action_unpick(self) -> None:
        """Asks whether this square comes out."""
        if (square := self.looked_at) is not None:
            lay_over(self, Unpick(), lambda out: self._take_out(square) if out else None)

    def _take_out(self, square: Square) -> None:
        if attempt(self, lambda: take_out(self._house, square.entry)):
            tell(self, OUT)
        self.lay_anew()

    def action_words(self) -> None:
        """Opens the house's own dictionary, and walks to the square of a word that was looked up."""
        from gatherround.ui.screens.house_words import HouseWords

        squares = self.view.squares

        def walk_to(entry: int | None) -> None:
            self.view.cursor = next((at for at, one in enumerate(squares) if one.entry == entry), self.view.cursor)

        try:
            lay_over(self, HouseWords(self._memories.dictionary(squares)), walk_to)
        except Trouble as trouble:
            tell(self, trouble.sentence)

    def action_look_back(self) -> None:
        """Opens what else there is to look back on."""
        from gatherround.ui.screens.looking_back import LookingBack

        lay_over(self, LookingBack(self._house))

    def action_keep(self) -> None:
        """Writes the page to keep and says where it lies."""
        try:
            page = keep_page(self._house)
        except (NothingToKeep, NotAPage, Trouble) as trouble:
            tell(self, trouble.sentence)
        else:
            tell(self, LIES_IN.format(path=tidy(str(page))), seconds=15)

    def action_note(self) -> None:
        """Notes what somebody saw."""
        note_over(self, self._house)

    def action_back(self) -> None:
        """Goes back."""
        put_away(self)

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
from gatherround.host.house import House
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.noticing import note_over
from gatherround.ui.screens.over_the_quilt import keep_as_page, look_up, open_square, unpick
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
KEPT: Final = ("open", "words", "keep", "look-back", "unpick", "back")
"""Ids of the keys that stay longest where the line is short."""
WITH_SQUARES: Final = frozenset({"walk", "open", "words", "unpick", "keep"})
"""What can be done only where there is a square."""


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
        self.house = house
        self.memories = house.memories()
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
            return self.memories.quilt()
        except Trouble as trouble:
            self.notify(trouble.sentence, markup=False)
            return otherwise

    def compose(self) -> ComposeResult:
        """Lays the quilt over the caption of one of its squares."""
        with Horizontal(classes="top"):
            yield Static(words.bold(TITLE), classes="title")
            yield self._more
        yield self.view
        yield Static(words.plain(OUTLINE), classes="empty outline")
        yield Static(words.bold(EMPTY), classes="empty")
        yield Static(words.plain(BEGIN if self.memories.keeps else NO_DRAWER), classes="empty")
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

    @on(QuiltView.Walked)
    def _say(self) -> None:
        """Says what the square under the cursor is about, and whether there is more to walk to."""
        square = self.view.looked_at
        said = words.plain("") if square is None else caption(square, told_of(self.memories, square))
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing while there is no square."""
        return bool(self.view.squares) or action not in WITH_SQUARES

    def action_walk(self, way: Way) -> None:
        """Walks over the squares."""
        self.view.walk(way)

    @on(QuiltView.Opened)
    def action_open(self) -> None:
        """Opens the square that is looked at."""
        if (square := self.view.looked_at) is not None:
            open_square(self, square)

    def action_unpick(self) -> None:
        """Asks whether this square comes out."""
        if (square := self.view.looked_at) is not None:
            unpick(self, square)

    def action_words(self) -> None:
        """Opens the words that this house owns."""
        look_up(self)

    def action_look_back(self) -> None:
        """Opens what else there is to look back on."""
        from gatherround.ui.screens.looking_back import LookingBack

        lay_over(self, LookingBack(self.house))

    def action_keep(self) -> None:
        """Keeps the quilt as a page to print."""
        keep_as_page(self)

    def action_note(self) -> None:
        """Notes what somebody saw."""
        note_over(self, self.house)

    def action_back(self) -> None:
        """Goes back."""
        put_away(self)

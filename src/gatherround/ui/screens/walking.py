"""Walking over the quilt: what lies under the cursor, said in two lines, and nothing that changes anything."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from gatherround.domain.album import Told
from gatherround.domain.quilt import Square
from gatherround.host.house import House
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.one_square import taken, who_sat
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


class Walking(Explained[None]):
    """The quilt, and a caption for the square that is looked at: never a figure, never a date."""

    AUTO_FOCUS = ""
    CSS_PATH: ClassVar = QUILT_LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "walk(1, 0)", "walk", id="walk", key_display="arrows", tooltip="Walk over the squares"),
        Binding("left", "walk(-1, 0)", show=False),
        Binding("down", "walk(0, 1)", show=False),
        Binding("up", "walk(0, -1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(1)", show=False),
    ]

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house = house
        self.memories = house.memories()
        self.squares: tuple[Square, ...] = ()
        self.gather()
        # Held, not looked for: a key may still come when the page is going and nothing lies on it any more.
        self.view = QuiltView(self.squares)
        self._more = Static("", classes="more")
        self._caption = Static(self._say(), classes="caption")
        self._owned = Static(_owned(self.squares), classes="owned")
        self.set_class(not self.squares, "-empty")

    @property
    def looked_at(self) -> Square | None:
        """The square under the cursor; none on an empty quilt."""
        at = self.view.cursor
        return self.squares[at] if at < len(self.squares) else None

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

    def gather(self) -> None:
        """Asks anew which squares there are; where they cannot be read, a kind line says so."""
        try:
            self.squares = self.memories.quilt()
        except Trouble as trouble:
            self.notify(trouble.sentence, markup=False)

    def lay_anew(self) -> None:
        """Lays the squares that there are now, after one has come out."""
        self.gather()
        self.set_class(not self.squares, "-empty")
        self.view.squares = self.squares
        self._owned.update(_owned(self.squares), layout=False)
        self.say()
        self.refresh_bindings()

    def told(self, square: Square) -> Told:
        """Tells what a square is about; where that cannot be read, only what is seen."""
        try:
            return self.memories.told(square)
        except Trouble:
            return Told(day="", stories=(), who=square.things, acts=())

    def say(self) -> None:
        """Says what the square under the cursor is about, and whether there is more to walk to."""
        self._caption.update(self._say(), layout=False)
        self._say_more()

    def _say(self) -> words.Words:
        square = self.looked_at
        return words.plain("") if square is None else _caption(square, self.told(square))

    def _say_more(self) -> None:
        more = [line for line, there in ((ABOVE, self.view.more_above), (BELOW, self.view.more_below)) if there]
        self._more.update(words.plain(" · ".join(more)), layout=False)

    def on_resize(self) -> None:
        """Says anew whether there is more to walk to, once everything has found its place."""
        self.call_after_refresh(self._say_more)

    def on_quilt_view_walked(self, message: QuiltView.Walked) -> None:
        """Says what the next square is about."""
        message.stop()
        self.say()

    def action_walk(self, across: int, down: int) -> None:
        """Walks over the squares."""
        self.view.walk(across, down)

    def action_page(self, way: int) -> None:
        """Walks as many rows as are in sight."""
        self.view.walk(0, way * self.view.rows_in_sight)

    def action_end(self, last: int) -> None:
        """Walks to the first square or the last."""
        self.view.cursor = last * len(self.squares)


def _caption(square: Square, told: Told) -> words.Words:
    day = f"{told.day}.  " if told.day else ""
    titles = " ".join(title if title.endswith((".", "!", "?", "…")) else f"{title}." for title in told.stories)
    first = words.phrase("[b]▸ $day[/b]$titles   $who", day=day, titles=titles, who=who_sat(told))
    word = words.phrase("[$lit]its word: “$word”[/]   ", word=square.word) if square.word else words.plain("")
    return words.stacked(first, words.plain("  ") + word + words.plain(taken(told)))


def _owned(squares: tuple[Square, ...]) -> words.Words:
    """Says the words this house owns, the newest first, as far as a line goes."""
    owned = dict.fromkeys(square.word for square in reversed(squares) if square.word)
    return words.phrase("Words this house owns:  $words", words=" · ".join(owned)) if owned else words.plain("")

"""What is asked of the shelf and the few best answers to it, with a line for the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.message import Message
from textual.widgets import Input, Static

from gatherround.ui import words
from gatherround.ui.widgets.story_cards import StoryCard, StoryCards

LONGEST: Final = 60
"""Characters of a search."""
TIRED: Final = "Tired? [b]h 9[/b]  three easy minutes"
COPY: Final = "[b]w[/b] make our own copy"
CHANGE: Final = "[b]w[/b] change it, for it is ours"
_CLICKS: Final = {
    "wish": "ask",
    "asks": "narrow",
    "more": "turn('more')",
    "copy": "with_it('make-ours')",
    "change": "with_it('change-ours')",
}
"""The action of each line that may be clicked."""


class SearchLine(Input):
    """A line to search in; the arrows that leaf through the list do so from here too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "these", id="done", tooltip="Out of the line; a number is an answer again"),
        Binding("down", "screen.turn('next')", "next", id="next", key_display="↓", tooltip="The next story"),
        Binding("up", "screen.turn('before')", show=False),
    ]

    async def action_submit(self) -> None:
        """Leaves the line, so that a number is an answer again."""
        self.screen.set_focus(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What would help, what else is asked, and cards, as many as there is `room` for, the one at `place` open.

    Besides these there are the `rest`; where there are no more, `besides` says what else could have been looked for.
    """

    wish: str
    asks: str
    cards: tuple[StoryCard, ...]
    place: int
    room: int
    rest: int
    besides: str = ""


class StoryList(Vertical):
    """Shows the wish, the search line, what else is asked, and the cards; a click on a line asks for its action."""

    class Asked(Message):
        """Somebody clicked a line; `action` is that of its key."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self) -> None:
        super().__init__()
        self.search = SearchLine(placeholder="/ search", max_length=LONGEST, compact=True)
        self._wish = Static("", classes="wish")
        self._asks = Static("", classes="asks")
        self._cards = StoryCards()
        self._more = Static("", classes="more")

    def compose(self) -> ComposeResult:
        """Lays what is asked over the cards."""
        yield self._wish
        with Container(classes="lines"):
            yield self.search
            yield self._asks
        yield self._cards
        yield self._more
        yield Static(words.phrase(COPY), classes="copy")
        yield Static(words.phrase(CHANGE), classes="change")
        yield Static(words.phrase(TIRED), classes="tired")

    def on_click(self, event: events.Click) -> None:
        """Says which line was clicked."""
        clicked = event.widget.classes if event.widget is not None else frozenset()
        for line, action in _CLICKS.items():
            if line in clicked:
                event.stop()
                self.post_message(self.Asked(action))

    def show(self, listed: Listed) -> None:
        """Shows what is asked and these cards; the keys stand first, where no narrow line cuts them off."""
        rest = words.phrase("[b]0[/b] more like these ($rest)", rest=f"{listed.rest:,}")
        for line, says in (
            (self._wish, words.phrase("[b]h[/b] [b]$wish[/b]", wish=listed.wish)),
            (self._asks, words.phrase("[b]f[/b] $asks", asks=listed.asks or "narrow it down")),
            (self._more, rest if listed.rest else words.plain(listed.besides)),
        ):
            line.update(says, layout=False)
        self._cards.places = listed.room
        self._cards.cards, self._cards.open = listed.cards, listed.place

"""What is asked of the shelf and the few best answers to it, with a line for the rest."""

from __future__ import annotations

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


class StoryList(Vertical):
    """Shows the wish, the search line, what else is asked, and the cards; a click on a line asks for its action."""

    class Asked(Message):
        """Somebody clicked a line; `action` is that of its key."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def compose(self) -> ComposeResult:
        """Lays what is asked over the cards."""
        yield Static("", classes="wish")
        with Container(classes="lines"):
            yield SearchLine(placeholder="/ search", max_length=LONGEST, compact=True)
            yield Static("", classes="asks")
        yield StoryCards()
        yield Static("", classes="more")
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

    def ask(self, wish: str, asks: str) -> None:
        """Says what would help, and what else is asked; the keys stand first, where no narrow line cuts them off."""
        self.query_one(".wish", Static).update(words.phrase("[b]h[/b] [b]$wish[/b]", wish=wish), layout=False)
        shown = words.phrase("[b]f[/b] $asks", asks=asks or "narrow it down")
        self.query_one(".asks", Static).update(shown, layout=False)

    def answer(self, cards: tuple[StoryCard, ...], place: int, rest: int, room: int, besides: str = "") -> None:
        """Shows these cards of as many as there is room for, the one at `place` open, and how many more there are.

        Where there are no more, `besides` says what else could have been looked for.
        """
        shown = self.query_one(StoryCards)
        shown.places = room
        shown.cards, shown.open = cards, place
        more = words.phrase("[b]0[/b] more like these ($rest)", rest=f"{rest:,}") if rest else words.plain(besides)
        self.query_one(".more", Static).update(more, layout=False)

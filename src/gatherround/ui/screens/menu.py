"""What lies behind *more* and *help*: numbered lines, derived from the keys and never written twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from gatherround.domain.rights import RIGHTS
from gatherround.ui import words
from gatherround.ui.screens.layers import Over, put_away
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.key_hints import key_name

CHOICES: Final = {
    "join": "somebody sits down",
    "leave": "somebody gets up",
    "cover": "cover the screen",
    "stop": "goodnight now",
    "tonight": "back to Tonight",
    "put-down": "put this one down",
    "another": "another card, please",
    "quilt": "look at the quilt",
    "note": "note what you saw somebody do",
    "aside": "put something aside for another day",
    "serious": "something serious comes up (key !)",
}
"""What lies behind *more* at the table, by a name for whoever asks."""
KEYS: Final = {
    "join": 1,
    "leave": 2,
    "cover": 3,
    "stop": 4,
    "tonight": 5,
    "put-down": 6,
    "another": 7,
    "quilt": 7,
    "note": 8,
    "aside": 9,
    "serious": 0,
}
"""The number of each, the same whatever else may be chosen: the quilt is there only once no card is left to change."""


CLOSES: Final = "[b]esc[/b] closes this"
GOES_ON: Final = "[b]↓[/b] it goes on below"


class More(Over[str | None]):
    """The few things that need no key of their own, each a door; it answers with the name of what was chosen.

    They count from 1, or each has its own number.
    """

    ASIDE: ClassVar[str] = "esc goes back"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace", "none", "back", id="none", key_display="esc"),
        *(Binding(str(number), f"choose({number - 1})", show=False) for number in range(1, 10)),
        Binding("0", "choose(9)", show=False),
    ]

    def __init__(
        self, choices: Mapping[str, str], title: str = "More", *, numbers: Mapping[str, int] | None = None
    ) -> None:
        super().__init__()
        counted = {name: at % 10 for at, name in enumerate(choices, start=1)}
        self._numbers = {name: (numbers or counted)[name] for name in choices}
        self._doors = tuple(choices.values())
        self._title = title

    def compose(self) -> ComposeResult:
        """Lays the choices as doors."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self._title), classes="sheet-title")
            yield Doors(self._doors, numbers=tuple(self._numbers.values()))
            yield Static(words.plain(self.ASIDE), classes="aside")

    def on_doors_picked(self, message: Doors.Picked) -> None:
        """Takes the clicked choice."""
        message.stop()
        self.action_choose(message.index)

    def action_choose(self, index: int) -> None:
        """Takes the choice of a number."""
        chosen = next((name for name, number in self._numbers.items() if number == (index + 1) % 10), None)
        if chosen is not None:
            self.take(chosen)

    def take(self, chosen: str) -> None:
        """Answers with what was chosen."""
        put_away(self, chosen)

    def on_click(self, event: events.Click) -> None:
        """Takes none at a click beside the choices."""
        if event.widget is self:
            self.action_none()

    def action_none(self) -> None:
        """Takes none."""
        put_away(self)


class Help(Over[None]):
    """What the keys of a screen do, from its own bindings; arrows and page keys move through it at once."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,backspace,question_mark,enter,space,f9,ctrl+g", "close", "back", id="close", key_display="esc"),
    ]

    def __init__(self, screen: Screen[Any], says: str = "What the keys do here", ends: str = "") -> None:
        super().__init__()
        self._says = says
        self._ends = ends
        self._page = VerticalScroll(classes="sheet")
        self._foot = Static(words.phrase(CLOSES), classes="foot")
        self._lines: dict[str, tuple[str, str]] = {}
        for _, binding, enabled, _ in screen.active_bindings.values():
            if binding.id and enabled:  # a second key for the same is not told: one is enough to remember
                said = (key_name(binding), binding.tooltip or binding.description)
                self._lines.setdefault(binding.id, said)

    def compose(self) -> ComposeResult:
        """Lays a line for each key that means something now."""
        with self._page:
            yield Static(words.bold(self._says), classes="sheet-title")
            for key, said in self._lines.values():
                yield Static(words.phrase("[b]$key[/b]  $said", key=key.ljust(6), said=said), classes="part")
            if self._ends:
                yield Static(words.plain(self._ends), classes="part")
            yield Static(words.plain(RIGHTS), classes="aside")
            yield self._foot

    def on_mount(self) -> None:
        """Says how to close it, and that it goes on further down, as long as it does."""
        self.watch(self._page, "scroll_y", self._say_how)

    def on_resize(self) -> None:
        """Says it anew, once it is known how much there is room for."""
        self.call_after_refresh(self._say_how)

    def _say_how(self) -> None:
        """Says it at the edge of the page and at its foot."""
        more = self._page.max_scroll_y > self._page.scroll_y
        self._page.border_subtitle = how = words.phrase(f"{GOES_ON}   {CLOSES}" if more else CLOSES)
        self._foot.update(how)

    def on_click(self) -> None:
        """Goes back to the table at a click too."""
        self.action_close()

    def action_close(self) -> None:
        """Goes back to the table."""
        put_away(self)

"""What to know before a story book, or one story, comes in or goes out, and whether it may."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from gatherround.ui import words
from gatherround.ui.screens.layers import Over, put_away, read_on
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.words import Words

Way: TypeAlias = Literal["in", "out"]


class Beforehand(Over[bool]):
    """Says a sentence under the other; the answer is whether it may come `in`, or go `out`.

    Where it may neither, there is nothing to say yes to, and only a way back.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,space,y", "yes('in')", "bring it in", id="yes", key_display="enter", tooltip="Put it on your shelf"
        ),
        Binding("enter,space,y", "yes('out')", "go on", id="go-on", key_display="enter", tooltip="It may go out"),
        Binding("down,pagedown", "read_on(1)", "read on", show=False, id="read-on", key_display="↓"),
        Binding("up,pageup", "read_on(-1)", show=False),
        Binding(
            "escape,backspace", "back", "back", id="back", key_display="esc", tooltip="Nothing is changed or written"
        ),
    ]

    def __init__(self, title: str, lines: Iterable[Words], way: Way | None = None, *, asks: str = "") -> None:
        super().__init__()
        self._title = title
        self._lines = tuple(lines)
        self._way = way
        self._asks = asks

    def compose(self) -> ComposeResult:
        """Lays the sentences, and what is asked under all of them."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self._title), classes="sheet-title")
            with VerticalScroll(classes="before", can_focus=False):
                yield from (Static(line, classes="line") for line in self._lines)
            if self._asks:
                yield Static(words.lit(self._asks), classes="says")
            yield KeyBar(("yes", "go-on", "back"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Says yes only to what may be."""
        return action != "yes" or parameters == (self._way,)

    def action_read_on(self, way: int) -> None:
        """Shows what stands further down, or up."""
        read_on(self, way)

    def action_yes(self, _: Way) -> None:
        """Lets it come in, or go on to what others may do with it."""
        put_away(self, answer=True)

    def action_back(self) -> None:
        """Leaves all as it is."""
        put_away(self)

"""The shelf narrowed down: every way to do so on one sheet, and how many stories are left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.reactive import var
from textual.widgets import Static

from gatherround.domain.finding import Wanted
from gatherround.host.finding import Finding
from gatherround.host.narrowing import Dial
from gatherround.ui import words
from gatherround.ui.screens.layers import Over, put_away
from gatherround.ui.widgets.dial_rows import DialRow, DialRows

KEYS: Final = "1234567890"
NONE: Final = "Nothing is left. [b]⌫[/b] lifts all of it."
ONE: Final = "One story is left: $such"
MANY: Final = "[b]$count[/b] stories are left, such as $such"
ASIDE: Final = "a number turns its row   [b]enter[/b] shows them"


class Narrowing(Over[Wanted]):
    """Answers with what is wanted; whichever way it is left, what was turned stays turned."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space", "close", "these", id="close", key_display="enter", tooltip="Show these"),
        Binding("down", "move(1)", "next row", id="down", key_display="↓", tooltip="The next row"),
        Binding("up", "move(-1)", "row before", id="up", key_display="↑", tooltip="The row before"),
        Binding("right", "turn(1)", "turn it", id="right", key_display="→", tooltip="The next answer"),
        Binding("left", "turn(-1)", "turn it back", id="left", key_display="←", tooltip="The answer before"),
        Binding("backspace", "lift", "lift all", id="lift", key_display="⌫", tooltip="Ask for nothing but the words"),
        *(Binding(key, f"row({at})", show=False) for at, key in enumerate(KEYS)),
    ]
    wanted: var[Wanted] = var(Wanted())

    def __init__(self, finding: Finding, wanted: Wanted, dials: Sequence[Dial]) -> None:
        super().__init__()
        self._finding = finding
        self._dials = tuple(dials)
        self._rows = DialRows()
        self._left = Static("", classes="left")
        self.set_reactive(Narrowing.wanted, wanted)

    def compose(self) -> ComposeResult:
        """Lays the rows over how many are left."""
        with Vertical(classes="sheet"):
            yield Static(words.bold("Narrow it down"), classes="sheet-title")
            yield self._rows
            yield self._left
            yield Static(words.phrase(ASIDE), classes="aside")

    def on_mount(self) -> None:
        """Shows what is asked for now."""
        self._show(self.wanted)

    def watch_wanted(self, wanted: Wanted) -> None:
        """Shows what is asked for instead."""
        if self.is_mounted:
            self._show(wanted)

    def _show(self, wanted: Wanted) -> None:
        """Shows each answer, how many stories are left, and one of them, which says more than any name of a sort."""
        self._rows.rows = tuple(
            DialRow(key, dial.label, dial.said(wanted), not dial.lifted(wanted))
            for key, dial in zip(KEYS, self._dials, strict=True)
        )
        found = self._finding.found(wanted)
        line = NONE if not found else ONE if len(found) == 1 else MANY
        such = found[0].activity.title if found else ""
        self._left.update(words.phrase(line, count=str(len(found)), such=such))

    def on_dial_rows_turned(self, message: DialRows.Turned) -> None:
        """Turns a clicked row."""
        message.stop()
        self._turn(message.index, message.step)

    def action_row(self, index: int) -> None:
        """Turns the row of a number."""
        self._turn(index, 1)

    def action_turn(self, step: int) -> None:
        """Turns the row that is marked."""
        self._turn(self._rows.here, step)

    def action_move(self, step: int) -> None:
        """Marks another row."""
        self._rows.here = (self._rows.here + step) % len(self._dials)

    def action_lift(self) -> None:
        """Asks for nothing but the words that are searched for."""
        self.wanted = Wanted(words=self.wanted.words)

    def action_close(self) -> None:
        """Goes back with what is wanted now."""
        put_away(self, self.wanted)

    def _turn(self, index: int, step: int) -> None:
        self._rows.here = index
        self.wanted = self._dials[index].turned(self.wanted, step)

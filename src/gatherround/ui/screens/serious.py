"""If something serious comes up: one calm page, one key (!) from every Round, complete on the smallest screen."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from gatherround.domain.helping import ANYWHERE, HONEST, REACHED, SERIOUS, YOURSELF
from gatherround.host.house import House
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.screens.layers import Layer, put_away, read_on
from gatherround.ui.screens.leaf import Paragraph, laid
from gatherround.ui.screens.study import STUDY_STYLES
from gatherround.ui.widgets.keybar import KeyBar

TITLE = "If something serious comes up"


class Serious(Layer[None]):
    """Says what to do and whom to call; it covers whatever lay on the table, and nothing of it is kept."""

    CSS_PATH: ClassVar[Any] = STUDY_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="back", key_display="esc", tooltip="Back to where you came from"),
        Binding(
            "down,pagedown", "read_on(1)", "whom to call", id="read-on", key_display="↓", tooltip="What stands below"
        ),
        Binding("up,pageup", "read_on(-1)", show=False),
    ]

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._page = VerticalScroll(classes="leaf", can_focus=False)

    def compose(self) -> ComposeResult:
        """Lays the steps, the numbers, and what the game does not do."""
        yield Static(words.bold(TITLE), classes="study-title")
        with self._page:
            yield from laid((*SERIOUS, *self._numbers(), ("", YOURSELF)), f"{HONEST} {REACHED}")
        yield KeyBar(kept=("back", "read-on"))

    def on_mount(self) -> None:
        """Says that there is more, for as long as there is."""
        for what in ("scroll_y", "virtual_size", "size"):
            self.watch(self._page, what, self.refresh_bindings, init=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the key that reads on where all can be seen."""
        more = self._page.scroll_y < self._page.max_scroll_y
        return more or action != "read_on" or parameters == (-1,)

    def action_read_on(self, way: int) -> None:
        """Shows what stands further down, or up."""
        read_on(self, way)

    def _numbers(self) -> tuple[Paragraph, ...]:
        try:
            numbers = self._house.family.pages.numbers().numbers
        except Trouble:
            numbers = ()
        return tuple((one.number, one.who) for one in numbers) or ((ANYWHERE, ""),)

    def action_back(self) -> None:
        """Goes back to where it was."""
        put_away(self)

"""The house's own dictionary: the words its squares carry, found while one types."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from gatherround.domain.album import HouseWord, looked_up
from gatherround.ui import words
from gatherround.ui.lists import CalmList, Option
from gatherround.ui.screens.layers import Over, put_away
from gatherround.ui.stylesheet import QUILT_LOOKS

TITLE: Final = "Words this house owns"
NONE_YET: Final = "No square carries a word yet. At the end of a Round it may have one."
NOT_OURS: Final = "No word here goes like that yet."
HOW: Final = "↑ ↓ choose · enter walks to its square · esc back"


class HouseWords(Over[int | None]):
    """Every word with the story it comes from; the answer is the entry of the square that carries it."""

    AUTO_FOCUS = "Input"
    CSS_PATH: ClassVar = QUILT_LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "none", "back", id="none", key_display="esc"),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
    ]

    def __init__(self, owned: tuple[HouseWord, ...]) -> None:
        super().__init__()
        self._owned = owned
        self._found = owned
        self._shelf = CalmList()

    def compose(self) -> ComposeResult:
        """Lays the line to type over the words."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(TITLE), classes="sheet-title")
            yield Input(placeholder="look one up", max_length=40)
            yield self._shelf
            yield Static(words.plain(NOT_OURS if self._owned else NONE_YET), classes="none")
            yield Static(words.plain(HOW), classes="aside")

    def on_mount(self) -> None:
        """Shows all of them."""
        self._show("")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Shows what goes like what was typed so far."""
        message.stop()
        self._show(message.value)

    def _show(self, typed: str) -> None:
        self._found = looked_up(self._owned, typed)
        shelf = self._shelf
        shelf.clear_options()
        shelf.add_options([Option(_entry(one)) for one in self._found])
        shelf.highlighted = 0 if self._found else None
        self.set_class(not self._found, "-none")

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Takes the word that is chosen."""
        message.stop()
        self._take(self._shelf.highlighted)

    def on_option_list_option_selected(self, message: CalmList.OptionSelected) -> None:
        """Takes the word that was clicked."""
        message.stop()
        self._take(message.option_index)

    def _take(self, index: int | None) -> None:
        if index is not None and index < len(self._found):
            put_away(self, self._found[index].entry)

    def action_choose(self, way: int) -> None:
        """Chooses the next word or the one before."""
        (self._shelf.action_cursor_down if way > 0 else self._shelf.action_cursor_up)()

    def action_none(self) -> None:
        """Goes back to the quilt as it was."""
        put_away(self)


def _entry(one: HouseWord) -> words.Words:
    return words.phrase("[b]$word[/b]  [$dim]$stories[/]", word=one.word, stories=" · ".join(one.stories))

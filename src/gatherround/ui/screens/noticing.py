"""One line of what somebody noticed: I saw so-and-so do this for so-and-so. It belongs to the whole family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from gatherround.domain.rights import READ_BY
from gatherround.domain.text import Unfit
from gatherround.host.memories import LONGEST_NOTE, Memories
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.kept_soon import KeptSoon
from gatherround.ui.screens.layers import Over, lay_over, put_away
from gatherround.ui.stylesheet import QUILT_LOOKS
from gatherround.ui.widgets.typing_line import TypingLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from gatherround.host.house import House

TITLE: Final = "What did you notice?"
LIKE: Final = "I saw Mia carry the bag for Gran"
WHOSE: Final = f"For the whole family. Nobody counts. {READ_BY}"
HOW: Final = "enter keeps it · esc later"
NOWHERE: Final = "Nothing is kept here just now. Say it aloud: that is the better half of it."
KEPT: Final = "Kept. It lies where you look back."


def note_over(below: Screen[Any], house: House, then: Callable[[bool | None], None] | None = None) -> None:
    """Lays the line over a screen; where nothing can be kept, a kind line says so instead. `then` hears if it was."""
    memories = house.memories()
    if not memories.keeps:
        below.notify(NOWHERE, markup=False)
        return
    try:
        draft = memories.draft()
    except Trouble as trouble:
        below.notify(trouble.sentence, markup=False)
        return
    lay_over(below, Note(memories, draft), then)


class Note(Over[bool]):
    """A line to type; leaving never loses it, and it is offered again."""

    AUTO_FOCUS = "Input"
    CSS_PATH: ClassVar = QUILT_LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave it for later", id="leave", key_display="esc", tooltip="Leave the line"),
    ]

    def __init__(self, memories: Memories, draft: str) -> None:
        super().__init__()
        self._memories = memories
        self._draft = draft
        self._line = TypingLine(draft, such_as=LIKE, most=LONGEST_NOTE)
        self._kept = KeptSoon(self, self._keep_draft)

    def compose(self) -> ComposeResult:
        """Lays the line under its question."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(TITLE), classes="sheet-title")
            yield self._line
            yield Static(words.plain(WHOSE), classes="aside")
            yield Static(words.plain(HOW), classes="aside")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Has the draft kept in a moment."""
        message.stop()
        self._kept.touched()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keeps the line; an empty one is left."""
        message.stop()
        if not self.is_active:
            return
        self._kept.let_go()
        try:
            kept = self._memories.notice(message.value)
        except (Unfit, Trouble) as trouble:
            self.notify(trouble.sentence, markup=False)
            self._kept.touched()
            return
        if kept:
            self.app.notify(KEPT, markup=False)
            self._draft = ""
            put_away(self, True)
        else:
            self.action_leave()

    def on_click(self, event: events.Click) -> None:
        """Leaves the line at a click beside it."""
        if event.widget is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Goes back; what has been typed is offered again next time."""
        self._kept.now()
        self._kept.let_go()
        put_away(self, False)

    def on_unmount(self) -> None:
        """Keeps what was typed last, however the line goes."""
        self._kept.at_last()

    def _keep_draft(self) -> None:
        if self._line.value != self._draft:
            self._memories.keep_draft(self._line.value)
            self._draft = self._line.value

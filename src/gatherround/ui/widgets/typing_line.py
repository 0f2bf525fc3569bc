"""A line to type: of what is pasted into it, or dictated, nothing is left out unsaid."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from gatherround.domain.fitting import full, left_out, parted
from gatherround.domain.text import tidy
from gatherround.ui.widgets.full import Full


class TypingLine(Input):
    """Takes what is pasted as one line, as much of it as fits, and says once what did not, until it has room again."""

    def __init__(self, text: str = "", *, most: int, such_as: str = "", hidden: bool = False) -> None:
        # Selected, what was typed before would be gone with the next letter.
        super().__init__(text, placeholder=such_as, password=hidden, max_length=most, select_on_focus=False)
        self.most = most
        self._full = Full(self, most)

    def on_paste(self, event: events.Paste) -> None:
        """Takes what was pasted, all its lines as one; Textual (8.2.8) takes the first line, or none of it."""
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        pasted = " ".join(tidy(event.text).split("\n"))
        taken, rest = parted(pasted, self.most - len(self.value) + end - start)
        if taken:
            self.replace(taken, start, end)
        if rest.strip():
            # What nobody may read over a shoulder is not said either.
            self._full.say(full(self.most) if self.password else left_out(rest, self.most))

    def restricted(self) -> None:
        """Says that no more letters fit."""
        self._full.say(full(self.most))

    def on_input_changed(self) -> None:
        """Has room again, where something was rubbed out."""
        self._full.holds(len(self.value))


class LineOverDoors(TypingLine):
    """A line over numbered doors: while it is empty, a number is the door's, where its page takes it first."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tells whether a key is typed; Textual (8.2.8) keeps from all bindings, first ones too, what is."""
        a_door = not self.value.strip() and character is not None and character.isdecimal()
        return not a_door and super().check_consume_key(key, character)

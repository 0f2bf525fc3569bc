"""A line to type: of what is pasted into it, or dictated, nothing is left out unsaid."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from gatherround.domain.drafts.draft import LONGEST
from gatherround.domain.fitting import full, left_out, parted
from gatherround.domain.text import tidy


class TypingLine(Input):
    """Takes what is pasted as one line, as much of it as fits, and says once what did not, until it has room again."""

    _said_full = False

    def on_paste(self, event: events.Paste) -> None:
        """Takes what was pasted, all its lines as one; Textual (8.2.8) takes the first line, or none of it."""
        event.stop()
        event.prevent_default()
        start, end = sorted(self.selection)
        pasted = " ".join(tidy(event.text).split("\n"))
        room = self._most - len(self.value) + end - start
        taken, rest = parted(pasted, room)
        if taken:
            self.replace(taken, start, end)
        if rest.strip():
            # What nobody may read over a shoulder is not said either.
            self._say(full(self._most) if self.password else left_out(rest, self._most))

    @property
    def _most(self) -> int:
        return self.max_length or LONGEST

    def restricted(self) -> None:
        """Says that no more letters fit."""
        self._say(full(self._most))

    def on_input_changed(self) -> None:
        """Has room again, where something was rubbed out."""
        self._said_full = self._said_full and len(self.value) >= self._most

    def _say(self, sentence: str) -> None:
        if not self._said_full:
            self.notify(sentence, markup=False)
        self._said_full = True

"""What waits on Tonight's table, in a line each with the key for it: when, and never what about."""

from __future__ import annotations

from typing import Final

from textual.containers import Vertical
from textual.widgets import Static

from gatherround.host.window import NOTHING, Waits
from gatherround.ui import words

OPEN: Final = "A Round is still open.{gap}[b]space[/b] go on   [b]l[/b] let it go"
OPEN_LONG: Final = "A Round is still open.{gap}[b]l[/b] let it go   [b]space[/b] go on"
ELSEWHERE: Final = "A Round goes on in another window.\n[b]space[/b] go on here   [b]l[/b] let it go"
PROMISED: Final = "$line   [b]c[/b] look"
ENVELOPE: Final = "An envelope lies here for next time.   [b]e[/b] open it"
ASIDE: Final = "[$dim]You put something aside for another day.[/]   [b]t[/b] look"
WIDE: Final = 60
"""Columns from which an open Round and its keys stand on one line."""


class WhatWaits(Vertical):
    """Says that a Round is open, and what else waits; the stylesheet decides where there is room for which of it."""

    def __init__(self, classes: str = "") -> None:
        self._open_round = Static(classes="open-round")
        self._rest = Static(classes="promise")
        self._waits = NOTHING
        super().__init__(self._open_round, self._rest, classes=classes)

    def show(self, waits: Waits) -> None:
        """Shows what waits now."""
        self._waits = waits
        self.set_class(waits.round_open, "-waiting")
        self.set_class(bool(waits.promised), "-promised")
        self.set_class(waits.sealed, "-sealed")
        self.set_class(bool(waits.check_ins or waits.aside or waits.sealed), "-checked")
        self._say_what_is_open()
        self._rest.update(_lines(waits))

    def on_resize(self) -> None:
        """Says it anew, for a window of another width."""
        self._say_what_is_open()

    def _say_what_is_open(self) -> None:
        """Says that a Round is open on one line, or on two where a key would part from its word."""
        waits = self._waits
        says = ELSEWHERE if waits.elsewhere else OPEN_LONG if waits.let_go_first else OPEN
        wide = self.has_class("below") and self.app.size.width >= WIDE
        self._open_round.update(words.phrase(says.format(gap="  " if wide else "\n") if self._waits.round_open else ""))


def _lines(waits: Waits) -> words.Words:
    lines = [words.phrase(PROMISED, line=waits.promised)] if waits.promised else []
    lines += [words.phrase(ENVELOPE)] if waits.sealed else []
    lines += [words.phrase(ASIDE)] if waits.aside else []
    return words.stacked(*lines, *map(words.plain, waits.check_ins))

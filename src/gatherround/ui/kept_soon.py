"""What is typed on a screen is kept soon after it was typed, and at once when somebody leaves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from textual.screen import Screen
from textual.timer import Timer

from gatherround.host.troubles import Trouble

KEPT_AFTER: Final = 1.0
"""Seconds after a letter after which what was typed is kept; whoever never stops has it kept every second too."""


class KeptSoon:
    """Keeps what a screen holds, with `keep`, which raises a Trouble where it cannot.

    That it cannot is said once, and tried again until it can. `shows` hears whether all of it is kept.
    """

    def __init__(
        self, screen: Screen[Any], keep: Callable[[], object], shows: Callable[[bool], None] = lambda _: None
    ) -> None:
        self._screen = screen
        self._keep = keep
        self._shows = shows
        self._soon: Timer | None = None
        self._said = False

    def touched(self) -> None:
        """Has it kept in a moment: something else was typed."""
        self._shows(False)
        if self._soon is None:
            self._soon = self._screen.set_timer(KEPT_AFTER, self.now)

    def now(self) -> bool:
        """Keeps it at once and tells whether that was done; where it was not, a kind line says so."""
        self.let_go()
        try:
            self._keep()
        except Trouble as trouble:
            if not self._said:
                self._screen.notify(trouble.sentence, markup=False)
            self._said = True
            self.touched()
            return False
        self._said = False
        self._shows(True)
        return True

    def let_go(self) -> None:
        """Keeps nothing more: it lies where it belongs, or is left."""
        if self._soon is not None:
            self._soon.stop()
            self._soon = None

"""What is typed on a screen is kept soon after it was typed, and at once when somebody leaves."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final

from textual.screen import Screen
from textual.timer import Timer

from gatherround.host.troubles import Trouble

KEPT_AFTER: Final = 1.0
"""Seconds after a letter after which what was typed is kept."""


class Soon:
    """Does something on a screen in a moment; asked again meanwhile, a moment after that."""

    def __init__(self, screen: Screen[Any], do: Callable[[], object]) -> None:
        self._screen = screen
        self._do = do
        self._timer: Timer | None = None

    @property
    def waits(self) -> bool:
        """Whether it is still to be done."""
        return self._timer is not None

    def after(self, seconds: float) -> None:
        """Does it after so many seconds, and not before."""
        self.let_go()
        self._timer = self._screen.set_timer(seconds, self._now)

    def let_go(self) -> None:
        """Does it no more."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    async def _now(self) -> None:
        self._timer = None
        if isinstance(done := self._do(), Awaitable):
            await done


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
        self._soon = Soon(screen, self.now)
        self._said = False

    @property
    def waits(self) -> bool:
        """Whether something that was typed is still to be kept."""
        return self._soon.waits

    def touched(self) -> None:
        """Has it kept in a moment, for something else was typed; whoever never stops is kept every moment too."""
        self._shows(False)
        if not self._soon.waits:
            self._soon.after(KEPT_AFTER)

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
        self._soon.let_go()

    def at_last(self) -> None:
        """Keeps what is still to be kept while the screen goes; nobody is there any more to be told that it cannot be.

        So ends every page at ctrl+q, at a signal, and after a crash.
        """
        if self.waits:
            self.let_go()
            with suppress(Trouble):
                self._keep()

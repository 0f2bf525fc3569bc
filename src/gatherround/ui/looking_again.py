"""Looking again and again at what changes by itself, or in another window, while the page that shows it is in front."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen
from textual.timer import Timer


class LookingAgain:
    """Looks for a page at once and every so many seconds; under another page, where nobody sees it, not at all."""

    def __init__(self, page: Screen[Any], look: Callable[[], None], every: float) -> None:
        self._page = page
        self._look = look
        self._every = every
        self._again: Timer | None = None

    def begin(self) -> None:
        """Begins to look; from then on it follows by itself which page lies in front."""
        app = self._page.app
        app.screen_change_signal.subscribe(self._page, self._in_front)
        self._in_front(app.screen)

    def _in_front(self, front: Screen[Any]) -> None:
        if self._again is not None:
            self._again.stop()
        if front is self._page:
            self._look()
            self._again = self._page.set_interval(self._every, self._look)

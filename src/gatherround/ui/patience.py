"""Patience with a page that is being laid: what is pressed too early was meant for the page before."""

from __future__ import annotations

from math import inf
from time import monotonic


class Patience:
    """Knows since when a page lies there whole; for so many seconds more a press was meant for the one before.

    It lies `since` for ever (`-inf`), or does not lie there yet.
    """

    def __init__(self, seconds: float, *, since: float = inf) -> None:
        self._seconds = seconds
        self._since = since

    @property
    def lies(self) -> bool:
        """Whether all of the page lies there."""
        return self._since < inf

    @property
    def too_early(self) -> bool:
        """Whether a press comes so soon that it was meant for the page before."""
        return monotonic() - self._since < self._seconds

    def another_comes(self) -> None:
        """Begins to wait for another page."""
        self._since = inf

    def it_lies(self) -> None:
        """Remembers that the page lies there from now on."""
        self._since = monotonic()

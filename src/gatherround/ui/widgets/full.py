"""That a box is full is said once, until it has room again."""

from __future__ import annotations

from textual.widget import Widget


class Full:
    """Says on a box that no more fits into it, which holds `most` letters."""

    def __init__(self, box: Widget, most: int) -> None:
        self._box = box
        self._most = most
        self._said = False

    def say(self, sentence: str) -> None:
        """Says it, where it has not been said since there was room."""
        if not self._said:
            self._box.notify(sentence, markup=False)
        self._said = True

    def holds(self, letters: int) -> None:
        """Hears how many letters stand in the box now."""
        self._said = self._said and letters >= self._most

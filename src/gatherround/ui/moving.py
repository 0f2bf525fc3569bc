"""What moves: one thing at a time, a few pictures, and then it stands; nothing is left running."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

CALM: Final = "-calm"
"""The class of a table that is laid for a calm evening."""


def moves(widget: Widget) -> bool:
    """Tells whether ornaments move here: not where motion is off, on a calm evening, or on a page that has gone."""
    return widget.is_attached and widget.app.animation_level != "none" and not widget.screen.has_class(CALM)


class Moving(Widget):
    """Shows so many pictures as it comes to the table, and then stands; where nothing moves, it stands at once.

    Any key finishes it, and does what it does all the same.
    """

    PICTURES: ClassVar[int] = 3
    PACE: ClassVar[float] = 1 / 8
    """Seconds between two pictures: never a flash."""
    picture: reactive[int] = reactive(-1)
    """The picture that is shown, counting from 0; -1 as soon as it stands."""

    _pictures: Timer | None = None

    def on_mount(self) -> None:
        """Begins with the first picture."""
        if moves(self):
            self.picture = 0
            self._pictures = self.set_interval(self.PACE, self._next)

    def _next(self) -> None:
        if 0 <= self.picture < self.PICTURES - 1:
            self.picture += 1
        else:
            self.stand()

    def stand(self) -> None:
        """Shows it as it stays."""
        if self._pictures is not None:
            self._pictures.stop()
            self._pictures = None
        self.picture = -1

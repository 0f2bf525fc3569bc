"""A candle that keeps somebody's time: wax in place of digits, and nothing happens when it is low."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from time import monotonic
from typing import ClassVar, Final

from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from gatherround.ui.drawing import row
from gatherround.ui.widgets.candle_picture import candle_row, halves

TICK: Final = 0.5
"""Seconds between two looks at the clock; the flame moves no faster, so it never flashes."""
STILLS: Final = 4
"""With motion off the wax goes down in quarters: five pictures with the last."""
_SHAPES: Final = (0, 1, 0, 0, 2, 0, 1, 2)


class Candle(Widget):
    """Burns for `seconds`, then stays low; `hold` keeps it from burning for a while.

    Its wax takes the widget's colour, which is the colour of whoever speaks. No seconds leave it unlit.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"candle--flame", "candle--gone", "candle--dish"}
    left: reactive[float] = reactive(1.0)
    """The part of the wax that is left as it is drawn, 0 to 1."""
    held: reactive[bool] = reactive(False, toggle_class="-held")
    flame: reactive[int] = reactive(0)

    class Low(Message):
        """The wax has run down; whoever speaks goes on as long as they like."""

    def __init__(
        self,
        seconds: float = 0,
        *,
        clock: Callable[[], float] = monotonic,
        classes: str | None = None,
    ) -> None:
        super().__init__(classes=classes)
        self._clock = clock
        self._timer: Timer | None = None
        self._seconds = max(0.0, seconds)
        self._lit = self._seconds > 0
        self._burnt = self._looked = 0.0
        self._beat = 0

    def hold(self) -> None:
        """Stops the burning, or lets it go on."""
        self.tick()
        self.held = not self.held
        self._keep_time()

    def on_mount(self) -> None:
        """Starts to look at the clock; the timer ends with the widget."""
        self._looked = self._clock()
        self._timer = self.set_interval(TICK, self.tick, pause=True)
        self._keep_time()

    def tick(self) -> None:
        """Burns what has burned since the last look."""
        now = self._clock()
        since, self._looked = now - self._looked, now
        if self.held or not self._lit:
            return
        self._burnt = min(self._seconds, self._burnt + since)
        self._draw()
        if self._burnt >= self._seconds:
            self._lit = False
            self._keep_time()
            self.post_message(self.Low())

    def render_line(self, y: int) -> Strip:
        """Draws one row: flame, what has burned away, wax, dish."""
        width, height = self.size
        styles = {part: self.get_component_rich_style(f"candle--{part}") for part in ("flame", "gone", "dish")}
        styles["wax"] = around = self.rich_style
        flame = self.flame if self._lit and not self.held else 0
        drawn = candle_row(y, height, halves(self.left, height), flame=flame, burning=self._seconds > 0)
        return row([(cells, styles[part]) for cells, part in drawn], width, around, "center")

    def _draw(self) -> None:
        """Shows the wax as it is: smoothly with a moving flame, or as the next still picture."""
        left = 1 - self._burnt / self._seconds
        if self.app.animation_level == "none":
            self.left = ceil(left * STILLS) / STILLS
            return
        self.left = left
        self._beat += 1
        self.flame = _SHAPES[self._beat % len(_SHAPES)]

    def _keep_time(self) -> None:
        if self._timer is None:
            return
        self._looked = self._clock()
        if self._lit and not self.held:
            self._timer.resume()
        else:
            self._timer.pause()

"""Slow breaths to do together: a bowl of soup to smell and to cool, a star to trace, or five senses to count.

About four slow breaths steadied young children (Obradović, Sulik and Armstrong-Carter 2021).
"""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import ClassVar, Final

from textual.reactive import reactive
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from gatherround.ui.drawing import row
from gatherround.ui.widgets.breath_pictures import Moment, Pattern, breath_rows

IN: Final = 3.0
OUT: Final = 5.0
"""Seconds of breathing in and of breathing out; out is longer."""
TICK: Final = 0.25


def moment_at(seconds: float, times: int, *, still: bool) -> Moment:
    """Says where `times` breaths are after so many seconds; `still` gives one picture for in and one for out."""
    done, into = divmod(max(0.0, seconds), IN + OUT)
    if done >= times:
        return Moment(done=times, times=times, phase="rest", part=1.0)
    if into < IN:
        return Moment(done=int(done), times=times, phase="in", part=1.0 if still else into / IN)
    return Moment(done=int(done), times=times, phase="out", part=1.0 if still else (into - IN) / OUT)


class Breath(Widget):
    """Breathes `times` times, 3 seconds in and 5 out, then rests; nothing else happens when it is over.

    With motion off there are still pictures with their word, swapped at the same pace.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"breath--bright", "breath--quiet", "breath--steam", "breath--word"}
    moment: reactive[Moment] = reactive(Moment(done=0, times=1, phase="in", part=0.0))

    def __init__(
        self,
        pattern: Pattern = "soup",
        times: int = 4,
        *,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__()
        self._pattern: Pattern = pattern
        self._times = times
        self._clock = clock
        self._timer: Timer | None = None
        self._began = 0.0

    def on_mount(self) -> None:
        """Begins the first breath; the timer ends with the widget."""
        self._began = self._clock()
        self.tick()
        if self._pattern != "senses":
            self._timer = self.set_interval(TICK, self.tick)

    def tick(self) -> None:
        """Draws the moment it is now."""
        still = self.app.animation_level == "none"
        self.moment = moment_at(self._clock() - self._began, self._times, still=still)
        if self.moment.phase == "rest" and self._timer is not None:
            self._timer.stop()

    def render_line(self, y: int) -> Strip:
        """Draws one row of the picture, which stands in the middle of its room."""
        width, height = self.size
        drawn = breath_rows(self._pattern, self.moment, width, height)
        place = y - max(0, height - len(drawn)) // 2
        pieces = drawn[place] if 0 <= place < len(drawn) else ()
        styled = [(cells, self.get_component_rich_style(f"breath--{part}")) for cells, part in pieces]
        return row(styled, width, self.rich_style, "center")

"""A word that small hands can make fall, as often as they like; it changes nothing else."""

from __future__ import annotations

from textual import events
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import Static

from gatherround.domain.lettering import ROWS, SMALL_ROWS, wrap_big, wrap_small
from gatherround.domain.steps import SmallHands
from gatherround.ui import words
from gatherround.ui.moving import moves

FALL = 6
"""Frames of one fall."""
PACE = 1 / 8
"""Seconds between two frames: never a flash."""
DUST = {
    "crash": "∙ ▖ ∙▗  ∙ ▘ ∙  ▝∙ ▖",
    "splash": "~ ∘ ~ ∘  ~ ∘ ~ ∘ ~ ∘",
    "sneeze": "∙ ∙ ∘ ∙∙  ∘ ∙ ∙ ∘∙ ∙",
    "dark": "                    ",
}


class Falling(Static):
    """The word hangs dim until it falls; then it stands large over its dust."""

    frame: reactive[int] = reactive(0)

    def __init__(self, hands: SmallHands) -> None:
        super().__init__()
        self._hands = hands
        self._timer: Timer | None = None

    def fall(self) -> None:
        """Lets the word fall from the top once more."""
        if self._timer is not None:
            self._timer.stop()
        if not moves(self):
            self.frame = FALL
            return
        self.frame = 1
        self._timer = self.set_interval(PACE, self._drop, repeat=FALL - 1)

    def _drop(self) -> None:
        self.frame = min(FALL, self.frame + 1)

    def rows_in(self, width: int, height: int) -> int:
        """Tells how many rows it takes where it has so many: one in plain letters where drawn ones have no room."""
        return height if height >= SMALL_ROWS else 1

    def render(self) -> words.Words:
        """Draws the word at its height, and dust once it has landed."""
        tall = self.size.height >= ROWS
        said, width = f"{self._hands.word}!".upper(), max(1, self.size.width)
        drawn = wrap_big(said, width, 1) if tall else None
        if drawn is None:
            drawn = wrap_small(said, width, self.size.height // SMALL_ROWS)
        rows = list(drawn[0]) if drawn else [self._hands.word.upper()]
        if self.frame == 0:
            return words.dim("\n".join(rows))
        above = max(0, (FALL - self.frame) // 2)
        dust = [DUST[self._hands.effect]] if self.frame >= FALL and tall else []
        return words.plain("\n".join([*rows[above:], *dust]))

    def on_click(self, event: events.Click) -> None:
        """Falls at a click too: small hands find the mouse."""
        event.stop()
        self.fall()

"""Three dots in the corner: arriving, playing, closing."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from gatherround.ui import words

PHASES: Final = 3


class Dots(Widget):
    """Says how far the evening has come, without a clock; `phase` counts from 0, and out of range lights none."""

    ALLOW_SELECT = False
    phase: reactive[int] = reactive(0)

    def __init__(self, phase: int = 0) -> None:
        super().__init__()
        self.set_reactive(Dots.phase, phase)

    def render(self) -> Content:
        """Gives one full dot among open ones."""
        return words.plain(" ".join("●" if place == self.phase else "○" for place in range(PHASES)))

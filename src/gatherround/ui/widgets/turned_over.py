"""A card that is turned over once, as it comes to the table."""

from __future__ import annotations

from typing import ClassVar

from textual.strip import Strip
from textual.widgets import Static

from gatherround.ui.drawing import row
from gatherround.ui.moving import Moving


class TurnedOver(Moving, Static):
    """Shows its back, its edge, and then what stands on it."""

    PICTURES: ClassVar[int] = 2

    def render_line(self, y: int) -> Strip:
        """Draws one row of the side that is seen."""
        if self.picture < 0:
            return super().render_line(y)
        seen = "░" * self.size.width if self.picture == 0 else "│"
        return row([(seen, self.rich_style)], self.size.width, self.rich_style, "center")

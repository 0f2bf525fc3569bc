"""Two curtains that close over what lies there; it is hidden at once, and the cloth follows."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.strip import Strip

from gatherround.ui.drawing import row
from gatherround.ui.moving import Moving

_FOLDS: Final = "┃ │ │ "


class Curtains(Moving):
    """Close from both sides over the page that they lie on, and then give sight of it."""

    ALLOW_SELECT = False
    PICTURES: ClassVar[int] = 4

    def watch_picture(self, picture: int) -> None:
        """Gives sight of the page once they are closed, for then its words stand before them."""
        self.display = picture >= 0

    def render_line(self, y: int) -> Strip:
        """Draws one row: cloth on both sides as far as it has come, and the dark between."""
        width = self.size.width
        side = (width * (self.picture + 1) // self.PICTURES + 1) // 2
        cloth = (_FOLDS * (side // len(_FOLDS) + 1))[:side]
        between = " " * (width - 2 * side)
        return row([(cloth + between + cloth[::-1], self.rich_style)], width, self.rich_style)

"""Whatever is sewn, on a screen: cloth and threads in the colours of chairs, painted in half blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final, TypeAlias

from rich.style import Style
from textual.color import Color
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from gatherround.domain.chairs import CHAIRS, chair_named
from gatherround.domain.quilt import FRAME, TALL, THREADS, WIDE, pixels
from gatherround.ui.drawing import Piece, half_block_pieces, row
from gatherround.ui.moving import moves

Inks: TypeAlias = tuple[Style, dict[str, Style]]
"""The style of the cloth, and the style of each letter that is not cloth."""
LARGEST: Final = 2
"""How many times as large as the smallest one square is drawn at most."""
_PLAIN: Final = "stitched--plain"
_PALE: Final = 0.6
"""How much of its colour the cloth of every second square keeps, so that edges are seen."""


class Stitched(Widget):
    """Knows the colours of thread and cloth; its stylesheet says them, each chair's background being its cloth."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        _PLAIN,
        "stitched--frame",
        "stitched--gleam",
        *(f"stitched--{chair.key}" for chair in CHAIRS),
    }

    def __init__(self) -> None:
        super().__init__()
        self._mixed: dict[tuple[tuple[str, ...], bool, float], Inks] = {}

    def notify_style_update(self) -> None:
        """Mixes every colour anew under another light."""
        self._mixed.clear()
        super().notify_style_update()

    def inks(self, things: tuple[str, ...], *, pale: bool = False, light: float = 0.0) -> Inks:
        """Gives the colours of a square of these chairs; `light`, 0 to 1, is how much candle falls on it."""
        asked = (things, pale, light)
        if asked not in self._mixed:
            self._mixed[asked] = self._mix(*asked)
        return self._mixed[asked]

    def _mix(self, things: tuple[str, ...], pale: bool, light: float) -> Inks:
        colours = [self._colours(thing) for thing in things or ("",)]
        cloth = colours[0][1]
        ground = self.background_colors[1] + (cloth.multiply_alpha(_PALE) if pale else cloth)
        frame = self.get_component_styles("stitched--frame").color
        gleam = self.get_component_styles("stitched--gleam").color
        threads = {
            letter: Style(color=thread.blend(gleam, light).rich_color)
            for letter, (thread, _) in zip(THREADS, colours, strict=False)
        }
        return Style(bgcolor=ground.blend(gleam, light).rich_color), {**threads, FRAME: Style(color=frame.rich_color)}

    def _colours(self, thing: str) -> tuple[Color, Color]:
        chair = chair_named(thing)
        styles = self.get_component_styles(_PLAIN if chair is None else f"stitched--{chair.key}")
        return styles.color, styles.background


def square_line(stitch: int, people: int, y: int, inks: Inks, scale: int = 1, *, framed: bool = False) -> list[Piece]:
    """Draws row `y` of cells of a square that so many people sewed."""
    drawn = pixels(stitch, max(1, people), scale, framed=framed)
    cloth, threads = inks
    return half_block_pieces(drawn[2 * y], drawn[2 * y + 1], threads, cloth)


class SquareView(Stitched):
    """One square, twice as large where there is room; with `slowly` it is sewn cell by cell.

    Without motion it is there at once.
    """

    PACE: Final = 1 / 8
    SECONDS: Final = 3.0
    sewn: reactive[float] = reactive(1.0)
    """The part of it that is sewn, 0 to 1."""

    def __init__(self, stitch: int, things: Sequence[str], *, slowly: bool = False) -> None:
        super().__init__()
        self._stitch = stitch
        self._things = tuple(things)
        self._slowly = slowly

    @property
    def size_drawn(self) -> int:
        """How many times as large as the smallest it is drawn; 0 where there is no room at all."""
        return min(LARGEST, self.size.width // WIDE, self.size.height // TALL)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Asks for the room of its largest size."""
        return LARGEST * WIDE

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Asks for the room of its largest size."""
        return LARGEST * TALL

    def on_mount(self) -> None:
        """Begins to sew where it is sewn slowly."""
        if self._slowly and moves(self):
            self.sewn = 0.0
            self.set_interval(self.PACE, self._sew, repeat=int(self.SECONDS / self.PACE))

    def _sew(self) -> None:
        self.sewn = min(1.0, self.sewn + self.PACE / self.SECONDS)

    def render_line(self, y: int) -> Strip:
        """Draws one row of the square in the middle of its room: thread as far as it has been sewn, and cloth."""
        scale = self.size_drawn
        wide, tall = WIDE * scale, TALL * scale
        line = y - (self.size.height - tall) // 2
        if not 0 <= line < tall:
            return Strip.blank(self.size.width, self.rich_style)
        inks = self.inks(self._things)
        pieces = square_line(self._stitch, len(self._things), line, inks, scale)
        done = min(wide, max(0, round(self.sewn * wide * tall) - line * wide))
        sewn = row(pieces, done, inks[0])
        cloth = Strip.blank(wide - done, inks[0])
        whole = [(part.text, part.style or inks[0]) for part in (*sewn, *cloth)]
        return row(whole, self.size.width, self.rich_style, "center")

"""Named scenes of the quilt and of looking back: with no square, with one, with forty and with a thousand."""

from __future__ import annotations

from textual.pilot import Pilot

from gatherround.ui.app import GatherRound
from scenes import Arrange, Scene
from sewing import LINES, evenings, keep


def looking_back(count: int, *keys: str) -> Arrange:
    """Opens the quilt of so many evenings and presses keys on it."""

    async def arrange(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, GatherRound)
        keep(app.house.database, *evenings(count), noticed=LINES if count else ())
        for key in ("k", *keys):
            await pilot.pause()
            await pilot.press(key)
        await pilot.pause()

    return arrange


COUNTS = {1: "The first square.", 40: "Forty squares, and the word of one.", 1000: "A thousand; the newest lie below."}
SIZES = ((80, 24), (60, 20), (120, 40))

LOOKING_BACK: tuple[Scene, ...] = (
    Scene("quilt-none", "No square yet, and how the first one comes.", looking_back(0)),
    *(
        Scene(f"quilt-{count}-{width}x{height}", says, looking_back(count), size=(width, height))
        for count, says in COUNTS.items()
        for width, height in SIZES
    ),
    *(
        Scene(f"quilt-{count}-clear", f"{says} For eyes that need more.", looking_back(count), theme="clear")
        for count, says in COUNTS.items()
    ),
    Scene("quilt-40-daylight", "Forty squares by day.", looking_back(40), theme="daylight"),
    Scene("quilt-40x12", "The quilt on the smallest screen.", looking_back(40, "up", "left"), size=(40, 12)),
    Scene("quilt-open", "One square, large.", looking_back(40, "up", "left", "enter")),
    Scene("quilt-words", "The words this house owns.", looking_back(40, "slash")),
    Scene("quilt-unpick", "Leaving it in stands first.", looking_back(40, "x")),
    Scene("look-back", "Lines and words, and nobody's score.", looking_back(40, "l")),
    Scene("look-back-none", "What to wait for.", looking_back(0, "l")),
    Scene("look-back-60x20", "The same on a small screen.", looking_back(40, "l"), size=(60, 20)),
    Scene("note", "What did you notice?", looking_back(1, "n")),
)

SHAPES = {"quilt-1-80x24", "quilt-40-60x20", "quilt-1000-120x40", "quilt-open", "quilt-words", "look-back", "note"}
WITHOUT_COLOUR = tuple(scene for scene in LOOKING_BACK if scene.name in SHAPES)
"""Scenes that have to say the same in shapes alone, at each size and with each number of squares once."""

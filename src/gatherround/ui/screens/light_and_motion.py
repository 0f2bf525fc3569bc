"""Light and motion: how the room is lit, whether anything moves, how it is drawn, and one quiet bell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from textual.widgets import OptionList

from gatherround.host.house import House
from gatherround.host.lighting import LIGHTS, Lighting, keep_lighting
from gatherround.host.troubles import Trouble
from gatherround.ui.lists import Option, option
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.sheets import FromList
from gatherround.ui.screens.study import Rows

if TYPE_CHECKING:
    from gatherround.ui.app import GatherRound

ABOVE: Final = "Seen at once, and so whenever the game starts here."
ABOVE_TONIGHT: Final = "Seen at once. It holds for tonight: nothing can be kept here."
HOLDS: Final = "It holds for tonight. It cannot be kept just now."
LIGHT_ASKED: Final = "Which light?"
SAID: Final = {
    "candle": "candle: dark and warm, for the evening",
    "daylight": "daylight: dark letters, for a bright room",
    "clear": "clear: white on black, for eyes that need more",
}
MOVES: Final = "a little, one thing at a time"
STILL: Final = "nothing moves"
STILL_HERE: Final = "nothing moves: this terminal was asked for that"
BLOCKS: Final = "blocks and lines"
PLAIN: Final = "the signs of every keyboard, where blocks come out odd"
SILENT: Final = "none"
BELL: Final = "one, when a candle has burned down"


class LightAndMotion(Rows):
    """A row for each choice; every one is seen at once, and kept where anything can be."""

    TITLED = "Light and motion"

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house

    def above(self) -> str:
        """Says when a choice holds."""
        return ABOVE_TONIGHT if self._house.database is None else ABOVE

    def rows(self) -> Sequence[Option]:
        """Gives what is chosen now."""
        now = self._room.lighting
        still = STILL if now.still else STILL_HERE if self.app.animation_level == "none" else MOVES
        return (
            self.row("light", SAID[now.light], "light"),
            self.row("motion", still, "still"),
            self.row("drawn with", PLAIN if now.plain_signs else BLOCKS, "plain_signs"),
            self.row("bell", BELL if now.bell else SILENT, "bell"),
        )

    def chosen(self, name: str) -> None:
        """Asks for a light, or turns one of the others to its other side."""
        if name == "light":
            self._ask_light()
        else:
            self._choose(name, not getattr(self._room.lighting, name))

    def _ask_light(self) -> None:
        before = self._room.lighting

        def keep(at: int | None) -> None:
            if at is None:
                self._room.light(before)
            else:
                self._choose("light", LIGHTS[at])

        lay_over(self, Lights(before), keep)

    def _choose(self, name: str, choice: Any) -> None:
        """Shows a choice at once and keeps it; where it cannot be kept, it holds for tonight, and that is said."""
        self._room.light(replace(self._room.lighting, **{name: choice}))
        try:
            keep_lighting(self._house.database, name, choice)
        except Trouble:
            self.notify(HOLDS, markup=False)
        self.show_again()

    @property
    def _room(self) -> GatherRound:
        return room_of(self)


class Lights(FromList):
    """The three lights, each seen as soon as it is looked at."""

    def __init__(self, before: Lighting) -> None:
        super().__init__(LIGHT_ASKED, [option(SAID[light]) for light in LIGHTS], LIGHTS.index(before.light))
        self._before = before

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Shows the light that is looked at."""
        message.stop()
        if self.is_active:
            room_of(self).light(replace(self._before, light=LIGHTS[message.option_index]))


def room_of(page: Rows | FromList) -> GatherRound:
    """Gives the room that a page of the game is seen in."""
    from gatherround.ui.app import GatherRound

    assert isinstance(page.app, GatherRound)
    return page.app

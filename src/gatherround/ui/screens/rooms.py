"""The doors of *for the grown-ups*, and which page of the study lies behind each; it is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.screen import Screen

from gatherround.domain.rhythm import PLENTY
from gatherround.host.house import House
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.menu import More

TITLE: Final = "For the grown-ups"
DOORS: Final = {
    "people": "people and their cards",
    "agreements": "agreements and house rules",
    "getting-help": "getting help",
    "kept": "what is kept, and where",
    "story-books": "the story books",
    "light": "light and motion",
}


class ForTheGrownUps(More):
    """The doors to the study; its pages lie over them, so that whoever leaves one stands before the others again."""

    ASIDE = f"{PLENTY}   {More.ASIDE}"

    def __init__(self, house: House, then: Callable[[], None]) -> None:
        super().__init__(DOORS, TITLE)
        self._house = house
        self._then = then

    def take(self, chosen: str) -> None:
        """Opens a page; once it has been left, `then` is done where these doors lie."""
        self._house.looks_again()
        lay_over(self, room(chosen, self._house), lambda _: self._then())


def room(name: str, house: House) -> Screen[None]:
    """Gives the page of this name; raises KeyError for any other."""
    match name:
        case "people":
            from gatherround.ui.screens.people import People

            return People(house)
        case "agreements":
            from gatherround.ui.screens.agreements import Agreements

            return Agreements(house)
        case "getting-help":
            from gatherround.ui.screens.getting_help import GettingHelp

            return GettingHelp(house)
        case "story-books":
            from gatherround.ui.screens.story_books import StoryBooks

            return StoryBooks(house)
        case "kept":
            from gatherround.ui.screens.kept import Kept

            return Kept(house)
        case "light":
            from gatherround.ui.screens.light_and_motion import LightAndMotion

            return LightAndMotion(house)
        case _:
            raise KeyError(name)

"""Which page of the study lies behind which door of *for the grown-ups*; each is loaded when it is asked for."""

from __future__ import annotations

from textual.screen import Screen

from gatherround.host.house import House


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
        case _:
            raise KeyError(name)

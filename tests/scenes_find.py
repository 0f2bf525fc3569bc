"""Scenes of Find one: the question, the list with a story open, the search, and what is said where nothing is."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from gatherround.domain.packs import Pack
from gatherround.pantry.library import Book, Library
from gatherround.ui.app import GatherRound
from scenes import Arrange, Scene, named
from tables import lists

FIVE = ("1", "3", "5", "6", "6")
TEENS = ("4", "5", "6", "6")
QUIET = (*TEENS, "f", "slash", *"quiet", "enter")
STORIES = (
    "whole-table/the-last-dumpling",
    "whole-table/maybe-a-donkey",
    "whole-table/two-lefts",
    "whole-table/sixteen-ships",
    "first-feelings/soup-breath",
    "minutes/copy-hands",
    "other-shoes/four-tickets",
    "settle-and-mend/spin-cycle",
    "crossroads/its-gone-quiet",
    "crossroads/the-question-mark",
)
"""A few that do not change because another story is written."""


def few_stories() -> Library:
    """Gives a library of these few."""
    pack = Pack(id="few", title="A Few", version="1.0.0")
    book = Book(path=Path("few"), origin="shipped", pack=pack, activities=tuple(map(named, STORIES)), notes=())
    return Library(books=(book,), lists=lists())


def at_the_shelf(*keys: str) -> Arrange:
    """Presses keys from Tonight on, each once the shelf has been looked along."""

    async def arrange(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, GatherRound)
        await pilot.pause()
        await app.workers.wait_for_complete()
        app.house.shelf._library = few_stories()
        for key in keys:
            await pilot.press(key)
            await app.workers.wait_for_complete()
            if key == "f":  # lays a page over another, which the next key is meant for
                await pilot.pause()
        await pilot.pause()

    return arrange


FINDING: tuple[Scene, ...] = (
    Scene("find-one", "What would help tonight?", at_the_shelf(*FIVE, "f")),
    Scene("find-one-open", "A story for these very people, before it is played.", at_the_shelf(*FIVE, "f", "4", "3")),
    Scene("find-one-flag", "What a parent knows first stands first.", at_the_shelf(*QUIET)),
    Scene("find-one-search", "Every letter finds.", at_the_shelf(*FIVE, "f", "slash", *"train")),
    Scene("find-one-nothing", "Nothing found, and what to do next.", at_the_shelf(*TEENS, "f", "slash", *"tickets")),
    Scene("find-one-narrow", "Narrowed down, by numbers.", at_the_shelf(*FIVE, "f", "1", "f", "6", "7")),
    Scene("find-one-60x20", "On a small screen the page lies beneath.", at_the_shelf(*QUIET), size=(60, 20)),
    Scene("find-one-120x40", "How each one is asked first.", at_the_shelf(*FIVE, "f", "2"), size=(120, 40)),
    Scene("find-one-small", "A page that needs more room says so.", at_the_shelf(*FIVE, "f"), size=(50, 16)),
    Scene("find-one-daylight", "Find one by day.", at_the_shelf(*FIVE, "f", "1", "2"), theme="daylight"),
)

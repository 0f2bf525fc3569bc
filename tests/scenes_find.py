"""Scenes of Find one: the question, the list with a story open, the search, and what is said where nothing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from textual.pilot import Pilot

from gatherround.domain.activities import Adapted
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.packs import Pack
from gatherround.host.guests import guest_by_words
from gatherround.host.shelf import Shelf
from gatherround.pantry.library import Book, Library
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.laying import Laying
from scenes import Arrange, Scene, named
from tables import lists

FIVE = ("3", "9", "16", "40", "42")
TEENS = ("13", "16", "40", "42")
QUIET = ("slash", *"quiet", "enter")
PIEROGI = ("slash", *"pierogi", "enter")
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


@cache
def few_stories() -> Shelf:
    """Gives a shelf of these few."""
    pack = Pack(id="few", title="A Few", version="1.0.0")
    book = Book(path=Path("few"), origin="shipped", pack=pack, activities=tuple(map(named, STORIES)), notes=())
    shelf = Shelf(None, None)
    shelf._library = Library(books=(book,), lists=lists())
    return shelf


@cache
def with_ours() -> Shelf:
    """Gives the same shelf with a copy of our own on it."""
    shelf = Shelf(None, None)
    shipped = named("whole-table/the-last-dumpling")
    origin = Adapted(
        story=shipped.full_id, title=shipped.title, licence="CC-BY-SA-4.0", authors=("Gather Round contributors",)
    )
    copy = replace(shipped, pack=BOOK, title="The Last Pierogi", adapted_from=origin)
    pack = Pack(id=BOOK, title="Our Own Stories", version="1.0.0")
    book = Book(path=Path("ours"), origin="family", pack=pack, activities=(copy,), notes=())
    shelf._library = Library(books=(*few_stories().books, book), lists=lists())
    return shelf


def at_the_shelf(ages: tuple[str, ...], *keys: str, shelf: Callable[[], Shelf] = few_stories) -> Arrange:
    """Opens Find one for guests of these ages, and presses keys once the shelf has been looked along."""

    async def arrange(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, GatherRound)
        assert isinstance(app.screen, Laying)
        app.house.shelf = shelf()
        for age in ages:
            people = app.screen.setting.people
            app.screen.setting = app.screen.setting.seated(guest_by_words(age, people))
        for key in ("f", *keys):
            await pilot.press(key)
            await app.workers.wait_for_complete()
            if key == "f":  # lays a page over another, which the next key is meant for
                await pilot.pause()
        await pilot.pause()

    return arrange


FINDING: tuple[Scene, ...] = (
    Scene("find-one", "What would help tonight?", at_the_shelf(FIVE)),
    Scene("find-one-open", "A story for these very people, before it is played.", at_the_shelf(FIVE, "4", "3")),
    Scene("find-one-flag", "What a parent knows first stands first.", at_the_shelf(TEENS, *QUIET)),
    Scene("find-one-ours", "A copy says what it was made from.", at_the_shelf(FIVE, *PIEROGI, shelf=with_ours)),
    Scene("find-one-search", "Every letter finds.", at_the_shelf(FIVE, "slash", *"train")),
    Scene("find-one-nothing", "Nothing found, and what to do next.", at_the_shelf(TEENS, "slash", *"tickets")),
    Scene("find-one-narrow", "Narrowed down, by numbers.", at_the_shelf(FIVE, "1", "f", "6", "7")),
    Scene("find-one-60x20", "On a small screen the page lies beneath.", at_the_shelf(TEENS, *QUIET), size=(60, 20)),
    Scene("find-one-120x40", "How each one is asked first.", at_the_shelf(FIVE, "2"), size=(120, 40)),
    Scene("find-one-small", "A page that needs more room says so.", at_the_shelf(FIVE), size=(50, 16)),
    Scene("find-one-daylight", "Find one by day.", at_the_shelf(FIVE, "1", "2"), theme="daylight"),
)

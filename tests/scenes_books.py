"""Scenes of the story books: a shelf with a book of one's own to mend, and one without."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot

from gatherround.host.shelf import Shelf
from gatherround.host.story_books import StoryBooks as Books
from gatherround.pantry.library import Shelves
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.bringing_in import first
from gatherround.ui.screens.story_books import StoryBooks
from parcels import COVER, STORY, folder
from rounds import SMALL_SHELF
from scenes import Arrange, Scene

AT_ROBINS = Path("/home/robin/gather-round/packs")


def a_shelf(home: Path, *, own: bool) -> Shelf:
    """Lays two books that came with the game, and where asked one of one's own with something to mend in it."""
    came = home / "came"
    shutil.copytree(SMALL_SHELF, came)
    folder(came / "packs", "tea-time", title="Tea Time", spoon="The Spoon", cup="The Cup")
    folder(came / "packs", "rain", title="Rain, and Other Company", drop="The Last Drop")
    if own:
        mine = folder(home / "packs", "kitchen-tales", title="Kitchen Tales", cereal="The Loud Cereal")
        (mine / "pack.yaml").write_text(COVER.format(id="kitchen-tales", title="Kitchen Tales") + "authors: [Robin]\n")
        broken = STORY.format(id="plum", title="The Plum").replace("5+", "five").replace("ask:", "aks:")
        (mine / "activities" / "plum.yaml").write_text(broken)
        longish = STORY.format(id="boot", title="The Boot") + "whisper: " + "Nobody has to sit down first. " * 3 + "\n"
        (mine / "activities" / "boot.yaml").write_text(longish)
    return Shelf(Shelves(came, home / "packs"), None, home / "packs")


def among_books(*keys: str, own: bool = True) -> Arrange:
    """Opens the story books and presses keys there."""

    async def arrange(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, GatherRound)
        assert app.house.home is not None
        await pilot.app.workers.wait_for_complete()
        app.house.shelf = a_shelf(app.house.home, own=own)
        for key in ("s", *keys):
            await pilot.press(key)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        for books in pilot.app.screen_stack:
            if isinstance(books, StoryBooks) and books.books is not None:  # a home of another name each time
                books.books = tuple(replace(one, path=AT_ROBINS / one.path.name) for one in books.books)
        await pilot.pause()

    return arrange


async def _comes_in(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, GatherRound)
    assert app.house.home is not None
    await app.workers.wait_for_complete()
    app.house.shelf = a_shelf(app.house.home, own=False)
    given = folder(app.house.home / "given", "other-tea", title="Aunt Vera's Tea", pot="The Teapot")
    with Books(app.house.shelf).arriving(given) as arrival:
        await app.push_screen(first(arrival))
        await pilot.pause()


STORY_BOOKS: tuple[Scene, ...] = (
    Scene("story-books", "What there is to mend, and at which line.", among_books()),
    Scene("story-books-fine", "A book that plays as it is.", among_books("down")),
    Scene("story-books-none", "No book of one's own yet, and how one begins.", among_books(own=False)),
    Scene("story-books-60x20", "The same on a small screen.", among_books(), size=(60, 20)),
    Scene("story-books-40x12", "The list above, the page beneath.", among_books(), size=(40, 12)),
    Scene("story-books-120x40", "The same with room.", among_books(), size=(120, 40)),
    Scene("bring-in", "What somebody gave, before it comes in.", _comes_in),
    Scene("bring-in-40x12", "The same on the smallest screen.", _comes_in, size=(40, 12)),
    Scene("story-books-clear", "For eyes that need more.", among_books(), theme="clear"),
)

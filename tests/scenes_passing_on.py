"""Scenes of passing on what a family wrote: what to know first, what others may do with it, and where it lies."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from families import card, live_here
from gatherround.host.shelf import Shelf
from gatherround.pantry.library import Shelves
from gatherround.ui.app import GatherRound
from gatherround.ui.screens.passing_on import ItLiesHere
from gatherround.ui.screens.workshop import WorkshopDoor
from rounds import SMALL_SHELF
from scenes import Arrange, Scene
from scenes_books import among_books
from scenes_workshop import BUS, PANCAKE


def passing_on(*keys: str, here: bool = False) -> Arrange:
    """Opens the Workshop of a house with two stories of its own, in one of which somebody's own name is."""

    async def arrange(pilot: Pilot[int]) -> None:
        app = pilot.app
        assert isinstance(app, GatherRound)
        await app.workers.wait_for_complete()
        assert app.house.home is not None
        app.house.shelf = Shelf(Shelves(SMALL_SHELF, app.house.home / "packs"), None)
        live_here(app.house, card("Bea"), card("Theo"))
        workshop = app.house.workshop()
        workshop.shelve(PANCAKE if here else BUS)
        await app.push_screen(WorkshopDoor(app.house))
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return arrange


async def _lies(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.app.push_screen(ItLiesHere(Path("/home/robin/the-window-seat.zip")))
    await pilot.pause()


PASSING_ON: tuple[Scene, ...] = (
    Scene("pass-on-which", "All of a book, or one story.", among_books("p")),
    Scene("pass-on-before", "A real name, before it goes.", passing_on("p")),
    Scene("pass-on-before-60x20", "The same on a small screen.", passing_on("p", here=True), size=(60, 20)),
    Scene("pass-on-terms", "What others may do with it.", passing_on("p", "enter")),
    Scene("pass-on-terms-60x20", "The same on a small screen.", passing_on("p", "enter"), size=(60, 20)),
    Scene("pass-on-lies", "Where it lies.", _lies),
)

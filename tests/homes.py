"""Homes in which people live: an empty one, a family's with all that a family can have, one with a Round still open."""

from __future__ import annotations

import shutil
from pathlib import Path

from drafts import a_draft
from every_step import every_step
from gatherround.domain.drafts.draft import WAYS
from gatherround.domain.play.moves import Later, On, Pause
from gatherround.host.evening import Evening
from gatherround.host.house import House, open_house
from rounds import laid
from scenes_books import a_shelf
from scenes_people import agreed
from sewing import LINES, evenings, keep
from tables import DUE, lists, table

KINDS = ("empty", "family", "open")


def a_home(at: Path, kind: str) -> Path:
    """Makes a home of this kind; the story books that ship have been read once, so that a start is quick."""
    at.mkdir(parents=True)
    house = open_house(at, {})
    if kind != "empty":
        furnish(house)
        mine_to_mend(at)
    if kind == "open":
        leave_open(house)
    _ = house.shelf.activities
    house.close()
    return at


def furnish(house: House) -> None:
    """Has a family live here that has played, promised, agreed, noticed, and written stories of its own."""
    agreed(house)
    ana = house.family.people.all()[2]
    house.family.locks.lock(ana, "rainy tuesday")
    keep(house.database, *evenings(20), noticed=LINES)
    promise(house)
    workshop = house.workshop()
    for number, way in enumerate(WAYS, start=1):
        draft = a_draft(way)
        workshop.drafts.keep(type(draft)(way=draft.way, number=number, words=draft.words))
    workshop.shelve(a_draft())


def promise(house: House) -> None:
    """Lets two promise to come back; the time has come."""
    evening = leave_open(house)
    evening.make(Pause())
    evening.make(Later("the dishes", DUE))


def leave_open(house: House) -> Evening:
    """Leaves a Round open in which every sort of step is still to come."""
    evening = house.evening()
    story = every_step("Somebody took the moon out of the soup.", "the moon")
    evening.start(laid(story, table(3, 9, 15, 40, 42), words=lists().feelings))
    for _ in range(3):
        evening.make(On())
    return evening


def mine_to_mend(home: Path) -> None:
    """Puts a book of one's own on the shelf in which there is something to mend."""
    a_shelf(home / "beside", own=True)
    shutil.move(home / "beside" / "packs" / "kitchen-tales", home / "packs" / "kitchen-tales")
    shutil.rmtree(home / "beside")

"""Those who are killed: each goes on keeping things, with the game's own code, until the end comes."""

from __future__ import annotations

import atexit
import random
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from io import StringIO
from itertools import count
from pathlib import Path

from gatherround.domain.entries import WordMet
from gatherround.host.drafts import Draft
from gatherround.host.house import House, open_house
from gatherround.host.household import Setting
from gatherround.host.pages import keep_page
from gatherround.host.shelf import Shelf, shipped_shelf
from gatherround.pantry.library import Shelves
from gatherround.paper.keepsake import keepsake
from gatherround.plain.room import PlainRoom
from gatherround.plain.table import PlainTable
from gatherround.storage.database import open_database
from gatherround.storage.home import family_file
from gatherround.storage.journal import Journal
from proving import PROVING
from storage.drawers import OnTheHour, newer_steps
from tables import SeededDice

ANSWERS = ("", "", "", "", "", "1", "1", "2", "3", "s", "b", "p", "d", "n", "l", "w")
COMPANY = ("5,9,14,grown-up", "grown-up,grown-up", "3,7", "9,16,grown-up", "Mum,Theo,Ana")

Victim = Callable[[Path, int], None]


SHORT = ("minutes", "good-news")
"""Books that are soon read, for when nobody asks for more."""


@cache
def books(*, all_of_them: bool = PROVING) -> Shelf:
    """Gives the story books that ship, read once: whoever is forked from here has read them."""
    if all_of_them:
        return _read(Shelves(shipped_shelf()))
    return _read(Shelves(_short_shelf()))


def _short_shelf() -> Path:
    """Lays out a few books for as long as this process lives: a page of story books reads them again."""
    shelf = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, shelf, ignore_errors=True)
    for lists in shipped_shelf().glob("*.yaml"):
        shutil.copy(lists, shelf)
    for book in SHORT:
        shutil.copytree(shipped_shelf() / "packs" / book, shelf / "packs" / book)
    return shelf


def _read(shelves: Shelves) -> Shelf:
    shelf = Shelf(shelves, None)
    assert shelf.activities
    return shelf


def house_of(home: Path, seed: int, shelf: Shelf | None = None) -> House:
    """Opens a house with books, and somebody who prints."""
    house = open_house(home, {}, dice=SeededDice(seed))
    house.shelf = shelf or books()
    house.printer = keepsake
    return house


class Answers(PlainRoom):
    """A room in which somebody answers at once, whatever comes into their head."""

    def __init__(self, seed: int) -> None:
        super().__init__(StringIO(), StringIO())
        self._dice = random.Random(seed)

    def ask(self, prompt: str = "> ") -> str:
        match prompt:
            case "who> ":
                return self._dice.choice((*COMPANY, "", ""))
            case "who sits down? > ":
                return self._dice.choice(("8", "grown-up", "nobody"))
            case _:
                return self._dice.choice(ANSWERS)


def moves(home: Path, _: int) -> None:
    """Records moves into the drawer, as fast as it takes them."""
    with open_database(family_file(home)) as database:
        journal = Journal(database, OnTheHour())
        hold = journal.begin("{}", "0", [], instead=True)
        for number in count():
            journal.record(hold, str(number), [WordMet(f"{number} {part}") for part in "abc"])


def evenings(home: Path, seed: int) -> None:
    """Plays one plain evening after another, as `gatherround --plain` does."""
    for evening in count():
        house = house_of(home, seed + evening)
        house.family.care.copy_today()
        PlainTable(house, Answers(seed + evening)).sit_down()
        house.close()


def screens(home: Path, seed: int) -> None:
    """Opens the dining room at the terminal that this process has."""
    from gatherround.ui.app import GatherRound

    app = GatherRound(house_of(home, seed), patience=0)
    app.animation_level = "none"
    app.run()
    assert not app.return_code, app.farewell


def migrating(home: Path, _: int) -> None:
    """Brings a drawer to a schema that is still to come, by way of today's."""
    open_database(family_file(home)).close()
    open_database(family_file(home), newer_steps()).close()


def choosing(home: Path, seed: int) -> None:
    """Moves chairs, sets the table, types a line: what is kept between two evenings."""
    house, dice = house_of(home, seed), random.Random(seed)
    setting = house.household.last_table() or Setting()
    for number in count():
        people = house.family.people
        people.move(dice.choice(people.all()), dice.choice((-1, 1)))
        Draft(house.database, house.clock, "noticed").keep(f"I saw {'x' * dice.randrange(50)} {number}")
        house.household.remember(setting.longer(number))


def exporting(home: Path, _: int) -> None:
    """Writes the page to keep over and over, and export after export."""
    house = house_of(home, 1)
    for number in count():
        keep_page(house)
        house.family.moving.export(home.parent / f"out-{number}.json")


VICTIMS: dict[str, Victim] = {
    victim.__name__: victim for victim in (moves, evenings, screens, migrating, choosing, exporting)
}

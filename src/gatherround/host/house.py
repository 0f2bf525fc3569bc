"""Opens the house: finds what is kept where, and introduces everybody to each other."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gatherround.host.chance import Clock, RealDice, WallClock, day_of
from gatherround.host.household import Household
from gatherround.host.paper import Paper, usual_paper
from gatherround.host.shelf import FAMILY_PACKS, Shelf
from gatherround.host.unread import each_if_readable, if_readable
from gatherround.storage.database import Database, open_database
from gatherround.storage.home import cache_folder, family_file, find_home
from gatherround.storage.seats import seats
from gatherround.storage.troubles import CannotKeep, Trouble

if TYPE_CHECKING:
    from gatherround.domain.likings import Likings
    from gatherround.domain.people import Person
    from gatherround.domain.tonight import Dice, History
    from gatherround.host.evening import Evening
    from gatherround.host.family import Family
    from gatherround.host.lighting import Lighting
    from gatherround.host.memories import Memories
    from gatherround.host.pages import Printer
    from gatherround.host.printing import Press
    from gatherround.host.promises import Promises
    from gatherround.host.workshop import Workshop
    from gatherround.pantry.library import Shelves
    from gatherround.storage.journal import Journal
    from gatherround.storage.rows import Kept


@dataclass(slots=True)
class House:
    """Everything a room needs: the shelf, the journal where there is one, the clock and the dice.

    It has a door to each thing that is kept here, and does nothing with them: what does is a module of its own, and a
    house is its first word (`deal(house, …)`, `keep_page(house)`). The rules and the story books are loaded when
    somebody first asks for them: the first picture waits for neither.
    """

    shelf: Shelf
    clock: Clock
    dice: Dice
    home: Path | None = None
    database: Database | None = None
    household: Household = field(default_factory=lambda: Household(None))
    notices: list[str] = field(default_factory=list)
    printer: Printer | None = None
    picture: Printer | None = None
    press: Press | None = None
    paper: Paper = "a4"

    @property
    def journal(self) -> Journal | None:
        """What happened in this house, where there is somewhere to keep it."""
        if self.database is None:
            return None
        from gatherround.storage.journal import Journal

        return Journal(self.database, self.clock)

    @property
    def family(self) -> Family:
        """Those who live here, and all that is theirs."""
        from gatherround.host.family import Family

        return Family(self.home, self.database, self.journal, self.clock)

    @property
    def lighting(self) -> Lighting:
        """How the room is lit here."""
        from gatherround.host.lighting import lighting_of

        return lighting_of(self.database)

    def evening(self) -> Evening:
        """Gives a fresh place at the table for one Round."""
        from gatherround.host.evening import Evening

        return Evening(self.journal, self.clock)

    def promises(self) -> Promises:
        """Gives what was promised in a pause."""
        from gatherround.host.promises import Promises

        return Promises(self.journal, self.clock)

    def memories(self) -> Memories:
        """Gives what this house looks back on."""
        from gatherround.host.memories import Memories

        return Memories(self.database, self.clock)

    def workshop(self) -> Workshop:
        """Gives the place where stories are written."""
        from gatherround.host.workshop import Workshop

        folder = self.home / FAMILY_PACKS if self.home else None
        return Workshop(self.database, self.clock, self.shelf, folder, self.names)

    def names(self) -> tuple[str, ...]:
        """Gives what those who live here are called on their cards; where no card can be read, nobody."""
        with suppress(Trouble):
            return tuple(one.card.name for one in self.family.people.all())
        return ()

    def round_is_open(self) -> bool:
        """Tells whether a Round waits to be gone on with or let go."""
        return self.journal is not None and if_readable(self.journal.open_now, None) is not None

    def close(self) -> None:
        """Closes the drawer; whatever was told it is kept."""
        if self.household.database is not None:
            self.household.database.close()

    def today(self) -> date:
        """Gives the date on the wall."""
        return day_of(self.clock)

    def history(self) -> History:
        """Gives what earlier Rounds mean for tonight; what cannot be read just now means nothing."""
        from gatherround.domain import lookback

        return lookback.history(self.recorded(), self.today(), self.shelf.episodes())

    def likings(self) -> Likings:
        """Gives what this family has marked on its shelf; without a drawer that can be read, nothing."""
        from gatherround.domain.likings import Likings
        from gatherround.storage.likings import likings

        drawer = self.database
        return if_readable(lambda: likings(drawer), Likings()) if drawer else Likings()

    def recorded(self) -> tuple[Kept, ...]:
        """Gives all that happened in Rounds that have ended; what cannot be read just now has not happened."""
        return each_if_readable(self.journal.entries) if self.journal else ()


def open_house(
    data_dir: Path | None = None,
    environ: Mapping[str, str] | None = None,
    *,
    shelves: Shelves | None = None,
    clock: Clock | None = None,
    dice: Dice | None = None,
) -> House:
    """Opens the house of a family; raises UnopenedFile where the family file is not one that may be touched.

    With nowhere to keep anything the house opens all the same, and says so.
    """
    clock = clock or WallClock()
    notices: list[str] = []
    home: Path | None = None
    database: Database | None = None
    try:
        home = find_home(data_dir, environ or {})
        database = open_database(family_file(home))
    except CannotKeep as trouble:
        notices.append(trouble.sentence)
    family = home / FAMILY_PACKS if home else None
    shelf = Shelf(shelves, cache_folder(home) if home else None, family)
    house = House(
        shelf=shelf,
        clock=clock,
        dice=dice or RealDice(),
        home=home,
        database=database,
        notices=notices,
        paper=usual_paper(environ or {}),
    )
    house.household = Household(
        database, lambda: _members_today(database, clock), lambda: house.family.pages.check_ins_today()
    )
    return house


def _members_today(database: Database | None, clock: Clock) -> tuple[Person, ...]:
    """Gives those who live here; a house in which nobody has a card does not load what reads one."""
    if database is None or not seats(database):
        return ()
    from gatherround.host.people import People

    return People(database, clock).today()

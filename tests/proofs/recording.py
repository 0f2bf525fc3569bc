"""Keeps things while strace looks on and says what it keeps: python -m proofs.recording WHAT HOME SEED [MODE LEVEL].

MODE and LEVEL take the place of what the game asks of SQLite, to see that a power cut then does harm.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from families import the_family
from gatherround.disk import private_folder
from gatherround.host.pages import keep_page
from gatherround.plain.room import Gone
from gatherround.plain.table import PlainTable
from gatherround.storage import opening
from gatherround.storage.database import open_database
from gatherround.storage.home import family_file
from gatherround.storage.journal import Journal
from gatherround.storage.restoring import put_in_place
from host.houses import house_at
from proofs import victims
from proofs.witness import watch

MOST = 45
"""Lines that are answered before the input ends."""


class Short(victims.Answers):
    """Somebody who leaves after a while, in the middle of whatever it is."""

    left = MOST

    def ask(self, prompt: str = "> ") -> str:
        self.left -= 1
        if not self.left:
            raise Gone
        return super().ask(prompt)


def say(line: str) -> None:
    """Says a line at once; strace sees when."""
    os.write(1, f"{line}\n".encode())


def evening(home: Path, seed: int) -> None:
    """A house is opened for the first time, a family moves in, plays, prints, takes everything out."""
    house = victims.house_of(home, seed)
    the_family(house)
    house.family.care.copy_today()
    PlainTable(house, Short(seed)).sit_down()
    house.memories().notice("I saw Ana carry the soup")
    keep_page(house)
    house.family.moving.export(home / "out.json")
    say("told everything")
    house.close()


def goodbye(home: Path, seed: int) -> None:
    """Somebody is erased, from a home that has copies and a page that name them."""
    house = house_at(home, seed=seed)
    house.family.erasing.erase(house.family.people.all()[0])
    say("told erased")


def moves(home: Path, _: int) -> None:
    """Moves go into the drawer, one by one."""
    private_folder(home)
    with open_database(family_file(home)) as drawer:
        journal = Journal(drawer, victims.OnTheHour())
        hold = journal.begin("{}", "0", [], instead=True)
        for number in range(30):
            journal.record(hold, str(number), [victims.WordMet(f"{number} {part}") for part in "abc"])


def migration(home: Path, _: int) -> None:
    """A drawer of an older schema is opened."""
    open_database(family_file(home)).close()
    say("told opened")


def restoring(home: Path, _: int) -> None:
    """A copy takes the place of the drawer, whether that can be read or not."""
    put_in_place(home / "copy.sqlite3", family_file(home))
    say("told restored")


SCENARIOS: dict[str, Callable[[Path, int], None]] = {
    one.__name__: one for one in (evening, goodbye, moves, migration, restoring)
} | {"mending": restoring}


def main(what: str, home: Path, seed: int, mode: str = "", level: str = "") -> None:
    """Does what it is asked to, with a witness."""
    if mode:
        others = [pragma for pragma in opening._PRAGMAS if "journal_mode" not in pragma and "synchron" not in pragma]
        changed = (f"PRAGMA journal_mode = {mode}", f"PRAGMA synchronous = {level}", *others)
        opening._PRAGMAS = changed  # type: ignore[misc, assignment]
    watch(say)
    SCENARIOS[what](home, seed)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])

"""Plays one plain evening to goodnight, whatever the disk says: python -m proofs.sitting HOME [homeless].

What the table hears is printed; what the drawer acknowledged goes to the other way out.
"""

from __future__ import annotations

import os
import sys
from io import StringIO
from pathlib import Path

from gatherround.cli import CANNOT_OPEN
from gatherround.host.house import House, open_house
from gatherround.host.troubles import UnopenedFile
from gatherround.plain.room import PlainRoom
from gatherround.plain.table import PlainTable
from proofs.victims import books
from proofs.witness import watch
from tables import SeededDice

NOBODY_AT_ALL = 54321
"""Somebody of whom this computer knows neither a name nor a home."""


class Polite(PlainRoom):
    """Three people who go on, and on."""

    def __init__(self) -> None:
        super().__init__(StringIO(), sys.stdout)
        self._sitting = False

    def ask(self, prompt: str = "> ") -> str:
        if prompt == "who> " and not self._sitting:
            self._sitting = True
            return "5,9,grown-up"
        return "1" if prompt in {"minutes> ", "help> "} else ""


def house_in(home: Path | None) -> House:
    """Opens a house with a few books, which are soon read."""
    house = open_house(home, os.environ, dice=SeededDice(1))
    house.shelf = books(all_of_them=False)
    return house


def play(house: House) -> None:
    """Plays one evening in a house."""
    PlainTable(house, Polite()).sit_down()
    house.close()


def _said(line: str) -> None:
    os.write(2, f"{line}\n".encode())


def main(home: Path, how: str = "") -> None:
    """Plays; without a home only after an evening in one, for what is loaded later could not be read any more."""
    if how == "homeless":
        play(house_in(home))
        os.setuid(NOBODY_AT_ALL)
        os.environ.clear()
        sys.stdout.write("And now without a home.\n")
        play(house_in(None))
        return
    watch(_said)
    try:
        play(house_in(home))
    except UnopenedFile as trouble:
        sys.stdout.write(trouble.sentence)
        sys.exit(CANNOT_OPEN)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])

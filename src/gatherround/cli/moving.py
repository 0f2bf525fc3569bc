"""Moving house from the command line: everything out into one file, and into a new home."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from gatherround.cli.endings import FINE
from gatherround.cli.house import in_the_house
from gatherround.cli.saying import shown
from gatherround.domain.counting import counted
from gatherround.domain.refusing import Refusal
from gatherround.host.house import House
from gatherround.host.troubles import HomeIsLivedIn

ANOTHER_HOME: Final = "Such as: gatherround --data-dir NEW-FOLDER import FILE"
BOOKS: Final = "Story books of your own are files already: copy the packs folder too."


def export(asked: argparse.Namespace) -> int:
    """Writes everything into a new file that can be read by anybody who has it."""
    return in_the_house(asked, _exported)


def _exported(house: House, asked: argparse.Namespace) -> int:
    if asked.file == Path("-"):
        print(house.family.moving.exported(), end="")
        return FINE
    house.family.moving.export(asked.file)
    print(f"Everything is in {shown(asked.file)}. Whoever opens it can read it, locked cards too.")
    print(BOOKS)
    return FINE


def bring_in(asked: argparse.Namespace) -> int:
    """Fills a new home from an exported file."""
    return in_the_house(asked, _brought_in)


def _brought_in(house: House, asked: argparse.Namespace) -> int:
    try:
        everything = house.family.moving.bring_in(asked.file)
    except HomeIsLivedIn as no:
        raise Refusal(f"{no.sentence} {ANOTHER_HOME}") from None
    evenings = len({entry.round for entry in everything.entries if entry.round})
    print(f"{counted(len(everything.people), 'card')} and {counted(evenings, 'evening')} have moved in.")
    print(BOOKS)
    return FINE

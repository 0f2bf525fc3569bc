"""Builders of a house with a real drawer, and of a disk that stops taking anything."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gatherround.domain.entries import Entry
from gatherround.domain.plain_values import from_plain
from gatherround.domain.play.plan import Play
from gatherround.host.house import House, open_house
from gatherround.pantry.library import Shelves
from gatherround.storage.home import family_file
from gatherround.storage.journal import Journal
from rounds import SMALL_SHELF, Clock
from tables import SeededDice


def house_at(home: Path, *, clock: Clock | None = None, seed: int = 1) -> House:
    """Opens a house without story books; each call is another window on the same drawer."""
    return open_house(home, {}, shelves=Shelves(SMALL_SHELF), clock=clock or Clock(), dice=SeededDice(seed))


def journal_of(house: House) -> Journal:
    assert house.journal is not None
    return house.journal


def kept(house: House) -> list[Entry]:
    """Gives every entry in the drawer, those of an open Round included."""
    return [at.entry for at in journal_of(house).entries(ended_only=False)]


def open_play(house: House) -> Play:
    """Gives the open Round as the drawer has it."""
    waiting = journal_of(house).open_now()
    assert waiting is not None
    shape = json.loads(waiting.place_json)
    shape["plan"] = json.loads(waiting.plan_json)
    return from_plain(Play, shape)


def family_file_of(house: House) -> Path:
    assert house.home is not None
    return family_file(house.home)


@contextmanager
def full_disk() -> Iterator[None]:
    """Within this no file takes another byte, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

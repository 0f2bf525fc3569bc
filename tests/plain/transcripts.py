"""Plays whole Rounds through a pipe and writes down what is said; `python -m plain.transcripts` writes them anew."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gatherround.host.house import House, open_house
from gatherround.pantry.library import Shelves
from gatherround.plain.room import PlainRoom
from gatherround.plain.table import PlainTable
from rounds import SMALL_SHELF, Clock
from tables import SeededDice

HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Told:
    """A table: the story book on its shelf, and what is typed, line by line; "enter 3" is three empty lines."""

    book: str
    typed: str
    seed: int = 1

    def lines(self) -> Iterator[str]:
        """Gives what is typed, one line after another."""
        for typed in self.typed.split(" | "):
            word, _, times = typed.partition(" ")
            yield from [""] * int(times or 1) if word == "enter" else [typed]


TABLES: Final = (
    # Somebody who cannot be dealt yet, a word nobody knows, a toddler's picks.
    Told(
        "toddlers",
        "enter | 3, zebra, 1 | grown-up | enter | 1 | 2 | enter | 1 | enter | 2 | enter 2 | s | enter 2 | 2 | 1",
    ),
    # Cards under the kettle, one of them passed and one gone back to; somebody joins; a pause becomes a promise.
    Told(
        "whole-table",
        "6, 9 | 13 | 41 | enter | 3 | 4 | enter 7 | b | enter 2 | s | enter 3 | c | enter 2 | j | 35 | "
        "enter 3 | b | enter 4 | 2 | 1 | enter | 2 | p | ? | w | the wet seat | 2",
    ),
    # A first evening has no twist. Two ballots with a vote taken back, lanterns, somebody leaves, an offer.
    Told(
        "teens",
        "14,16,44 | enter | 3 | 3 | enter | ? | enter | c | enter | t | enter 4 | 4 | 1 | b | 3 | enter 2 "
        "| 2 | enter | s | enter 6 | 2 | 4 | 1 | 1 | enter 2 | s | 7 | enter | p | j | enter 2 | l | 2 | "
        "enter 3 | 1 | enter 2 | 2",
    ),
)


class Typing(io.StringIO):
    """A pipe whose lines are seen when they are read, as in a terminal."""

    def __init__(self, lines: Sequence[str], seen: io.StringIO) -> None:
        super().__init__("".join(f"{line}\n" for line in lines))
        self._seen = seen

    def readline(self, size: int = -1, /) -> str:
        """Reads a line and shows it."""
        line = super().readline(size)
        self._seen.write(line.rstrip("\n"))
        return line


def a_house(home: Path, book: str, seed: int = 1) -> House:
    """Opens a house with one story book of its own on the family's shelf."""
    packs = home / "packs"
    packs.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / f"{book}.yaml", packs)
    return open_house(home, {}, shelves=Shelves(SMALL_SHELF, packs), clock=Clock(), dice=SeededDice(seed))


def sit_down(house: House, typed: Sequence[str]) -> str:
    """Plays these lines at a plain table and gives all that was said and typed."""
    said = io.StringIO()
    PlainTable(house, PlainRoom(Typing(typed, said), said)).sit_down()
    return said.getvalue()


def transcript(told: Told, home: Path) -> str:
    """Gives a whole evening in lines."""
    return sit_down(a_house(home, told.book, told.seed), [*told.lines()])


if __name__ == "__main__":
    for told in TABLES:
        with tempfile.TemporaryDirectory() as home:
            (HERE / f"{told.book}.txt").write_text(transcript(told, Path(home)), "utf-8")

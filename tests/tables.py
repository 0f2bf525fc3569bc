"""Builders of tables, plans and walks, with a default for everything."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.evening import plan_round
from gatherround.domain.entries import Entry
from gatherround.domain.people import Person
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import Another, Join, Later, Leave, Move, Pause, PutDown, Stop
from gatherround.domain.play.plan import Plan, Play
from gatherround.domain.stages import stage_of
from gatherround.domain.tonight import Asked, Dice, History
from gatherround.host.shelf import Shelf
from gatherround.pantry.library import Shelves
from gatherround.pantry.lists import Lists, read_lists

SHELF = Path(__file__).parent.parent / "content"
NAMES = ("Spoon", "Lemon", "Pepper", "Bread", "Teapot", "Plum", "Cup", "Onion", "Egg", "Pear", "Mint", "Salt")
DUE = datetime(2026, 3, 1, 18, 0, tzinfo=UTC)


class SeededDice:
    """Dice that fall alike for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pick(self, count: int) -> int:
        """Gives a number below `count`."""
        return self._random.randrange(count)


@cache
def lists() -> Lists:
    """Gives the shelf's own lists."""
    return read_lists(SHELF)


@cache
def shelf() -> tuple[Activity, ...]:
    """Gives every shipped activity."""
    return shipped().activities


@cache
def shipped() -> Shelf:
    """Gives the shelf that ships, read once for all tests of a run."""
    return Shelf(Shelves(SHELF), read_before())


def read_before() -> Path | None:
    """Gives the folder in which all the tests of this run keep the shipped books as they were read."""
    folder = os.environ.get("GATHERROUND_TESTS_READ_BEFORE")
    return Path(folder) if folder else None


def somebody(age: int, at: int = 0, *, member: bool = True, guess_me: bool = True) -> Person:
    """Gives a person of an age at a place round the table."""
    stage = stage_of(age)
    assert stage is not None
    name = NAMES[at % len(NAMES)]
    return Person(id=f"m{at}", name=name, stage_key=stage.key, age=age, member=member, guess_me=guess_me)


def table(*ages: int) -> tuple[Person, ...]:
    """Gives people of these ages, in the order they sit."""
    return tuple(somebody(age, at) for at, age in enumerate(ages))


def planned(
    *ages: int,
    minutes: int = 10,
    seed: int = 1,
    activities: Sequence[Activity] | None = None,
    history: History | None = None,
    wish: str = "surprise",
) -> Plan:
    """Deals an evening for people of these ages."""
    asked = Asked(people=table(*ages), minutes=minutes, wish=wish, day=740_000)  # type: ignore[arg-type]
    dice: Dice = SeededDice(seed)
    chosen = shelf() if activities is None else activities
    return plan_round(chosen, asked, history or History(rounds=1), dice, words=lists().feelings)


def worded(move: Move, dice: random.Random, play: Play) -> Move:
    """Gives a legal move its words, as a host would."""
    match move:
        case Later():
            return Later("the dishes", DUE)
        case Join():
            taken = {person.id for person in play.plan.people}
            free = next(f"g{at}" for at in range(99) if f"g{at}" not in taken)
            age = dice.choice([2, 3, 4, 6, 9, 13, 16, 35, 70])
            return Join(
                somebody(age, int(free[1:]), member=False).__class__(
                    id=free, name=f"Guest {free}", stage_key=somebody(age).stage_key, age=age
                )
            )
        case _:
            return move


def walk(
    plan: Plan, seed: int, *, most: int = 600, rare: float = 0.02
) -> Iterator[tuple[Play, Move, Play, tuple[Entry, ...]]]:
    """Plays random legal moves to the night; what ends or shakes an evening comes rarely, so that Rounds get far."""
    dice = random.Random(seed)
    play = begin(plan)
    for _ in range(most):
        moves = legal(play)
        if not moves:
            return
        common = [
            move
            for move in moves
            if not isinstance(move, Pause | Stop | PutDown | Another | Join) and "Leave" not in type(move).__name__
        ]
        chosen = dice.choice(moves) if not common or dice.random() < rare else dice.choice(common)
        move = worded(chosen, dice, play)
        after, entries = make(play, move)
        yield play, move, after, entries
        play = after


def restless(plan: Plan, seed: int, *, most: int = 80) -> Iterator[tuple[Play, Move, Play, tuple[Entry, ...]]]:
    """Plays random legal moves to the night; with every fourth somebody gets up or sits down, often two in a row."""
    dice = random.Random(seed)
    play, share = begin(plan), 0.2
    for _ in range(most):
        moves = legal(play)
        if not moves:
            return
        sort = dice.choice((Leave, Join))
        come_or_go = [move for move in moves if isinstance(move, sort)]
        stays = [move for move in moves if not isinstance(move, Leave | Join)]
        ends = (Stop, Later, PutDown, Another, Pause)
        answers = [move for move in stays if not isinstance(move, ends)] if dice.random() < 0.95 else stays
        comes_or_goes = bool(come_or_go) and dice.random() < share
        share = 0.5 if comes_or_goes else 0.2
        move = _newcomer(dice.choice(come_or_go if comes_or_goes else answers or stays), dice, play)
        after, entries = make(play, move)
        yield play, move, after, entries
        play = after


def _newcomer(move: Move, dice: random.Random, play: Play) -> Move:
    """Gives a move its words; now and then whoever sits down is not to be guessed about, or leaves something alone."""
    move = worded(move, dice, play)
    if not isinstance(move, Join) or move.person is None:
        return move
    avoid = frozenset({dice.choice(("hat", "owl", "wind"))}) if dice.random() < 0.1 else frozenset[str]()
    return Join(replace(move.person, guess_me=dice.random() < 0.8), avoid)

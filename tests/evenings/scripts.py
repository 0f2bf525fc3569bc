"""Reads a scripted Round and plays it at a real table: a real drawer, a still clock, seeded dice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from gatherround.domain import lookback
from gatherround.domain.people import Person
from gatherround.domain.play.moves import (
    Another,
    Chose,
    GoOn,
    Join,
    Later,
    Leave,
    Lit,
    Move,
    On,
    OutLoud,
    Pass,
    Pause,
    PutDown,
    Said,
    Stop,
    TakeBack,
    Twist,
)
from gatherround.domain.play.plan import Plan, Play
from gatherround.domain.stages import stage_of
from gatherround.host.dealing import deal
from gatherround.host.evening import Evening
from gatherround.host.guests import guest_of_age
from gatherround.host.house import House, open_house
from gatherround.pantry.library import Shelves
from gatherround.plain.speaking import spoken
from rounds import EARLY_EVENING, SMALL_SHELF, Clock, laid
from tables import NAMES, SeededDice

BARE: dict[str, Move] = {
    "on": On(),
    "pass": Pass(),
    "take back": TakeBack(),
    "out loud": OutLoud(),
    "twist": Twist(),
    "another": Another(),
    "put down": PutDown(),
    "pause": Pause(),
    "go on": GoOn(),
    "stop": Stop(),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One move in words, and what is or is not to be seen on the table before it."""

    move: str
    sees: str = ""
    hides: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One Round as its file tells it; `activity` is dealt by hand, and without one the house deals."""

    people: tuple[Person, ...]
    moves: tuple[Line, ...]
    entries: tuple[str, ...]
    seed: int = 1
    minutes: int = 5
    wish: str = "surprise"
    activity: str = ""
    days_later: int = 0


@dataclass(frozen=True, slots=True)
class Tale:
    """What one file holds: a story book of its own and one Round, or several on different evenings."""

    activities: list[Any]
    rounds: tuple[Script, ...] = field(default=())


def tale(path: Path) -> Tale:
    """Reads a file; every value in it is text, as it is in a story book."""
    written = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return Tale(written["activities"], tuple(_script(one) for one in written.get("rounds", [written])))


def _script(written: dict[str, Any]) -> Script:
    known = {"seed", "people", "minutes", "wish", "activity", "activities", "moves", "entries", "days-later"}
    assert not set(written) - known, f"unknown: {set(written) - known}"
    return Script(
        people=tuple(_person(one, at) for at, one in enumerate(written["people"])),
        moves=tuple(line for one in written["moves"] for line in _lines(one)),
        entries=tuple(written["entries"]),
        seed=int(written.get("seed", "1")),
        minutes=int(written.get("minutes", "5")),
        wish=written.get("wish", "surprise"),
        activity=written.get("activity", ""),
        days_later=int(written.get("days-later", "0")),
    )


def _person(written: str | dict[str, str], at: int) -> Person:
    told = {"age": written} if isinstance(written, str) else written
    age = int(told["age"])
    stage = stage_of(age)
    assert stage is not None
    member = told.get("guest", "no") == "no"
    return Person(
        id=f"m{at}" if member else f"guest-{at}",
        name=told.get("name", NAMES[at]),
        stage_key=stage.key,
        age=age,
        member=member,
        guess_me=told.get("guess-me", "yes") == "yes",
    )


def _lines(written: str | dict[str, str]) -> Iterator[Line]:
    """Reads one item; "on 3" and "pass 3" are three moves."""
    told = {"move": written} if isinstance(written, str) else written
    word, _, count = told["move"].partition(" ")
    if word in {"on", "pass"} and count.isdecimal():
        yield Line(word, told.get("sees", ""), told.get("hides", ""))
        yield from [Line(word)] * (int(count) - 1)
    else:
        yield Line(told["move"], told.get("sees", ""), told.get("hides", ""))


def house_of(tale: Tale, home: Path, seed: int, time: datetime = EARLY_EVENING) -> House:
    """Opens a house whose one story book is the tale's own, read through the pantry."""
    book = {"format": "1", "id": "tale", "title": "A Tale", "activities": tale.activities}
    packs = home / "packs"
    packs.mkdir(parents=True, exist_ok=True)
    (packs / "tale.yaml").write_text(yaml.safe_dump(book, allow_unicode=True, width=9999, sort_keys=False), "utf-8")
    house = open_house(home, {}, shelves=Shelves(SMALL_SHELF, packs), clock=Clock(time), dice=SeededDice(seed))
    problems = [
        note.problem.message for book_ in house.shelf.books for note in book_.notes if note.problem.severity == "error"
    ]
    assert not problems, problems
    return house


def plan_of(house: House, script: Script) -> Plan:
    """Deals as the house does, or lays the one activity that the script names."""
    if not script.activity:
        return deal(house, script.people, script.minutes, script.wish)  # type: ignore[arg-type]
    activity = next(one for one in house.shelf.activities if one.id == script.activity)
    assert house.journal is not None
    return laid(
        activity,
        script.people,
        minutes=script.minutes,
        wish=script.wish,
        seed=script.seed,
        words=house.shelf.words,
        doors=house.history().doors,
        carried=lookback.carried(house.journal.entries(), house.today()),
    )


def evening_time(script: Script) -> datetime:
    return EARLY_EVENING + timedelta(days=script.days_later)


def on_the_table(play: Play) -> str:
    """Gives all that is seen and said now, on one line."""
    return "PAUSE" if play.paused else " ".join(" ".join(spoken(play)).split())


def play_line(evening: Evening, line: Line) -> Play:
    """Checks what lies on the table, then makes the move."""
    seen = on_the_table(evening.play)
    assert " ".join(line.sees.split()) in seen, f"before {line.move!r} the table says: {seen}"
    assert not line.hides or line.hides not in seen, f"before {line.move!r} the table tells: {seen}"
    if line.move == "back":
        return evening.back()
    return evening.make(_move(line.move, evening.play))


def _move(said: str, play: Play) -> Move:
    if said in BARE:
        return BARE[said]
    word, _, rest = said.partition(" ")
    match word:
        case "choose":
            return Chose(int(rest) - 1)
        case "light":
            return Lit(int(rest) - 1)
        case "said":
            return Said(rest)  # type: ignore[arg-type]
        case "leave":
            return Leave(next(person.id for person in play.plan.people if person.name == rest))
        case "join":
            return Join(guest_of_age(int(rest), play.plan.people))
        case "later":
            topic, _, due = rest.rpartition("@")
            return Later(topic.strip(), datetime.fromisoformat(due.strip()))
        case _:
            raise AssertionError(f"no such move: {said}")

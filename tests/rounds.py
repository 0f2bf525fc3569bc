"""Builders of one story and of Rounds that play it, so that no test hangs on the words that ship."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.deals import reader_of
from gatherround.domain.dealing.directors import director_of
from gatherround.domain.dealing.eligible import eligible
from gatherround.domain.entries import Entry
from gatherround.domain.people import Person
from gatherround.domain.play.beats import Beat, Say
from gatherround.domain.play.make import begin, make
from gatherround.domain.play.moves import Move, On
from gatherround.domain.play.plan import Deal, FeelingWord, Plan, Play
from gatherround.domain.steps import Ask, Read, Seat, Step, Wording
from gatherround.domain.tonight import Asked, History
from tables import table

SMALL_SHELF = Path(__file__).parent / "small_shelf"
"""The closed lists and no story book at all."""
EARLY_EVENING = datetime(2031, 6, 3, 18, 30, tzinfo=timezone(timedelta(hours=2)))
WORDS = tuple(FeelingWord(word, "2") for word in ("happy", "sad", "mad", "scared"))


class Clock:
    """A clock that stands until somebody sets it."""

    def __init__(self, time: datetime = EARLY_EVENING) -> None:
        self.time = time

    def now(self) -> datetime:
        """Gives the time it was set to."""
        return self.time


def plain(text: str) -> Wording:
    """Gives a text that everybody hears alike."""
    return Wording(text)


def read(text: str) -> Read:
    """Gives a page."""
    return Read(text=plain(text))


def ask(text: str = "What was loud today?", **more: Any) -> Ask:
    """Gives a question."""
    return Ask(text=plain(text), **more)


def seats(*names: str) -> tuple[Seat, ...]:
    """Gives characters of these names, each with a wish and a card of its own."""
    return tuple(
        Seat(id=name.casefold(), name=name, wants=f"a hat for {name}", card=f"{name} hid the hat.") for name in names
    )


def story(*steps: Step, **changes: Any) -> Activity:
    """Gives an activity for everybody of two and more, with a default for everything."""
    given: dict[str, Any] = {
        "pack": "test",
        "id": "the-hat",
        "title": "The Hat",
        "kind": "script",
        "youngest": 2,
        "oldest": 99,
        "minutes": 8,
        "fewest": 1,
        "most": 8,
        "steps": steps or (ask(),),
        "others": plain("You are the wind."),
    }
    return Activity(**(given | changes))


def named(*ids: str, **changes: Any) -> tuple[Activity, ...]:
    """Gives stories that differ by their names alone."""
    return tuple(story(id=one, title=one.title(), **changes) for one in ids)


def laid(activity: Activity, people: Sequence[Person], *, history: History | None = None, **more: Any) -> Plan:
    """Lays one story for a table as a parent's own choice does."""
    parted = eligible(activity, Asked(people=tuple(people), minutes=10, wish="surprise", day=1), by_hand=True)
    assert parted is not None, "this story has no place for this table"
    targets, players, listeners = parted
    ages = {person.id: person.age for person in people}
    deal = Deal(
        activity=activity,
        targets=targets,
        players=players,
        listeners=listeners,
        lead=min(targets, key=lambda who: ages[who]),
        reader=reader_of(people),
        director=director_of(people, history or History()),
    )
    given: dict[str, Any] = {"minutes": 5, "wish": "surprise", "seed": 1, "words": WORDS}
    return Plan(people=tuple(people), deals=(deal,), **(given | more))


def begun(activity: Activity, *ages: int, people: Sequence[Person] = (), **more: Any) -> Play:
    """Begins a short Round of one story, so that its first beat lies on the table."""
    play = begin(laid(activity, people or table(*ages), **more))
    return after(play, On()) if isinstance(play.beat, Say) and play.beat.label == "opening" else play


def after(play: Play, *moves: Move) -> Play:
    """Gives the play after these moves."""
    for move in moves:
        play, _ = make(play, move)
    return play


def deal(name: str, *ages: int, **more: Any) -> Deal:
    """Gives a story of one page as it is dealt."""
    return laid(story(read(f"The {name}."), id=name, title=name.title(), **more), table(*(ages or (9, 40)))).deals[0]


def evening(*ages: int, activity: Activity | None = None, **more: Any) -> Play:
    """Begins an evening of fifteen minutes."""
    return begin(laid(activity or story(read("The hat.")), table(*(ages or (9, 40))), **({"minutes": 15} | more)))


def kept(play: Play, *moves: Move) -> list[Entry]:
    """Gives what is recorded by these moves."""
    entries: list[Entry] = []
    for move in moves:
        play, more = make(play, move)
        entries.extend(more)
    return entries


def seen(play: Play, most: int = 200) -> list[Beat]:
    """Gives every beat that lies on the table while somebody only goes on, up to the night."""
    beats = [play.beat]
    while play.phase != "night" and len(beats) < most:
        play = after(play, On())
        beats.append(play.beat)
    return beats


def reached(play: Play, sort: type[Beat], most: int = 200, **looks: Any) -> Play:
    """Goes on until a beat of this sort, with these looks, lies on the table."""
    for _ in range(most):
        if isinstance(play.beat, sort) and all(getattr(play.beat, look) == held for look, held in looks.items()):
            return play
        play = after(play, On())
    raise AssertionError(f"no {sort} was reached")

"""Promises: what a pause has promised to come back to, and how Tonight says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from gatherround.domain.entries import CameBack, LetGo, Promised, RoundBegan

if TYPE_CHECKING:
    from gatherround.domain.lookback import KeptEntry
    from gatherround.domain.people import Person

TOPIC: Final = 60
"""The most characters of a topic that is promised, or put aside."""
FAR: Final = 7
"""Days from which on a weekday alone would not say which week."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise to come back at `due`; `entry` is the number it was kept under, and `topic` may be empty."""

    entry: int
    topic: str
    due: datetime


@dataclass(frozen=True, slots=True)
class PutAside:
    """A second topic that was put aside for another day, without a time; `entry` is the number it was kept under."""

    entry: int
    topic: str


def put_aside(kept: Iterable[KeptEntry], people: Iterable[Person]) -> tuple[PutAside, ...]:
    """Gives what these people have put aside and neither taken up nor let go, the first first.

    It waits for just the table at which it was put aside: who was not there never hears of it. One issue at a time is
    how programmes for couples keep a hard talk short.
    """
    here = sorted(person.id if person.member else person.stage_key for person in people)
    table: list[str] = []
    waiting: dict[int, PutAside] = {}
    for at in kept:
        match at.entry:
            case RoundBegan(people=sat):
                table = sorted(one.member or one.stage_key for one in sat)
            case Promised(topic, None) if table == here:
                waiting[at.number] = PutAside(at.number, topic)
            case CameBack(entry) | LetGo(entry):
                waiting.pop(entry, None)
            case _:
                pass
    return tuple(waiting.values())


def open_promise(kept: Iterable[KeptEntry]) -> Promise | None:
    """Gives the latest promise of a time that has been neither kept nor let go, if there is one."""
    promised: dict[int, Promise] = {}
    for at in kept:
        match at.entry:
            case Promised(topic, due) if due is not None:
                promised[at.number] = Promise(at.number, topic, due)
            case CameBack(entry) | LetGo(entry):
                promised.pop(entry, None)
            case _:
                pass
    return promised[max(promised)] if promised else None


def promise_line(due: datetime, now: datetime) -> str:
    """Says when two people promised to come back: the time, never the topic, and never that it has passed."""
    here = due.astimezone(now.tzinfo)
    days = (here.date() - now.date()).days
    if due <= now:
        return "You two promised to come back."
    if days == 0:
        return f"You two promised to come back at {here:%H:%M}."
    if days == 1:
        return f"You two promised to come back tomorrow at {here:%H:%M}."
    day = f"{here:%A}" if days < FAR else f"{here.day} {here:%B}"
    return f"You two promised to come back on {day} at {here:%H:%M}."

"""Promises: what a pause has promised to come back to, and how Tonight says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from gatherround.domain.entries import CameBack, LetGo, Promised

if TYPE_CHECKING:
    from gatherround.domain.lookback import KeptEntry

FAR: Final = 7
"""Days from which on a weekday alone would not say which week."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise to come back at `due`; `entry` is the number it was kept under, and `topic` may be empty."""

    entry: int
    topic: str
    due: datetime


def open_promise(kept: Iterable[KeptEntry]) -> Promise | None:
    """Gives the latest promise that has been neither kept nor let go, if there is one."""
    promised: dict[int, Promise] = {}
    for at in kept:
        match at.entry:
            case Promised(topic, due):
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

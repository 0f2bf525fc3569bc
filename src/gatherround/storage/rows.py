"""Entries as rows and rows as entries; a row that this Gather Round does not know is passed over kindly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from typing import Any, Final, get_args

from gatherround.domain.entries import Entry
from gatherround.domain.plain_values import Plain, Unreadable, from_plain, to_plain

KINDS: Final[dict[str, type[Any]]] = {kind.__name__: kind for kind in get_args(Entry)}
"""Every kind of entry by the name it is kept under, which is for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An entry as the drawer gives it back; `number` orders them all, whatever the clock said.

    `round` is 0 for what happened between two Rounds. `at` carries the offset of its evening, `day` is the date then.
    """

    number: int
    round: int
    entry: Entry
    at: datetime
    day: date


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment as it is written: UTC to the second, the offset then and there, and the date on the wall."""

    at: str
    zone: str
    day: str


def moment(now: datetime) -> Moment:
    """Gives how an aware moment is written; raises ValueError for one without a zone."""
    offset = now.utcoffset()
    if offset is None:
        raise ValueError("a moment needs its zone")
    return Moment(now.astimezone(UTC).isoformat(timespec="seconds"), _zone(offset), now.date().isoformat())


def as_row(entry: Entry) -> tuple[str, str]:
    """Gives the kind and the JSON body of an entry."""
    return type(entry).__name__, as_json(to_plain(entry))


def from_row(row: tuple[Any, ...]) -> Kept | None:
    """Gives the entry of (id, round, kind, body, at, zone, day); None for one of a newer app's kinds or shapes."""
    number, round_, kind, body, at, zone, day = row
    try:
        entry = from_plain(KINDS[kind], json.loads(body))
        moment_then = datetime.fromisoformat(at).astimezone(_offset(zone))
        return Kept(number=number, round=round_, entry=entry, at=moment_then, day=date.fromisoformat(day))
    except (KeyError, Unreadable, ValueError, OverflowError, RecursionError):
        return None


def as_json(plain: Plain) -> str:
    """Gives a plain shape as short JSON, letters as they are, so that what is erased can be looked for."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _zone(offset: timedelta) -> str:
    """Writes an offset as +02:00; the odd seconds of old local times are dropped."""
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


@cache
def _offset(zone: str) -> timezone:
    sign = -1 if zone.startswith("-") else 1
    hours, minutes = zone.lstrip("+-").split(":")
    return timezone(sign * timedelta(hours=int(hours), minutes=int(minutes)))

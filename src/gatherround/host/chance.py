"""The real clock and the real dice; everything else is given them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo
from random import SystemRandom
from typing import Protocol


class Clock(Protocol):
    """Knows what time it is."""

    def now(self) -> datetime:
        """Gives this moment with its zone."""


def day_of(clock: Clock) -> date:
    """Gives the date on the wall."""
    return clock.now().date()


class WallZone(tzinfo):
    """The zone of this house, by the rules of its system: six tomorrow evening is six, also after the clocks change."""

    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        """Gives the offset that the wall has at a moment."""
        return dt.replace(tzinfo=None).astimezone().utcoffset() if dt is not None else None

    def dst(self, dt: datetime | None) -> timedelta | None:
        """Gives none: whether it is summer time is already in the offset."""
        return None

    def tzname(self, dt: datetime | None) -> str | None:
        """Gives what the system calls the zone at a moment."""
        return dt.replace(tzinfo=None).astimezone().tzname() if dt is not None else None

    def fromutc(self, dt: datetime) -> datetime:
        """Gives a moment as the wall shows it; the second of two equal hours is told from the first."""
        moment = dt.replace(tzinfo=UTC).astimezone()
        shown = moment.replace(tzinfo=None)
        second = shown.astimezone().utcoffset() != moment.utcoffset()
        return shown.replace(fold=int(second), tzinfo=self)


class WallClock:
    """The clock on the wall of this house."""

    def now(self) -> datetime:
        """Gives this moment in local time; each with a zone of its own, so that two compare by what was first."""
        return datetime.now(WallZone())


class RealDice:
    """Dice that nobody can foresee."""

    def __init__(self) -> None:
        self._random = SystemRandom()

    def pick(self, count: int) -> int:
        """Gives a whole number from 0 to `count` - 1."""
        return self._random.randrange(count)

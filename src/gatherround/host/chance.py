"""The real clock and the real dice; everything else is given them."""

from __future__ import annotations

from datetime import datetime
from random import SystemRandom
from typing import Protocol


class Clock(Protocol):
    """Knows what time it is."""

    def now(self) -> datetime:
        """Gives this moment with its zone."""


class WallClock:
    """The clock on the wall of this house."""

    def now(self) -> datetime:
        """Gives this moment in local time with its offset."""
        return datetime.now().astimezone()


class RealDice:
    """Dice that nobody can foresee."""

    def __init__(self) -> None:
        self._random = SystemRandom()

    def pick(self, count: int) -> int:
        """Gives a whole number from 0 to `count` - 1."""
        return self._random.randrange(count)

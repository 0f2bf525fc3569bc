"""The times a pause may promise to come back at, and what becomes of a promise between two Rounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Final

from gatherround.domain import text
from gatherround.domain.entries import CameBack, LetGo, Promised, RoundBegan
from gatherround.domain.people import Person
from gatherround.domain.promises import TOPIC, Promise, PutAside, open_promise, promise_line, put_aside
from gatherround.host.chance import Clock
from gatherround.host.unread import each_if_readable
from gatherround.storage.journal import Journal
from gatherround.storage.troubles import CannotKeep

TONIGHT: Final = time(20, 0)
EVENING: Final = time(18, 0)
LATE: Final = time(19, 0)
SOON: Final = timedelta(minutes=20)
"""The least time off that lets a stirred-up body settle, by an estimate from the laboratory."""
FURTHER_DAYS: Final = 6
ASIDE: Final = "aside"
"""Under which a topic is kept while it is typed."""


def dues_from(now: datetime) -> tuple[datetime, datetime, datetime]:
    """Gives in 20 minutes, tonight at eight (or in an hour once it is past seven), and tomorrow at six."""
    tonight = now.replace(hour=TONIGHT.hour, minute=0, second=0, microsecond=0)
    if now.time() >= LATE:
        tonight = _after(now, timedelta(hours=1))
    return _after(now, SOON), tonight, _evening(now, 1)


def days_from(now: datetime) -> tuple[datetime, ...]:
    """Gives six in the evening on each of the six days after tomorrow, by the wall of this house."""
    return tuple(_evening(now, ahead) for ahead in range(2, 2 + FURTHER_DAYS))


def _evening(now: datetime, ahead: int) -> datetime:
    return datetime.combine(now.date() + timedelta(days=ahead), EVENING, now.tzinfo)


def _after(now: datetime, time_off: timedelta) -> datetime:
    """Gives a moment so much later, also in a night in which the clocks are changed."""
    return (now.astimezone(UTC) + time_off).astimezone(now.tzinfo)


class Promises:
    """What was promised in a pause and waits between two Rounds; every method that writes raises CannotKeep."""

    def __init__(self, journal: Journal | None, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def waiting(self) -> Promise | None:
        """Gives the promise that waits, if there is one."""
        journal = self._journal
        return open_promise(each_if_readable(lambda: journal.entries(Promised, CameBack, LetGo))) if journal else None

    def line(self, promise: Promise) -> str:
        """Says when, and nothing about what."""
        return promise_line(promise.due, self._clock.now())

    def let_go(self, promise: Promise) -> None:
        """Lets a promise go; nobody asks why."""
        if self._journal is not None:
            self._journal.between_rounds([LetGo(promise.entry)])

    @property
    def keeps(self) -> bool:
        """Whether there is anywhere to keep a promise."""
        return self._journal is not None

    def put_aside(self, typed: str) -> bool:
        """Keeps a few words for another day, without a time; tells whether there were any. Raises Unfit where long."""
        topic = text.line(typed, TOPIC)
        if not topic:
            return False
        if self._journal is None:
            raise CannotKeep
        self._journal.between_rounds([Promised(topic, None)], draft=ASIDE)
        return True

    def aside(self, people: Sequence[Person]) -> tuple[PutAside, ...]:
        """Gives what just these people have put aside and not taken up since; nothing while nothing can be read."""
        journal = self._journal
        if journal is None:
            return ()
        promises = each_if_readable(lambda: journal.entries(Promised))
        if not any(isinstance(at.entry, Promised) and at.entry.due is None for at in promises):
            return ()
        told = each_if_readable(lambda: journal.entries(Promised, CameBack, LetGo, RoundBegan, ended_only=False))
        return put_aside(told, people)

    def take_out(self, one: PutAside) -> None:
        """Takes what was put aside out for good."""
        if self._journal is not None:
            self._journal.take_out(one.entry)

    def another_time(self, promise: Promise | PutAside, due: datetime) -> None:
        """Promises the same for another time, in one transaction."""
        if self._journal is not None:
            self._journal.between_rounds([LetGo(promise.entry), Promised(promise.topic, due)])

"""What happened at the table, in order, and the one Round that may be gone on with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Final, Protocol

from gatherround.domain.entries import Entry, RoundEnded
from gatherround.storage.database import Database
from gatherround.storage.rows import Kept, as_row, from_row, moment
from gatherround.storage.troubles import RoundIsOpen, StaleToken

BETWEEN_ROUNDS: Final = 0
EVERY: Final = -1
"""As many as there are."""
_COLUMNS: Final = "id, round, kind, body, at, zone, day"
_LATEST: Final = f"max(id) AS {_COLUMNS}"
"""SQLite fills the other columns of a group from the row that max() was found in."""
_ENDED: Final = "(one.round = 0 OR EXISTS (SELECT 1 FROM entry WHERE kind = 'RoundEnded' AND entry.round = one.round))"


class Clock(Protocol):
    """Knows what time it is."""

    def now(self) -> datetime:
        """Gives this moment with its zone."""
        ...


@dataclass(frozen=True, slots=True)
class OpenRound:
    """A window's hold on the Round on the table; `mark` is the number of its last entry, 0 before the first."""

    round: int
    token: str
    mark: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A Round that may be gone on with: its plan and place as they were written, and the UTC moment of its last move.

    `hold` is whoever's had it last; `Journal.take_over` makes it one's own.
    """

    hold: OpenRound
    plan_json: str
    place_json: str
    at: datetime


class Journal:
    """Writes entries and the open Round together, one transaction a move, and reads them back.

    Every method that writes raises CannotKeep; those that are given a hold raise StaleToken when it is no longer good.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def begin(self, plan_json: str, place_json: str, entries: Sequence[Entry], *, instead: bool = False) -> OpenRound:
        """Opens a Round with its first entries; raises RoundIsOpen where one waits, or lets that go if `instead`."""
        with self._database.writing() as connection:
            if (waiting := _hold(connection)) is not None:
                if not instead:
                    raise RoundIsOpen
                self._end(connection, waiting)
            number = _unused_number(connection)
            token = token_hex(16)
            connection.execute(
                "INSERT INTO open_round (id, round, token, plan, place, at) VALUES (1, ?, ?, ?, ?, ?)",
                (number, token, plan_json, place_json, moment(self._clock.now()).at),
            )
            self._write(connection, number, entries)
            return OpenRound(number, token, _last(connection, number))

    def record(self, hold: OpenRound, place_json: str, entries: Sequence[Entry], plan_json: str | None = None) -> int:
        """Writes what a move brought and where the Round is now, and gives the new mark; RoundEnded closes it."""
        with self._database.writing() as connection:
            _refuse_stale(connection, hold)
            self._write(connection, hold.round, entries)
            if any(isinstance(entry, RoundEnded) for entry in entries):
                connection.execute("DELETE FROM open_round")
            else:
                self._rewrite(connection, place_json, plan_json)
            return _last(connection, hold.round)

    def back(self, hold: OpenRound, mark: int, place_json: str, plan_json: str | None = None) -> None:
        """Takes back this Round's entries above `mark` and puts the Round where it was."""
        with self._database.writing() as connection:
            _refuse_stale(connection, hold)
            connection.execute("DELETE FROM entry WHERE round = ? AND id > ?", (hold.round, mark))
            self._rewrite(connection, place_json, plan_json)

    def open_now(self) -> Waiting | None:
        """Gives the Round that may be gone on with, if there is one; an hour that cannot be read is taken for now."""
        rows = self._database.read(
            "SELECT round, token, (SELECT coalesce(max(id), 0) FROM entry WHERE entry.round = open_round.round),"
            " plan, place, at FROM open_round"
        )
        for number, token, mark, plan_json, place_json, at in rows:
            hold = OpenRound(number, token, mark)
            return Waiting(hold=hold, plan_json=plan_json, place_json=place_json, at=_read(at) or self._clock.now())
        return None

    def take_over(self, hold: OpenRound) -> OpenRound:
        """Makes a waiting Round this window's own; every other hold on it is stale from now on."""
        with self._database.writing() as connection:
            _refuse_stale(connection, hold)
            token = token_hex(16)
            connection.execute("UPDATE open_round SET token = ?", (token,))
            return OpenRound(hold.round, token, _last(connection, hold.round))

    def let_go(self, hold: OpenRound) -> None:
        """Ends a Round that nobody goes on with."""
        with self._database.writing() as connection:
            _refuse_stale(connection, hold)
            self._end(connection, hold)

    def between_rounds(self, entries: Sequence[Entry], *, draft: str = "") -> None:
        """Writes what belongs to no Round, such as a promise let go on Tonight; the draft it was typed in goes."""
        with self._database.writing() as connection:
            self._write(connection, BETWEEN_ROUNDS, entries)
            connection.execute("DELETE FROM draft WHERE key = ?", (draft,))

    def take_out(self, number: int) -> None:
        """Takes one entry out for good and writes zeros over it; one that is not there is fine. Raises CannotKeep."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM entry WHERE id = ?", (number,))

    def entries(
        self,
        *kinds: type[Entry],
        ended_only: bool = True,
        round_: int | None = None,
        latest: int = EVERY,
        once: bool = False,
    ) -> Iterator[Kept]:
        """Gives what was recorded, in order; without a Round that is still open, unless `ended_only` is false.

        Of these kinds alone where some are named, of one Round where it is said, only so many of the latest, and with
        `once` of those that say the same only the latest.
        """
        asked: list[str] = [_ENDED] if ended_only else []
        values: list[str | int] = [kind.__name__ for kind in kinds]
        if kinds:
            asked.append(f"kind IN ({', '.join('?' * len(kinds))})")
        if round_ is not None:
            asked.append("round = ?")
            values.append(round_)
        where = f"WHERE {' AND '.join(asked)}" if asked else ""
        columns, group = (_LATEST, "GROUP BY kind, body") if once else (_COLUMNS, "")
        rows = self._database.read(
            f"SELECT {columns} FROM entry AS one {where} {group} ORDER BY id DESC LIMIT ?", *values, latest
        )
        for row in reversed(rows):
            if (kept := from_row(row)) is not None:
                yield kept

    def _write(self, connection: sqlite3.Connection, number: int, entries: Sequence[Entry]) -> None:
        now = moment(self._clock.now())
        connection.executemany(
            "INSERT INTO entry (round, kind, body, at, zone, day) VALUES (?, ?, ?, ?, ?, ?)",
            [(number, *as_row(entry), now.at, now.zone, now.day) for entry in entries],
        )

    def _rewrite(self, connection: sqlite3.Connection, place_json: str, plan_json: str | None) -> None:
        connection.execute(
            "UPDATE open_round SET place = ?, plan = coalesce(?, plan), at = ?",
            (place_json, plan_json, moment(self._clock.now()).at),
        )

    def _end(self, connection: sqlite3.Connection, hold: OpenRound) -> None:
        self._write(connection, hold.round, [RoundEnded("let-go")])
        connection.execute("DELETE FROM open_round")


def _read(at: str) -> datetime | None:
    """Reads a moment; a flipped bit in it costs the hour and not the Round."""
    with suppress(ValueError):
        moment_then = datetime.fromisoformat(at)
        return moment_then if moment_then.tzinfo is not None else None
    return None


def _hold(connection: sqlite3.Connection) -> OpenRound | None:
    row = connection.execute("SELECT round, token FROM open_round").fetchone()
    return None if row is None else OpenRound(row[0], row[1], 0)


def _refuse_stale(connection: sqlite3.Connection, hold: OpenRound) -> None:
    now = _hold(connection)
    if now is None or (now.round, now.token) != (hold.round, hold.token):
        raise StaleToken


def _last(connection: sqlite3.Connection, number: int) -> int:
    row = connection.execute("SELECT coalesce(max(id), 0) FROM entry WHERE round = ?", (number,)).fetchone()
    return int(row[0])


def _unused_number(connection: sqlite3.Connection) -> int:
    """Gives a Round the number that its first entry will have: never given before, even after an erasing."""
    row = connection.execute("SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'entry'").fetchone()
    return int(row[0])

"""All that lies in the drawer as one value, and a new drawer from it: every row, to the letter."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, Final, TypeVar

from gatherround.domain.members import Member
from gatherround.domain.plain_values import Plain
from gatherround.storage.database import Database
from gatherround.storage.drafts import STORIES
from gatherround.storage.members import member_of
from gatherround.storage.preferences import OF_THIS_FILE
from gatherround.storage.rows import as_json
from gatherround.storage.troubles import HomeIsLivedIn

_NOT_JSON: Final = "cannot-be-read"
"""Under this key stands a text that should have been JSON and is not: it goes along as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """A card, as it is kept; `rest` holds what helps, what is left alone and the like."""

    id: str
    name: str
    birth_year: int | None = None
    birth_month: int | None = None
    stage: str | None = None
    colour: str
    pattern: str
    object: str
    seat: int
    guess_me: bool
    rest: Plain
    created: str
    lock: Plain = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """Something that happened; `number` orders them, and `round` 0 is between two Rounds."""

    number: int
    round: int
    kind: str
    what: Plain
    at: str
    zone: str
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRow:
    """The Round on the table, without anybody's secrets."""

    round: int
    plan: Plain
    place: Plain
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """A page of the family's own."""

    id: str
    kind: str
    what: Plain
    order: int
    changed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceRow:
    """A small choice that outlives the evening."""

    key: str
    value: Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A line that was being typed."""

    key: str
    text: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """Everything; `last_number` is the highest number that an entry ever had."""

    people: tuple[PersonRow, ...] = ()
    entries: tuple[EntryRow, ...] = ()
    open_round: OpenRow | None = None
    pages: tuple[PageRow, ...] = ()
    choices: tuple[ChoiceRow, ...] = ()
    drafts: tuple[DraftRow, ...] = ()
    last_number: int = 0


Row = PersonRow | EntryRow | OpenRow | PageRow | ChoiceRow | DraftRow
R = TypeVar("R", bound=Row)
_JSON: Final = frozenset({"rest", "what", "plan", "place", "value", "lock"})
"""Fields whose column holds JSON."""
_SOURCES: Final[Mapping[type[Any], tuple[str, str, str]]] = {
    PersonRow: (
        "member",
        "id, name, birth_year, birth_month, stage, colour, pattern, object, seat, guess_me, body, created, lock",
        "seat, id",
    ),
    EntryRow: ("entry", "id, round, kind, body, at, zone, day", "id"),
    OpenRow: ("open_round", "round, plan, place, at", "id"),
    PageRow: ("page", "id, kind, body, place, changed", "place, id"),
    ChoiceRow: ("preference", "key, value", "key"),
    DraftRow: ("draft", "key, body, at", "key"),
}
"""Where each row lies: its table, the columns of its fields, and their order."""
_LIVED_IN: Final = ("member", "entry", "open_round", "page", f"draft WHERE key = '{STORIES}'")
"""Where something lies that nobody may lose; stories that are being written are among the drafts."""


def dump(database: Database) -> Dump:
    """Gives everything, as it is at one moment; raises CannotKeep where the drawer cannot be held still."""
    with database.writing(knowing_less=True) as connection:
        return Dump(
            people=_rows(connection, PersonRow),
            entries=_rows(connection, EntryRow),
            open_round=next(iter(_rows(connection, OpenRow)), None),
            pages=_rows(connection, PageRow),
            choices=tuple(row for row in _rows(connection, ChoiceRow) if row.key not in OF_THIS_FILE),
            drafts=_rows(connection, DraftRow),
            last_number=_last_number(connection),
        )


def fill(database: Database, everything: Dump) -> None:
    """Fills a drawer in which nobody lives, whole or not at all.

    Raises HomeIsLivedIn where there is anything but small choices and half-typed lines, sqlite3.IntegrityError for
    rows that the drawer does not take, or CannotKeep.
    """
    with database.writing() as connection:
        if any(connection.execute(f"SELECT 1 FROM {one} LIMIT 1").fetchone() for one in _LIVED_IN):
            raise HomeIsLivedIn(database.path)
        ours = ", ".join("?" * len(OF_THIS_FILE))
        connection.execute(f"DELETE FROM preference WHERE key NOT IN ({ours})", tuple(OF_THIS_FILE))
        connection.execute("DELETE FROM draft")
        choices = tuple(row for row in everything.choices if row.key not in OF_THIS_FILE)
        for rows in (everything.people, everything.entries, everything.pages, choices, everything.drafts):
            for row in rows:
                _put(connection, row)
        last = max((everything.last_number, *(row.number for row in everything.entries)), default=0)
        connection.execute("DELETE FROM sqlite_sequence WHERE name = 'entry'")
        connection.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('entry', ?)", (last,))
        if everything.open_round is not None:
            _put(connection, everything.open_round, id=1, token=os.urandom(16).hex())


def member_in(person: PersonRow) -> Member:
    """Gives somebody as the drawer will give them back once this row lies in it."""
    card = (person.name, person.birth_year, person.birth_month, person.stage)
    looks = (person.colour, person.pattern, person.object, person.guess_me)
    lock = _written("lock", person.lock)
    return member_of((*card, *looks, _written("rest", person.rest), person.id, person.created, lock))


def _rows(connection: sqlite3.Connection, kind: type[R]) -> tuple[R, ...]:
    table, columns, order = _SOURCES[kind]
    names = [field.name for field in fields(kind)]
    found = connection.execute(f"SELECT {columns} FROM {table} ORDER BY {order}").fetchall()
    return tuple(kind(**{name: _read(name, held) for name, held in zip(names, row, strict=True)}) for row in found)


def _put(connection: sqlite3.Connection, row: Row, **more: int | str) -> None:
    table, columns, _ = _SOURCES[type(row)]
    values = [_written(field.name, getattr(row, field.name)) for field in fields(row)]
    names = ", ".join((columns, *more))
    marks = ", ".join("?" * (len(values) + len(more)))
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", (*values, *more.values()))


def _last_number(connection: sqlite3.Connection) -> int:
    row = connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'entry'").fetchone()
    return int(row[0])


def _read(name: str, held: Any) -> Plain:
    """Reads a column; a text that should be JSON and is none is wrapped, so that it goes along."""
    if name == "guess_me":
        return bool(held)
    if name not in _JSON or held is None:
        return held
    try:
        return json.loads(held)
    except (ValueError, RecursionError):
        return {_NOT_JSON: held}


def _written(name: str, plain: Plain) -> Plain:
    if name not in _JSON or (name == "lock" and plain is None):
        return plain
    if isinstance(plain, dict) and plain.keys() == {_NOT_JSON} and isinstance(plain[_NOT_JSON], str):
        return plain[_NOT_JSON]
    return as_json(plain)

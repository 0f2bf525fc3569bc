"""The cards of those who live in this house."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from gatherround.domain.members import Born, Card, Lock, Member
from gatherround.domain.people import Plate
from gatherround.domain.stages import STAGES
from gatherround.storage.database import Database
from gatherround.storage.troubles import NoSuchMember

_COLUMNS: Final = "name, birth_year, birth_month, stage, colour, pattern, object, guess_me, body"
_EVERYBODY: Final = f"SELECT {_COLUMNS}, id, created, lock FROM member ORDER BY seat, created, id"
_LISTS: Final = ("comfort", "avoid", "my_two", "words")
_STAGES: Final = frozenset(stage.key for stage in STAGES)
_LONG_AGO: Final = date(1970, 1, 1)


def add_members(
    database: Database, new: Callable[[tuple[Member, ...]], Sequence[Card]], created: date
) -> tuple[Member, ...]:
    """Keeps the cards that are new to those who are here now, read and written in one go, at the last chairs.

    All or none: raises CannotKeep, or what `new` raises.
    """
    with database.writing() as connection:
        cards = new(_members(connection))
        added = tuple(Member(id=os.urandom(8).hex(), card=card, created=created) for card in cards)
        for member in added:
            connection.execute(
                f"INSERT INTO member ({_COLUMNS}, id, created, seat)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(seat), 0) + 1 FROM member))",
                (*_values(member.card), member.id, created.isoformat()),
            )
        return added


def change_member(database: Database, member_id: str, change: Callable[[Card, tuple[Member, ...]], Card]) -> Card:
    """Keeps what becomes of the card that is there now, beside the others, read and written in one go, and gives it.

    Raises NoSuchMember where nobody has that id, CannotKeep, or what `change` raises.
    """
    with database.writing() as connection:
        others = tuple(one for one in _members(connection) if one.id != member_id)
        kept = change(_member(connection, member_id).card, others)
        _write(connection, member_id, kept)
        return kept


def change_lock(database: Database, member_id: str, change: Callable[[Member], Member]) -> Member:
    """Keeps what becomes of a card and its lock as they are now, read and written in one go, and gives it.

    Raises NoSuchMember where nobody has that id, CannotKeep, or what `change` raises.
    """
    with database.writing() as connection:
        now = _member(connection, member_id)
        kept = change(now)
        lock = kept.lock and json.dumps([kept.lock.salt, kept.lock.digest, kept.lock.cost])
        connection.execute("UPDATE member SET lock = ? WHERE id = ?", (lock, member_id))
        if kept.card != now.card:
            _write(connection, member_id, kept.card)
        return kept


def _member(connection: sqlite3.Connection, member_id: str) -> Member:
    found = f"SELECT {_COLUMNS}, id, created, lock FROM member WHERE id = ?"
    row = connection.execute(found, (member_id,)).fetchone()
    if row is None:
        raise NoSuchMember
    return member_of(row)


def _write(connection: sqlite3.Connection, member_id: str, card: Card) -> None:
    changed = f"UPDATE member SET ({_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?"
    connection.execute(changed, (*_values(card), member_id))


def members(database: Database) -> tuple[Member, ...]:
    """Gives everybody in the order of their chairs."""
    return tuple(member_of(row) for row in database.read(_EVERYBODY))


def _members(connection: sqlite3.Connection) -> tuple[Member, ...]:
    return tuple(member_of(row) for row in connection.execute(_EVERYBODY).fetchall())


def reseat(database: Database, member_ids: Sequence[str]) -> None:
    """Puts these members on the first chairs in this order; whoever is not named comes after. Raises CannotKeep."""
    with database.writing() as connection:
        connection.execute("UPDATE member SET seat = seat + ?", (len(member_ids),))
        connection.executemany("UPDATE member SET seat = ? WHERE id = ?", list(enumerate(member_ids, start=1)))


def _values(card: Card) -> tuple[str | int | None, ...]:
    born = card.born
    return (
        card.name,
        None if born is None else born.year,
        None if born is None else born.month,
        card.stage_key,
        card.plate.colour,
        card.plate.pattern,
        card.plate.object,
        int(card.guess_me),
        body_of(card),
    )


def body_of(card: Card) -> str:
    """Gives the rest of a card as short JSON, letters as they are, so that what is erased can be looked for."""
    lists = {name: list(held) for name in _LISTS if (held := getattr(card, name))}
    face = {} if card.face == Card.__dataclass_fields__["face"].default else {"face": card.face}
    return json.dumps({**face, **lists}, ensure_ascii=False, separators=(",", ":"))


def member_of(row: tuple[Any, ...]) -> Member:
    """Gives somebody as their row says, in the order of the columns that `members` asks for."""
    name, year, month, stage_key, colour, pattern, picture, guess_me, body, member_id, created, lock = row
    rest = _rest(body)
    card = Card(
        name=name,
        plate=Plate(object=picture, colour=colour, pattern=pattern),
        born=None if year is None else Born(year, month),
        stage_key=stage_key if stage_key in _STAGES else None,
        guess_me=bool(guess_me),
        **rest,
    )
    return Member(id=member_id, card=card, created=_day(created), lock=_lock(lock))


def _day(written: str) -> date:
    """Reads a day; one that a flipped bit has made unreadable was long ago."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return _LONG_AGO


def _rest(body: str) -> dict[str, Any]:
    """Reads the rest of a card; what cannot be read is left out rather than keeping the whole card away."""
    try:
        kept = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    rest: dict[str, Any] = {"face": kept["face"]} if isinstance(kept.get("face"), str) else {}
    for name in _LISTS:
        held = kept.get(name)
        if isinstance(held, list):
            rest[name] = tuple(line for line in held if isinstance(line, str))
    return rest


def _lock(kept: str | None) -> Lock | None:
    """Reads a lock; one that cannot be read any more keeps its card locked, and no word opens it."""
    if kept is None:
        return None
    try:
        salt, digest, cost = json.loads(kept)
        return Lock(str(salt), str(digest), int(cost))
    except (ValueError, TypeError, OverflowError, RecursionError):
        return Lock("", "", 0)

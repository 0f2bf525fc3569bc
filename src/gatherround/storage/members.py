"""The cards of those who live in this house."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from secrets import token_hex
from typing import Any, Final

from gatherround.domain.plain_values import Plain
from gatherround.storage.database import Database
from gatherround.storage.rows import as_json
from gatherround.storage.troubles import NoSuchMember

_COLUMNS: Final = "name, birth_year, birth_month, stage, colour, pattern, object, guess_me, body"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberCard:
    """What a card says: a birth year and month, or only a stage, which may also stand in place of the age.

    `object` is the picture on the chair. `guess_me` is false for "don't guess me". `more` holds plain JSON values:
    comfort menu, topics to leave alone, my two, words of their own.
    """

    name: str
    colour: str
    pattern: str
    object: str
    birth_year: int | None = None
    birth_month: int | None = None
    stage_key: str | None = None
    guess_me: bool = True
    more: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody in the drawer; `id` is random and says nothing, `created` is the day the card was made."""

    id: str
    card: MemberCard
    created: date


def add_member(database: Database, card: MemberCard, created: date) -> Member:
    """Keeps a new card at the last chair; raises CannotKeep."""
    member = Member(id=token_hex(8), card=card, created=created)
    with database.writing() as connection:
        connection.execute(
            f"INSERT INTO member ({_COLUMNS}, id, created, seat)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(seat), 0) + 1 FROM member))",
            (*_values(card), member.id, created.isoformat()),
        )
    return member


def change_member(database: Database, member_id: str, card: MemberCard) -> None:
    """Keeps a card in place of the one before; raises NoSuchMember where nobody has that id, or CannotKeep."""
    with database.writing() as connection:
        changed = connection.execute(
            f"UPDATE member SET ({_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE id = ?", (*_values(card), member_id)
        )
        if not changed.rowcount:
            raise NoSuchMember


def members(database: Database) -> tuple[Member, ...]:
    """Gives everybody in the order of their chairs."""
    rows = database.read(f"SELECT {_COLUMNS}, id, created FROM member ORDER BY seat, created, id")
    return tuple(_member(row) for row in rows)


def reseat(database: Database, member_ids: Sequence[str]) -> None:
    """Puts these members on the first chairs in this order; whoever is not named comes after. Raises CannotKeep."""
    with database.writing() as connection:
        connection.execute("UPDATE member SET seat = seat + ?", (len(member_ids),))
        connection.executemany("UPDATE member SET seat = ? WHERE id = ?", list(enumerate(member_ids, start=1)))


def remove_member(database: Database, member_id: str) -> None:
    """Takes a card out of the drawer; what entries say of that member stays. Raises CannotKeep."""
    with database.writing() as connection:
        connection.execute("DELETE FROM member WHERE id = ?", (member_id,))


def _values(card: MemberCard) -> tuple[str | int | None, ...]:
    return (
        card.name,
        card.birth_year,
        card.birth_month,
        card.stage_key,
        card.colour,
        card.pattern,
        card.object,
        int(card.guess_me),
        as_json(dict(card.more)),
    )


def _member(row: tuple[Any, ...]) -> Member:
    name, year, month, stage_key, colour, pattern, picture, guess_me, body, member_id, created = row
    card = MemberCard(
        name=name,
        colour=colour,
        pattern=pattern,
        object=picture,
        birth_year=year,
        birth_month=month,
        stage_key=stage_key,
        guess_me=bool(guess_me),
        more=_more(body),
    )
    return Member(id=member_id, card=card, created=date.fromisoformat(created))


def _more(body: str) -> Mapping[str, Plain]:
    """Reads the rest of a card; what cannot be read is left out rather than keeping the whole card away."""
    try:
        more = json.loads(body)
    except ValueError:
        return {}
    return more if isinstance(more, dict) else {}

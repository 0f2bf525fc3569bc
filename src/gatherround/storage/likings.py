"""Favourites and what is left out, by whose they are: a member's by id, and the house's own."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, Final

from gatherround.domain.likings import HOUSE, Likings, Mark
from gatherround.storage.database import Database
from gatherround.storage.preferences import FAVOURITES, HIDDEN
from gatherround.storage.rows import as_json
from gatherround.storage.troubles import NoSuchMember

KEYS: Final[dict[Mark, str]] = {"favourite": FAVOURITES, "hidden": HIDDEN}
"""The preferences under which they are kept."""
_READ: Final = "SELECT value FROM preference WHERE key = ?"


def likings(database: Database) -> Likings:
    """Gives all that is marked by the house and by those who live here; what cannot be read is not marked."""
    here = {HOUSE, *(owner for (owner,) in database.read("SELECT id FROM member"))}
    kept = {mark: _marks(database.read(_READ, key)) for mark, key in KEYS.items()}
    return Likings(
        **{mark: {owner: ids for owner, ids in held.items() if owner in here} for mark, held in kept.items()}
    )


def turn_mark(database: Database, mark: Mark, owner: str, full_id: str) -> bool:
    """Marks an activity, or takes the mark off again, and tells which.

    Raises NoSuchMember where nobody has that id, or CannotKeep.
    """
    with database.writing() as connection:
        if owner != HOUSE and not connection.execute("SELECT 1 FROM member WHERE id = ?", (owner,)).fetchall():
            raise NoSuchMember
        held = _marks(connection.execute(_READ, (KEYS[mark],)).fetchall())
        held[owner] = held.get(owner, frozenset()) ^ {full_id}
        _keep(connection, KEYS[mark], held)
    return full_id in held[owner]


def forget_marks(connection: sqlite3.Connection, owner: str) -> None:
    """Takes away whatever somebody has marked, within the transaction that takes their card away."""
    for key in KEYS.values():
        held = _marks(connection.execute(_READ, (key,)).fetchall())
        if held.pop(owner, None) is not None:
            _keep(connection, key, held)


def _keep(connection: sqlite3.Connection, key: str, held: dict[str, frozenset[str]]) -> None:
    kept = {owner: sorted(ids) for owner, ids in held.items() if ids}
    connection.execute(
        "INSERT INTO preference (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, as_json(kept)),
    )


def _marks(rows: list[tuple[Any, ...]]) -> dict[str, frozenset[str]]:
    try:
        kept = json.loads(rows[0][0]) if rows else {}
    except ValueError:
        return {}
    if not isinstance(kept, dict):
        return {}
    return {owner: frozenset(map(str, ids)) for owner, ids in kept.items() if isinstance(ids, list)}

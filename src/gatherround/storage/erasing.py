"""Takes somebody, or everything, out of the drawer in one transaction; zeros are written where it stood."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import reduce
from typing import Final

from gatherround.domain.drafts.draft import Drafts
from gatherround.domain.drafts.parting import without_name
from gatherround.domain.entries import RoundEnded
from gatherround.domain.forgetting import each_forgetter, without
from gatherround.domain.plain_values import to_plain
from gatherround.storage.database import Database
from gatherround.storage.drafts import STORIES, listed_stories, read_story
from gatherround.storage.likings import forget_marks
from gatherround.storage.preferences import UNFINISHED_ERASING
from gatherround.storage.rows import as_json, as_row, moment

_BOOKISH: Final = frozenset(
    {
        "Played",
        "PutDownEntry",
        "WordMet",
        "DoorTaken",
        "Directed",
        "ActChosen",
        "Sewn",
        "Sealed",
        "Opened",
        "RoundEnded",
    }
)
"""Kinds of entries whose words come from story books; all others may hold what people typed."""
_TABLES: Final = ("entry", "open_round", "member", "preference", "draft", "page")

Forget = Callable[[str], str]


def erase_member(database: Database, member_id: str, name: str, now: datetime) -> None:
    """Takes somebody out: their card goes, and what the family shares says "someone" instead. Raises CannotKeep.

    `name` is what they were called where this was asked; what another window has called them since goes as well.
    A Round on the table is let go, since it may know them in many ways, and so are half-typed lines; stories that are
    being written go on with "someone" in them.
    """
    with database.erasing() as connection:
        names = {name, *(row[0] for row in connection.execute("SELECT name FROM member WHERE id = ?", (member_id,)))}
        typed, bookish = each_forgetter(names, typed=True), each_forgetter(names, typed=False)
        connection.execute("DELETE FROM member WHERE id = ?", (member_id,))
        _take_from_drafts(connection, names)
        _let_go(connection, now)
        for number, kind, body in connection.execute("SELECT id, kind, body FROM entry").fetchall():
            changed = _without(body, member_id, bookish if kind in _BOOKISH else typed)
            if changed != body:
                connection.execute("UPDATE entry SET body = ? WHERE id = ?", (changed, number))
        _rewrite(connection, "member", "id", "body", lambda body: _without(body, member_id, typed))
        _take_from_pages(connection, member_id, typed)
        forget_marks(connection, member_id)
        _rewrite(connection, "preference", "key", "value", lambda value: _without(value, member_id, bookish))
        _unfinished(connection)


def erase_all(database: Database) -> None:
    """Takes everything out and leaves the empty drawer. Raises CannotKeep."""
    with database.erasing() as connection:
        for table in _TABLES:
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM sqlite_sequence")
        _unfinished(connection)


def _let_go(connection: sqlite3.Connection, now: datetime) -> None:
    for (number,) in connection.execute("SELECT round FROM open_round").fetchall():
        then = moment(now)
        connection.execute("DELETE FROM open_round")
        connection.execute(
            "INSERT INTO entry (round, kind, body, at, zone, day) VALUES (?, ?, ?, ?, ?, ?)",
            (number, *as_row(RoundEnded("let-go")), then.at, then.zone, then.day),
        )


def _take_from_drafts(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Keeps stories that are being written, without the names; one that cannot be read goes like half-typed lines."""
    lines = connection.execute("SELECT body, at FROM draft WHERE key = ?", (STORIES,)).fetchall()
    connection.execute("DELETE FROM draft")
    for body, at in lines:
        stories = tuple(one for one in map(read_story, listed_stories(body)) if one is not None)
        if stories:
            told = as_json(to_plain(reduce(without_name, names, Drafts(stories))))
            connection.execute("INSERT INTO draft (key, body, at) VALUES (?, ?, ?)", (STORIES, told, at))


def _take_from_pages(connection: sqlite3.Connection, member_id: str, forget: Forget) -> None:
    """Rewrites the family's pages; an agreement that is left between fewer than two goes with whoever has gone."""
    for page_id, body in connection.execute("SELECT id, body FROM page").fetchall():
        between = _between(body)
        if member_id in between and len(between) < 3:
            connection.execute("DELETE FROM page WHERE id = ?", (page_id,))
    _rewrite(connection, "page", "id", "body", lambda body: _without(body, member_id, forget))


def _between(body: str) -> list[str]:
    try:
        between = json.loads(body)["between"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
    return between if isinstance(between, list) else []


def _rewrite(connection: sqlite3.Connection, table: str, key: str, column: str, change: Forget) -> None:
    """Writes each row again that knew somebody, and leaves every other as it was, to the letter."""
    for at, text in connection.execute(f"SELECT {key}, {column} FROM {table}").fetchall():
        if (changed := change(text)) != text:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (changed, at))


def _without(body: str, member_id: str, forget: Forget) -> str:
    """Gives a text of JSON without somebody; one that cannot be read is treated as the text it is."""
    try:
        shape = json.loads(body)
    except (ValueError, RecursionError):
        return forget(body.replace(member_id, ""))
    forgotten = without(shape, member_id, forget)
    return body if forgotten == shape else as_json(forgotten)


def _unfinished(connection: sqlite3.Connection) -> None:
    """Marks that the copies are still to go."""
    connection.execute("INSERT OR REPLACE INTO preference (key, value) VALUES (?, 'true')", (UNFINISHED_ERASING,))

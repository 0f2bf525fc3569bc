"""Takes somebody, or everything, out of the drawer in one transaction; zeros are written where it stood."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import reduce
from typing import Final

from gatherround.domain.drafts.draft import Drafts
from gatherround.domain.drafts.parting import without_name
from gatherround.domain.entries import RoundEnded
from gatherround.domain.forgetting import Leaving, Whose
from gatherround.domain.pages import HouseRules, Numbers, Pact
from gatherround.domain.plain_values import to_plain
from gatherround.storage.database import Database
from gatherround.storage.drafts import STORIES, listed_stories, read_story
from gatherround.storage.likings import forget_marks
from gatherround.storage.preferences import OF_THE_GAME, UNFINISHED_ERASING
from gatherround.storage.rows import as_json, as_row, from_row, moment

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
_PAGES: Final = frozenset(kind.__name__ for kind in (Pact, HouseRules, Numbers))


def erase_member(database: Database, leaving: Leaving, now: datetime) -> None:
    """Takes somebody out: their card goes, and what the family shares says "someone" instead. Raises CannotKeep.

    What another window has called them since goes as well as what they were called where this was asked. A Round on the
    table is let go, since it may know them in many ways, and so are half-typed lines; stories that are being written go
    on with "someone" in them.
    """
    with database.erasing() as connection:
        called = connection.execute("SELECT name FROM member WHERE id = ?", (leaving.member_id,))
        leaving = replace(leaving, names=leaving.names | {row[0] for row in called})
        connection.execute("DELETE FROM member WHERE id = ?", (leaving.member_id,))
        _take_from_drafts(connection, leaving.names)
        _let_go(connection, now)
        _take_from_entries(connection, leaving)
        _rewrite(connection, "member", "id", "body", lambda _, body: _without(body, leaving, "typed"))
        _take_from_pages(connection, leaving)
        forget_marks(connection, leaving.member_id)
        _take_from_choices(connection, leaving)
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


def _take_from_entries(connection: sqlite3.Connection, leaving: Leaving) -> None:
    """Rewrites what happened; of what this edition cannot read every text is looked at, and its heading as well."""
    for row in connection.execute("SELECT id, round, kind, body, at, zone, day FROM entry").fetchall():
        number, _, kind, body, *_ = row
        known = from_row(row) is not None
        whose: Whose = "unknown" if not known else "book" if kind in _BOOKISH else "typed"
        if not known and _names(leaving, kind, *row[4:]):
            connection.execute("DELETE FROM entry WHERE id = ?", (number,))
        elif (changed := _without(body, leaving, whose)) != body:
            connection.execute("UPDATE entry SET body = ? WHERE id = ?", (changed, number))


def _take_from_pages(connection: sqlite3.Connection, leaving: Leaving) -> None:
    """Rewrites the family's pages; an agreement that is left between fewer than two goes with whoever has gone."""
    for page_id, kind, body in connection.execute("SELECT id, kind, body FROM page").fetchall():
        between = _between(body)
        nobody_left = leaving.member_id in between and len(between) < 3
        if nobody_left or (kind not in _PAGES and _names(leaving, page_id, kind)):
            connection.execute("DELETE FROM page WHERE id = ?", (page_id,))
        elif (changed := _without(body, leaving, "typed" if kind in _PAGES else "unknown")) != body:
            connection.execute("UPDATE page SET body = ? WHERE id = ?", (changed, page_id))


def _take_from_choices(connection: sqlite3.Connection, leaving: Leaving) -> None:
    """Rewrites small choices; one that this edition does not know goes where its key names them."""
    for (key,) in connection.execute("SELECT key FROM preference").fetchall():
        if key not in OF_THE_GAME and _names(leaving, key):
            connection.execute("DELETE FROM preference WHERE key = ?", (key,))
    whose: Callable[[str], Whose] = lambda key: "game" if key in OF_THE_GAME else "unknown"  # noqa: E731
    _rewrite(connection, "preference", "key", "value", lambda key, value: _without(value, leaving, whose(key)))


def _names(leaving: Leaving, *texts: str) -> bool:
    return any(leaving.member_id in text or leaving.typed(text) != text for text in texts)


def _between(body: str) -> list[str]:
    try:
        between = json.loads(body)["between"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
    return between if isinstance(between, list) else []


def _rewrite(
    connection: sqlite3.Connection, table: str, key: str, column: str, change: Callable[[str, str], str]
) -> None:
    """Writes each row again that knew somebody, and leaves every other as it was, to the letter."""
    for at, text in connection.execute(f"SELECT {key}, {column} FROM {table}").fetchall():
        if (changed := change(at, text)) != text:
            connection.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (changed, at))


def _without(body: str, leaving: Leaving, whose: Whose) -> str:
    """Gives a text of JSON without somebody; one that cannot be read is treated as the text it is."""
    try:
        shape = json.loads(body)
        forgotten = leaving.without(shape, whose)
    except (ValueError, RecursionError):
        return leaving.typed(body.replace(leaving.member_id, ""))
    return body if forgotten == shape else as_json(forgotten)


def _unfinished(connection: sqlite3.Connection) -> None:
    """Marks that the copies are still to go."""
    connection.execute("INSERT OR REPLACE INTO preference (key, value) VALUES (?, 'true')", (UNFINISHED_ERASING,))

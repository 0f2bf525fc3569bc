"""Lines that somebody was typing when the lid closed: kept until they are done with."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from typing import Final

from gatherround.domain.drafts.draft import Draft
from gatherround.domain.plain_values import Plain, Unreadable, from_plain
from gatherround.storage.database import ERASINGS, Database, erasings
from gatherround.storage.preferences import preference
from gatherround.storage.rows import moment
from gatherround.storage.troubles import ErasedMeanwhile, Trouble

STORIES: Final = "workshop"
"""The key under which stories lie while they are being written."""


def keep_draft(database: Database, key: str, body: str, now: datetime) -> None:
    """Keeps a line under a key, in place of the one before; an empty line is no draft. Raises CannotKeep."""
    with database.writing() as connection:
        _put(connection, key, body, now)


def change_draft(
    database: Database, key: str, change: Callable[[str], str], now: datetime, *, erased: int | None = None
) -> None:
    """Keeps what becomes of the line under a key, read and written in one go; raises CannotKeep.

    ErasedMeanwhile where something has been erased since there were `erased` erasings.
    """
    with database.writing() as connection:
        if erased is not None and erasings(connection) != erased:
            raise ErasedMeanwhile(database.path)
        row = connection.execute("SELECT body FROM draft WHERE key = ?", (key,)).fetchone()
        before = str(row[0]) if row else ""
        if (after := change(before)) != before:
            _put(connection, key, after, now)


def _put(connection: sqlite3.Connection, key: str, body: str, now: datetime) -> None:
    connection.execute("DELETE FROM draft WHERE key = ?", (key,))
    if body:
        connection.execute("INSERT INTO draft (key, body, at) VALUES (?, ?, ?)", (key, body, moment(now).at))


def erased_so_far(database: Database) -> int | None:
    """Counts how often something was erased, to say so when a line is kept; None where that cannot be read."""
    with suppress(Trouble):
        counted = preference(database, ERASINGS)
        return counted if isinstance(counted, int) else 0
    return None


def draft(database: Database, key: str) -> str:
    """Gives the line that is kept under a key, empty where there is none; raises an UnopenedFile."""
    rows = database.read("SELECT body FROM draft WHERE key = ?", key)
    return str(rows[0][0]) if rows else ""


def listed_stories(body: str) -> list[Plain]:
    """Gives the stories of the line under STORIES, each as it was written; none where it is none of ours."""
    with suppress(ValueError, RecursionError):
        match json.loads(body or "{}"):
            case {"drafts": list(drafts)}:
                return drafts
    return []


def read_story(plain: Plain) -> Draft | None:
    """Gives a story that is being written, or None where this edition of the game cannot read it."""
    with suppress(Unreadable, ValueError):
        return from_plain(Draft, plain)
    return None

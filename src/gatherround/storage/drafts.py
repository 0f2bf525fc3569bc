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
from gatherround.storage.database import Database
from gatherround.storage.rows import moment

STORIES: Final = "workshop"
"""The key under which stories lie while they are being written."""


def keep_draft(database: Database, key: str, body: str, now: datetime) -> None:
    """Keeps a line under a key, in place of the one before; an empty line is no draft. Raises CannotKeep."""
    with database.writing() as connection:
        _put(connection, key, body, now)


def change_draft(database: Database, key: str, change: Callable[[str], str], now: datetime) -> None:
    """Keeps what becomes of the line under a key, read and written in one go; raises CannotKeep."""
    with database.writing() as connection:
        row = connection.execute("SELECT body FROM draft WHERE key = ?", (key,)).fetchone()
        before = str(row[0]) if row else ""
        if (after := change(before)) != before:
            _put(connection, key, after, now)


def _put(connection: sqlite3.Connection, key: str, body: str, now: datetime) -> None:
    connection.execute("DELETE FROM draft WHERE key = ?", (key,))
    if body:
        connection.execute("INSERT INTO draft (key, body, at) VALUES (?, ?, ?)", (key, body, moment(now).at))


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

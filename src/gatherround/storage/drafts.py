"""Lines that somebody was typing when the lid closed: kept until they are done with."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from gatherround.storage.database import Database
from gatherround.storage.rows import moment

STORIES: Final = "workshop"
"""The key under which stories lie while they are being written."""


def keep_draft(database: Database, key: str, body: str, now: datetime) -> None:
    """Keeps a line under a key, in place of the one before; an empty line is no draft. Raises CannotKeep."""
    with database.writing() as connection:
        connection.execute("DELETE FROM draft WHERE key = ?", (key,))
        if body:
            connection.execute("INSERT INTO draft (key, body, at) VALUES (?, ?, ?)", (key, body, moment(now).at))


def draft(database: Database, key: str) -> str:
    """Gives the line that is kept under a key, empty where there is none; raises an UnopenedFile."""
    rows = database.read("SELECT body FROM draft WHERE key = ?", key)
    return str(rows[0][0]) if rows else ""

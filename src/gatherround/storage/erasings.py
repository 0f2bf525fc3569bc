"""The mark of the last erasing, or of the copy that was put back since: a window that knows another looks again."""

from __future__ import annotations

import os
import sqlite3
from typing import Final

ERASINGS: Final = "erasings"
"""The preference that holds the mark: a random number, so that none is ever there a second time."""
LAST_ERASING: Final = "SELECT value FROM preference WHERE key = ?"


def last_erasing(connection: sqlite3.Connection) -> str | None:
    """Gives the mark of the last erasing: whoever opened the file before it may still hold what is gone."""
    return next((row[0] for row in connection.execute(LAST_ERASING, (ERASINGS,))), None)


def leave_mark(connection: sqlite3.Connection) -> str:
    """Leaves a mark that no window has seen before, and gives it."""
    mark = f'"{os.urandom(16).hex()}"'
    connection.execute("INSERT OR REPLACE INTO preference (key, value) VALUES (?, ?)", (ERASINGS, mark))
    return mark

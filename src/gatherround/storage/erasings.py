"""The mark of the last erasing: each has one of its own, by which a window knows whether it has heard of it."""

from __future__ import annotations

import os
import sqlite3
from typing import Final

ERASINGS: Final = "erasings"
"""The preference that holds the mark: a random number, which no copy that comes back can repeat."""
LAST_ERASING: Final = "SELECT value FROM preference WHERE key = ?"


def last_erasing(connection: sqlite3.Connection) -> str | None:
    """Gives the mark of the last erasing: whoever opened the file before it may still hold what is gone."""
    return next((row[0] for row in connection.execute(LAST_ERASING, (ERASINGS,))), None)


def mark_erasing(connection: sqlite3.Connection) -> str:
    """Leaves a mark that nobody has seen before, and gives it; no window knows it but the one that leaves it."""
    mark = f'"{os.urandom(16).hex()}"'
    connection.execute("INSERT OR REPLACE INTO preference (key, value) VALUES (?, ?)", (ERASINGS, mark))
    return mark

"""Small choices that outlive the evening, each a plain JSON value under a key."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from gatherround.storage.database import Database
from gatherround.storage.erasings import ERASINGS
from gatherround.storage.opening import LIGHTING

if TYPE_CHECKING:
    from gatherround.domain.plain_values import Plain

UNFINISHED_ERASING = "unfinished-erasing"
"""Stands until the copies of what was erased are gone too."""

OF_THIS_FILE = frozenset({UNFINISHED_ERASING, ERASINGS})
"""What belongs to one file: it goes into no export, and no import takes it away."""

PASSED_ON_AS = "passed-on-as"
"""Six letters by which the books that this house passes on are told from others'."""

TABLE = "table"
"""How the table was last set."""

KEEP_PLACES = "keep-places"
"""Whether somebody wants to be asked about keeping places."""

FAVOURITES, HIDDEN = "favourites", "hidden"
"""What is marked on the shelf, each a mapping of whose to full ids of activities."""

OF_THE_GAME = OF_THIS_FILE | {PASSED_ON_AS, TABLE, KEEP_PLACES, LIGHTING, FAVOURITES, HIDDEN}
"""Keys of small choices that this edition knows: none of them holds anybody's words."""


def preference(database: Database, key: str, otherwise: Plain = None) -> Plain:
    """Gives what is kept under a key; `otherwise` where nothing is, or nothing that can be read."""
    rows = database.read("SELECT value FROM preference WHERE key = ?", key)
    return as_plain(rows[0][0], otherwise) if rows else otherwise


def as_plain(value: str | None, otherwise: Plain = None) -> Plain:
    """Gives what a value in the drawer says; `otherwise` where it says nothing that can be read."""
    try:
        return json.loads(value) if value is not None else otherwise
    except (ValueError, RecursionError, TypeError):
        return otherwise


def keep_preference(database: Database, key: str, value: Plain) -> None:
    """Keeps a value under a key, in place of the one before; raises CannotKeep."""
    from gatherround.storage.rows import as_json

    with database.writing() as connection:
        connection.execute(
            "INSERT INTO preference (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, as_json(value)),
        )


def forget_preference(database: Database, key: str) -> None:
    """Takes a key away; forgetting what is not there is fine. Raises CannotKeep."""
    with database.writing(knowing_less=True) as connection:
        connection.execute("DELETE FROM preference WHERE key = ?", (key,))

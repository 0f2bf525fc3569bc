"""Pages of the family's own, each a plain shape of some kind, in their order."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date

from gatherround.domain.plain_values import Plain
from gatherround.storage.database import Database
from gatherround.storage.rows import as_json


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page by its id; `what` is none where it cannot be read."""

    id: str
    what: Plain


def pages(database: Database, kind: str) -> tuple[KeptPage, ...]:
    """Gives the pages of a kind in their order; raises an UnopenedFile."""
    rows = database.read("SELECT id, body FROM page WHERE kind = ? ORDER BY place, id", kind)
    return tuple(KeptPage(row[0], _read(row[1])) for row in rows)


def add_page(database: Database, kind: str, what: Plain, day: date) -> str:
    """Keeps a new page at the end and gives its id; raises CannotKeep."""
    page_id = os.urandom(8).hex()
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO page (id, kind, body, place, changed)"
            " VALUES (?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM page), ?)",
            (page_id, kind, as_json(what), day.isoformat()),
        )
    return page_id


def change_page(database: Database, page_id: str, what: Plain, day: date) -> None:
    """Keeps a page in place of the one before; a page that is gone stays gone. Raises CannotKeep."""
    with database.writing() as connection:
        connection.execute(
            "UPDATE page SET body = ?, changed = ? WHERE id = ?", (as_json(what), day.isoformat(), page_id)
        )


def remove_page(database: Database, page_id: str) -> None:
    """Takes a page away; taking it away twice is fine. Raises CannotKeep."""
    with database.writing() as connection:
        connection.execute("DELETE FROM page WHERE id = ?", (page_id,))


def _read(body: str) -> Plain:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None

"""Pages of the family's own, each a plain shape of some kind, in their order."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from gatherround.domain.plain_values import Plain
from gatherround.storage.database import Database
from gatherround.storage.rows import as_json

_ALL: Final = "SELECT id, body FROM page WHERE kind = ? ORDER BY place, id"


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page by its id, which a new one has not yet; `what` is none where it cannot be read."""

    id: str
    what: Plain


def pages(database: Database, kind: str) -> tuple[KeptPage, ...]:
    """Gives the pages of a kind in their order; raises an UnopenedFile."""
    return tuple(KeptPage(row[0], _read(row[1])) for row in database.read(_ALL, kind))


def change_pages(
    database: Database, kind: str, change: Callable[[tuple[KeptPage, ...]], KeptPage], day: date
) -> KeptPage:
    """Keeps the page that becomes of those of a kind, read and written in one go, and gives it; raises CannotKeep.

    A page without an id is a new one, at the end; one that is gone stays gone.
    """
    with database.writing() as connection:
        there = connection.execute(_ALL, (kind,)).fetchall()
        page = change(tuple(KeptPage(row[0], _read(row[1])) for row in there))
        body = as_json(page.what)
        if page.id:
            changed = (body, day.isoformat(), page.id)
            connection.execute("UPDATE page SET body = ?, changed = ? WHERE id = ?", changed)
            return page
        page = KeptPage(os.urandom(8).hex(), page.what)
        connection.execute(
            "INSERT INTO page (id, kind, body, place, changed)"
            " VALUES (?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM page), ?)",
            (page.id, kind, body, day.isoformat()),
        )
        return page


def remove_page(database: Database, page_id: str) -> None:
    """Takes a page away; taking it away twice is fine. Raises CannotKeep."""
    with database.writing() as connection:
        connection.execute("DELETE FROM page WHERE id = ?", (page_id,))


def _read(body: str) -> Plain:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None

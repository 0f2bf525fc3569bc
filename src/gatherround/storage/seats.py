"""How many cards and pages lie in the drawer: asked where nobody waits for what knows how to read one."""

from __future__ import annotations

from gatherround.storage.database import Database


def seats(database: Database) -> int:
    """Gives the number of cards; raises an UnopenedFile."""
    return int(database.read("SELECT count(*) FROM member")[0][0])


def page_count(database: Database) -> int:
    """Gives the number of pages of the family's own; raises an UnopenedFile."""
    return int(database.read("SELECT count(*) FROM page")[0][0])

"""How a Round moves: a plan, a play of it, beats on the table, and the moves that are legal now."""

from __future__ import annotations

from gatherround.domain.play.make import NotNow, begin, legal, make
from gatherround.domain.play.place import place
from gatherround.domain.play.plan import Deal, Person, Plan, Play

__all__ = ["Deal", "NotNow", "Person", "Plan", "Play", "begin", "legal", "make", "place"]

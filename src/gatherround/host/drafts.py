"""What is being typed on a page of the grown-ups, kept while it is typed: a closed lid loses no line."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from gatherround.host.chance import Clock
from gatherround.storage.database import Database
from gatherround.storage.drafts import draft, keep_draft
from gatherround.storage.troubles import Trouble


@dataclass(frozen=True, slots=True)
class Draft:
    """One line that is being typed; without a drawer it is simply not kept."""

    database: Database | None
    clock: Clock
    key: str

    def kept(self) -> str:
        """Gives what was typed when the game ended in the middle of it, or nothing."""
        if self.database is None:
            return ""
        with suppress(Trouble):
            return draft(self.database, self.key)
        return ""

    def keep(self, typed: str) -> None:
        """Keeps what has been typed so far; raises a Trouble."""
        if self.database is not None:
            keep_draft(self.database, self.key, typed, self.clock.now())

    def forget(self) -> None:
        """Forgets the line: it has been kept where it belongs, or left."""
        if self.database is not None and self.kept():
            with suppress(Trouble):
                keep_draft(self.database, self.key, "", self.clock.now())

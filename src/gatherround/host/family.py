"""What a house does for its family between two evenings; each part is loaded when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gatherround.host.chance import Clock
from gatherround.storage.database import Database
from gatherround.storage.troubles import CannotKeep

if TYPE_CHECKING:
    from gatherround.host.care import Care
    from gatherround.host.erasing import Erasing
    from gatherround.host.keeping_places import Places
    from gatherround.host.locks import Locks
    from gatherround.host.moving import Moving
    from gatherround.host.own_pages import Pages
    from gatherround.host.people import People
    from gatherround.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Family:
    """Those who live here, and all that is theirs; without a drawer nobody does, and nothing can be kept."""

    home: Path | None
    database: Database | None
    journal: Journal | None
    clock: Clock

    @property
    def people(self) -> People:
        """Those who live here, and their cards."""
        from gatherround.host.people import People

        return People(self.database, self.clock)

    @property
    def locks(self) -> Locks:
        """The locks on their cards."""
        from gatherround.host.locks import Locks

        return Locks(self.database, self.clock)

    @property
    def places(self) -> Places:
        """Who has no card yet and may want one."""
        from gatherround.host.keeping_places import Places

        return Places(self.database, self.journal, self.people, self.clock)

    @property
    def pages(self) -> Pages:
        """What they have written for themselves: pacts, house rules, whom to call."""
        from gatherround.host.own_pages import Pages

        return Pages(self.database, self.people, self.clock)

    @property
    def care(self) -> Care:
        """Who looks after the file; raises CannotKeep where there is none."""
        from gatherround.host.care import Care

        return Care(*self._kept(), self.clock)

    @property
    def erasing(self) -> Erasing:
        """Who says goodbye; raises CannotKeep where there is nothing to erase."""
        from gatherround.host.erasing import Erasing

        return Erasing(*self._kept(), self.clock, self.care)

    @property
    def moving(self) -> Moving:
        """Who takes everything out, and brings it in; raises CannotKeep where there is no drawer."""
        from gatherround.host.moving import Moving

        return Moving(self._kept()[1], self.clock)

    def _kept(self) -> tuple[Path, Database]:
        if self.home is None or self.database is None:
            raise CannotKeep
        return self.home, self.database

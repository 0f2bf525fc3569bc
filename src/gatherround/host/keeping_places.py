"""Keep these places? Asked once, calmly, of guests who seem to live here; and never again where that was said."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from typing import Final

from gatherround.domain.entries import AtTable, CameBack, Entry, RoundBegan, RoundEnded
from gatherround.domain.members import Member
from gatherround.domain.people import Person
from gatherround.host.chance import Clock, day_of
from gatherround.host.people import People
from gatherround.storage.database import Database
from gatherround.storage.journal import Journal
from gatherround.storage.preferences import KEEP_PLACES, keep_preference, preference
from gatherround.storage.troubles import Trouble

SAYS: Final = (
    "Then each of these chairs is somebody's, and what they play is remembered for them. "
    "Each stays as old as it is until you give it a birthday. All of it stays on this computer."
)
"""What keeping places means, said where it is asked."""
A_MONTH: Final = timedelta(days=30)
_NEVER: Final = "never"


class Places:
    """Who has no card yet and may want one; without a drawer nobody is asked."""

    def __init__(self, database: Database | None, journal: Journal | None, people: People, clock: Clock) -> None:
        self._database = database
        self._journal = journal
        self._people = people
        self._clock = clock

    def asked_of(self, guests: Sequence[Person]) -> bool:
        """Tells whether the guests of the Round that has just closed are asked.

        In a house without cards they are asked after their first Round; in one with cards somebody who came once is a
        visitor, so the same chairs have to have been there twice in a row. A Round that was stopped or hard asks
        nothing, and after *not now* nobody is asked for a month.
        """
        if not guests or self._database is None or self._journal is None:
            return False
        try:
            answered = preference(self._database, KEEP_PLACES)
            if answered == _NEVER or (isinstance(answered, str) and day_of(self._clock).isoformat() < answered):
                return False
            return self._seem_to_live_here(self._journal)
        except Trouble:
            return False

    def keep(self, guests: Sequence[Person]) -> tuple[Member, ...]:
        """Gives each guest a card; raises CannotBe or CannotKeep."""
        return self._people.keep_places(guests)

    def not_now(self) -> None:
        """Remembers when this house may be asked again."""
        self._remember((day_of(self._clock) + A_MONTH).isoformat())

    def never_ask(self) -> None:
        """Remembers that this house is not asked again."""
        self._remember(_NEVER)

    def _remember(self, answer: str) -> None:
        """Keeps an answer; where it cannot be written, the question may come once more."""
        if self._database is not None:
            with suppress(Trouble):
                keep_preference(self._database, KEEP_PLACES, answer)

    def _seem_to_live_here(self, journal: Journal) -> bool:
        kept = [at for at in journal.entries(RoundBegan, RoundEnded, CameBack) if at.round]
        tonight = [at.entry for at in kept if at.round == kept[-1].round]
        if RoundEnded("closed") not in tonight or any(_is_hard(entry) for entry in tonight):
            return False
        tables = [_chairs(at.entry.people) for at in kept if isinstance(at.entry, RoundBegan)]
        return not self._people.all() or (len(tables) > 1 and tables[-1] == tables[-2])


def _is_hard(entry: Entry) -> bool:
    """Tells whether this was no evening to ask anything after: a hard one, or one that came back to something."""
    return isinstance(entry, CameBack) or (isinstance(entry, RoundBegan) and entry.wish == "hard-night")


def _chairs(people: Sequence[AtTable]) -> list[str]:
    """Gives the stages of those who sat there without a card."""
    return sorted(one.stage_key for one in people if one.member is None)

"""What this house looks back on: gathered from the drawer when somebody asks, and what they add to it or take out."""

from __future__ import annotations

from typing import Final

from gatherround.domain import album, lookback, text
from gatherround.domain.album import Album, HouseWord, LookBack, Told
from gatherround.domain.entries import (
    ActChosen,
    Noticed,
    Opened,
    Played,
    PutDownEntry,
    RoundBegan,
    Sealed,
    Sewn,
    WordMet,
)
from gatherround.domain.quilt import Square
from gatherround.host.chance import Clock, day_of
from gatherround.storage.database import Database
from gatherround.storage.drafts import draft, keep_draft
from gatherround.storage.journal import Journal
from gatherround.storage.members import members
from gatherround.storage.troubles import CannotKeep

LONGEST_NOTE: Final = 120
"""Letters in one line of what was noticed."""
SHOWN: Final = 100
"""How many noticings lie on the screen; the page to keep has all of them."""
ACTS_SHOWN: Final = 12
_DRAFT: Final = "noticed"


class Memories:
    """The quilt and all else this house looks back on; one without a drawer has nothing to look back on.

    Reading raises an UnopenedFile, writing CannotKeep; each `sentence` may be shown.
    """

    def __init__(self, database: Database | None, clock: Clock) -> None:
        self._database = database
        self._journal = None if database is None else Journal(database, clock)
        self._clock = clock

    @property
    def keeps(self) -> bool:
        """Whether there is anywhere to keep anything."""
        return self._journal is not None

    def quilt(self) -> tuple[Square, ...]:
        """Gives every square, in the order they were sewn."""
        if self._journal is None:
            return ()
        sewn = album.squares(self._journal.entries(Sewn))
        if all(square.things for square in sewn):
            return sewn
        # Squares of long ago do not say who sat there, and only for them it is worth reading how evenings began.
        return album.squares(self._journal.entries(Sewn, RoundBegan))

    def told(self, square: Square) -> Told:
        """Tells what a square is about."""
        if self._journal is None or self._database is None:
            return Told(day="", stories=(), who=square.things, acts=())
        of_its_round = self._journal.entries(RoundBegan, Played, PutDownEntry, ActChosen, round_=square.round)
        names = {one.id: one.card.name for one in members(self._database)}
        return album.told(square, of_its_round, names, day_of(self._clock))

    def dictionary(self, sewn: tuple[Square, ...]) -> tuple[HouseWord, ...]:
        """Gives the words this house owns, with the stories they come from."""
        played = (
            self._journal.entries(Played, PutDownEntry) if self._journal and any(square.word for square in sewn) else ()
        )
        return album.dictionary(sewn, album.stories(played))

    def look_back(self) -> LookBack:
        """Gives what is there to look back on besides the quilt."""
        if self._journal is None:
            return LookBack()
        practised = lookback.history(self._journal.entries(Played, latest=lookback.RECENT), day_of(self._clock)).empathy
        return LookBack(
            noticed=album.noticed(self._journal.entries(Noticed, latest=SHOWN)),
            words=album.words_met(self._journal.entries(WordMet, once=True)),
            acts=album.acts_taken(self._journal.entries(ActChosen, latest=ACTS_SHOWN, once=True)),
            envelopes=album.envelopes(self._journal.entries(Sealed, Opened), day_of(self._clock)),
            balance=album.balance(practised),
        )

    def album(self) -> Album:
        """Gives everything that goes on the page to keep."""
        sewn = self.quilt()
        lines = album.noticed(self._journal.entries(Noticed)) if self._journal else ()
        return Album(squares=sewn, words=self.dictionary(sewn), noticed=lines)

    def notice(self, typed: str) -> bool:
        """Keeps a line of what somebody noticed, and tells whether there was anything to keep; raises Unfit if long."""
        line = text.line(typed, LONGEST_NOTE)
        if not line:
            return False
        self._drawer()[1].between_rounds([Noticed(line)], draft=_DRAFT)
        return True

    def take_out(self, entry: int) -> None:
        """Takes a square with its word, or a line of what was noticed, out for good."""
        self._drawer()[1].take_out(entry)

    def draft(self) -> str:
        """Gives the line that was being typed, empty where there is none."""
        return "" if self._database is None else draft(self._database, _DRAFT)

    def keep_draft(self, typed: str) -> None:
        """Keeps what has been typed of a line so far."""
        keep_draft(self._drawer()[0], _DRAFT, text.tidy(typed), self._clock.now())

    def _drawer(self) -> tuple[Database, Journal]:
        if self._database is None or self._journal is None:
            raise CannotKeep
        return self._database, self._journal

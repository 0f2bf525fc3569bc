"""Keeps an evening as it goes: one transaction a move, and what the drawer will not take now waits until it will."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, NoReturn

from gatherround.domain.entries import Entry, RoundEnded
from gatherround.domain.play.plan import Play
from gatherround.host.unread import if_readable
from gatherround.host.written import place_json, plan_json
from gatherround.storage.journal import Journal, OpenRound, Waiting
from gatherround.storage.troubles import CannotKeep, ErasedMeanwhile, StaleToken

NOT_KEPT: Final = "Tonight is not being kept. You can play just the same."
KEPT_AGAIN: Final = "Tonight is being kept again."
GOES_ON: Final = "That Round goes on in another window."
ELSEWHERE: Final = "This Round is being played in another window. This one only looks."
ENDED: Final = "This Round was ended in another window. This one only looks."
ERASED: Final = (
    "Something was erased in another window, or a copy was put back, and this Round was let go with it. "
    "You can begin another."
)


class OnlyLooking(Exception):  # noqa: N818 (named for what the table hears)
    """Another window has taken the Round over, or ended it; this one makes no more moves, and `sentence` says why."""

    def __init__(self, sentence: str = ELSEWHERE) -> None:
        self.sentence = sentence
        super().__init__(sentence)


@dataclass(frozen=True, slots=True)
class Earlier:
    """Where *back* may go: the play then, the last entry it had, and what was still waiting to be kept."""

    play: Play
    mark: int
    pending: tuple[Entry, ...]


class Keeper:
    """A window's hold on the open Round in the drawer.

    Without a journal it keeps nothing and says nothing: the house has said so. While nothing can be written, entries
    wait in memory, and `notices` says so once. After another window has taken the Round over, ended it, or erased
    somebody, which lets it go, every call raises OnlyLooking.
    """

    def __init__(self, journal: Journal | None) -> None:
        self._journal = journal
        self._not_kept = False
        self.notices: list[str] = []
        self.open_anew()

    def open_anew(self) -> None:
        """Forgets the Round before; the next entry begins a new one."""
        self._hold: OpenRound | None = None
        self._mark = 0
        self._pending: tuple[Entry, ...] = ()
        self._owed: Earlier | None = None
        self._borrowed = False
        self._looking = ""
        """Why this window makes no more moves, in a sentence; empty while it does."""

    @property
    def keeps(self) -> bool:
        """Whether what happens now is being kept."""
        return self._journal is not None and self._hold is not None and not self._not_kept and not self._looking

    def holds(self, hold: OpenRound) -> bool:
        """Tells whether this is the hold of this window, and no other has gone on with the Round since."""
        return self._hold is not None and (self._hold.round, self._hold.token) == (hold.round, hold.token)

    def here(self, play: Play) -> Earlier:
        """Gives the way back to a play as it stands now; raises OnlyLooking in a stale window."""
        if self._looking:
            raise OnlyLooking(self._looking)
        return Earlier(play, self._mark, self._pending)

    def keep(self, play: Play, entries: tuple[Entry, ...], *, changed: bool = False) -> None:
        """Writes what a move brought and where the Round is now; `changed` says that the plan is another one."""
        self._pending += entries

        def write(journal: Journal) -> None:
            self._catch_up(journal)
            self._write(journal, play, changed=changed or self._not_kept)
            self._pending = ()

        if self._tried(write) and self._not_kept:
            self._not_kept = False
            self.notices.append(KEPT_AGAIN)

    def back(self, earlier: Earlier) -> None:
        """Takes back what was kept since; while that cannot be written it is owed, and done first when it can."""
        if self._hold is not None:
            self._owed = earlier
            self._tried(self._catch_up)
        self._mark = earlier.mark
        self._pending = earlier.pending

    def take_over(self, waiting: Waiting) -> Waiting:
        """Makes an open Round this window's own and gives it as it is then; OnlyLooking where one was quicker."""
        self.open_anew()
        self._hold = waiting.hold
        self._borrowed = True
        self._tried(self._catch_up)
        # Whoever had it may have played on while this window was asking, so it is read again once it is ours.
        found = if_readable(self._journal.open_now, None) if self._journal and not self._borrowed else None
        self._mark = self._hold.mark
        return Waiting(
            hold=self._hold,
            plan_json=(found or waiting).plan_json,
            place_json=(found or waiting).place_json,
            at=(found or waiting).at,
        )

    def let_go(self, waiting: Waiting) -> None:
        """Ends a Round that nobody goes on with; where nothing can be written it stays as it is."""
        if self._journal is not None:
            try:
                self._journal.let_go(waiting.hold)
            except ErasedMeanwhile:
                return  # every erasing lets the open Round go
            except CannotKeep:
                self._say_not_kept()
            except StaleToken:
                if self._goes_on(self._journal, waiting.hold):
                    self.notices.append(GOES_ON)

    def _tried(self, write: Callable[[Journal], None]) -> bool:
        """Tells whether the drawer took it; a stale window only looks from now on."""
        if self._journal is None:
            return False
        try:
            write(self._journal)
        except ErasedMeanwhile:
            if self._hold is not None:
                self._only_looks(ERASED)
            self._say_not_kept()
            return False
        except CannotKeep:
            self._say_not_kept()
            return False
        except StaleToken:
            self._only_looks(ELSEWHERE if self._goes_on(self._journal, self._hold) else ENDED)
        return True

    def _only_looks(self, why: str) -> NoReturn:
        self._looking = why
        raise OnlyLooking(why) from None

    @staticmethod
    def _goes_on(journal: Journal, hold: OpenRound | None) -> bool:
        """Tells whether a Round that this window holds no more is still open, in another."""
        waiting = if_readable(journal.open_now, None)
        return waiting is not None and hold is not None and waiting.hold.round == hold.round

    def _catch_up(self, journal: Journal) -> None:
        """Does first what could not be done when it was asked: taking a Round over, going back."""
        if self._hold is not None and self._borrowed:
            self._hold = journal.take_over(self._hold)
            self._borrowed = False
        if self._hold is not None and self._owed is not None:
            play, mark = self._owed.play, self._owed.mark
            journal.back(self._hold, mark, place_json(play), plan_json(play.plan))
            self._owed = None

    def _write(self, journal: Journal, play: Play, *, changed: bool) -> None:
        if self._hold is None:
            # What ends a Round goes in by itself: until then the Round is open, and the drawer has to know it.
            so_far = tuple(entry for entry in self._pending if not isinstance(entry, RoundEnded))
            self._hold = journal.begin(plan_json(play.plan), place_json(play), so_far, instead=True)
            self._mark = self._hold.mark
            self._pending = self._pending[len(so_far) :]
            if not self._pending:
                return
        plan = plan_json(play.plan) if changed else None
        self._mark = journal.record(self._hold, place_json(play), self._pending, plan)

    def _say_not_kept(self) -> None:
        if not self._not_kept:
            self._not_kept = True
            self.notices.append(NOT_KEPT)

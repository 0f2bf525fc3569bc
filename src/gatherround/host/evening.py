"""One evening at the table: every move is made, kept in one transaction, and then seen."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from gatherround.domain import lookback
from gatherround.domain.chairs import things_of
from gatherround.domain.entries import AtTable, Entry, Opened, RoundBegan, Sealed
from gatherround.domain.play.make import NotNow, begin, make
from gatherround.domain.play.moves import Move
from gatherround.domain.play.plan import Plan, Play
from gatherround.host.chance import Clock, day_of
from gatherround.host.keeper import Keeper, OnlyLooking
from gatherround.host.unread import each_if_readable, if_readable
from gatherround.host.way_back import WayBack
from gatherround.host.written import play_of
from gatherround.storage.journal import Journal, OpenRound, Waiting

__all__ = ["CANNOT_GO_ON", "LET_GO_FIRST", "LET_GO_SILENTLY", "Evening", "OnlyLooking"]

CANNOT_GO_ON: Final = "That one cannot be picked up any more. It has been let go."
LET_GO_FIRST: Final = timedelta(hours=12)
"""From this age an open Round is offered to be let go before it is offered to be gone on with."""
LET_GO_SILENTLY: Final = timedelta(days=14)


class Evening:
    """The one Round that is being played in this window, kept as it goes, and the way back in it."""

    def __init__(self, journal: Journal | None, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._keeper = Keeper(journal)
        self.way_back = WayBack()
        self._play: Play | None = None
        self._gone: OpenRound | None = None

    @property
    def play(self) -> Play:
        """The play on the table; raises NotNow before the first."""
        if self._play is None:
            raise NotNow("no Round has begun")
        return self._play

    @property
    def kept(self) -> bool:
        """Whether what happens now is being kept."""
        return self._keeper.keeps

    @property
    def notices(self) -> list[str]:
        """What the table is to be told once; whoever tells it clears the list."""
        return self._keeper.notices

    def start(self, plan: Plan, *opening: Entry) -> Play:
        """Begins a Round, with what its beginning settles, such as a promise kept; one still open is let go.

        A story that lies in the envelope is out of it once its Round has begun, and not before.
        """
        taken_out = self._taken_out(plan)
        self._play = begin(plan)
        self.way_back = WayBack()
        self._keeper.open_anew()
        people = tuple(
            AtTable(one.id if one.member else None, one.stage_key, thing)
            for one, thing in zip(plan.people, things_of(plan.people), strict=True)
        )
        began = RoundBegan(minutes=plan.minutes, wish=plan.wish, people=people)
        self._keeper.keep(self._play, (began, *opening, *taken_out))
        return self._play

    def _taken_out(self, plan: Plan) -> tuple[Opened, ...]:
        """Gives what a plan takes out of the envelope; while a director is still to choose, nothing."""
        journal = self._journal
        if journal is None or plan.choice:
            return ()
        kept = each_if_readable(lambda: journal.entries(Sealed, Opened, ended_only=False))
        dealt = {deal.activity.full_id for deal in plan.deals}
        return tuple(Opened(one) for one in lookback.sealed(kept, day_of(self._clock)) if one in dealt)

    def make(self, move: Move) -> Play:
        """Makes a move and keeps it before anybody sees it; raises NotNow, or OnlyLooking in a stale window."""
        before = self.play
        earlier = self._keeper.here(before)
        after, entries = make(before, move)
        self._keeper.keep(after, entries, changed=after.plan is not before.plan)
        self.way_back = self.way_back.after(earlier, after, move)
        self._play = after
        return after

    def back(self) -> Play:
        """Takes the last move back, with what it had recorded; raises NotNow where there is nowhere to go."""
        self._keeper.here(self.play)
        earlier, way = self.way_back.back()
        self._keeper.back(earlier)
        self.way_back, self._play = way, earlier.play
        return earlier.play

    def waiting(self) -> Waiting | None:
        """Gives the Round that may be gone on with; one of a fortnight ago is let go without a word.

        One that was let go in this window is none, even where that could not be written.
        """
        waiting = if_readable(self._journal.open_now, None) if self._journal is not None else None
        if waiting is not None and waiting.hold == self._gone:
            return None
        if waiting is not None and self._clock.now() - waiting.at > LET_GO_SILENTLY:
            self.let_go(waiting)
            return None
        return waiting

    def let_go_first(self, waiting: Waiting) -> bool:
        """Tells whether *let it go* is offered first: it has lain open for twelve hours."""
        return self._clock.now() - waiting.at > LET_GO_FIRST

    def is_elsewhere(self, waiting: Waiting, since: datetime) -> bool:
        """Tells whether another window has played on with an open Round after that moment."""
        return waiting.at > since and not self._keeper.holds(waiting.hold)

    def go_on(self, waiting: Waiting) -> Play | None:
        """Goes on at the beat where it was left; none where it cannot be picked up any more, and it is let go.

        Raises OnlyLooking where another window was quicker.
        """
        ours = self._keeper.take_over(waiting)
        play = play_of(ours)
        if play is None:
            self.let_go(ours)
            self._keeper.open_anew()
            return None
        self._play = play
        self.way_back = WayBack(gone_on=True)
        return play

    def let_go(self, waiting: Waiting) -> None:
        """Ends a Round that nobody goes on with; where nothing can be written it stays as it is."""
        self._gone = waiting.hold
        self._keeper.let_go(waiting)

"""The Rounds of this window: one begins, one that is open is gone on with or let go, and the table is left again."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Final

from gatherround.ui import sweeping
from gatherround.ui.patience import Patience
from gatherround.ui.pops_up import tell
from gatherround.ui.screens.layers import lay_over

if TYPE_CHECKING:
    from gatherround.domain.entries import Entry
    from gatherround.domain.play.plan import Plan
    from gatherround.host.window import Window
    from gatherround.ui.screens.tonight import Tonight

STILL_OPEN: Final = "A Round is still open. Space goes on with it, l lets it go."
ELSEWHERE: Final = "A Round goes on in another window. Space goes on with it here, l lets it go."


class Rounds:
    """Begins no Round in place of one that is open: what becomes of that is said at Tonight first."""

    def __init__(self, tonight: Tonight, window: Window, *, patience: float) -> None:
        self._tonight = tonight
        self._window = window
        self._house = tonight.house
        self._patience = patience
        self._home = Patience(patience, since=-inf)

    def just_left(self) -> bool:
        """Tells whether a press comes so soon that it was still meant for the night."""
        return self._home.too_early

    def is_held(self) -> bool:
        """Tells whether a Round is open, and says so, with the keys for it; Tonight may not have heard of it yet."""
        if self._window.open_round() is None:
            return False
        tonight = self._tonight
        tonight.look()
        tell(tonight, ELSEWHERE if tonight.waits.elsewhere else STILL_OPEN)
        return True

    def begin(self, plan: Plan, *opening: Entry) -> None:
        """Begins the Round of a plan and lays the table for it, unless another has been begun meanwhile."""
        if not self.is_held():
            playing = {person.id for person in plan.people}
            away = tuple(one for one in self._tonight.setting.guests if one.id not in playing)
            self._window.evening.start(replace(plan, away=away), *opening)
            self._lay_table()

    def go_on(self) -> None:
        """Goes on with the open Round where it was left; where another window was quicker, it says so."""
        from gatherround.host.evening import CANNOT_GO_ON, OnlyLooking

        tonight = self._tonight
        tonight.app.clear_notifications()
        waiting = self._window.evening.waiting() if tonight.is_active else None
        try:
            if waiting is not None:
                if self._window.evening.go_on(waiting) is not None:
                    self._lay_table()
                    return
                tonight.notify(CANNOT_GO_ON, markup=False)
        except OnlyLooking as looking:
            tonight.notify(looking.sentence, markup=False)
        tonight.welcome()

    def let_go(self) -> None:
        """Lets the open Round go; nothing that was kept is lost."""
        self._tonight.app.clear_notifications()
        if (waiting := self._window.evening.waiting()) is not None:
            self._window.evening.let_go(waiting)
        self._tonight.welcome()

    def _lay_table(self) -> None:
        from gatherround.ui.screens.table import Table

        lay_over(self._tonight, Table(self._house, self._window.evening, patience=self._patience), self._home_again)

    def _home_again(self, _: None) -> None:
        """Comes back from the table: it is set as it was, a Round may still be open, and guests may want a card."""
        tonight = self._tonight
        self._home.it_lies()
        tonight.call_after_refresh(sweeping.sweep)
        play = self._window.evening.play
        setting = tonight.setting.after_a_round(play.plan.people)
        if self._house.looks_again():
            setting = self._house.household.as_today(setting)
        self._house.household.remember(setting)
        tonight.setting = setting
        guests = setting.guests
        tonight.welcome()
        if play.phase == "night" and self._window.evening.kept and self._house.family.places.asked_of(guests):
            from gatherround.ui.screens.keep_places import keep_places_over

            keep_places_over(tonight, self._house, guests, tonight.welcome, patience=self._patience)

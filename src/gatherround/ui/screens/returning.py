"""What waits on Tonight's table: a promise to come back, an envelope, what was agreed for today."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.timer import Timer
from textual.widgets import Static

from gatherround.domain.people import Person
from gatherround.host.house import House
from gatherround.host.troubles import CannotKeep
from gatherround.ui import words
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.laying import Laying

if TYPE_CHECKING:
    from gatherround.domain.play.moves import Later
    from gatherround.domain.promises import Promise, PutAside
    from gatherround.host.evening import Evening
    from gatherround.host.household import Setting

ENVELOPE: Final = "An envelope lies here for next time.   [b]e[/b] open it"
TWO: Final = "Two people come back to it. Who is here tonight?"
STILL_OPEN: Final = "A Round is still open. Space goes on with it, l lets it go."
ASIDE: Final = "[$dim]You put something aside for another day.[/]   [b]t[/b] look"
LOOKS_EVERY: Final = 30.0
"""Seconds between two looks at the clock while Tonight is shown."""


class Returning(Laying):
    """A table that knows its evening, its clock, and what two people have promised to come back to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "come_back", "come back", id="come-back", tooltip="Come back to what you promised"),
        Binding("t", "take_up", "take it up", id="take-up", show=False, tooltip="Look at what you put aside"),
        Binding("e", "open_envelope", "open it", id="envelope", tooltip="Open the envelope: tonight it is that one"),
    ]

    sealed: var[bool] = var(default=False, toggle_class="-sealed")
    promised: var[bool] = var(default=False, toggle_class="-promised")
    aside: var[tuple[PutAside, ...]] = var(())
    """What just those who sit here have put aside for another day."""

    def __init__(self, house: House, *, patience: float) -> None:
        super().__init__()
        self._house = house
        self._patience = patience
        self._opened: Evening | None = None
        self._looking: Timer | None = None

    @property
    def _evening(self) -> Evening:
        """The evening of this window; the rules are loaded when it is first needed, and the first picture waits not."""
        if self._opened is None:
            self._opened = self._house.evening()
        return self._opened

    def round_is_open(self) -> bool:
        """Tells whether a Round waits to be gone on with or let go; no other key begins one in its place."""
        return self._house.round_is_open() and self._evening.waiting() is not None

    def is_held(self) -> bool:
        """Tells whether a Round is still open, and which keys say what becomes of it."""
        held = self.round_is_open()
        if held:
            self.app.clear_notifications()
            self.notify(STILL_OPEN, markup=False)
        return held

    def keep_looking(self) -> None:
        """Looks at the clock now, and again and again while this page lies in front."""
        self.on_screen_suspend()
        self.look_at_the_clock()
        self._looking = self.set_interval(LOOKS_EVERY, self.look_at_the_clock)
        if not self.is_active:
            self.on_screen_suspend()

    def on_screen_suspend(self) -> None:
        """Looks no more: during a Round nobody sees it, and each look reads the drawer."""
        if self._looking is not None:
            self._looking.stop()

    def on_screen_resume(self) -> None:
        """Looks at once at what the clock says by now; the first picture waits for no look."""
        if self._looking is not None:
            self.keep_looking()

    def look_at_the_clock(self) -> None:
        """Shows what time it is, and whether there is something that two have promised to come back to."""
        self.clock_says = f"{self._house.clock.now():%A, %H:%M}"
        promise = self._promise()
        self.promised = promise is not None
        line = self._house.promises().line(promise) if promise is not None else ""
        lines = [words.phrase("$line   [b]c[/b] look", line=line)] if line else []
        self.sealed = self._envelope_lies()
        lines += [words.phrase(ENVELOPE)] if self.sealed else []
        check_ins = self._check_ins()
        self.aside = self._house.promises().aside(self.setting.here)
        lines += [words.phrase(ASIDE)] if self.aside else []
        self.set_class(bool(check_ins or self.aside) or self.sealed, "-checked")
        for place in self.query(".promise").results(Static):
            place.update(words.stacked(*lines, *map(words.plain, check_ins)))
        self.refresh_bindings()

    def watch_setting(self, setting: Setting) -> None:
        """Shows another table, and what waits for just that one."""
        super().watch_setting(setting)
        if self.is_mounted and self._house.promises().aside(setting.here) != self.aside:
            self.look_at_the_clock()

    def action_take_up(self) -> None:
        """Shows what was put aside; of several, one is picked first."""
        from gatherround.ui.screens.putting_aside import WhichOne

        waiting = self.aside
        if len(waiting) > 1:
            lay_over(self, WhichOne(waiting), lambda index: self._look_at(waiting, index))
        else:
            self._look_at(waiting, 0)

    def _look_at(self, waiting: tuple[PutAside, ...], index: int | None) -> None:
        """Asks what becomes of one thing that was put aside."""
        from gatherround.ui.screens.putting_aside import WhatBecomes

        if index is not None and index < len(waiting):
            one = waiting[index]
            lay_over(self, WhatBecomes(one), lambda way: self._taken_up(one, way))

    def _taken_up(self, one: PutAside, way: int | None) -> None:
        from gatherround.ui.screens.asking import LaterWhen

        match way:
            case 0:
                self._who_comes_back(self.setting.here, one)
            case 1:
                lay_over(self, LaterWhen(self._house.clock.now(), knows_topic=True), lambda at: self._timed(one, at))
            case 2:
                self._tried(lambda: self._house.promises().take_out(one))
            case _:
                return

    def _timed(self, one: PutAside, later: Later | None) -> None:
        if later is not None and (due := later.due) is not None:
            self._tried(lambda: self._house.promises().another_time(one, due))

    def _tried(self, change: Callable[[], None]) -> None:
        """Does something with what waits; where nothing can be written it stays as it is and is said."""
        try:
            change()
        except CannotKeep as trouble:
            self.notify(trouble.sentence, markup=False)
        self.look_at_the_clock()

    def lay_table(self) -> None:
        """Lays the table for the Round that has just begun."""
        raise NotImplementedError

    def _promise(self) -> Promise | None:
        return self._house.promises().waiting()

    def _envelope_lies(self) -> bool:
        """Tells whether something was sealed for next time; a house without a drawer has no envelopes."""
        from gatherround.host.envelopes import Envelopes

        return Envelopes(self._house).lying() is not None

    def _check_ins(self) -> tuple[str, ...]:
        """Gives the check-ins that were agreed on for today; they stand here, and nobody is reminded."""
        return self._house.household.check_ins_today()

    def action_come_back(self) -> None:
        """Asks what becomes of the promise."""
        from gatherround.ui.screens.asking import Becomes

        lay_over(self, Becomes(), self._became)

    def _became(self, what: str | None) -> None:
        from gatherround.ui.screens.asking import LaterWhen

        match what:
            case "now":
                self._who_comes_back(self.setting.here, self._promise())
            case "another-time":
                lay_over(self, LaterWhen(self._house.clock.now(), knows_topic=True), self._another_time)
            case "let-go":
                self._change(None)
            case _:
                return

    def _another_time(self, later: Later | None) -> None:
        if later is not None:
            self._change(later)

    def _change(self, later: Later | None) -> None:
        """Promises another time, or lets it go; where nothing can be written it stays as it is and is said."""
        promise, promises = self._promise(), self._house.promises()
        if promise is None:
            return
        if later is None or (due := later.due) is None:
            self._tried(lambda: promises.let_go(promise))
        else:
            self._tried(lambda: promises.another_time(promise, due))

    def _who_comes_back(self, here: Sequence[Person], what: Promise | PutAside | None) -> None:
        from gatherround.ui.screens.asking import WhoComesBack

        if self.is_held():
            return
        if len(here) == 2:
            self._back_at_it((here[0], here[1]), what)
        elif len(here) > 2:
            lay_over(self, WhoComesBack(here), lambda pair: self._back_at_it(pair, what))
        else:
            self.notify(TWO, markup=False)

    def _back_at_it(self, pair: tuple[Person, Person] | None, what: Promise | PutAside | None) -> None:
        if pair is None or what is None:
            return
        from gatherround.domain.entries import CameBack

        self._evening.start(self._house.come_back(what, pair), CameBack(what.entry))
        self.lay_table()

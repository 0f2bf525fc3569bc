"""What waits on Tonight's table: a promise to come back, an envelope, what was agreed for today."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.widgets import Static

from gatherround.domain.people import Person
from gatherround.host.house import House
from gatherround.host.troubles import CannotKeep
from gatherround.ui import words
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.laying import Laying

if TYPE_CHECKING:
    from gatherround.domain.play.moves import Later
    from gatherround.domain.promises import Promise
    from gatherround.host.evening import Evening

ENVELOPE: Final = "An envelope lies here for next time.   [b]e[/b] open it"
TWO: Final = "Two people come back to it. Who is here tonight?"
LOOKS_EVERY: Final = 30.0
"""Seconds between two looks at the clock while Tonight is shown."""


class Returning(Laying):
    """A table that knows its evening, its clock, and what two people have promised to come back to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "come_back", "come back", id="come-back", tooltip="Come back to what you promised"),
        Binding("e", "open_envelope", "open it", id="envelope", tooltip="Open the envelope: tonight it is that one"),
    ]

    sealed: var[bool] = var(default=False, toggle_class="-sealed")
    promised: var[bool] = var(default=False, toggle_class="-promised")

    def __init__(self, house: House, *, patience: float) -> None:
        super().__init__()
        self._house = house
        self._patience = patience
        self._opened: Evening | None = None

    @property
    def _evening(self) -> Evening:
        """The evening of this window; the rules are loaded when it is first needed, and the first picture waits not."""
        if self._opened is None:
            self._opened = self._house.evening()
        return self._opened

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
        self.set_class(bool(check_ins) or self.sealed, "-checked")
        for place in self.query(".promise").results(Static):
            place.update(words.stacked(*lines, *map(words.plain, check_ins)))
        self.refresh_bindings()

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
                self._who_comes_back(self.setting.here)
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
        try:
            if later is None or later.due is None:
                promises.let_go(promise)
            else:
                promises.another_time(promise, later.due)
        except CannotKeep as trouble:
            self.notify(trouble.sentence, markup=False)
        self.look_at_the_clock()

    def _who_comes_back(self, here: Sequence[Person]) -> None:
        from gatherround.ui.screens.asking import WhoComesBack

        if len(here) == 2:
            self._back_at_it((here[0], here[1]))
        elif len(here) > 2:
            lay_over(self, WhoComesBack(here), self._back_at_it)
        else:
            self.notify(TWO, markup=False)

    def _back_at_it(self, pair: tuple[Person, Person] | None) -> None:
        promise = self._promise()
        if pair is None or promise is None:
            return
        from gatherround.domain.entries import CameBack

        self._evening.start(self._house.come_back(promise, pair), CameBack(promise.entry))
        self.lay_table()

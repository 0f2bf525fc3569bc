"""One pact: a day to sit down, a sign that asks "are we okay?", a break that ends, and what stays off the table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from gatherround.domain.card_menus import TOPICS
from gatherround.domain.pages import (
    BACK_IN,
    DAYS,
    CheckIn,
    Pact,
    Reassurance,
    TimeOut,
    check_in_by_words,
    sign_fitted,
    topics_fitted,
)
from gatherround.host.house import House
from gatherround.host.own_pages import PactCard
from gatherround.ui.lists import Option
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.sheets import Line, OneOf, SomeOf
from gatherround.ui.screens.study import Rows

ABOVE: Final = "Not for anybody who is afraid of somebody here: then look under getting help."
NONE: Final = "none"
NOT_YET: Final = "not yet"
TIME_HINT: Final = "Such as 20:30, 15. It stands on Tonight on that day, and nowhere else."
SIGN_HINT: Final = "A word or a gesture that is easy on a bad day: a squeezed hand, “weather?”"
REPLY_HINT: Final = "What the other does or says then, whatever else is going on."
BREAK_HINT: Final = "A word or a gesture that means: I need a break, and I am coming back."
BACK_SAYS: Final = "A break always says when it ends. About twenty minutes is what a body takes to settle."


class PactPage(Rows):
    """Shows one pact and changes it, row by row."""

    def __init__(self, house: House, card: PactCard) -> None:
        super().__init__()
        self._house = house
        self.card = card

    def titled(self) -> str:
        """Says whose pact it is."""
        return f"Pact: {self.card.whose}"

    def above(self) -> str:
        """Says whom it is not for."""
        return ABOVE

    def rows(self) -> Sequence[Option]:
        """Gives what stands on the pact."""
        pact = self.card.pact
        return (
            self.row("check-in", _check_in(pact.check_in), "check-in"),
            self.row("are we okay?", _reassurance(pact.reassurance), "reassurance"),
            self.row("a break", _time_out(pact.time_out), "break"),
            self.row("off the table", " · ".join(TOPICS.get(one, one) for one in pact.off_the_table) or NONE, "topics"),
            self.row("tear it up", "nobody asks why", "tear"),
        )

    def chosen(self, name: str) -> None:
        """Asks what the row is about."""
        asks: dict[str, Callable[[], None]] = {
            "check-in": self._ask_day,
            "reassurance": self._ask_sign,
            "break": self._ask_break,
            "topics": self._ask_topics,
            "tear": self._ask_tear,
        }
        asks[name]()

    def _change(self, **changes: Any) -> None:
        pact: Pact = replace(self.card.pact, **changes)

        def keep() -> None:
            self.card = self._house.family.pages.change_pact(self.card, pact)

        self.attempt(keep)
        self.show_again()

    def _ask_day(self) -> None:
        def then(index: int | None) -> None:
            if index == len(DAYS):
                self._change(check_in=None)
            elif index is not None:
                self._ask_time(index)

        lay_over(self, OneOf("On which day?", (*DAYS, "no check-in")), then)

    def _ask_time(self, day: int) -> None:
        now = self.card.pact.check_in

        def keep(said: str | None) -> None:
            if said is not None:
                self._change(check_in=check_in_by_words(day, said))

        value = f"{now.at}, {now.minutes}" if now is not None else "20:00, 15"
        gate = lambda said: check_in_by_words(day, said)  # noqa: E731 (read once, here)
        lay_over(self, Line("At what time, and for how many minutes?", value=value, hint=TIME_HINT, gate=gate), keep)

    def _ask_sign(self) -> None:
        now = self.card.pact.reassurance

        def then(sign: str | None) -> None:
            if sign is None:
                return
            if not sign.strip():
                self._change(reassurance=None)
                return
            value = now.reply if now is not None else ""
            sheet = Line("And the reply?", value=value, hint=REPLY_HINT, gate=sign_fitted)
            lay_over(self, sheet, lambda reply: self._keep_sign(sign, reply))

        value = now.sign if now is not None else ""
        hint = f"{SIGN_HINT} An empty line takes it away."
        lay_over(self, Line("What asks “are we okay?”", value=value, hint=hint, gate=_maybe_sign), then)

    def _keep_sign(self, sign: str, reply: str | None) -> None:
        if reply is not None:
            self._change(reassurance=Reassurance(sign, reply))

    def _ask_break(self) -> None:
        now = self.card.pact.time_out

        def then(sign: str | None) -> None:
            if sign is None:
                return
            if not sign.strip():
                self._change(time_out=None)
                return
            doors = tuple(f"{minutes} minutes" for minutes in BACK_IN)
            lay_over(self, OneOf("Back in?", doors, says=BACK_SAYS), lambda index: self._keep_break(sign, index))

        value = now.sign if now is not None else ""
        hint = f"{BREAK_HINT} An empty line takes it away."
        lay_over(self, Line("What says “I need a break”?", value=value, hint=hint, gate=_maybe_sign), then)

    def _keep_break(self, sign: str, index: int | None) -> None:
        """Keeps a break once it says when it ends; without that there is none."""
        if index is not None:
            self._change(time_out=TimeOut(sign, BACK_IN[index]))

    def _ask_topics(self) -> None:
        before = self.card.pact.off_the_table
        hint = "No story that touches it is dealt while two of you sit there."
        sheet = SomeOf("What stays off the table?", tuple(TOPICS), before, hint=hint, said=TOPICS, gate=topics_fitted)

        def keep(ticked: tuple[str, ...] | None) -> None:
            if ticked is not None and ticked != before:
                self._change(off_the_table=ticked)

        lay_over(self, sheet, keep)

    def _ask_tear(self) -> None:
        def then(index: int | None) -> None:
            if index == 1 and self.attempt(lambda: self._house.family.pages.tear_up(self.card)):
                self.action_back()

        lay_over(self, OneOf("Tear this pact up?", ("keep it", "tear it up")), then)


def _maybe_sign(said: str) -> None:
    if said.strip():
        sign_fitted(said)


def _check_in(check: CheckIn | None) -> str:
    return NOT_YET if check is None else f"{DAYS[check.day]}, {check.at}, {check.minutes} minutes"


def _reassurance(signal: Reassurance | None) -> str:
    return NOT_YET if signal is None else f"“{signal.sign}”; the reply: “{signal.reply}”"


def _time_out(signal: TimeOut | None) -> str:
    return NOT_YET if signal is None else f"“{signal.sign}”, and back in {signal.back_in} minutes"

"""One pact: a day to sit down, a sign that asks "are we okay?", a break that ends, and what stays off the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final

from gatherround.domain.card_menus import TOPICS
from gatherround.domain.pages import (
    BACK_IN,
    DAYS,
    CheckIn,
    Reassurance,
    TimeOut,
    check_in_by_words,
    sign_fitted,
    topics_fitted,
)
from gatherround.domain.refusing import CannotBe
from gatherround.host.house import House
from gatherround.host.own_pages import PactCard
from gatherround.host.troubles import Trouble
from gatherround.ui.lists import Option
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.layers import asked, in_turn, lay_over
from gatherround.ui.screens.sheets import Line, OneOf
from gatherround.ui.screens.some_of import SomeOf
from gatherround.ui.screens.study import Rows

ABOVE: Final = "Not for anybody who is afraid of somebody here: then look under getting help."
NONE: Final = "none"
NOT_YET: Final = "not yet"
TIME_HINT: Final = "Such as 20:30, 15. It stands on Tonight on that day, and nowhere else."
SIGN_HINT: Final = "A word or a gesture that is easy on a bad day: a squeezed hand, “weather?”"
REPLY_HINT: Final = "What the other does or says then, whatever else is going on."
BREAK_HINT: Final = "A word or a gesture that means: I need a break, and I am coming back."
EMPTY: Final = "An empty line takes it away."
BACK_SAYS: Final = "A break always says when it ends. About twenty minutes is what a body takes to settle."


class PactPage(Rows):
    """Shows one pact and changes it, row by row; a `new` one is kept once something stands on it."""

    def __init__(self, house: House, card: PactCard, *, new: bool = False) -> None:
        super().__init__()
        self._new = new
        self.house = house
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
        QUESTIONS[name](self)

    def on_screen_resume(self) -> None:
        """Shows it as it is now: another window may have written on it."""
        with suppress(Trouble):
            there = self.house.family.pages.pacts()
            self.card = next((card for card in there if card.id == self.card.id), self.card)
        self.show_again()

    def action_back(self) -> None:
        """Goes back; of a new pact on which nothing stands nothing is left."""
        self._let_go_if_empty()
        super().action_back()

    def on_unmount(self) -> None:
        """Leaves no empty pact behind, however the page goes."""
        self._let_go_if_empty()

    def _let_go_if_empty(self) -> None:
        if self._new:
            with suppress(Trouble, CannotBe):
                self.house.family.pages.let_go_if_empty(self.card)

    def keep(self, found: PactCard, **changes: Any) -> None:
        """Keeps the pact that was found with these changes, and shows it; raises CannotBe or Trouble."""
        self.card = self.house.family.pages.change_pact(found, replace(found.pact, **changes))
        self.show_again()


@in_turn
async def _ask_check_in(page: PactPage) -> None:
    found, now = page.card, page.card.pact.check_in
    day = await asked(page, OneOf("On which day?", (*DAYS, "no check-in")))
    if day == len(DAYS):
        attempt(page, lambda: page.keep(found, check_in=None))
    elif day is not None:
        value = f"{now.at}, {now.minutes}" if now is not None else "20:00, 15"
        keep = lambda said: page.keep(found, check_in=check_in_by_words(day, said))  # noqa: E731 (read once, here)
        await asked(page, Line("At what time, and for how many minutes?", value=value, hint=TIME_HINT, keep=keep))


@in_turn
async def _ask_reassurance(page: PactPage) -> None:
    found, now = page.card, page.card.pact.reassurance or Reassurance("", "")
    sign = await asked(page, _sign(page, "What asks “are we okay?”", now.sign, SIGN_HINT, "reassurance"))
    if sign := (sign or "").strip():
        keep = lambda reply: page.keep(found, reassurance=Reassurance(sign, reply))  # noqa: E731 (read once, here)
        await asked(page, Line("And the reply?", value=now.reply, hint=REPLY_HINT, keep=keep))


@in_turn
async def _ask_break(page: PactPage) -> None:
    """Asks what says it, and when it ends; without that there is none."""
    found, now = page.card, page.card.pact.time_out or TimeOut("", 0)
    sign = await asked(page, _sign(page, "What says “I need a break”?", now.sign, BREAK_HINT, "time_out"))
    if sign := (sign or "").strip():
        doors = tuple(f"{minutes} minutes" for minutes in BACK_IN)
        keep = lambda index: page.keep(found, time_out=TimeOut(sign, BACK_IN[index]))  # noqa: E731 (read once, here)
        await asked(page, OneOf("Back in?", doors, says=BACK_SAYS, keep=keep))


def _sign(page: PactPage, asks: str, now: str, hint: str, part: str) -> Line:
    """Asks for a word or a gesture; an empty line takes that part of the pact away."""
    found = page.card

    def keep(said: str) -> None:
        if said.strip():
            sign_fitted(said)
        else:
            page.keep(found, **{part: None})

    return Line(asks, value=now, hint=f"{hint} {EMPTY}", keep=keep)


def _ask_topics(page: PactPage) -> None:
    found, before = page.card, page.card.pact.off_the_table
    hint = "No story that touches it is dealt while two of you sit there."
    keep = lambda ticked: page.keep(found, off_the_table=ticked)  # noqa: E731 (read once, here)
    asks = "What stays off the table?"
    lay_over(page, SomeOf(asks, tuple(TOPICS), before, hint=hint, said=TOPICS, gate=topics_fitted, keep=keep))


def _ask_tear(page: PactPage) -> None:
    def then(door: int | None) -> None:
        if door == 1 and attempt(page, lambda: page.house.family.pages.tear_up(page.card)):
            page.action_back()

    lay_over(page, OneOf("Tear this pact up?", ("keep it", "tear it up")), then)


QUESTIONS: Final[Mapping[str, Callable[[PactPage], None]]] = {
    "check-in": _ask_check_in,
    "reassurance": _ask_reassurance,
    "break": _ask_break,
    "topics": _ask_topics,
    "tear": _ask_tear,
}
"""What is asked by each row, by its name."""


def _check_in(check: CheckIn | None) -> str:
    return NOT_YET if check is None else f"{DAYS[check.day]}, {check.at}, {check.minutes} minutes"


def _reassurance(signal: Reassurance | None) -> str:
    return NOT_YET if signal is None else f"“{signal.sign}”; the reply: “{signal.reply}”"


def _time_out(signal: TimeOut | None) -> str:
    return NOT_YET if signal is None else f"“{signal.sign}”, and back in {signal.back_in} minutes"

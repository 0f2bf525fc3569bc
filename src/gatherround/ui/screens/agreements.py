"""Agreements: the pacts of a family, each on a card, and its house rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from gatherround.domain.members import Member
from gatherround.domain.pages import DAYS, MOST_RULES, RULES, HouseRules, Pact, rules_fitted
from gatherround.host.house import House
from gatherround.host.own_pages import EVERYBODY, PactCard
from gatherround.host.troubles import Trouble
from gatherround.ui.lists import Option
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.sheets import refused
from gatherround.ui.screens.some_of import SomeOf
from gatherround.ui.screens.study import Rows

ABOVE: Final = "What two of you, or all of you, have agreed on. Nothing here is counted, and nobody is reminded."
BETWEEN: Final = "Between whom?"
BETWEEN_HINT: Final = "Two or more, or everybody here. d makes the pact."
TAKES_TWO: Final = "It takes two: tick two or more, or everybody here."
BETWEEN_TWO: Final = "between two of you, or everybody"
EVERYBODYS: Final = "for everybody here; between two of you once you both have a card (people)"
RULES_ASKED: Final = "House rules"
RULES_HINT: Final = f"In your own words, up to {MOST_RULES}. Grown-ups go by them too."
_PACT: Final = "pact-"
_ALL: Final = ""
"""The line of everybody, which is nobody's name."""


class Agreements(Rows):
    """Shows every pact and the house rules; makes a new one."""

    TITLED = "Agreements"

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house

    def on_screen_resume(self) -> None:
        """Shows them as they are now: one may have been changed or torn up."""
        self.show_again()

    def above(self) -> str:
        """Says what an agreement is."""
        return ABOVE

    def rows(self) -> Sequence[Option]:
        """Gives a row for each pact, one for a new one, and one for the rules."""
        pacts = [self.row("pact", f"{card.whose}: {said(card.pact)}", f"{_PACT}{card.id}") for card in self._pacts()]
        rules = " · ".join(self._rules()) or "none yet"
        return (
            *pacts,
            self.row("a new pact", BETWEEN_TWO if self._cards() > 1 else EVERYBODYS, "new"),
            self.row("house rules", rules, "rules"),
        )

    def chosen(self, name: str) -> None:
        """Opens a pact, makes one, or asks for the rules."""
        if name == "new":
            self._ask_between()
        elif name == "rules":
            self._ask_rules()
        else:
            self._open(next((card for card in self._pacts() if f"{_PACT}{card.id}" == name), None))

    def _pacts(self) -> tuple[PactCard, ...]:
        try:
            return self._house.family.pages.pacts()
        except Trouble:
            return ()

    def _cards(self) -> int:
        try:
            return len(self._house.family.people.all())
        except Trouble:
            return 0

    def _rules(self) -> tuple[str, ...]:
        try:
            return self._house.family.pages.rules().lines
        except Trouble:
            return ()

    def _ask_rules(self) -> None:
        """Asks for the rules; where those that are there cannot be read, none may be written over them."""
        pages, found = self._house.family.pages, list[HouseRules]()
        if attempt(self, lambda: found.append(pages.rules())):
            keep = lambda lines: pages.change_rules(found[0], HouseRules(lines))  # noqa: E731 (read once, here)
            sheet = SomeOf(RULES_ASKED, RULES, found[0].lines, hint=RULES_HINT, gate=rules_fitted, keep=keep)
            lay_over(self, sheet)

    def _ask_between(self) -> None:
        """Asks between whom, makes the pact and opens it; a house of one has only everybody's."""
        here, made = list[Member](), list[PactCard]()
        if not attempt(self, lambda: here.extend(self._house.family.people.all())):
            return
        names = {member.card.name: member for member in here}

        def make(ticked: tuple[str, ...]) -> None:
            between = tuple(names[name] for name in ticked if name != _ALL)
            made.append(self._house.family.pages.add_pact(between))

        def then(_: object = None) -> None:
            if made:
                self._open(made[0], new=True)

        if len(here) > 1:
            lay_over(self, Between(tuple(names), make), then)
        elif attempt(self, lambda: make(())):
            then()

    def _open(self, card: PactCard | None, *, new: bool = False) -> None:
        from gatherround.ui.screens.pact import PactPage

        if card is not None:
            lay_over(self, PactPage(self._house, card, new=new))


class Between(SomeOf):
    """Asks between whom a pact is: two or more of these, or everybody, who is a line alone; escape makes none."""

    BY_ITSELF = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "done", "done", id="done", tooltip="Make the pact between those who are ticked"),
        Binding("escape", "none", "back", id="none", key_display="esc", tooltip="Go back without a pact"),
    ]
    KEPT = ("tick", "done", "none")

    def __init__(self, names: Sequence[str], make: Callable[[tuple[str, ...]], object]) -> None:
        any_of_them = (_ALL, *names)
        said = {_ALL: EVERYBODY}
        super().__init__(BETWEEN, any_of_them, (), hint=BETWEEN_HINT, said=said, gate=_anybody, keep=make, own=False)

    def _take(self, ticked: list[str]) -> None:
        """Ticks these; what was ticked last decides between everybody and some."""
        everybody = ticked[-1:] == [_ALL]
        super()._take([_ALL] if everybody else [name for name in ticked if name != _ALL])

    def action_done(self) -> None:
        """Makes the pact between those who are ticked; of one alone it says kindly that it takes two."""
        ticked = tuple(self._ticked)
        if not self.is_active:
            return
        if ticked != (_ALL,) and len(ticked) < 2:
            self._refuse(TAKES_TWO)
        elif no := refused(self._keeps, ticked):
            self.notify(no, markup=False)
        else:
            put_away(self, ticked)

    def action_none(self) -> None:
        """Answers nothing, and no pact is made."""
        put_away(self)


def _anybody(ticked: tuple[str, ...]) -> None:
    """Lets anybody be ticked; between whom there can be a pact is asked at its end."""


def said(pact: Pact) -> str:
    """Says in a line what a pact holds."""
    parts = []
    if pact.check_in is not None:
        parts.append(f"{DAYS[pact.check_in.day]} at {pact.check_in.at}")
    if pact.reassurance is not None:
        parts.append(f"“{pact.reassurance.sign}”")
    if pact.time_out is not None:
        parts.append(f"a break, back in {pact.time_out.back_in} minutes")
    if pact.off_the_table:
        parts.append("something off the table")
    return ", ".join(parts) or "nothing yet"

"""Getting help: when a game is not enough, which kinds of help there are, and the numbers this family typed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from gatherround.domain.helping import KINDS, KINDS_CLOSE, QUESTIONS, QUESTIONS_SAID, WHEN, WHEN_CLOSE
from gatherround.domain.members import Member
from gatherround.domain.pages import MOST_NUMBERS, Numbers, PhoneNumber, number_fitted
from gatherround.host.drafts import Draft
from gatherround.host.house import House
from gatherround.host.pages import NotAPage
from gatherround.host.printing import NothingToPrint, print_first_talk
from gatherround.host.troubles import Trouble
from gatherround.ui.lists import Option
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.layers import asked, in_turn, lay_over
from gatherround.ui.screens.leaf import Leaf
from gatherround.ui.screens.serious import TITLE, Serious
from gatherround.ui.screens.sheets import Line, OneOf
from gatherround.ui.screens.study import Rows

ABOVE: Final = "A game is for a family that is mostly all right. When it is not enough:"
WHO_ASKED: Final = "Whose number?"
WHO_HINT: Final = "A doctor, a helpline, an aunt who answers at night."
NUMBER_ASKED: Final = "And the number?"
NUMBER_HINT: Final = "As you would dial it. The game never calls anybody."
WHOSE_TWO: Final = "Whose short practices go along?"
SHEET: Final = "Three questions lie in {path}. Open it in a browser, print it, and take it along."
_NUMBER: Final = "number-"
Change: TypeAlias = Callable[[tuple[PhoneNumber, ...]], tuple[PhoneNumber, ...]]


class GettingHelp(Rows):
    """Leaves to read, and numbers to keep."""

    TITLED = "Getting help"

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house

    def above(self) -> str:
        """Says what a game is for."""
        return ABOVE

    def rows(self) -> Sequence[Option]:
        """Gives what there is to read, each number, and room for another."""
        numbers = self._numbers()
        kept = [self.row("to call", f"{one.who}: {one.number}", f"{_NUMBER}{at}") for at, one in enumerate(numbers)]
        if len(numbers) < MOST_NUMBERS:
            said = "somebody else" if numbers else "nobody yet. Whom would you call?"
            kept.append(self.row("to call", said, "add"))
        return (
            self.row("now", TITLE.lower(), "serious"),
            self.row("when", "to look for more than a game", "when"),
            self.row("which", "kinds of help, by what you wish for", "kinds"),
            self.row("first", "three questions, on paper", "questions"),
            self.row("print", "the three questions, to take along", "print"),
            *kept,
        )

    def chosen(self, name: str) -> None:
        """Opens a leaf, asks for a number, or asks what becomes of one."""
        leaves: dict[str, Callable[[], Leaf | Serious]] = {
            "serious": lambda: Serious(self._house),
            "when": lambda: Leaf("When to look for more", [("", line) for line in WHEN], close=WHEN_CLOSE),
            "kinds": lambda: Leaf("Kinds of help", [(wish, kind) for wish, kind in KINDS], close=KINDS_CLOSE),
            "questions": lambda: Leaf("Three questions", [(one, "") for one in QUESTIONS], close=QUESTIONS_SAID),
        }
        if name in leaves:
            lay_over(self, leaves[name]())
        elif name == "print":
            self._ask_whose_practices()
        elif name == "add":
            self._ask_number()
        else:
            self._ask_what_becomes(int(name.removeprefix(_NUMBER)))

    def _ask_whose_practices(self) -> None:
        """Asks whose short practices stand on the sheet; where nobody has any to read, it prints at once."""
        try:
            having = [one for one in self._house.family.people.all() if one.lock is None and one.card.my_two]
        except Trouble:
            having = []

        def printed(door: int | None) -> None:
            if door is not None:
                self._print(having[door - 1] if door else None)

        if having:
            lay_over(self, OneOf(WHOSE_TWO, ("nobody's", *(one.card.name for one in having))), printed)
        else:
            printed(0)

    def _print(self, whose: Member | None) -> None:
        try:
            said = SHEET.format(path=print_first_talk(self._house, whose))
        except (NothingToPrint, NotAPage, Trouble) as trouble:
            said = trouble.sentence
        self.notify(said, markup=False, timeout=20)

    def _numbers(self) -> tuple[PhoneNumber, ...]:
        try:
            return self._house.family.pages.numbers().numbers
        except Trouble:
            return ()

    def _change(self, change: Change) -> None:
        """Keeps the numbers as a change makes them; raises CannotBe or Trouble.

        Where those that are there cannot be read, none is written over.
        """
        pages = self._house.family.pages
        found = pages.numbers()
        pages.change_numbers(found, Numbers(change(found.numbers)))
        self.show_again()

    @in_turn
    async def _ask_number(self) -> None:
        draft = Draft(self._house.database, self._house.clock, "number.who")
        gate = lambda said: number_fitted(said, "0")  # noqa: E731 (a number is asked for next)
        who = await asked(self, Line(WHO_ASKED, hint=WHO_HINT, gate=gate, draft=draft))
        if who is None:
            return

        def keep(number: str) -> None:
            self._change(lambda now: (*now, number_fitted(who, number)))

        await asked(self, Line(NUMBER_ASKED, hint=NUMBER_HINT, keep=keep))
        draft.forget()

    def _ask_what_becomes(self, index: int) -> None:
        numbers = self._numbers()
        if index >= len(numbers):
            return
        one = numbers[index]

        def becomes(door: int | None) -> None:
            if door == 1:
                attempt(self, lambda: self._change(lambda now: (one, *_without(now, one))))
            elif door == 2:
                attempt(self, lambda: self._change(lambda now: _without(now, one)))

        doors = ("keep it as it is", "put it first", "take it away")
        lay_over(self, OneOf(one.who, doors, says=one.number), becomes)


def _without(numbers: tuple[PhoneNumber, ...], one: PhoneNumber) -> tuple[PhoneNumber, ...]:
    at = numbers.index(one) if one in numbers else len(numbers)
    return (*numbers[:at], *numbers[at + 1 :])

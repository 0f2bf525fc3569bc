"""People: a card for each who lives here, in the order of their chairs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.reactive import reactive, var
from textual.widget import Widget
from textual.widgets import Static

from gatherround.domain import text
from gatherround.domain.chairs import chair_at, chair_with
from gatherround.domain.members import Born, Card, Member, born_by_words, how_old, stage_on
from gatherround.domain.stages import STAGES
from gatherround.host.drafts import Draft
from gatherround.host.house import House
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.card_questions import BORN_ASKED, BORN_HINT, NAME_ASKED, STAGE_ASKED
from gatherround.ui.screens.layers import asked, in_turn, lay_over
from gatherround.ui.screens.sheets import Line, OneOf
from gatherround.ui.screens.study import STUDY_KEYS, Study
from gatherround.ui.widgets.chair_plate import ChairPlate

ACROSS: Final = 4
WHOSE: Final = "Whose chair?"
SOMEBODY_ELSE: Final = "somebody else: a new chair"
BORN_LATER: Final = (
    "A year and a month, such as 2017-05; of a grown-up the year. Or nothing: then their age stays as it is."
)
NOBODY: Final = (
    "Nobody has a card here, and nobody needs one.\n\n"
    "With a card, a chair has a name and knows what to leave alone.\nWith a birthday on it, it grows up by itself.\n\n"
    "[b]a[/b]  the first card"
)


class People(Study, inherit_bindings=False):
    """Shows every card, opens one, adds one, and moves one round the table."""

    TITLED = "People"
    KEPT = ("open", "add", "back")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "open", "open", id="open", key_display="enter", tooltip="Open this card"),
        Binding("a", "add", "add", id="add", tooltip="A name for a chair, or a card for somebody else"),
        Binding("comma,less_than_sign", "move(-1)", "move", id="move", key_display=", .", tooltip="Move a chair back"),
        Binding("full_stop,greater_than_sign", "move(1)", "move on", show=False, tooltip="Move a chair on"),
        Binding("right", "walk(1)", show=False),
        Binding("left", "walk(-1)", show=False),
        Binding("down", f"walk({ACROSS})", show=False),
        Binding("up", f"walk(-{ACROSS})", show=False),
        *(Binding(str(number), f"number({number - 1})", show=False) for number in range(1, 10)),
        Binding("0", "number(9)", show=False),
        *STUDY_KEYS,
    ]

    here: var[tuple[Member, ...]] = var(())
    at: var[int] = var(0)

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self._typed = ""

    def on_mount(self) -> None:
        """Reads the cards."""
        self._read()

    def on_screen_resume(self) -> None:
        """Reads them again: one may have been changed."""
        self._read()

    def _read(self) -> None:
        here = self.here
        try:
            here = self._house.family.people.all()
        except Trouble as trouble:
            self.notify(trouble.sentence, markup=False)
        # First who is looked at, for whoever sat there may have said goodbye, and then the cards that are shown.
        self.at = min(self.at, max(0, len(here) - 1))
        self.here = here

    def page(self) -> Iterator[Widget]:
        """Lays the cards, and a line about the one that is looked at."""
        yield Cards(self._house.today())
        yield Static(words.plain(""), classes="about")

    def watch_here(self) -> None:
        """Shows the cards as they are now."""
        self.set_class(len(self.here) > 2 * ACROSS, "-many")
        self._show()

    def watch_at(self) -> None:
        """Shows which one is looked at."""
        self._show()

    def _show(self) -> None:
        for cards in self.query(Cards):
            cards.at = self.at
            cards.here = self.here
            self.query_one(".about", Static).update(words.plain(_about(self.here, self.at, self._house.today())))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now."""
        if action == "open" and not self.here:
            return False
        if action == "move" and len(self.here) < 2:
            return False
        return super().check_action(action, parameters)

    def action_walk(self, step: int) -> None:
        """Looks at another card."""
        if 0 <= self.at + step < len(self.here):
            self.at += step

    def action_number(self, index: int) -> None:
        """Opens the card of a number."""
        if index < len(self.here):
            self.at = index
            self.action_open()

    def on_chair_plate_touched(self, message: ChairPlate.Touched) -> None:
        """Opens a clicked card."""
        message.stop()
        self.action_number(message.plate.number - 1)

    def action_open(self) -> None:
        """Opens the card that is looked at."""
        from gatherround.ui.screens.person import PersonCard

        if self.here:
            lay_over(self, PersonCard(self._house, self.here[self.at]))

    def action_move(self, step: int) -> None:
        """Moves the one that is looked at a chair on round the table, and goes along."""
        if self.here and attempt(self, lambda: self._house.family.people.move(self.here[self.at], step)):
            self.at = (self.at + step) % len(self.here)
            self._read()

    @in_turn
    async def action_add(self) -> None:
        """Asks which chair it is for, where some have no name yet, and adds somebody else."""
        unnamed = tuple(one for one in self.here if one.card.nameless)
        chairs = (*(f"{one.card.name}, {_shown(one.card, self._house.today())}" for one in unnamed), SOMEBODY_ELSE)
        at = await asked(self, OneOf(WHOSE, chairs)) if unnamed else 0
        if at is not None and at < len(unnamed):
            await self._give_name(unnamed[at])
        elif at is not None:
            await self._add()

    async def _give_name(self, one: Member) -> None:
        """Asks what somebody on a chair without a name is called, then for their birthday, and looks at their card."""
        people, today = self._house.family.people, self._house.today()
        self.at = self.here.index(one)
        free = lambda said: people.refuse_namesake(text.name(said), one.id)  # noqa: E731 (read once, here)
        draft = Draft(self._house.database, self._house.clock, f"person.{one.id}")
        name = await asked(self, Line(NAME_ASKED, gate=free, draft=draft))
        if name is None:
            return
        born = await asked(self, Line(BORN_ASKED, hint=BORN_LATER, gate=partial(born_by_words, today=today)))
        when = born_by_words(born, today=today) if born is not None else None
        card = replace(one.card, name=name, born=when, stage_key=None if when is not None else one.card.stage_key)
        if attempt(self, lambda: people.change(one, card)):
            draft.forget()
        self._read()

    async def _add(self) -> None:
        """Asks for a name, then for a birthday or an age, and looks at the new card.

        A name whose card cannot be made just now is offered again; who goes back has it forgotten.
        """
        draft = Draft(self._house.database, self._house.clock, "person.name")
        people = self._house.family.people
        free = lambda said: people.refuse_namesake(text.name(said))  # noqa: E731 (read once, here)
        name = await asked(self, Line(NAME_ASKED, value=self._typed, gate=free, draft=draft))
        self._typed = ""
        if name is None:
            return

        def make(born: Born | None, stage_key: str | None) -> None:
            self._typed = name
            people.add(Card(name=name, plate=people.free_plate(), born=born, stage_key=stage_key))
            self._typed = ""
            self._read()
            self.at = len(self.here) - 1

        await _how_old(self, self._house.today(), make)
        if not self._typed:
            draft.forget()


async def _how_old(page: People, today: date, make: Callable[[Born | None, str | None], None]) -> None:
    """Asks for a birthday, and without one for a stage, and makes the card; where that fails, what was asked stays."""
    read = partial(born_by_words, today=today)

    def keep(said: str) -> None:
        if (born := read(said)) is not None:
            make(born, None)

    said = await asked(page, Line(BORN_ASKED, hint=BORN_HINT, gate=read, keep=keep))
    if said is not None and read(said) is None:
        doors = tuple(stage.said for stage in STAGES)
        await asked(page, OneOf(STAGE_ASKED, doors, keep=lambda index: make(None, STAGES[index].key)))


def _about(here: tuple[Member, ...], at: int, today: date) -> str:
    """Says who is looked at; nothing where nobody is there."""
    if not here:
        return ""
    one = here[at]
    known = f"{one.card.name}: {how_old(one.card, today)}"
    if one.card.nameless:
        return f"{known}. a gives this chair a name."
    return f"{known}. Locked; their word opens it." if one.lock else known


def _shown(card: Card, today: date) -> str:
    """Gives what a place card shows: a name, or on a chair without one how old somebody is."""
    stage = stage_on(card, today)
    return card.name if stage is None or not card.nameless else stage.said


class Cards(Container):
    """The place cards of those who live here, the one that is looked at in a thick frame."""

    here: reactive[tuple[Member, ...]] = reactive((), recompose=True)
    at: reactive[int] = reactive(0)

    def __init__(self, today: date) -> None:
        super().__init__(classes="cards")
        self._today = today

    def compose(self) -> ComposeResult:
        """Lays a place card for each."""
        self.set_class(not self.here, "-empty")
        if not self.here:
            yield Static(words.phrase(NOBODY), classes="empty")
        for place, one in enumerate(self.here):
            chair = chair_with(one.card.plate, chair_at(place))
            glows = place == self.at
            yield ChairPlate(
                chair, _shown(one.card, self._today), number=place + 1, presence="glow" if glows else "here"
            )

    def watch_at(self, at: int) -> None:
        """Puts the thick frame round the one that is looked at."""
        for plate in self.query(ChairPlate):
            plate.presence = "glow" if plate.number == at + 1 else "here"

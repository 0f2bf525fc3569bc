"""A name for a chair that has none yet, or a card for somebody else: what is asked over the cards of a house."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from gatherround.domain import text
from gatherround.domain.members import Born, Card, Member, born_by_words
from gatherround.domain.stages import STAGES
from gatherround.host.drafts import Draft
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.card_questions import BORN_ASKED, BORN_HINT, NAME_ASKED, STAGE_ASKED
from gatherround.ui.screens.layers import asked, in_turn
from gatherround.ui.screens.sheets import Line, OneOf
from gatherround.ui.widgets.place_cards import shown_on

if TYPE_CHECKING:
    from gatherround.ui.screens.people import People

WHOSE: Final = "Whose chair?"
SOMEBODY_ELSE: Final = "somebody else: a new chair"
BORN_LATER: Final = (
    "A year and a month, such as 2017-05; of a grown-up the year. Or nothing: then their age stays as it is."
)


@in_turn
async def card_over(page: People) -> None:
    """Asks which chair it is for, where some have no name yet, and adds somebody else."""
    unnamed, today = page.cards.nameless, page.house.today()
    chairs = (*(f"{one.card.name}, {shown_on(one.card, today)}" for one in unnamed), SOMEBODY_ELSE)
    at = await asked(page, OneOf(WHOSE, chairs)) if unnamed else 0
    if at is not None and at < len(unnamed):
        await _give_name(page, unnamed[at])
    elif at is not None:
        await _add(page)


async def _give_name(page: People, one: Member) -> None:
    """Asks what somebody on a chair without a name is called, then for their birthday, and looks at their card."""
    people, today = page.house.family.people, page.house.today()
    page.cards = page.cards.looking_at(page.cards.here.index(one))
    free = lambda said: people.refuse_namesake(text.name(said), one.id)  # noqa: E731 (read once, here)
    draft = Draft(page.house.database, page.house.clock, f"person.{one.id}")
    name = await asked(page, Line(NAME_ASKED, gate=free, draft=draft))
    if name is None:
        return
    born = await asked(page, Line(BORN_ASKED, hint=BORN_LATER, gate=partial(born_by_words, today=today)))
    when = born_by_words(born, today=today) if born is not None else None
    card = replace(one.card, name=name, born=when, stage_key=None if when is not None else one.card.stage_key)
    if attempt(page, lambda: people.change(one, card)):
        draft.forget()
    page.read()


async def _add(page: People) -> None:
    """Asks for a name, then for a birthday or an age, and looks at the new card.

    A name whose card cannot be made just now is offered again; who goes back has it forgotten.
    """
    draft = Draft(page.house.database, page.house.clock, "person.name")
    people = page.house.family.people
    free = lambda said: people.refuse_namesake(text.name(said))  # noqa: E731 (read once, here)
    name = await asked(page, Line(NAME_ASKED, value=page.unmade, gate=free, draft=draft))
    page.unmade = ""
    if name is None:
        return

    def make(born: Born | None, stage_key: str | None) -> None:
        page.unmade = name
        people.add(Card(name=name, plate=people.free_plate(), born=born, stage_key=stage_key))
        page.unmade = ""
        page.read()
        page.cards = page.cards.looking_at(len(page.cards.here) - 1)

    await _how_old(page, page.house.today(), make)
    if not page.unmade:
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

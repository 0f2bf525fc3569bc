"""Goodbye, asked twice: the door that changes nothing is as large, and a finger that slips twice keeps everything."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from gatherround.domain.members import Member
from gatherround.domain.text import tidy
from gatherround.host.care import NOT_DELETED
from gatherround.host.house import House
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.layers import asked, in_turn
from gatherround.ui.screens.sheets import Line, OneOf
from gatherround.ui.screens.study import Study

SOMEBODY: Final = (
    "This card goes, and what evenings, promises and pages say of {name} becomes “someone”, or the thing of their "
    "chair. A Round that is still on the table is let go. Every backup is deleted, and a fresh one is made."
)
EVERYTHING: Final = (
    "Every card, every evening, every page of your own and every backup goes. Story books of your own stay."
)
FOR_GOOD: Final = "Nothing brings it back."
SURE: Final = "For good?"
KEEP: Final = "keep the card"
ALSO_DOOR: Final = "also called ..."
ALSO_ASKED: Final = "What else is {name} called?"
ALSO_SAYS: Final = (
    "A former name, nicknames, a first name alone; commas between. They go as well, and stand nowhere after."
)
ALSO_GOES: Final = "So it is with {names}."


@in_turn
async def ask_goodbye(page: Study, house: House, member: Member, then: Callable[[], None]) -> None:
    """Asks twice whether somebody is erased, and before it, if they like, what else they are called; then does `then`.

    What else somebody is called is told to the erasing alone, and kept nowhere.
    """
    also, answer = "", 2
    while answer == 2 and (said := _said_before(page, house, member, also)) is not None:
        doors = (KEEP, f"say goodbye to {member.card.name} ...", ALSO_DOOR)
        door = await asked(page, OneOf(f"Say goodbye to {member.card.name}?", doors, says=said))
        answer = door or 0
        if answer == 2:
            gate = partial(house.family.erasing.also_called, member)
            asks = ALSO_ASKED.format(name=member.card.name)
            line = Line(asks, value=also, hint=ALSO_SAYS, gate=gate, stays=False)
            also = also if (typed := await asked(page, line)) is None else typed
    if answer != 1:
        return
    sure = OneOf(SURE, (f"say goodbye to {member.card.name}", KEEP), says=FOR_GOOD)
    if await asked(page, sure) == 0 and attempt(page, lambda: _say_goodbye(page, house, member, also)):
        then()


def _said_before(page: Study, house: House, member: Member, also: str) -> str | None:
    """Gives what is to be known before somebody is erased; none, and a line, where that cannot be found out."""
    found: list[str] = [SOMEBODY.format(name=member.card.name)]

    def look() -> None:
        names = house.family.erasing.also_called(member, also)
        if names:
            found.append(ALSO_GOES.format(names=", ".join(names)))
        found.extend(house.family.erasing.to_look_at(member, names))

    return " ".join(found) if attempt(page, look) else None


def _say_goodbye(page: Study, house: House, member: Member, also: str) -> None:
    erasing = house.family.erasing
    names = erasing.also_called(member, also)
    if books := erasing.story_books_naming(member, names):
        _tell(page, "The name still stands in story books of your own:", books)
    if left := erasing.erase(member, names):
        _tell(page, NOT_DELETED, left)


@in_turn
async def ask_everything(page: Study, house: House, then: Callable[[], None]) -> None:
    """Asks twice whether everything is erased; erased, it does `then`."""
    doors = ("keep everything", "erase everything ...")
    if await asked(page, OneOf("Erase everything?", doors, says=EVERYTHING)) != 1:
        return
    sure = OneOf(SURE, ("erase everything", "keep everything"), says=FOR_GOOD)
    if await asked(page, sure) == 0 and attempt(page, lambda: _erase_everything(page, house)):
        then()


def _erase_everything(page: Study, house: House) -> None:
    if left := house.family.erasing.erase_everything():
        _tell(page, NOT_DELETED, left)


def _tell(page: Study, sentence: str, paths: tuple[Path, ...]) -> None:
    page.app.notify("\n".join((sentence, *(tidy(str(path)) for path in paths))), markup=False, timeout=20)

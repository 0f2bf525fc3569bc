"""Goodbye, asked twice: the door that changes nothing is as large, and a finger that slips twice keeps everything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from gatherround.domain.members import Member
from gatherround.domain.text import tidy
from gatherround.host.care import NOT_DELETED
from gatherround.host.house import House
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.layers import asked, in_turn
from gatherround.ui.screens.sheets import OneOf
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


def ask_goodbye(page: Study, house: House, member: Member, then: Callable[[], None]) -> None:
    """Asks twice whether somebody is erased; erased, it does `then`."""
    name = member.card.name

    def erase() -> tuple[Path, ...]:
        books = house.family.erasing.story_books_naming(member)
        if books:
            _tell(page, "The name still stands in story books of your own:", books)
        return house.family.erasing.erase(member)

    doors = ("keep the card", f"say goodbye to {name}")
    _ask_twice(page, f"Say goodbye to {name}?", SOMEBODY.format(name=name), doors, erase, then)


def ask_everything(page: Study, house: House, then: Callable[[], None]) -> None:
    """Asks twice whether everything is erased; erased, it does `then`."""
    doors = ("keep everything", "erase everything")
    erase = lambda: house.family.erasing.erase_everything()  # noqa: E731 (there may be nothing to erase from)
    _ask_twice(page, "Erase everything?", EVERYTHING, doors, erase, then)


@in_turn
async def _ask_twice(
    page: Study,
    asks: str,
    says: str,
    doors: tuple[str, str],
    erase: Callable[[], tuple[Path, ...]],
    then: Callable[[], None],
) -> None:
    left: list[Path] = []
    if await asked(page, OneOf(asks, (doors[0], f"{doors[1]} ..."), says=says)) != 1:
        return
    if await asked(page, OneOf(SURE, (doors[1], doors[0]), says=FOR_GOOD)) != 0:
        return
    if attempt(page, lambda: left.extend(erase())):
        if left:
            _tell(page, NOT_DELETED, left)
        then()


def _tell(page: Study, sentence: str, paths: list[Path] | tuple[Path, ...]) -> None:
    page.app.notify("\n".join((sentence, *(tidy(str(path)) for path in paths))), markup=False, timeout=20)

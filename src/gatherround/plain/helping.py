"""If something serious comes up, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from gatherround.domain.helping import ANYWHERE, HONEST, REACHED, SERIOUS, YOURSELF
from gatherround.domain.text import wrap
from gatherround.host.house import House
from gatherround.host.troubles import Trouble
from gatherround.plain.speaking import WIDTH


def serious(house: House) -> Iterator[str]:
    """Says what to do and whom to call, and what the game does not do."""
    for number, (what, how) in enumerate(SERIOUS, start=1):
        yield from wrap(f"{number}. {what} {how}", WIDTH)
    try:
        numbers = house.family.pages.numbers().numbers
    except Trouble:
        numbers = ()
    yield from (f"   {one.who}: {one.number}" for one in numbers)
    if not numbers:
        yield f"   {ANYWHERE}"
    yield from wrap(YOURSELF, WIDTH)
    yield from wrap(f"{HONEST} {REACHED}", WIDTH)

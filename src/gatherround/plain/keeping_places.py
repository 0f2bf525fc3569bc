"""Keep these places? The calm question after goodnight, line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from gatherround.domain.people import Person
from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import wrap
from gatherround.host.house import House
from gatherround.host.keeping_places import SAYS
from gatherround.host.troubles import Trouble
from gatherround.plain.room import Gone, PlainRoom
from gatherround.plain.setting import number
from gatherround.plain.speaking import WIDTH

ASKED: Final = (
    "Keep these places for next time?",
    *wrap(SAYS, WIDTH),
    "Enter alone is not now.",
    "  1  keep our places",
    "  2  not now",
    "  3  please never ask",
)
KEPT: Final = "Kept. A name and a birthday go on with: gatherround people"


def keep_places(room: PlainRoom, house: House, people: Sequence[Person]) -> None:
    """Asks guests who seem to live here, and does what was answered; whoever has gone by then has answered not now."""
    guests, places = [person for person in people if not person.member], house.family.places
    if not places.asked_of(guests):
        return
    room.say_all(ASKED)
    answers: tuple[Callable[[], object], ...] = (lambda: places.keep(guests), places.not_now, places.never_ask)
    answer = answers[1]
    with suppress(Gone):
        answer = answers[number(room, "places> ", len(answers), otherwise=2) - 1]
    try:
        answer()
        if answer is answers[0]:
            room.say(KEPT)
    except (CannotBe, Trouble) as no:
        room.say(no.sentence)

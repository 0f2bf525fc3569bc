"""Whose chair is whose: a guest is an object of the table; everybody else has the chair of their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gatherround.domain.people import Person
from gatherround.ui.chairs import CHAIRS, Chair, chair_at

if TYPE_CHECKING:
    from gatherround.domain.play import Play

CHAIR_DOORS: Final = ("2 to 4", "5 to 7", "8 to 11", "12 to 14", "15 to 17", "grown-up")
"""How old somebody is who sits down, one door a chair."""


def chair_of(person: Person, place: int) -> Chair:
    """Gives the chair a person sits on: the one they are called after, else that of their place round the table."""
    return next((chair for chair in CHAIRS if chair.thing == person.name), chair_at(place))


def colour_of(play: Play, person_id: str) -> str:
    """Gives the class that colours a name, or none for anybody and everybody."""
    for place, person in enumerate(play.plan.people):
        if person.id == person_id:
            return chair_of(person, place).css
    return ""

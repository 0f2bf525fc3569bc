"""Whose chair is whose: a guest is an object of the table; everybody else has the chair of their place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gatherround.domain.chairs import Chair, chair_called
from gatherround.domain.people import Person

if TYPE_CHECKING:
    from gatherround.domain.play import Play

CHAIR_DOORS: Final = ("2 to 4", "5 to 7", "8 to 11", "12 to 14", "15 to 17", "grown-up")
"""How old somebody is who sits down, one door a chair."""


def chair_of(person: Person, place: int) -> Chair:
    """Gives the chair a person sits on: the one they are called after, else that of their place round the table."""
    return chair_called(person.name, place)


def css_of(chair: Chair) -> str:
    """Gives the class that gives a widget a chair's colour, such as `-lemon`."""
    return f"-{chair.key}"


def colour_of(play: Play, person_id: str) -> str:
    """Gives the class that colours a name, or none for anybody and everybody."""
    for place, person in enumerate(play.plan.people):
        if person.id == person_id:
            return css_of(chair_of(person, place))
    return ""

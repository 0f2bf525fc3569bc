"""Whose chair is whose: a member's is on their card, a guest is an object of the table, else it is their place's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gatherround.domain.chairs import Chair, chair_of
from gatherround.domain.stages import GUEST_CHAIRS, chair_said

if TYPE_CHECKING:
    from gatherround.domain.people import Person
    from gatherround.domain.play.plan import Play

__all__ = ["CHAIR_DOORS", "chair_of", "colour_of", "css_of", "named"]
CHAIR_DOORS: Final = tuple(map(chair_said, GUEST_CHAIRS))
"""How old somebody is who sits down, one door a chair."""


def named(person: Person) -> str:
    """Gives what somebody is called in a list: their name, and without one of their own how old they are as well."""
    return f"{person.name}, {person.how_old}" if person.nameless else person.name


def css_of(chair: Chair) -> str:
    """Gives the class that gives a widget a chair's colour, such as `-lemon`."""
    return f"-{chair.key}"


def colour_of(play: Play, person_id: str) -> str:
    """Gives the class that colours a name, or none for anybody and everybody."""
    for place, person in enumerate(play.plan.people):
        if person.id == person_id:
            return css_of(chair_of(person, place))
    return ""

"""The twelve chairs: each an object with a picture, a pattern and a colour, so that nobody is known by colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from gatherround.domain.people import Person, Plate


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """Who somebody is on the screen.

    `pattern` is a fill of two cells, `picture` three rows of nine cells. The three colours stand on the background and
    the surface of their theme at 4.5:1 or more (7:1 in clear), and belong to a person and never to a feeling.
    """

    thing: str
    pattern: str
    picture: tuple[str, str, str]
    candle: str
    daylight: str
    clear: str
    paint: str = ""
    """The key of the chair that this one has its colour from; its own where that is empty."""

    @property
    def key(self) -> str:
        """Whose colour it has, in small letters: the end of the theme's variable `$chair-lemon`."""
        return self.paint or self.thing.lower()

    def band(self, cells: int) -> str:
        """Repeats the pattern over exactly so many cells."""
        return (self.pattern * (cells // 2 + 1))[: max(0, cells)]


def _chair(thing: str, pattern: str, colours: str, *picture: str) -> Chair:
    top, middle, bottom = picture
    candle, daylight, clear = colours.split()
    return Chair(
        thing=thing, pattern=pattern, picture=(top, middle, bottom), candle=candle, daylight=daylight, clear=clear
    )


# Found by search: with full deuteranopia and protanopia (Machado et al. 2009) any two of the first six are 18 apart or
# more, and any two of the twelve 12 or more (CIE76), in each of the three themes.
# fmt: off
CHAIRS: Final[tuple[Chair, ...]] = (
    _chair("Spoon", "━━", "#a7c7db #3a6d85 #c9d9eb", "▗███▙   ▄", "█████▀▀▀█", "▝███▛    "),
    _chair("Lemon", "∙∙", "#fde14d #8b6402 #feff41", " ▗▞▜██▙▖ ", "▟█▟█████▀", " ▝▜███▛▘ "),
    _chair("Pepper", "▓▓", "#e45e57 #c82f44 #fa785b", " ▗▄▖▐▚▄▖ ", " █▜▙███▛ ", " ▝█▛▜█▛  "),
    _chair("Bread", "▚▚", "#d98f3b #6c3600 #fdae4e", "▗▞█▛█▛█▙▖", "▙█▙█▙████", "▜███████▛"),
    _chair("Teapot", "┃┃", "#497ffc #2453da #7591fc", "▄ ▄▄█▄▗▄ ", "▝▙█████ ▌", " ▝████▛▝ "),
    _chair("Plum", "╱╱", "#de8dff #660e95 #dda6ff", "  ▄▄▐▟▛  ", " ██▛▟███ ", " ▀█▙▜██▀ "),
    _chair("Cup", "▀▄", "#0db9af #065b5a #2ed8be", "  ▚ ▚ ▘  ", "▐██████▝▖", "▝█████▛▝ "),
    _chair("Onion", "░░", "#f882ae #b32e7d #ed8ed2", "   ▐▟▌   ", " ▗▟▚█▜▄  ", " ▝▚▜█▐▛  "),
    _chair("Egg", "▖▗", "#fddec5 #4c3321 #ffedd8", "  ▗██▙   ", " ▗████▙  ", " ▝▜███▀  "),
    _chair("Pear", "╲╲", "#a7c31c #386423 #aceb19", "    ▄▘   ", "  ▗▛██▄  ", "  ▜▟███▘ "),
    _chair("Mint", "▞▞", "#5ddd9f #0a6f41 #70ecab", "▗▛▀▙▖▟▀█▖", "▝█▙▞▙▜▟█▘", "    █    "),
    _chair("Salt", "▒▒", "#f2faff #2d3234 #fcfeff", "  ▗▜▜▜▖  ", "  ▟▀▀█▙  ", "  █▟▙██  "),
)
# fmt: on


_BY_KEY: Final = {chair.key: chair for chair in CHAIRS}


def chair_with(plate: Plate, otherwise: Chair) -> Chair:
    """Gives the chair of a place card, each part from the chair it names; what no chair is called so is `otherwise`."""
    thing, colour, pattern = (_BY_KEY.get(part, otherwise) for part in (plate.object, plate.colour, plate.pattern))
    return replace(
        thing,
        pattern=pattern.pattern,
        candle=colour.candle,
        daylight=colour.daylight,
        clear=colour.clear,
        paint=colour.key,
    )


def chair_at(place: int) -> Chair:
    """Gives the chair at a place round the table, counting from 0; a thirteenth person shares the first chair."""
    return CHAIRS[place % len(CHAIRS)]


def chair_of(person: Person, place: int) -> Chair:
    """Gives the chair somebody sits on: that of their card, the one they are called after, or that of their place."""
    if person.plate is not None:
        return chair_with(person.plate, chair_at(place))
    return chair_named(person.name) or chair_at(place)


def things_of(people: Iterable[Person]) -> tuple[str, ...]:
    """Names for each of these people, in the order they sit, the object in whose colour they are sewn."""
    return tuple(chair_of(person, place).key.title() for place, person in enumerate(people))


def chair_named(thing: str) -> Chair | None:
    """Gives the chair of an object of the table, or none."""
    return next((chair for chair in CHAIRS if chair.thing == thing), None)

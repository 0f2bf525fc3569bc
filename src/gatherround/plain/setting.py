"""Sets the table: who is here, how long, what would help."""

from __future__ import annotations

from typing import Final

from gatherround.domain.play.plan import Person, Wish
from gatherround.domain.text import same_name, wrap
from gatherround.host.guests import NoChair, guest_by_words
from gatherround.host.household import MINUTES
from gatherround.host.wishes import WISHES
from gatherround.plain.room import PlainRoom
from gatherround.plain.speaking import WIDTH

_WHO: Final = (
    'Say an age (9), roughly (8 to 11) or "grown-up"; several with commas.',
    'Or say names, one after another; a guest is 9, 8 to 11 or "grown-up".',
)
"""What can be typed of somebody, in a house without cards and in one with them."""
NUMBER: Final = "A number from 1 to {most}, or enter."
WHEN_ALL: Final = "Enter alone when all are sitting."


def who_is_here(room: PlainRoom, members: tuple[Person, ...] = ()) -> tuple[Person, ...]:
    """Asks for everybody round the table, in the order they sit; no names needed, and those who live here by name."""
    if members:
        room.say(
            *wrap(f"Who is here? Enter alone: {', '.join(person.name for person in members)}.", WIDTH),
            _WHO[True],
        )
    else:
        room.say(
            "Who is here? One after another, in the order you sit, no names needed.",
            _WHO[False],
        )
    room.say(WHEN_ALL if not members else "Then enter alone when all are sitting.")
    sitting: list[Person] = []
    while True:
        line = room.ask_with_help("who> ", _WHO[bool(members)], WHEN_ALL)
        if not line.strip() and (sitting or members):
            return tuple(sitting) or members
        for said in line.split(","):
            _seat(room, said, sitting, members)


def _seat(room: PlainRoom, said: str, sitting: list[Person], members: tuple[Person, ...]) -> None:
    if not said.strip():
        room.say("Nobody is sitting yet.") if not sitting else None
        return
    try:
        person = _known(said, sitting, members) or guest_by_words(said, sitting, away=members)
    except NoChair as no:
        room.say(no.sentence)
        return
    sitting.append(person)
    room.say(f"  {person.name} sits down ({person.how_old}).")


def _known(said: str, sitting: list[Person], members: tuple[Person, ...]) -> Person | None:
    """Gives the one who lives here and is called so; raises NoChair for somebody who sits already."""
    found = next((person for person in members if same_name(person.name, said.strip())), None)
    if found is not None and found in sitting:
        raise NoChair(f"{found.name} sits already.")
    return found


def how_long(room: PlainRoom) -> int:
    """Asks how many minutes; enter alone is ten."""
    room.say("How long? Enter alone is ten minutes.")
    room.say(*(f"  {at}  {minutes} minutes" for at, minutes in enumerate(MINUTES, start=1)))
    return MINUTES[number(room, "minutes> ", len(MINUTES), otherwise=2) - 1]


def what_would_help(room: PlainRoom) -> Wish:
    """Asks what would help tonight; enter alone is a surprise."""
    room.say(
        "What would help? Enter alone is a surprise.",
        *(f"  {at}  {said}" for at, (_, said) in enumerate(WISHES, start=1)),
    )
    return WISHES[number(room, "help> ", len(WISHES), otherwise=1) - 1][0]


def number(room: PlainRoom, prompt: str, most: int, otherwise: int) -> int:
    """Asks for a number from 1 to `most` until it gets one; enter alone is `otherwise`."""
    while True:
        line = room.ask_with_help(prompt, NUMBER.format(most=most)).strip()
        if not line:
            return otherwise
        if line.isdecimal() and 1 <= int(line) <= most:
            return int(line)
        room.say(NUMBER.format(most=most))

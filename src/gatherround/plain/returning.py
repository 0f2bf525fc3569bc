"""Asks about what is still open: a Round that was left, and a promise to come back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from gatherround.domain.people import Person
from gatherround.domain.promises import PutAside
from gatherround.domain.rights import READ_BY
from gatherround.domain.text import Unfit
from gatherround.host.promises import Promises, days_from, dues_from
from gatherround.host.troubles import CannotKeep
from gatherround.plain.room import PlainRoom
from gatherround.plain.setting import number, who_is_here

TAKEN_UP: Final = ("take it up now", "give it a time", "take it out, for good", "leave it there")
MOST_SHOWN: Final = 9
BECOMES: Final = ("now", "another time", "let it go", "not tonight")


def goes_on(room: PlainRoom, *, let_go_first: bool) -> bool:
    """Asks whether an open Round is gone on with; enter alone takes what is offered first."""
    choices = ["go on", "let it go"]
    if let_go_first:
        choices.reverse()
    room.say("A Round is still open here.", f"  1  {choices[0]}", f"  2  {choices[1]}")
    return choices[number(room, "> ", len(choices), otherwise=1) - 1] == "go on"


def becomes(room: PlainRoom, line: str) -> str:
    """Asks what becomes of a promise, and gives one of BECOMES; enter alone leaves it as it is."""
    room.say(line, "  1  come back to it now", *(f"  {at}  {said}" for at, said in enumerate(BECOMES[1:], start=2)))
    return BECOMES[number(room, "> ", len(BECOMES), otherwise=len(BECOMES)) - 1]


def put_aside(room: PlainRoom, promises: Promises) -> None:
    """Asks for a few words and keeps them for another day; what cannot be kept is said, and the Round goes on."""
    room.say(READ_BY)
    try:
        said = room.ask_with_help("what came up, in a few words (may stay empty) > ", "Words, or enter for none.")
        kept = promises.put_aside(said)
        room.say("Put aside. It is there when the same people sit down again." if kept else "Nothing is put aside.")
    except (CannotKeep, Unfit) as trouble:
        room.say(trouble.sentence)


def what_waits(room: PlainRoom, promises: Promises, people: Sequence[Person], now: datetime) -> PutAside | None:
    """Offers what just these people have put aside, and gives what they take up now; enter alone leaves it there.

    Raises CannotKeep.
    """
    waiting = promises.aside(people)[:MOST_SHOWN]
    if not waiting:
        return None
    room.say("You put something aside for another day.", "  1  look at it", "  2  not tonight")
    if number(room, "> ", 2, otherwise=2) != 1:
        return None
    room.say(*(f"  {at}  {one.topic}" for at, one in enumerate(waiting, start=1)))
    one = waiting[number(room, "which> ", len(waiting), otherwise=1) - 1]
    room.say(*(f"  {at}  {said}" for at, said in enumerate(TAKEN_UP, start=1)))
    match TAKEN_UP[number(room, "> ", len(TAKEN_UP), otherwise=len(TAKEN_UP)) - 1]:
        case "take it up now":
            return one
        case "give it a time":
            promises.another_time(one, when(room, now))
        case "take it out, for good":
            promises.take_out(one)
    return None


def at_least_two(room: PlainRoom, members: tuple[Person, ...] = ()) -> tuple[Person, ...]:
    """Asks who is here until there are two: nobody comes back to something alone."""
    while True:
        here = who_is_here(room, members)
        if len(here) > 1:
            return here
        room.say("It takes two to come back to it. Who else is here?")


def when(room: PlainRoom, now: datetime) -> datetime:
    """Asks for the time that a promise names; enter alone is tomorrow."""
    dues = dues_from(now)
    room.say(
        "When? Enter alone is tomorrow.", "  1  in 20 minutes", "  2  tonight", "  3  tomorrow", "  4  another day"
    )
    picked = number(room, "when> ", 4, otherwise=3)
    return dues[picked - 1] if picked <= len(dues) else _which_day(room, days_from(now))


def _which_day(room: PlainRoom, days: Sequence[datetime]) -> datetime:
    room.say("Which day? Enter alone is the first.", *(f"  {at}  {day:%A, %H:%M}" for at, day in enumerate(days, 1)))
    return days[number(room, "day> ", len(days), otherwise=1) - 1]


def which_two(room: PlainRoom, here: Sequence[Person]) -> tuple[Person, Person]:
    """Asks which two of those who are here come back to it; of two it is both."""
    if len(here) == 2:
        return here[0], here[1]
    room.say("Which two come back to it?", *(f"  {at}  {person.name}" for at, person in enumerate(here, start=1)))
    one = here[number(room, "one> ", len(here), otherwise=1) - 1]
    left = [person for person in here if person is not one]
    room.say(*(f"  {at}  {person.name}" for at, person in enumerate(left, start=1)))
    return one, left[number(room, "and> ", len(left), otherwise=1) - 1]

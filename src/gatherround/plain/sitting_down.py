"""Everybody sits down: what is still open is asked about first, and then a table is set and dealt to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gatherround.domain.dealing.deals import NothingFits
from gatherround.domain.entries import CameBack
from gatherround.domain.people import Person, Wish
from gatherround.domain.play.plan import Play
from gatherround.host.dealing import come_back, deal
from gatherround.host.evening import CANNOT_GO_ON, Evening
from gatherround.host.house import House
from gatherround.host.troubles import CannotKeep
from gatherround.plain.picking import picked
from gatherround.plain.returning import at_least_two, becomes, goes_on, what_waits, when, which_two
from gatherround.plain.room import PlainRoom
from gatherround.plain.setting import how_long, what_would_help, who_is_here

WHO_NOW: Final = "Something was erased in another window meanwhile, so once more:"
NO_STORY: Final = ("No story here is for just these people yet.", "Try another table, or add a story book.")


def opened(room: PlainRoom, evening: Evening) -> Play | None:
    """Goes on with an open Round where somebody wants to."""
    waiting = evening.waiting()
    if waiting is None:
        return None
    if not goes_on(room, let_go_first=evening.let_go_first(waiting)):
        evening.let_go(waiting)
        return None
    play = evening.go_on(waiting)
    if play is None:
        room.say(CANNOT_GO_ON)
    return play


def promised(room: PlainRoom, house: House, evening: Evening) -> Play | None:
    """Asks what becomes of a promise, and opens the Round that keeps it."""
    promises = house.promises()
    promise = promises.waiting()
    if promise is None:
        return None
    try:
        match becomes(room, promises.line(promise)):
            case "now":
                pair = which_two(room, at_least_two(room, house.household.members()))
                return evening.start(come_back(house, promise, pair), CameBack(promise.entry))
            case "another time":
                promises.another_time(promise, when(room, house.clock.now()))
            case "let it go":
                promises.let_go(promise)
            case _:
                pass
    except CannotKeep as trouble:
        room.say(trouble.sentence)
    return None


def dealt(room: PlainRoom, house: House, evening: Evening, story: str) -> Play:
    """Sets tables until there is a story for one; where one was named, that. Who was erased meanwhile sits at none."""
    while True:
        house.looks_again()
        people = who_is_here(room, house.household.members())
        if (play := _taken_up(room, house, evening, people)) is not None:
            return play
        minutes = how_long(room)
        wish: Wish = "surprise" if story else what_would_help(room)
        if house.looks_again():
            room.say(WHO_NOW)
            continue
        if story:
            if (plan := picked(room, house, people, minutes, story)) is not None:
                return evening.start(plan)
            continue
        try:
            return evening.start(deal(house, people, minutes, wish))
        except NothingFits:
            room.say(*NO_STORY)


def _taken_up(room: PlainRoom, house: House, evening: Evening, people: Sequence[Person]) -> Play | None:
    """Offers what just these people have put aside, and opens the Round that takes it up."""
    try:
        one = what_waits(room, house.promises(), people, house.clock.now())
    except CannotKeep as trouble:
        room.say(trouble.sentence)
        return None
    if one is None or len(people) < 2:
        return None
    return evening.start(come_back(house, one, which_two(room, people)), CameBack(one.entry))

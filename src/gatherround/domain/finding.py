"""Finds an activity by hand: what is for this table, best first, narrowed by what a parent asks for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from gatherround.domain.activities import AMBER, OUR_HOUSE, Activity, minutes_for
from gatherround.domain.card_menus import TOPICS
from gatherround.domain.company import private
from gatherround.domain.dealing.choosing import FRESH_DAYS, WISH_HELPS, fitting, is_easy, stale_days
from gatherround.domain.dealing.eligible import Party, eligible, may_be_meant, only_by_hand
from gatherround.domain.dealing.small import for_a_hard_night
from gatherround.domain.likings import HOUSE, Mark
from gatherround.domain.people import Person, Wish
from gatherround.domain.play.sayings import DEPTHS
from gatherround.domain.resting import rests
from gatherround.domain.stages import stage_of, suits
from gatherround.domain.tonight import Asked, History

NEARNESS: Final = 3.0
"""How much more the minutes weigh by hand than at random, where a second activity fills what the first leaves."""
SERIOUS: Final = "a serious topic"
REALLY: Final = "it really happened"
NO_FLAG: Final = "none"
"""What stands for *nothing to know first* where a flag is asked for."""
ANY_FLAG: Final = "some"
"""What stands for *something to know first*: what dice never deal, to be picked by a hand that sees what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An activity as it stands on the shelf for one table.

    `minutes` are those planned for its players there, `lately` tells whether this house has played it within ten
    weeks, `title` and `letters` are what a search looks at. Without a `party` it is for other tables.
    """

    activity: Activity
    party: Party | None = None
    minutes: float
    lately: bool = False
    title: str = field(repr=False)
    letters: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a parent asks of the shelf; a default asks nothing.

    `words` are searched for, `who` are people it has to be meant for, each of them, `most` is in minutes, `depth` the
    deepest. `book` is the id of a story book, `marked` asks for favourites or for what is left out.
    """

    wish: Wish = "surprise"
    words: str = ""
    who: tuple[Person, ...] = ()
    most: int | None = None
    empathy: str | None = None
    kind: str | None = None
    depth: int | None = None
    flag: str | None = None
    book: str | None = None
    marked: Mark | None = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class OnShelf:
    """A whole shelf for one table: what is for it, best first, and what may be named though it is for others.

    `resting` is what may be named though nobody plays it yet.
    """

    fits: tuple[Found, ...] = ()
    others: tuple[Found, ...] = ()
    resting: tuple[Found, ...] = ()


def on_shelf(shelf: Iterable[Activity], asked: Asked, history: History, room: float) -> OnShelf:
    """Sorts a shelf for a table that has so many minutes of main; what is hidden is left in, to be left out later.

    First comes what nobody would notice as a repeat, and of that what is light and has nothing to know first; within
    each what fits best. What is for grown-ups among themselves is nowhere while a child sits there.
    """
    ranked: list[tuple[tuple[bool, bool, float, str], Found]] = []
    others: list[Found] = []
    resting: list[Found] = []
    fits = fitting(asked, history, room)
    for activity in shelf:
        divided = eligible(activity, asked, by_hand=True)
        if divided is not None:
            found = laid_out(activity, asked, history, divided)
            ago = stale_days(activity, divided[0], asked, history)
            ranked.append((_rank(found, ago, fits(activity, divided), room), found))
        elif not activity.retired and not private(activity, asked.people):
            (resting if rests(activity, asked.day) else others).append(laid_out(activity, asked, history))
    ranked.sort(key=lambda pair: pair[0])
    return OnShelf(tuple(found for _, found in ranked), tuple(others), tuple(resting))


def laid_out(activity: Activity, asked: Asked, history: History, divided: Party | None = None) -> Found:
    """Lays one activity out for a table, or for none."""
    last = history.last.get(activity.full_id, {}).get(HOUSE)
    return Found(
        activity=activity,
        party=divided,
        minutes=minutes_for(activity, len(divided[1]) if divided else 0),
        lately=last is not None and asked.day - last < FRESH_DAYS,
        title=letters(activity.title),
        letters=letters(_words_of(activity)),
    )


def _rank(found: Found, ago: int | None, fits: float, room: float) -> tuple[bool, bool, float, str]:
    activity = found.activity
    near = max(0.0, 1 - abs(room - found.minutes) / room)
    return (
        ago is not None and ago < FRESH_DAYS,
        only_by_hand(activity),
        -fits - NEARNESS * near,
        activity.full_id,
    )


def _words_of(activity: Activity) -> str:
    """Gives what somebody might remember of an activity."""
    scene = activity.scene.texts() if activity.scene else ()
    noises = (word for chorus in activity.chorus for word in (chorus.word, chorus.noise))
    names = (seat.name for seat in activity.seats)
    return "\n".join((activity.title, *scene, *noises, *names, activity.phrase or "", *activity.props))


def letters(text: str) -> str:
    """Gives a text as it is searched: small letters, no accents."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def narrowed(found: Iterable[Found], wanted: Wanted, marks: Mapping[Mark, frozenset[str]]) -> tuple[Found, ...]:
    """Gives what answers to everything that is asked but the words, in the order given.

    `marks` are full ids; what is hidden is there only where it is asked for.
    """
    hidden, favourite = marks.get("hidden", frozenset()), marks.get("favourite", frozenset())
    return tuple(
        one
        for one in found
        if (one.activity.full_id in hidden) == (wanted.marked == "hidden")
        and (wanted.marked != "favourite" or one.activity.full_id in favourite)
        and _answers(one, wanted)
    )


def _answers(found: Found, wanted: Wanted) -> bool:
    activity = found.activity
    return (
        grants(activity, wanted.wish)
        and (wanted.most is None or found.minutes <= wanted.most)
        and (wanted.empathy is None or wanted.empathy in activity.empathy)
        and (wanted.kind is None or activity.kind == wanted.kind)
        and (wanted.depth is None or activity.depth <= wanted.depth)
        and (wanted.book is None or activity.pack == wanted.book)
        and (wanted.flag is None or _flagged(activity, wanted.flag))
        and not (wanted.fresh and found.lately)
        and all(meant_for(activity, person) for person in wanted.who)
    )


def _flagged(activity: Activity, flag: str) -> bool:
    match flag:
        case "none":
            return not only_by_hand(activity)
        case "some":
            return bool(AMBER & set(activity.flags))
        case _:
            return flag in activity.flags


def grants(activity: Activity, wish: Wish) -> bool:
    """Tells whether an activity is what would help tonight."""
    match wish:
        case "surprise":
            return True
        case "easy":
            return is_easy(activity)
        case "hard-night":
            return for_a_hard_night(activity)
        case _:
            return WISH_HELPS[wish] in activity.helps


def meant_for(activity: Activity, person: Person) -> bool:
    """Tells whether somebody may be a target of an activity, and could understand what it is about."""
    if not may_be_meant(activity, person) or private(activity, (person,)):
        return False
    return activity.component is None or suits(activity.component, stage_of(person.age) or person.stage)


def searched(found: Sequence[Found], words: str) -> tuple[Found, ...]:
    """Gives what has every one of these words in it, or parts of words; titles that have them come first."""
    return titled_first(having(found, words), words)


def having(found: Sequence[Found], words: str) -> tuple[Found, ...]:
    """Gives what has every one of these words in it, in the order given; of more letters it gives never more."""
    for word in letters(words).split():
        found = [one for one in found if word in one.letters]
    return tuple(found)


def titled_first(found: Sequence[Found], words: str) -> tuple[Found, ...]:
    """Puts those first that have every one of these words in their titles."""
    if not (asked := letters(words).split()):
        return tuple(found)
    titled = found
    for word in asked:
        titled = [one for one in titled if word in one.title]
    first = {id(one) for one in titled}
    return (*titled, *(one for one in found if id(one) not in first))


def warnings(activity: Activity) -> tuple[str, ...]:
    """Gives what a parent knows first: the amber flags, words that touch what is no game, and that it goes deep."""
    amber = tuple(REALLY if flag == OUR_HOUSE else TOPICS.get(flag, flag) for flag in activity.flags if flag in AMBER)
    serious = (SERIOUS,) if activity.barred else ()
    return (*amber, *serious, *((DEPTHS[activity.depth - 1],) if activity.depth > 2 else ()))


def for_whom(found: Found, people: Sequence[Person]) -> str:
    """Says in a few words whom at this table it is for: everyone, some by name, or who sits by with a job."""
    if found.party is None:
        return ""
    targets, _, listeners = found.party
    if len(targets) == len(people):
        return "everyone"
    if listeners:
        return f"{_and(listeners, people)} {'sits' if len(listeners) == 1 else 'sit'} by"
    return f"for {_and(targets, people)}"


def _and(ids: Sequence[str], people: Sequence[Person]) -> str:
    names = [person.name for person in people if person.id in ids]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

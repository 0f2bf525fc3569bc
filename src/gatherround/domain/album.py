"""What a family looks back on, worked out anew from the entries: never a figure, never a date, nobody's total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gatherround.domain.chairs import chair_at
from gatherround.domain.entries import (
    ActChosen,
    AtTable,
    Entry,
    Noticed,
    Played,
    PutDownEntry,
    RoundBegan,
    Sewn,
    WordMet,
)
from gatherround.domain.lookback import KeptEntry, lying
from gatherround.domain.quilt import Square
from gatherround.domain.text import one_line

WEEK: Final = 7
WAYS: Final = {
    "understand": "seeing another side",
    "feel-with": "feeling with somebody",
    "respond": "doing something about it",
    "settle": "settling down",
}
"""What stories practise, in the words of the table."""
MOST: Final = "Lately: mostly {ways}."
SOME: Final = "Now and then: {ways}."
RESTING: Final = "Resting a while: {ways}."
NO_HURRY: Final = "What has rested comes round a little sooner by itself."
_OFTEN: Final = 2 / 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What there is to tell of one square: when, in a word or none, which stories, who sat there, what was taken."""

    day: str
    stories: tuple[str, ...]
    who: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseWord:
    """A word this house owns, the number of the entry of its newest square, and the stories it comes from."""

    word: str
    entry: int
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noticing:
    """One line that somebody noticed, and the number of its entry."""

    text: str
    entry: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """Everything that goes on the page to keep."""

    squares: tuple[Square, ...]
    words: tuple[HouseWord, ...]
    noticed: tuple[Noticing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """Everything else to look back on; `envelopes` are titles sealed and not opened yet, `balance` whole sentences."""

    noticed: tuple[Noticing, ...] = ()
    words: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    envelopes: tuple[str, ...] = ()
    balance: tuple[str, ...] = ()


def squares(kept: Iterable[KeptEntry]) -> tuple[Square, ...]:
    """Gives a square for each evening that was sewn, in the order they were; what it needs are Sewn and RoundBegan.

    The chairs of an evening from before they were kept with the square are those that sat down at its beginning.
    """
    sat: dict[int, tuple[str, ...]] = {}
    sewn: list[Square] = []
    for at in kept:
        entry = at.entry
        if isinstance(entry, Sewn):
            things = entry.things or sat.get(at.round, ())
            word = one_line(entry.word) or None if entry.word else None
            square = Square(entry=at.number, round=at.round, stitch=entry.stitch, word=word, things=things, day=at.day)
            sewn.append(square)
        elif isinstance(entry, RoundBegan):
            sat[at.round] = tuple(thing for thing, _ in _seats(entry.people))
    return tuple(sewn)


def _seats(people: Iterable[AtTable]) -> list[tuple[str, str | None]]:
    """Gives each chair with the id of the member on it, if there is one, in the order they sat."""
    return [(one.thing or chair_at(place).thing, one.member) for place, one in enumerate(people)]


def _who(things: Iterable[str], people: Iterable[AtTable], names: Mapping[str, str]) -> tuple[str, ...]:
    """Names whoever sat on each of these chairs; two who share a colour are named one after the other."""
    seats = _seats(people)
    said: list[str] = []
    for thing in things:
        seat = next((seat for seat in seats if seat[0] == thing), (thing, None))
        said.append(names.get(seat[1] or "", thing))
        seats = [other for other in seats if other is not seat]
    return tuple(said)


def told(square: Square, of_its_round: Iterable[KeptEntry], names: Mapping[str, str], today: date) -> Told:
    """Tells what a square is about; `names` are those of members by id, and everybody else is an object."""
    entries = [at.entry for at in of_its_round]
    people = next((entry.people for entry in entries if isinstance(entry, RoundBegan)), ())
    return Told(
        day=day_word(square.day, today),
        stories=_titles(entries),
        who=_who(square.things, people, names),
        acts=tuple(dict.fromkeys(entry.text for entry in entries if isinstance(entry, ActChosen))),
    )


def day_word(day: date, today: date) -> str:
    """Says "Today", or which weekday of the last week it was; of longer ago or of days to come, nothing."""
    ago = (today - day).days
    if ago == 0:
        return "Today"
    return f"{day:%A}" if 0 < ago < WEEK else ""


def stories(kept: Iterable[KeptEntry]) -> dict[int, tuple[str, ...]]:
    """Gives the titles of each Round, as on its square."""
    found: dict[int, list[Entry]] = {}
    for at in kept:
        found.setdefault(at.round, []).append(at.entry)
    return {number: titles for number, entries in found.items() if (titles := _titles(entries))}


def _titles(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Gives what was played to its end; where nothing was, what was put down last, whose word the square has."""
    played = tuple(dict.fromkeys(entry.title for entry in entries if isinstance(entry, Played)))
    return played or tuple(entry.title for entry in entries if isinstance(entry, PutDownEntry))[-1:]


def dictionary(sewn: Iterable[Square], played: Mapping[int, tuple[str, ...]]) -> tuple[HouseWord, ...]:
    """Gives every word this house owns once, from A on, each with its newest square; `played` is as of `stories`."""
    newest: dict[str, HouseWord] = {}
    for square in sewn:
        if square.word is not None:
            titles = played.get(square.round, ())
            newest[square.word.casefold()] = HouseWord(word=square.word, entry=square.entry, stories=titles)
    return tuple(newest[key] for key in sorted(newest))


def looked_up(words: Iterable[HouseWord], typed: str) -> tuple[HouseWord, ...]:
    """Gives the words that hold what was typed, those that begin so first; where none does, those of such stories."""
    owned = tuple(words)
    sought = " ".join(typed.casefold().split())
    found = [one for one in owned if sought in one.word.casefold()]
    if not found:
        return tuple(one for one in owned if sought in " ".join(one.stories).casefold())
    return tuple(sorted(found, key=lambda one: not one.word.casefold().startswith(sought)))


def noticed(kept: Iterable[KeptEntry]) -> tuple[Noticing, ...]:
    """Gives what was noticed, the newest first."""
    lines = [Noticing(at.entry.text, at.number) for at in kept if isinstance(at.entry, Noticed)]
    return tuple(reversed(lines))


def words_met(kept: Iterable[KeptEntry]) -> tuple[str, ...]:
    """Gives the feeling words that stories brought to this table, each once, from A on."""
    return tuple(sorted({at.entry.word for at in kept if isinstance(at.entry, WordMet)}, key=str.casefold))


def acts_taken(kept: Iterable[KeptEntry]) -> tuple[str, ...]:
    """Gives the small things somebody took, the newest first and each once; whose they were is not known."""
    texts = [at.entry.text for at in kept if isinstance(at.entry, ActChosen)]
    return tuple(dict.fromkeys(reversed(texts)))


def envelopes(kept: Iterable[KeptEntry], today: date) -> tuple[str, ...]:
    """Gives the titles that lie sealed."""
    return tuple(one.title for one in lying(kept, today))


def balance(practised: Mapping[str, int]) -> tuple[str, ...]:
    """Says in sentences what this table has lately played at, from how often each way was practised."""
    most = max((practised.get(way, 0) for way in WAYS), default=0)
    if not most:
        return ()
    often = [name for way, name in WAYS.items() if practised.get(way, 0) >= most * _OFTEN]
    rest = [name for way, name in WAYS.items() if not practised.get(way, 0)]
    some = [name for name in WAYS.values() if name not in often and name not in rest]
    lines = [(MOST, often), (SOME, some), (RESTING, rest)]
    said = [line.format(ways=_listed(ways)) for line, ways in lines if ways]
    return (*said, NO_HURRY) if some or rest else tuple(said)


def _listed(ways: list[str]) -> str:
    return " and ".join((", ".join(ways[:-1]), ways[-1])) if len(ways) > 1 else ways[0]

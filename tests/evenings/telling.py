"""Tells entries in words, so that a scripted Round can say what was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from gatherround.domain.entries import (
    ActChosen,
    AtTable,
    CameBack,
    CarriedOffered,
    Directed,
    DoorTaken,
    LetGo,
    Opened,
    Played,
    Promised,
    PutDownEntry,
    RoundBegan,
    RoundEnded,
    Sealed,
    Sewn,
    WordMet,
)
from gatherround.domain.lookback import KeptEntry
from gatherround.domain.people import Person
from gatherround.domain.play.sayings import STITCHES


def told(kept: Sequence[KeptEntry], people: Sequence[Person]) -> Iterator[str]:
    """Gives each entry in words; members by name, what an entry refers to by its own words."""
    names = {person.id: person.name for person in people}
    words: dict[int, str] = {}
    for at in kept:
        words[at.number] = _told(at, names, words)
        yield words[at.number]


def _told(at: KeptEntry, names: dict[str, str], words: dict[int, str]) -> str:  # noqa: C901 (one line an entry)
    entry = at.entry
    match entry:
        case RoundBegan():
            return f"began {entry.minutes} {entry.wish}: {', '.join(_chair(one, names) for one in entry.people)}"
        case Played():
            return f"played {entry.title}: {', '.join(names[one] for one in entry.players) or 'guests'}"
        case PutDownEntry():
            return f"put down {entry.title}"
        case WordMet():
            return f"met {entry.word}"
        case DoorTaken():
            return f"took door {entry.door} of {entry.source}"
        case Directed():
            return "directed"
        case ActChosen():
            return f"act {entry.text}"
        case Sewn():
            return f"sewed {STITCHES[entry.stitch]}: {entry.word or 'no word'}"
        case Sealed():
            return f"sealed {entry.title}"
        case Opened():
            return f"opened {entry.activity}"
        case CarriedOffered():
            return f"offered again: {words[entry.entry]}"
        case CameBack() | LetGo():
            return f"{type(entry).__name__}: {words[entry.entry]}"
        case Promised():
            return f"promised {entry.topic or 'nothing said'} @ {entry.due.isoformat()}"
        case RoundEnded():
            return f"ended {entry.how}"
        case _:
            assert_never(entry)


def _chair(one: AtTable, names: dict[str, str]) -> str:
    return names[one.member] if one.member else f"guest {one.stage_key}"

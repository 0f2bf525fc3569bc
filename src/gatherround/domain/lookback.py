"""What earlier evenings mean, worked out anew from the entries each time: nothing of it is stored."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol

from gatherround.domain.entries import (
    ActChosen,
    CarriedOffered,
    Directed,
    DoorTaken,
    Entry,
    Opened,
    Played,
    RoundBegan,
    Sealed,
)
from gatherround.domain.play.plan import Carried, TakenDoor
from gatherround.domain.play.sayings import OUR_OWN
from gatherround.domain.tonight import History

RECENT = 40
"""How many activities count for the balance of understand, feel with, respond and settle."""
CARRY_DAYS = 14
SEALED_DAYS = 366
"""An envelope lies for a year; nothing is lost where nobody opens it."""


class KeptEntry(Protocol):
    """An entry with its number, its Round and the day it was kept."""

    @property
    def number(self) -> int:
        """Orders entries."""

    @property
    def round(self) -> int:
        """Names the Round; 0 is between two."""

    @property
    def entry(self) -> Entry:
        """What happened."""

    @property
    def day(self) -> date:
        """The date on the wall then."""


def history(kept: Iterable[KeptEntry], today: date, episodes: Iterable[tuple[str, str, int]] = ()) -> History:
    """Gives what earlier Rounds mean for tonight; `episodes` are full ids with their series and number."""
    entries = list(kept)
    last: dict[str, dict[str, int]] = {}
    for at in entries:
        if isinstance(at.entry, Played):
            whose = last.setdefault(at.entry.activity, {})
            whose.update(dict.fromkeys(("", *at.entry.players), at.day.toordinal()))
    played = [at.entry for at in entries if isinstance(at.entry, Played)]
    directed = [at.day for at in entries if isinstance(at.entry, Directed)]
    monday = today - timedelta(days=today.weekday())
    return History(
        last=last,
        empathy=Counter(kind for entry in played[-RECENT:] for kind in entry.empathy),
        last_kind=played[-1].kind if played else None,
        begun=_begun(last, episodes),
        doors=_doors(entries),
        left_out=_left_out(entries),
        rounds=sum(isinstance(at.entry, RoundBegan) for at in entries),
        directed=len(directed),
        directed_this_week=sum(day >= monday for day in directed),
    )


def _begun(last: dict[str, dict[str, int]], episodes: Iterable[tuple[str, str, int]]) -> dict[str, int]:
    begun: dict[str, int] = {}
    for full_id, series, episode in episodes:
        if full_id in last:
            begun[series] = max(begun.get(series, 0), episode)
    return begun


def _doors(entries: list[KeptEntry]) -> tuple[TakenDoor, ...]:
    """Gives the last door this house took of each choice."""
    taken = {at.entry.source: at.entry.door for at in entries if isinstance(at.entry, DoorTaken)}
    return tuple(TakenDoor(source, door) for source, door in taken.items())


def _left_out(entries: list[KeptEntry]) -> frozenset[str]:
    """Gives the members who sat at the last table and had no part in what was played last there.

    Of what came before, whoever had no part has gone first in what came next.
    """
    last = max((at.round for at in entries), default=0)
    there: set[str] = set()
    played: frozenset[str] | None = None
    for at in entries:
        if at.round == last and isinstance(at.entry, RoundBegan):
            there.update(one.member for one in at.entry.people if one.member)
        elif at.round == last and isinstance(at.entry, Played):
            played = frozenset(at.entry.players)
    return frozenset() if played is None else frozenset(there - played)


def carried(kept: Iterable[KeptEntry], today: date) -> Carried | None:
    """Gives the latest small act of the last two weeks that has not been offered again, if there is one.

    An idea of one's own is none: nothing was kept of what it was.
    """
    entries = list(kept)
    done = {at.entry.entry for at in entries if isinstance(at.entry, CarriedOffered)}
    for at in reversed(entries):
        if not isinstance(at.entry, ActChosen) or at.number in done or at.entry.text == OUR_OWN:
            continue
        if (today - at.day).days <= CARRY_DAYS:
            return Carried(at.number, at.entry.text)
    return None


def lying(kept: Iterable[KeptEntry], today: date) -> tuple[Sealed, ...]:
    """Gives what was sealed for next time within a year and has not been opened since, the last sealed at the end."""
    sealed: dict[str, Sealed] = {}
    for at in kept:
        match at.entry:
            case Sealed(activity=activity) | Opened(activity=activity):
                sealed.pop(activity, None)  # sealed once more, it goes to the end
                if isinstance(at.entry, Sealed) and (today - at.day).days <= SEALED_DAYS:
                    sealed[activity] = at.entry
            case _:
                pass
    return tuple(sealed.values())


def sealed(kept: Iterable[KeptEntry], today: date) -> tuple[str, ...]:
    """Gives the full ids of what is lying sealed, in that order."""
    return tuple(one.activity for one in lying(kept, today))


def envelope(kept: Iterable[KeptEntry], today: date) -> Sealed | None:
    """Gives what lies in the envelope on Tonight's table: the last title sealed within a year and not opened since."""
    return next(reversed(lying(kept, today)), None)

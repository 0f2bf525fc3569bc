"""Who does what in an activity at this very table, found by playing it once through with nobody there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from gatherround.domain.play import casting
from gatherround.domain.play.beats import Ballot, Check, Pick, Show, Turn, Write
from gatherround.domain.play.make import begin, make
from gatherround.domain.play.moves import On
from gatherround.domain.play.plan import Deal, Plan, Play
from gatherround.domain.play.seating import YOUNGEST_READER
from gatherround.domain.steps import Seats, Swap

MOST_SAID: Final = 3
"""How many things one line says that somebody does."""

_Doing: TypeAlias = tuple[str, str, str]
"""What one does, what several do, and with whom or what."""

_PICKS: Final = {
    "branch": ("picks what happens", "pick what happens"),
    "chair": ("takes a new seat", "take a new seat"),
    "feeling": ("finds a word for it", "find a word for it"),
    "person": ("picks somebody to guess", "pick somebody to guess"),
}
_TURNS: Final = {
    "speak": ("is heard", "are heard"),
    "echo": ("says it back", "say it back"),
    "change": ("changes one thing", "change one thing"),
    "talk": ("has a say", "have a say"),
}
_READS: Final = ("reads aloud", "read aloud", "")
_WRITES: Final = ("writes a little", "write a little", "")
_VOTES: Final = ("votes", "vote")
_SHOWS: Final = ("answers on three", "answer at once, on three")
_ANSWERS: Final = ("answers", "answer")
_LISTENS: Final = ("listens", "listen", "")
_TIMES: Final = {1: "", 2: "twice", 3: "three times"}


@dataclass(frozen=True, slots=True)
class Job:
    """What some people do, in a few words; `who` are ids in the order they sit, none for whoever is without a seat."""

    who: tuple[str, ...]
    does: str


@dataclass(frozen=True, slots=True)
class Voice:
    """The first thing that some people are asked, in their own wording; `who` are ids in the order they sit."""

    who: tuple[str, ...]
    text: str


def walked(plan: Plan) -> tuple[Play, ...]:
    """Gives every play of the first deal while somebody only goes on: no door is taken and every answer is a pass."""
    play = begin(plan)
    seen: list[Play] = []
    while play.phase == "main" and play.deal == 0:
        seen.append(play)
        play, _ = make(play, On())
    return tuple(seen)


def jobs(plan: Plan, walk: Sequence[Play]) -> tuple[Job, ...]:
    """Says what everybody does, players first, those who do the same in one line."""
    deal = plan.deals[0]
    doing: dict[tuple[_Doing, ...], list[str]] = {}
    for person in _in_order(plan, deal.players):
        does = tuple(_does(person, walk))[:MOST_SAID]
        reads = (_READS,) if person == deal.reader and plan.person(person).age >= YOUNGEST_READER else ()
        doing.setdefault((*reads, *does), []).append(person)
    everybody = any(isinstance(play.beat, Show) for play in walk)
    if idle := doing.pop((), ()):
        doing |= {} if everybody else {(_LISTENS,): idle}
    made = tuple(Job(tuple(who), " · ".join(_said(one, len(who)) for one in does)) for does, who in doing.items())
    return (*made, *_together(plan, deal, everybody), *_beside(plan, deal, walk))


def voices(plan: Plan, walk: Sequence[Play]) -> tuple[Voice, ...]:
    """Gives the first thing that each player is asked; whoever hears the same words stands together."""
    heard: dict[str, list[str]] = {}
    for person in _in_order(plan, plan.deals[0].players):
        for beat in (play.beat for play in walk):
            if isinstance(beat, Turn) and beat.who == person and beat.label in {"ask", "speak"}:
                heard.setdefault(beat.asked or beat.text, []).append(person)
                break
    return tuple(Voice(tuple(who), text) for text, who in heard.items())


def _in_order(plan: Plan, ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(person.id for person in plan.people if person.id in ids)


def _said(doing: _Doing, count: int) -> str:
    one, several, more = doing
    return f"{one if count == 1 else several} {more}".rstrip()


def _does(person: str, walk: Sequence[Play]) -> Iterator[_Doing]:
    """Gives what somebody does, the rarest things first."""
    beats = [play.beat for play in walk]
    if parts := ", then ".join(_parts(person, walk)):
        yield "plays", "play", parts
    for use in dict.fromkeys(beat.use for beat in beats if isinstance(beat, Pick) and beat.who == person):
        if use in _PICKS:
            yield *_PICKS[use], ""
    checks = [beat for beat in beats if isinstance(beat, Check) and beat.use == "guess" and beat.of == person]
    if checks:
        names = dict.fromkeys(casting.name_of(walk[0], check.who) for check in checks)
        yield "guesses", "guess", " and ".join(names)
    yield from _speaks(person, walk)


def _parts(person: str, walk: Sequence[Play]) -> list[str]:
    """Gives the characters that somebody plays, one after the other, up to where seats are chosen."""
    names: list[str] = []
    for play in walk:
        if isinstance(play.step, Swap) and play.step.to == "choose":
            break
        holds = any(holder == person for _, holder in play.seats)
        if isinstance(play.step, Seats | Swap) and holds and names[-1:] != [casting.seat_name(play, person)]:
            names.append(casting.seat_name(play, person))
    return names


def _speaks(person: str, walk: Sequence[Play]) -> Iterator[_Doing]:
    beats = [play.beat for play in walk]
    said = Counter(beat.label for beat in beats if isinstance(beat, Turn) and beat.who == person)
    for label in ("speak", "echo", "change"):
        if said[label]:
            yield *_TURNS[label], ""
    if any(isinstance(beat, Write) and beat.who == person for beat in beats):
        yield _WRITES
    # A box lies on the table once for each voter; the first of them is enough to see it by.
    if boxes := {beat.again for beat in beats if isinstance(beat, Ballot) and person in beat.voters}:
        yield *_VOTES, _times(len(boxes))
    if said["talk"]:
        yield *_TURNS["talk"], ""
    if said["ask"]:
        yield *_ANSWERS, _times(said["ask"])


def _times(count: int) -> str:
    return _TIMES.get(count, f"{count} times")


def _together(plan: Plan, deal: Deal, everybody: bool) -> tuple[Job, ...]:
    """Says what all the players do at once."""
    who = _in_order(plan, deal.players)
    return (Job(who, _SHOWS[len(who) > 1]),) if everybody else ()


def _beside(plan: Plan, deal: Deal, walk: Sequence[Play]) -> tuple[Job, ...]:
    """Says what those do who have no part of their own; where nobody listens, whoever is without a seat."""
    others = deal.activity.others
    if deal.listeners:
        job = casting.to_table(walk[0], others) if others and walk else _LISTENS[len(deal.listeners) > 1]
        return (Job(_in_order(plan, deal.listeners), job),)
    if others and walk and deal.activity.casts and len(deal.players) > len(deal.activity.seats):
        return (Job((), casting.to_table(walk[0], others)),)
    return ()

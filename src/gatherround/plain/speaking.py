"""Says a beat in lines: who acts, what is said, and which answers there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, assert_never

from gatherround.domain.counting import counted
from gatherround.domain.faces import clause
from gatherround.domain.play.beats import (
    Ballot,
    Beat,
    Breathing,
    Card,
    Casting,
    Check,
    Expression,
    FactCard,
    Pick,
    Say,
    Show,
    Turn,
    Write,
)
from gatherround.domain.play.looking import reminder, what_becomes_of_it
from gatherround.domain.play.plan import Play
from gatherround.domain.play.sayings import PLAYED_BY
from gatherround.domain.text import one_line, wrap

WIDTH: Final = 72
EVERYBODY: Final = "EVERYBODY"
ANYBODY: Final = "ANYBODY"
_BEFORE: Final = re.compile(r" *(?:\d  |or: )?")
_NAMED: Final = frozenset({"stitch", "deal"})
"""Picks whose own words already say whose they are."""
_SAY_LABELS: Final = {
    "cover": "READ THIS FIRST (h shows where to turn)",
    "opening": "BEFORE WE BEGIN",
    "cause": "READ ALOUD",
    "read": "READ ALOUD",
    "mirror": "READ ALOUD",
    "seats": "SEATS",
    "swap": "SEATS",
    "fact": "NEW FACT",
    "reveal": "THE BOX",
    "rewind": "REWIND",
    "breathe": "BREATHE",
    "twist": "TWIST",
    "exit": "READ ALOUD",
    "close": "READ ALOUD",
    "stamp": "ALL TOGETHER",
    "kind": "READ ALOUD",
    "night": "GOODNIGHT",
}


def spoken(play: Play) -> list[str]:
    """Gives the lines of the beat on the table; an open card is the only one that says a card."""
    return [line for text in _lines(play, play.beat) for line in _wrapped(text)]


def _wrapped(text: str) -> tuple[str, ...]:
    """Wraps a line; what stands before its words, an indent or a number, keeps its column clear on every row."""
    found = _BEFORE.match(text)
    before = found[0] if found else ""
    rows = wrap(text.removeprefix(before).strip(), WIDTH - len(before))
    return tuple(f"{before if at == 0 else ' ' * len(before)}{row}" for at, row in enumerate(rows))


def _lines(play: Play, beat: Beat) -> Iterator[str]:
    match beat:
        case Say():
            yield from _say(play, beat)
        case Turn():
            yield from _turn(play, beat)
        case Show():
            call = "On three" if len(play.plan.people) == 1 else f"{EVERYBODY} at once, on three"
            yield from f"{call}: {beat.text}".split("\n")
            yield from _wait(beat)
            yield from _easier(beat)
            yield "Three ... two ... one ... SHOW!"
        case Pick():
            yield from _pick(play, beat)
        case Ballot():
            yield from _ballot(play, beat)
        case Card():
            yield from _card(play, beat)
        case Check():
            yield from _check(play, beat)
        case Write():
            yield f"{_name(play, beat.who)}, on paper or aloud, up to {beat.words} words: {beat.prompt}"
        case _:
            assert_never(beat)


def _say(play: Play, beat: Say) -> Iterator[str]:
    if line := reminder(play):
        yield line
    yield _SAY_LABELS[beat.label] + _number(beat)
    yield from beat.text.split("\n")
    match beat.sight:
        case Expression(word):
            yield f"(face: {_clause(play, word)})"
        case Breathing(_, times):
            yield f"{times} times, slowly. Nobody counts." if times > 1 else "Once through, slowly."
        case Casting(parts):
            yield from (
                f"  {part}: {who}" for part, who in parts if PLAYED_BY.format(part=part, who=who) not in beat.text
            )
        case FactCard() | None:
            pass
    for chorus in beat.chorus:
        hands = f" (or with hands: {chorus.hands})" if chorus.hands else ""
        yield f'{EVERYBODY}, at "{chorus.word}": {chorus.noise}{hands}'
    if beat.small_hands:
        yield f"SMALL HANDS: {beat.small_hands.word}!"


def _number(beat: Say) -> str:
    return f" {beat.sight.number} of {beat.sight.of}" if isinstance(beat.sight, FactCard) else ""


def _clause(play: Play, word: str) -> str:
    nearest = next((one.face for one in play.plan.words if one.word == word and one.face), None)
    return clause(word, nearest) if nearest else clause(word)


def _turn(play: Play, beat: Turn) -> Iterator[str]:
    who = _name(play, beat.who) if beat.who else ANYBODY
    yield from f"{who}: {beat.text}".split("\n")
    if beat.asked:
        yield f"  (the question: {one_line(beat.asked)})"
    if beat.meanwhile:
        yield from f"THE OTHERS: {beat.meanwhile}".split("\n")
    if beat.seconds:
        yield f"(about {_duration(beat.seconds)}; nobody counts)"
    yield from _wait(beat)
    yield from _easier(beat)
    if beat.tokens:
        yield "  a way to begin, if you like:"
        for at, token in enumerate(beat.tokens):
            yield f"  {at + 1}  {token}{' (lit)' if at in play.lanterns else ''}"


def _wait(beat: Turn | Show) -> Iterator[str]:
    if beat.wait:
        yield f"(then wait {counted(beat.wait, 'slow second')})"


def _easier(beat: Turn | Show) -> Iterator[str]:
    for hint in beat.easier:
        yield f"  or: {hint}"


def _duration(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} seconds"
    minutes, rest = divmod(seconds, 60)
    whole = "a minute" if minutes == 1 else f"{minutes} minutes"
    return f"{whole} and a half" if rest >= 30 else whole


def _pick(play: Play, beat: Pick) -> Iterator[str]:
    if beat.cause:
        yield from beat.cause.split("\n")
    who = f"{_name(play, beat.who)}: " if beat.who and beat.use not in _NAMED else ""
    yield f"{who}{beat.prompt}"
    for number, option in enumerate(beat.options, start=1):
        yield f"  {number}  {option}"
    yield from (line for _, line in beat.helps)
    if said := what_becomes_of_it(play):
        yield said


def _ballot(play: Play, beat: Ballot) -> Iterator[str]:
    voter = beat.voters[len(play.votes)]
    yield f"A private vote: {beat.question}"
    for number, option in enumerate(beat.options, start=1):
        yield f"  {number}  {option}"
    yield f"Pass it to {_name(play, voter)}. Hide your hand. One number, then enter; enter alone is an empty vote."
    yield "Or o and enter: out loud instead, everybody's fingers on three."


def _card(play: Play, beat: Card) -> Iterator[str]:
    name = _name(play, beat.who)
    if beat.open:
        yield f"You are {beat.name}."
        yield from beat.lines
        yield "(enter covers it again)"
        return
    yield f"A card for {name}'s eyes alone."
    yield f"Turn the screen to {name}. Everybody else: eyes shut, and hum like a kettle."
    if beat.whisper:
        yield f"{name} cannot read yet? A grown-up leans in and whispers it."
    yield "What is shown may stay above in this window; scroll it away afterwards."


def _check(play: Play, beat: Check) -> Iterator[str]:
    yield f"{_name(play, beat.who)} says how near {_name(play, beat.of)} was. {beat.text}"
    for number, answer in enumerate(("yes", "nearly", "no" if beat.use == "guess" else "not yet"), start=1):
        yield f"  {number}  {answer}"


def _name(play: Play, person: str) -> str:
    return play.plan.person(person).name

"""Hears a typed line as a move: numbers are answers, letters are the house, enter goes on."""

from __future__ import annotations

from typing import Final

from gatherround.domain.play.beats import Answer, Ballot, Check, Pick, Turn
from gatherround.domain.play.moves import (
    Another,
    Chose,
    GoOn,
    Lit,
    Move,
    On,
    OutLoud,
    Pass,
    Pause,
    PutDown,
    Said,
    Stop,
    TakeBack,
    Twist,
)
from gatherround.domain.play.plan import Play
from gatherround.domain.rhythm import PLENTY
from gatherround.domain.rights import RIGHTS

LETTERS: Final[dict[str, Move]] = {
    "s": Pass(),
    "p": Pause(),
    "d": PutDown(),
    "n": Another(),
    "t": Twist(),
    "o": OutLoud(),
    "x": Stop(),
}
ANSWERS: Final[dict[str, tuple[Answer, Answer, Answer]]] = {
    "guess": ("yes", "nearly", "no"),
    "echo": ("yes", "nearly", "not yet"),
}
_KEYS: Final = frozenset({"", "b", "c", "h", "j", "l", "q", "w", "!", "?", *LETTERS})
HELP: Final = (
    "enter  go on              1-9  an answer",
    "s      pass, no reason    b    back",
    "p      pause              d    put this one down",
    "j      somebody joins     l    somebody leaves",
    "t      director's twist   n    another card",
    "c      the coach line     x    goodnight now",
    "o      a private vote out loud instead: fingers on three",
    "!      something serious comes up (h, too)",
    "w      something else came up: put it aside for another day",
    "?      these lines      q    leave; the Round stays open",
    RIGHTS,
    PLENTY,
)


def is_key(line: str) -> bool:
    """Tells whether a line is one that means something at some time: a letter of the help, or one number."""
    return line in _KEYS or (len(line) == 1 and line.isdecimal())


def heard(play: Play, line: str) -> Move | None:
    """Gives the move a line means now, or none where it means nothing; whether it is legal is the rule's to say."""
    said = line.strip().casefold()
    if said == "":
        return GoOn() if play.paused else On()
    if said == "b" and isinstance(play.beat, Ballot) and play.votes:
        return TakeBack()
    if said.isdecimal() and len(said) == 1 and said != "0":
        return _numbered(play, int(said) - 1)
    return LETTERS.get(said)


def _numbered(play: Play, number: int) -> Move | None:
    beat = play.beat
    match beat:
        case Pick() | Ballot():
            return Chose(number) if number < len(beat.options) else None
        case Check():
            return Said(ANSWERS[beat.use][number]) if number < 3 else None
        case Turn():
            return Lit(number) if number < len(beat.tokens) else None
        case _:
            return None

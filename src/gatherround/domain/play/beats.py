"""The eight sorts of beats: what can lie on the table, one at a time, with every word already chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from gatherround.domain.steps import Chorus, SmallHands

SayLabel: TypeAlias = Literal[
    "cover",
    "opening",
    "read",
    "cause",
    "mirror",
    "seats",
    "swap",
    "fact",
    "reveal",
    "rewind",
    "breathe",
    "twist",
    "exit",
    "close",
    "stamp",
    "kind",
    "night",
]
TurnLabel: TypeAlias = Literal[
    "ask",
    "silly-guess",
    "guess",
    "tell",
    "speak",
    "echo",
    "question",
    "nearly",
    "add",
    "fact",
    "talk",
    "change",
    "replay",
    "thanks",
    "carried",
]
PickUse: TypeAlias = Literal[
    "feeling",
    "branch",
    "act",
    "chair",
    "sure",
    "sure-now",
    "battery",
    "stitch",
    "word",
    "envelope",
    "person",
    "deal",
    "preflight",
    "another",
]
Answer: TypeAlias = Literal["yes", "nearly", "no", "not yet"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A face beside the words: warmth, never the question (Widen and Russell 2010)."""

    word: str


@dataclass(frozen=True, slots=True)
class Breathing:
    """A breathing to do together, so many times."""

    pattern: Literal["soup", "star", "senses"]
    times: int


@dataclass(frozen=True, slots=True)
class FactCard:
    """Which fact card this is, counting from 1, and of how many."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class Casting:
    """Who is who now: pairs of a character's name and the names of whoever plays it."""

    parts: tuple[tuple[str, str], ...]


Sight: TypeAlias = Expression | Breathing | FactCard | Casting


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """The reader says this to everybody; `said` are the earlier breaths of the same page, dimmed."""

    text: str
    label: SayLabel
    sight: Sight | None = None
    said: tuple[str, ...] = ()
    chorus: tuple[Chorus, ...] = ()
    small_hands: SmallHands | None = None
    thread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One person speaks aloud, or anyone where `who` is empty; `seconds` of 0 lights no candle.

    `tokens` are the starters of the four lanterns. `wait` is a breath of so many seconds before saying more.
    `meanwhile` is the job of everybody else. Where `text` only hands a question on, `asked` is the whole of it.
    """

    who: str
    text: str
    label: TurnLabel
    seconds: int = 0
    tokens: tuple[str, ...] = ()
    wait: int = 0
    easier: tuple[str, ...] = ()
    if_stuck: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    meanwhile: str = ""
    asked: str = ""
    thread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """Everybody at once, on three: fingers, a pose, a noise."""

    text: str
    wait: int = 0
    easier: tuple[str, ...] = ()
    if_stuck: tuple[str, ...] = ()
    thread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One of two to nine doors; `default` is the kind answer that going on gives, or none to pass.

    `helps` pairs people's ids with a line from their own cards about what comforts them: to ask with, not to choose.
    """

    who: str
    prompt: str
    options: tuple[str, ...]
    use: PickUse
    cause: str = ""
    faces: tuple[str, ...] = ()
    default: int | None = None
    helps: tuple[tuple[str, str], ...] = ()
    thread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One key each on a screen that does not change; `voters` in the order they vote, grown-ups last."""

    voters: tuple[str, ...]
    question: str
    options: tuple[str, ...]
    again: bool = False
    thread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A private card under the kettle: covered, open, covered. `whisper` where its player cannot read yet."""

    who: str
    seat: str
    name: str
    lines: tuple[str, ...]
    whisper: bool = False
    open: bool = False
    thread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The person themselves says how near it was; `left` is how many tries an echo still has."""

    who: str
    of: str
    text: str
    use: Literal["guess", "echo"]
    left: int = 0
    thread: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A few words on paper or aloud; nothing of it is typed or kept."""

    who: str
    prompt: str
    words: int
    thread: int = 0


Beat: TypeAlias = Say | Turn | Show | Pick | Ballot | Card | Check | Write


def involved(beat: Beat) -> frozenset[str]:
    """Tells whose beat this is: nobody's where it belongs to the whole table."""
    match beat:
        case Say() | Show() | Ballot():
            return frozenset()
        case Check():
            return frozenset({beat.who, beat.of})
        case Turn() | Pick() | Card() | Write():
            return frozenset({beat.who}) - {""}

"""Wordings with rungs, and the closed family of steps that an activity is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from gatherround.domain.stages import BANDS, Band

Who: TypeAlias = Literal["turn", "next", "everyone", "adults-first"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text said to everybody alike (`plain`), or one rung for each band that has its own."""

    plain: str | None = None
    toddler: str | None = None
    school: str | None = None
    teen: str | None = None
    adult: str | None = None

    def rungs(self) -> tuple[tuple[Band, str], ...]:
        """Gives the rungs that were written, youngest first; a plain text has none."""
        written = zip(BANDS, (self.toddler, self.school, self.teen, self.adult), strict=True)
        return tuple((band, text) for band, text in written if text is not None)

    def said_to(self, band: Band) -> str:
        """Gives the wording for a band: its own, else the nearest younger, else the nearest older."""
        if self.plain is not None:
            return self.plain
        rungs = self.rungs()
        at_or_below = [text for rung, text in rungs if BANDS.index(rung) <= BANDS.index(band)]
        return at_or_below[-1] if at_or_below else rungs[0][1]

    def texts(self) -> tuple[str, ...]:
        """Gives every text in it, youngest first."""
        return (self.plain,) if self.plain is not None else tuple(text for _, text in self.rungs())


@dataclass(frozen=True, slots=True)
class Chorus:
    """A word at which the whole table makes a noise, with the same thing done silently by hands."""

    word: str
    noise: str
    hands: str | None = None


@dataclass(frozen=True, slots=True)
class SmallHands:
    """What the long key does on this page: a drawn effect and the word that falls with it."""

    effect: Literal["crash", "splash", "sneeze", "dark"]
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A character of a story; `card` is for its player's eyes alone."""

    id: str
    name: str
    wants: str | None = None
    knows: str | None = None
    worries: str | None = None
    card: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Read aloud, breath by breath; no text means the scene."""

    text: Wording | None = None
    face: str | None = None
    beat: Literal["laugh", "hush"] | None = None
    small_hands: SmallHands | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question to somebody real, answered aloud; `show` has everybody answer at once on three.

    `wait` is how many seconds, 0 to 15, the asker breathes before saying anything more (wait time: Hanen).
    """

    text: Wording
    who: Who = "turn"
    wait: int = 0
    easier: tuple[Wording, ...] = ()
    if_stuck: tuple[Wording, ...] = ()
    show: bool = False
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A cause, then a feeling word chosen for it, then the mirror that says both back (Widen and Russell 2010)."""

    cause: Wording
    mirror: Wording
    about: str | None = None
    who: Who = "turn"
    options: tuple[str, ...] = ()
    also: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One answer of a choice and the short steps that follow from it."""

    say: Wording
    then: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """Two to four doors; what follows uses the door that was really taken."""

    prompt: Wording
    options: tuple[Door, ...]
    who: Who = "turn"
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Casts the characters, openly or by private cards under the kettle."""

    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """Everybody moves: to the next seat, to one they choose, or the turn person to a seat named here by its id."""

    to: str = "next"
    text: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A silly guess, a real guess, then the person themselves is asked (Eyal, Steffel and Epley 2018)."""

    about: str
    prompt: Wording
    check: str | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Timed listening: speak, say it back with the feeling in it, one open question, then "did I get that right?"."""

    topic: Wording
    swap: bool = True
    starters: tuple[Wording, ...] = ()
    seconds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A private ballot."""

    question: Wording
    options: tuple[Wording, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteAgain:
    """The last ballot once more; each voter is compared with themselves and nobody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Fact cards that come one at a time and move the ground under an opinion."""

    cards: tuple[Wording, ...]
    ask: Wording | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """Everybody once, grown-ups last, with four lanterns to start from (Berkowitz 1984); `minutes` 1 to 5."""

    prompt: Wording
    minutes: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewind:
    """A small scene played again with one thing changed."""

    start: Wording
    change: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathe:
    """A breathing or grounding pattern, `times` 1 to 6 (about four slow breaths helped: Obradović 2021)."""

    pattern: Literal["soup", "star", "senses"] = "soup"
    times: int = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """A few words by each player, on paper or aloud; `words` 1 to 60; only a corner ever keeps them."""

    prompt: Wording
    words: int = 20
    keep: Literal["no", "corner"] = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One to three caring acts and, always, nothing today as large as any (Chernyak and Kushnir 2013)."""

    acts: tuple[Wording, ...]
    prompt: Wording | None = None


Step: TypeAlias = (
    Read
    | Ask
    | Name
    | Choose
    | Seats
    | Swap
    | Guess
    | Echo
    | Vote
    | VoteAgain
    | Facts
    | Talk
    | Rewind
    | Breathe
    | Write
    | Offer
)


def all_steps(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Gives every step, those behind doors included, in the order they could be met."""
    found: list[Step] = []
    for step in steps:
        found.append(step)
        if isinstance(step, Choose):
            for door in step.options:
                found.extend(all_steps(door.then))
    return tuple(found)

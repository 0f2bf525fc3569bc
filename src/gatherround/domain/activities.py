"""An activity: what a story book holds once it has been read and found whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from gatherround.domain.stages import span_said
from gatherround.domain.steps import Chorus, Seat, Seats, Step, Swap, Wording, all_steps

Empathy: TypeAlias = Literal["understand", "feel-with", "respond", "settle"]
Help: TypeAlias = Literal["laugh", "be-heard", "see-another-side", "settle", "mend", "feel-close"]
Kind: TypeAlias = Literal[
    "name-mirror",
    "different-likes",
    "remember-when",
    "grown-ups-turn",
    "swap-seats",
    "co-op",
    "circular",
    "dilemma",
    "loop",
    "three-rungs",
    "echo",
    "validate",
    "other-side",
    "story-told",
    "good-news",
    "rehearse",
    "settle",
    "repair",
    "micro",
    "script",
]
OLDEST: Final = 99
"""The age that stands for *and older*."""
OUR_HOUSE: Final = "our-house"
"""The flag of a story that really happened in this house."""
AMBER: Final = frozenset(
    {"exclusion", "money", "moving", "separation", "illness", "death", "bias", "secrecy", OUR_HOUSE}
)
"""Flags of activities that are never dealt at random."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """A line said at the beginning when this table once took `door` (1 is the first) of the choice named `source`.

    `source` is a full name: pack/activity/choice.
    """

    source: str
    door: int
    text: Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapted:
    """What a story was made from: the full id and title of the first one, its licence, and who wrote it."""

    story: str
    title: str
    licence: str
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One item of a story book, whole and valid.

    Ages are whole years, both ends included; `minutes` is meant for three players; `depth` is 1 (light) to 4 (only
    ever chosen). `steps` are played in order. `meant` are phrases that its author means just so. Where `barred`, its
    words touch what no story carries, and it is never dealt. Before the ISO day `rests_until` it is offered to nobody.
    `adapted_from` is kept for ever: whoever wrote the first one is named wherever this one goes.
    """

    pack: str
    id: str
    title: str
    kind: Kind
    youngest: int
    oldest: int
    minutes: int
    fewest: int
    most: int
    steps: tuple[Step, ...]
    scene: Wording | None = None
    depth: int = 1
    size: Literal["pebble", "brick", "boulder"] | None = None
    empathy: tuple[Empathy, ...] = ()
    helps: tuple[Help, ...] = ()
    component: str | None = None
    flags: tuple[str, ...] = ()
    practices: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    props: tuple[str, ...] = ()
    preflight: bool = False
    series: str | None = None
    episode: int | None = None
    recall: tuple[Recall, ...] = ()
    chorus: tuple[Chorus, ...] = ()
    seats: tuple[Seat, ...] = ()
    others: Wording | None = None
    if_stuck: tuple[str, ...] = ()
    twists: tuple[str, ...] = ()
    whisper: str | None = None
    coach: str | None = None
    close: Wording | None = None
    phrase: str | None = None
    acts: tuple[Wording, ...] = ()
    next: str | None = None
    exit: Wording | None = None
    retired: bool = False
    meant: tuple[str, ...] = ()
    rests_until: str | None = None
    adapted_from: Adapted | None = None
    barred: bool = False

    @property
    def full_id(self) -> str:
        """Names it for ever: pack/activity."""
        return f"{self.pack}/{self.id}"

    @property
    def for_two(self) -> bool:
        """Whether it is a couple's own: it has a size, and two grown-ups are alone with it."""
        return self.size is not None and self.youngest >= 18 and self.most == 2

    @property
    def casts(self) -> bool:
        """Whether its seats are given out: without that step nobody has one, and nobody is without one."""
        return bool(self.seats) and any(isinstance(step, Seats | Swap) for step in all_steps(self.steps))

    def seat(self, seat_id: str) -> Seat:
        """Gives the seat of this id; raises KeyError where there is none."""
        for seat in self.seats:
            if seat.id == seat_id:
                return seat
        raise KeyError(seat_id)


def ages_said(youngest: int, oldest: int) -> str:
    """Says for which ages something is, as a parent reads it: 9, 9 to 11, 18 and up."""
    return f"{youngest} and up" if youngest < oldest and oldest >= OLDEST else span_said(youngest, oldest)


def span(low: int, high: int) -> str:
    """Writes whole years or a number of players as the format does, as short as it goes: 9, 9-11, 18+."""
    return str(low) if low == high else f"{low}+" if high >= OLDEST else f"{low}-{high}"


def minutes_for(activity: Activity, players: int) -> float:
    """Gives the planned minutes for this many players: as written for three or fewer, a sixth more for each further."""
    return activity.minutes * (1 + max(0, players - 3) / 6)

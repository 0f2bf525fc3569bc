"""The closed list of moves. Coach, read aloud, help, covering the screen and timers are looks, not moves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from gatherround.domain.play.beats import Answer
from gatherround.domain.play.plan import Deal, Person


@dataclass(frozen=True, slots=True)
class On:
    """Go on; where an answer is open it takes the kind default."""


@dataclass(frozen=True, slots=True)
class Pass:
    """Pass this and what hangs on it; never counted, named or recorded."""


@dataclass(frozen=True, slots=True)
class Chose:
    """Take this door, counting from 0."""

    option: int


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take the last vote back out of the box."""


@dataclass(frozen=True, slots=True)
class OutLoud:
    """Vote out loud instead: fingers on three, and nothing in the box."""


@dataclass(frozen=True, slots=True)
class Lit:
    """Light this lantern, 0 to 3, or put it out again."""

    lantern: int


@dataclass(frozen=True, slots=True)
class Said:
    """The person says how near the guess or the echo was."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Another:
    """Put this one back among the others and lay another in its place."""


@dataclass(frozen=True, slots=True)
class Twist:
    """The director plays the twist they hold."""


@dataclass(frozen=True, slots=True)
class PutDown:
    """Put this activity down, kindly and without a reason."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Cover the table and breathe."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Come back from a pause to the same beat."""


@dataclass(frozen=True, slots=True)
class Later:
    """Stop for tonight and promise a time; `topic` holds at most 60 characters, or none."""

    topic: str
    due: datetime | None


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody gets up from the table."""

    who: str


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody sits down, who leaves these topics alone; the legal list carries it once, with nobody in it.

    Where nothing of the evening would be left with them, `instead` is what is dealt in its place.
    """

    person: Person | None
    avoid: frozenset[str] = frozenset()
    instead: tuple[Deal, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """Goodnight now; nothing is asked."""


Move: TypeAlias = (
    On
    | Pass
    | Chose
    | TakeBack
    | OutLoud
    | Lit
    | Said
    | Twist
    | Another
    | PutDown
    | Pause
    | GoOn
    | Later
    | Leave
    | Join
    | Stop
)

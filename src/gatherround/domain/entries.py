"""The closed list of what is recorded. Whatever is not here is not kept, for anybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class AtTable:
    """Somebody who sat down: a member by id, or a guest by stage alone; `thing` is the object that has their colour."""

    member: str | None
    stage_key: str
    thing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundBegan:
    """A Round started, with these people, for so many minutes."""

    minutes: int
    wish: str
    people: tuple[AtTable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """An activity was played to its last beat; `players` are those of its players who are members."""

    activity: str
    kind: str
    empathy: tuple[str, ...]
    title: str
    players: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutDownEntry:
    """An activity was put down; by whom is nobody's business."""

    activity: str
    kind: str
    empathy: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class WordMet:
    """The table met this feeling word in a story."""

    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorTaken:
    """The table took this door of a series, counting from 1; `source` is pack/activity/choice."""

    source: str
    door: int


@dataclass(frozen=True, slots=True)
class Directed:
    """The director's doors lay on the table until one was taken; whose they were and which it was is not kept."""


@dataclass(frozen=True, slots=True)
class ActChosen:
    """Somebody took a small act at the close; nobody's name is kept with it."""

    text: str


@dataclass(frozen=True, slots=True)
class Sewn:
    """Tonight's square was sewn, with a house word or none; `things` are the chairs round the table, and no names."""

    stitch: int
    word: str | None
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Noticed:
    """Somebody saw somebody do something for somebody, in one line of their own; nobody counts these."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A title was sealed in the envelope for next time, by whichever hand: `member` is nobody."""

    activity: str
    title: str
    member: str | None


@dataclass(frozen=True, slots=True)
class Opened:
    """The envelope was opened."""

    activity: str


@dataclass(frozen=True, slots=True)
class CarriedOffered:
    """A carried act was offered once more in words, and is not offered again; `entry` is that of its ActChosen."""

    entry: int


@dataclass(frozen=True, slots=True)
class Promised:
    """A pause became a promise to come back at `due`; the topic is shown to nobody until they do.

    Without a time it is a second topic that was put aside for another day, at the table of the Round before it.
    """

    topic: str
    due: datetime | None


@dataclass(frozen=True, slots=True)
class CameBack:
    """The promise was kept; `entry` is the number of its Promised."""

    entry: int


@dataclass(frozen=True, slots=True)
class LetGo:
    """The promise was let go; `entry` is the number of its Promised."""

    entry: int


@dataclass(frozen=True, slots=True)
class RoundEnded:
    """The Round is over."""

    how: Literal["closed", "stopped", "later", "let-go"]


Entry: TypeAlias = (
    RoundBegan
    | Played
    | PutDownEntry
    | WordMet
    | DoorTaken
    | Directed
    | ActChosen
    | Sewn
    | Noticed
    | Sealed
    | Opened
    | CarriedOffered
    | Promised
    | CameBack
    | LetGo
    | RoundEnded
)

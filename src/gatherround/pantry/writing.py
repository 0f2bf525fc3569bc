"""An activity as an author would write it: the fields of its file, by the names the format has for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import Field, fields
from typing import Any, Final, TypeAlias, get_args

from gatherround.domain.activities import Activity, Adapted, Recall, span
from gatherround.domain.steps import Breathe, Chorus, Door, Read, Seat, Seats, SmallHands, Step, VoteAgain, Wording

Written: TypeAlias = dict[str, Any]

_SHORT: Final = {
    "read": "text",
    "ask": "text",
    "echo": "topic",
    "facts": "cards",
    "offer": "acts",
    "talk": "prompt",
    "write": "prompt",
    "swap": "text",
    "seats": "how",
    "breathe": "pattern",
}
"""The one field of a step that may stand for all of it."""
_NAMES: Final = {"start": "from", "source": "from"}
_APART: Final = frozenset({"pack", "youngest", "oldest", "fewest", "most", "seats", "barred"})
"""What an activity has that its file says in another way, or not at all."""


def written(activity: Activity, *, whole: bool = False) -> Written:
    """Gives the fields of an activity's file: those that were written, or every one there is if `whole`."""
    first = {"id": activity.id, "title": activity.title, "kind": activity.kind}
    spans = {
        "ages": span(activity.youngest, activity.oldest),
        "minutes": activity.minutes,
        "players": span(activity.fewest, activity.most),
    }
    seats = {seat.id: _held(seat, without={"id"}) for seat in activity.seats}
    return first | spans | _held(activity, _APART, whole=whole) | ({"seats": seats} if seats or whole else {})


def _held(value: Any, without: Iterable[str] = (), *, whole: bool = False) -> Written:
    held = [(field, getattr(value, field.name)) for field in fields(value) if field.name not in without]
    return {_name(field): _plain(part) for field, part in held if whole or part != field.default}


def _name(field: Field[Any]) -> str:
    return _NAMES.get(field.name, field.name.replace("_", "-"))


def _plain(value: Any) -> Any:
    match value:
        case Wording(plain=None):
            return {band.value: text for band, text in value.rungs()}
        case Wording():
            return value.plain
        case Recall():
            return _held(value) | {"from": value.source.partition("/")[2]}
        case Door() | Chorus() | SmallHands() | Seat() | Adapted():
            return _held(value)
        case tuple():
            return [_plain(part) for part in value]
        case _:
            return _step(value) if isinstance(value, get_args(Step)) else value


def _step(step: Step) -> Written:
    """Gives a step, in its short form where nothing but that is said."""
    if isinstance(step, VoteAgain):
        return {"vote": "again"}
    key = type(step).__name__.lower()
    held = _long(step)
    return {key: held[_SHORT[key]] if [*held] == [_SHORT.get(key)] else held}


def _long(step: Step) -> Written:
    match step:
        case Read():
            return {"text": "scene"} | _held(step)
        case Seats():
            return {"how": "private" if step.private else "open"}
        case Breathe():
            return {"pattern": step.pattern, "times": step.times}
        case _:
            return _held(step)

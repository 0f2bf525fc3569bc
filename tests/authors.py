"""Writes activities as an author would: the fields of a file, short where they may be, and story books of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, get_args

import yaml

from gatherround.domain.activities import Activity, Recall
from gatherround.domain.steps import Breathe, Chorus, Door, Read, Seat, Seats, SmallHands, Step, VoteAgain, Wording

Fields = dict[str, Any]

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
_NAMES: Final = {"start": "from", "source": "from"}
_APART: Final = {"pack", "youngest", "oldest", "fewest", "most", "seats", "barred"}


def written(activity: Activity) -> Fields:
    """Gives the fields of an activity's file."""
    ages = {"ages": f"{activity.youngest}-{activity.oldest}", "players": f"{activity.fewest}-{activity.most}"}
    seats = {seat.id: _fields(seat, without={"id"}) for seat in activity.seats}
    return _fields(activity, without=_APART) | ages | ({"seats": seats} if seats else {})


def _fields(value: Any, without: Iterable[str] = ()) -> Fields:
    """Gives the fields that are not as they would be anyway."""
    held = [(field.name, getattr(value, field.name), field.default) for field in fields(value)]
    return {
        _NAMES.get(name, name.replace("_", "-")): _plain(part)
        for name, part, default in held
        if name not in without and part != default
    }


def _plain(value: Any) -> Any:
    match value:
        case Wording(plain=None):
            return {band.value: text for band, text in value.rungs()}
        case Wording():
            return value.plain
        case Recall():
            return _fields(value) | {"from": value.source.partition("/")[2]}
        case Door() | Chorus() | SmallHands() | Seat():
            return _fields(value)
        case tuple():
            return [_plain(part) for part in value]
        case _:
            return written_step(value) if isinstance(value, get_args(Step)) else value


def written_step(step: Step) -> Fields:
    """Gives a step, in its short form where nothing but that is said."""
    if isinstance(step, VoteAgain):
        return {"vote": "again"}
    key = type(step).__name__.lower()
    held = _long(step)
    return {key: held[_SHORT[key]] if [*held] == [_SHORT.get(key)] else held}


def _long(step: Step) -> Fields:
    match step:
        case Read():
            return {"text": "scene"} | _fields(step)
        case Seats():
            return {"how": "private" if step.private else "open"}
        case Breathe():
            return {"pattern": step.pattern, "times": step.times}
        case _:
            return _fields(step)


def cover(name: str, **more: Any) -> Fields:
    """Gives the fields of a story book's cover."""
    return {"format": 1, "id": name, "title": "Made Up", **more}


def write_file(folder: Path, name: str, *stories: Activity | Fields, **more: Any) -> Path:
    """Writes a story book into one file."""
    path = folder / f"{name}.yaml"
    path.write_text(block(cover(name, **more) | {"activities": [_as_fields(story) for story in stories]}), "utf-8")
    return path


def write_folder(folder: Path, name: str, *stories: Activity | Fields, **more: Any) -> Path:
    """Writes a story book into a folder, an activity a file."""
    path = folder / name
    (path / "activities").mkdir(parents=True)
    (path / "pack.yaml").write_text(block(cover(name, **more)), "utf-8")
    for at, story in enumerate(stories):
        (path / "activities" / f"{at:03}.yaml").write_text(block(_as_fields(story)), "utf-8")
    return path


def _as_fields(story: Activity | Fields) -> Fields:
    return written(story) if isinstance(story, Activity) else story


def block(shape: Fields, width: int = 80) -> str:
    """Gives a shape as YAML in block style."""
    return yaml.safe_dump(shape, sort_keys=False, allow_unicode=True, default_flow_style=False, width=width)


def small(name: str = "teaspoon", **more: Any) -> Fields:
    """Gives the fields of the smallest activity that plays."""
    steps = [{"read": {"text": "It hums.", "beat": "laugh"}}, {"ask": "Where does the smallest spoon go at night?"}]
    least = {"id": name, "title": "The Teaspoon", "kind": "script", "ages": "5+", "minutes": 1, "players": "2-5"}
    return {**least, "steps": steps, **more}

"""What a rule is, and the walk over an activity that most rules take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Final, TypeAlias

from gatherround.domain.activities import Activity
from gatherround.domain.steps import Choose, Step, Wording
from gatherround.pantry.lists import Lists
from gatherround.pantry.sentences import Finding, Path

Rule: TypeAlias = Callable[[Activity, Lists], Iterator[Finding]]

STEP_KEYS: Final = {"VoteAgain": "vote"}
_FIELD_KEYS: Final = {"start": "from", "if_stuck": "if-stuck", "small_hands": "small-hands"}


def key_of(step: Step) -> str:
    """Gives the key that a step is written with."""
    name = type(step).__name__
    return STEP_KEYS.get(name, name.lower())


def placed_steps(steps: tuple[Step, ...], path: Path = ("steps",)) -> Iterator[tuple[Path, Step]]:
    """Gives every step with its path, those behind doors after their choice."""
    for index, step in enumerate(steps):
        here = (*path, index, key_of(step))
        yield here, step
        if isinstance(step, Choose):
            for door_at, door in enumerate(step.options):
                yield from placed_steps(door.then, (*here, "options", door_at, "then"))


def wordings(value: object, path: Path = ()) -> Iterator[tuple[Path, Wording]]:
    """Gives every text that may have rungs in a value, with its path."""
    if isinstance(value, Wording):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from wordings(item, (*path, index))
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            key = _FIELD_KEYS.get(field.name, field.name)
            held = getattr(value, field.name)
            if field.name != "steps" and not (isinstance(value, Choose) and field.name == "options"):
                yield from wordings(held, (*path, key))


def all_wordings(activity: Activity) -> Iterator[tuple[Path, Wording]]:
    """Gives every text with rungs of an activity, its own and its steps'."""
    yield from wordings(activity)
    for path, step in placed_steps(activity.steps):
        yield from wordings(step, path)
        if isinstance(step, Choose):
            for at, door in enumerate(step.options):
                yield (*path, "options", at, "say"), door.say

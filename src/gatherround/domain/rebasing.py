"""Two windows change the same card or page: each changes what it changed, and nothing else."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value", bound="DataclassInstance")
Line = TypeVar("Line", bound=Hashable)


def rebased(before: Value, mine: Value, now: Value) -> Value:
    """Gives what is there now with the fields that somebody changed from how they found it; the later change wins."""
    changed = {at.name for at in fields(mine) if getattr(mine, at.name) != getattr(before, at.name)}
    return replace(now, **{name: getattr(mine, name) for name in changed})


def rebased_lines(before: tuple[Line, ...], mine: tuple[Line, ...], now: tuple[Line, ...]) -> tuple[Line, ...]:
    """Gives the lines that are there now with those taken out and put in that somebody took out of and put into theirs.

    They lie as this one has laid them, and each line from elsewhere after the one that it lay after.
    """
    kept = [line for line in mine if line in now or line not in before]
    for at, line in enumerate(now):
        if line not in before and line not in kept:
            earlier = next((one for one in reversed(now[:at]) if one in kept), None)
            kept.insert(0 if earlier is None else kept.index(earlier) + 1, line)
    return tuple(kept)

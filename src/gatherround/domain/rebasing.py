"""Two windows change the same card: each changes what it changed, and nothing else."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value", bound="DataclassInstance")


def rebased(before: Value, mine: Value, now: Value) -> Value:
    """Gives what is there now with the fields that somebody changed from how they found it; the later change wins."""
    changed = {at.name for at in fields(mine) if getattr(mine, at.name) != getattr(before, at.name)}
    return replace(now, **{name: getattr(mine, name) for name in changed})

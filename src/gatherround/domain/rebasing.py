"""Two windows change the same card or page: each changes what it changed, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from gatherround.domain.refusing import CannotBe

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value", bound="DataclassInstance")
Line = TypeVar("Line", bound=Hashable)
Written = TypeVar("Written")
TOGETHER: Final = "Another window has written here too, and together it cannot be. Go back and look at it first."
Both: TypeAlias = Callable[[Any, Any, Any], Any]
"""What becomes of a field that two windows have changed, from how they found it, this one's and what is there now."""


def rebased(before: Value, mine: Value, now: Value, **both: Both) -> Value:
    """Gives what is there now with the fields that somebody changed from how they found it.

    Of a field that another window changed too the later change wins, unless `both` names what becomes of it.
    """
    kept: dict[str, Any] = {}
    for name in (at.name for at in fields(mine)):
        was, here, there = (getattr(one, name) for one in (before, mine, now))
        if here != was:
            kept[name] = both[name](was, here, there) if name in both and there != was else here
    return replace(now, **kept)


def rebased_part(before: Value | None, mine: Value | None, now: Value | None, **both: Both) -> Value | None:
    """Gives a part that two windows changed, by its own fields; where only one of them took it away it stays.

    Where there was none before, nothing of either is as it was found.
    """
    if mine is None or now is None:
        return mine if now is None else now
    if before is not None:
        return rebased(before, mine, now, **both)
    return replace(mine, **{name: said(None, getattr(mine, name), getattr(now, name)) for name, said in both.items()})


def both_said(_: str | None, mine: str, now: str) -> str:
    """Gives the words of both windows, where they are not the same."""
    return mine if mine == now else f"{mine} / {now}"


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


def fitted_together(fitted: Callable[[Written], Written], written: Written) -> Written:
    """Gives what two windows have written as it may stand together; raises CannotBe where that cannot be."""
    try:
        return fitted(written)
    except CannotBe:
        raise CannotBe(TOGETHER) from None

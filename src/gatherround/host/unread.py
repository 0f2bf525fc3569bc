"""What the evening does without while the drawer cannot be read: a disk that fails stops nobody at the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from gatherround.storage.troubles import Trouble

T = TypeVar("T")
U = TypeVar("U")


def if_readable(read: Callable[[], T], otherwise: U) -> T | U:
    """Gives what is read, or else what stands in its place while nothing can be."""
    try:
        return read()
    except Trouble:
        return otherwise


def each_if_readable(read: Callable[[], Iterable[T]]) -> tuple[T, ...]:
    """Gives all that is read, or nothing while nothing can be."""
    return if_readable(lambda: tuple(read()), ())

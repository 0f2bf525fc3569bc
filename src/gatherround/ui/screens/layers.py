"""One screen over another and away again: a key pressed twice lays one screen, and takes one away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from textual.screen import Screen

Answer = TypeVar("Answer")


def lay_over(below: Screen[Any], over: Screen[Answer], then: Callable[[Answer | None], None] | None = None) -> None:
    """Lays a screen over another, whose answer `then` takes; where one lies there already, nothing happens."""
    if below.is_active:
        below.app.push_screen(over, then)


def put_away(screen: Screen[Answer], answer: Answer | None = None) -> None:
    """Takes a screen away with its answer; where it has gone, or another lies over it, nothing happens.

    Textual (8.2.8) takes away whatever lies on top and answers for the screen that was asked, twice if asked twice.
    `is_current` is no help: it is also true of the screen below the top one.
    """
    if screen.is_active:
        screen.dismiss(answer)

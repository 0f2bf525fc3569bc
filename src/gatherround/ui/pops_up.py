"""A line that pops up over a page, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from gatherround.domain.refusing import Refusal
from gatherround.host.troubles import Trouble


def tell(screen: Screen[Any], sentence: str, *, seconds: float | None = None) -> None:
    """Says one thing at a time; what was said before has been read."""
    screen.app.clear_notifications()
    screen.notify(sentence, markup=False, timeout=seconds)


def attempt(screen: Screen[Any], change: Callable[[], object]) -> bool:
    """Tells whether a change was made; where it was not, a kind line says why."""
    try:
        change()
    except (Refusal, Trouble) as no:
        tell(screen, no.sentence)
        return False
    return True

"""A line that pops up over a page, one at a time."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen


def tell(screen: Screen[Any], sentence: str, *, seconds: float | None = None) -> None:
    """Says one thing at a time; what was said before has been read."""
    screen.app.clear_notifications()
    screen.notify(sentence, markup=False, timeout=seconds)

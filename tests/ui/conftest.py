"""Spares what nobody needs of the pages that a test opens: each took a quarter or more of what opening one takes.

Each stylesheet is parsed once for all the apps of a worker. A page is drawn when it has come to rest or is looked at,
with all that has changed on it since, and not at each change on the way there.
"""

from __future__ import annotations

from typing import Any

from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

Looks = dict[tuple[object, ...], Any]
DRAWN_AT_ONCE = Screen._compositor_refresh


def pytest_configure() -> None:
    """Has both done to whatever app is opened from now on."""
    _parse_once()
    Screen._compositor_refresh = _to_be_drawn  # type: ignore[method-assign]


def _to_be_drawn(screen: Screen[Any]) -> None:
    """Leaves what has changed among the compositor's dirty regions, where the next drawing finds it."""
    app = screen.app
    if screen is not app.screen or not app.is_headless:
        DRAWN_AT_ONCE(screen)
        return
    screen._dirty_widgets.clear()
    app._update_mouse_over(screen)


def _parse_once() -> None:
    """Keeps what was parsed by its letters, its place and the light that it was read under."""
    parsed: Looks = {}
    parse = Stylesheet._parse_rules

    def once(self: Stylesheet, *source: Any, **place: Any) -> Any:
        light = tuple(sorted(self._variables.items()))
        key = (source, tuple(sorted(place.items())), light)
        if key not in parsed:
            parsed[key] = parse(self, *source, **place)
        return parsed[key]

    Stylesheet._parse_rules = once  # type: ignore[method-assign]

"""A tiny host for one widget at a time, and words that would like to be markup."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AbstractAsyncContextManager
from functools import wraps
from typing import Any, ClassVar, Literal, ParamSpec

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from gatherround.ui.stylesheet import FIRST_LOOKS, LATER_LOOKS
from gatherround.ui.themes import register_themes

P = ParamSpec("P")
HOSTILE = (
    "[/b]",
    "[/]",
    "[@click=app.quit]x[/]",
    "[bold red]loud",
    "[",
    "]",
    "\\[",
    "$name",
    "${name}",
    "$$",
    "[link=file:///etc/passwd]a[/link]",
    "a\x1b]52;c;aGk=\x07b",
    "\x1b[2J\x9b2J",
    "one\nline\nmore",
    "王小明",
    "👩\u200d👩\u200d👧 👍🏽",
    "e\u0301" * 60,
    "مرحبا",
    "x" * 300,
    "",
    "   ",
)


class Host(App[None]):
    """Shows what it is given under the shipped looks."""

    ENABLE_COMMAND_PALETTE = False
    CSS_PATH: ClassVar = [*FIRST_LOOKS, *LATER_LOOKS]

    def __init__(self, *shown: Widget, theme: str = "candle", motion: bool = False) -> None:
        super().__init__()
        register_themes(self)
        self.theme = theme
        level: Literal["none", "full"] = "full" if motion else "none"
        self.animation_level = level
        self._shown = shown
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        yield from self._shown


def hosted(
    *shown: Widget, size: tuple[int, int] = (80, 24), theme: str = "candle", motion: bool = False
) -> AbstractAsyncContextManager[Pilot[None]]:
    """Opens a host; every message of ours that reaches it is kept in `heard` as (name, index)."""
    app = Host(*shown, theme=theme, motion=motion)

    def hear(message: object) -> None:
        if type(message).__module__.startswith("gatherround"):
            app.heard.append((type(message).__qualname__, getattr(message, "index", None)))

    return app.run_test(size=size, message_hook=hear)


def heard(pilot: Pilot[None]) -> list[object]:
    """Gives what our widgets have said so far, each message once."""
    assert isinstance(pilot.app, Host)
    return list(dict.fromkeys(pilot.app.heard))


def awaited(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Lets a test be a coroutine."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


def drawn(widget: Widget) -> list[str]:
    """Gives what a widget shows, row by row."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


def fills_its_cells(widget: Widget) -> bool:
    """Tells whether every row of a widget is exactly as wide as the widget."""
    return all(widget.render_line(y).cell_length == widget.size.width for y in range(widget.size.height))


class HandClock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds

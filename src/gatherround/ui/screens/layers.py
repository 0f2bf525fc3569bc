"""One screen over another and away again: a key pressed twice lays one screen, and takes one away."""

from __future__ import annotations

from asyncio import Future, get_running_loop
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from typing import Any, Final, ParamSpec, TypeVar

from textual.app import App
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.screen import Screen

Answer = TypeVar("Answer")
P = ParamSpec("P")
ASKING: Final = "asking"
"""What waits for an answer; whoever waits until all is done does not wait for this."""
LEAST: Final = Size(40, 12)
"""The columns and rows in which every page of the game is complete."""


def fits(size: Size) -> bool:
    """Tells whether the game can be played in a window of this size."""
    return size.width >= LEAST.width and size.height >= LEAST.height


def lay_over(below: Screen[Any], over: Screen[Answer], then: Callable[[Answer | None], None] | None = None) -> None:
    """Lays a screen over another, whose answer `then` takes; where one lies there already, nothing happens."""
    if below.is_active:
        look_its_size(over, below.app)
        below.app.push_screen(over, then)


def asked(below: Screen[Any], over: Screen[Answer]) -> Awaitable[Answer | None]:
    """Lays a question over a screen and gives its answer to wait for; where one lies there already, that is none.

    It lies there when this returns, so that of two keys pressed at once the second reaches it.
    """
    answer: Future[Answer | None] = get_running_loop().create_future()

    def take(said: Answer | None) -> None:
        if not answer.done():  # whoever waited may have given up, as everybody does when the game is left
            answer.set_result(said)

    if below.is_active:
        lay_over(below, over, take)
    else:
        take(None)
    return answer


def in_turn(below: Screen[Any], ask: Callable[P, Coroutine[Any, Any, None]], *args: P.args, **kwargs: P.kwargs) -> None:
    """Asks several questions, one after another: an action that waited for an answer would keep every key waiting.

    A function is handed over, and no coroutine: where the game is left first, none has been begun.
    """
    worker: Callable[[], Any] = partial(ask, *args, **kwargs)
    below.run_worker(worker, group=ASKING)


def look_its_size(screen: Screen[Any], app: App[Any]) -> None:
    """Gives a screen the looks of a window of this size before anything lies on it.

    Textual (8.2.8) does so once it is shown, and works out the looks and places of all that lies there a second time.
    """
    for length, looks in ((app.size.width, app.HORIZONTAL_BREAKPOINTS), (app.size.height, app.VERTICAL_BREAKPOINTS)):
        name = max(((least, name) for least, name in looks or () if length >= least), default=(0, ""))[1]
        screen.update_classes({name: True} if name else {}, update=False)


def read_on(screen: Screen[Any], way: int, *, again: int = 1) -> None:
    """Shows what stands further down a page, or up where `way` is -1, with so many of its rows `again`.

    A key may still come when the page is going and nothing lies on it any more.
    """
    for page in screen.query(VerticalScroll):
        page.scroll_relative(y=way * max(1, page.size.height - again), animate=False)


def put_away(screen: Screen[Answer], answer: Answer | None = None) -> None:
    """Takes a screen away with its answer; where it has gone, or another lies over it, nothing happens.

    Textual (8.2.8) takes away whatever lies on top and answers for the screen that was asked, twice if asked twice.
    `is_current` is no help: it is also true of the screen below the top one.
    """
    if screen.is_active:
        screen.dismiss(answer)

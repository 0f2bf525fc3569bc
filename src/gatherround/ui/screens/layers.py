"""One screen over another and away again: a key pressed twice lays one screen, and takes one away."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator
from contextlib import suppress
from functools import wraps
from types import coroutine
from typing import Any, Final, ParamSpec, TypeAlias, TypeVar

from textual import events
from textual.app import App
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.screen import ModalScreen, Screen

Answer = TypeVar("Answer")
Asks = ParamSpec("Asks")
Layers: TypeAlias = tuple[Screen[Any], Screen[Any]]
"""A screen, and the question that is laid over it."""
LEAST: Final = Size(40, 12)
"""The columns and rows in which every page of the game is complete."""


class Layer(Screen[Answer]):
    """A screen of the game, which lies in the window as it is now."""

    async def _on_resize(self, event: events.Resize) -> None:
        """Lets go a size that the window has no longer.

        Textual (8.2.8) lays a screen out in whatever size it hears of, and then tells the screen of that size once
        more. Of two sizes with something else between them each would call for the other, without an end: somebody who
        pulls a window larger would be left with a game that hears nothing any more.
        """
        if event.size != self.app.size:
            event.prevent_default()


class Over(Layer[Answer], ModalScreen[Answer]):
    """The same, laid over another, which can be seen behind it."""


def fits(size: Size) -> bool:
    """Tells whether the game can be played in a window of this size."""
    return size.width >= LEAST.width and size.height >= LEAST.height


def lay_over(below: Screen[Any], over: Screen[Answer], then: Callable[[Answer | None], None] | None = None) -> None:
    """Lays a screen over another, whose answer `then` takes; where one lies there already, nothing happens."""
    if below.is_active:
        look_its_size(over, below.app)
        below.app.push_screen(over, then)


@coroutine
def asked(below: Screen[Any], over: Screen[Answer]) -> Generator[Layers, Any, Answer | None]:
    """Lays a question over a screen and gives its answer, or none where somebody goes back.

    For questions that are asked `in_turn`, and `await asked(...)` in these alone.
    """
    answer: Answer | None = yield below, over
    return answer


def in_turn(questions: Callable[Asks, Coroutine[Layers, Any, None]]) -> Callable[Asks, None]:
    """Makes of several questions, one after another, what a key does: each is laid where the last was answered.

    So of two keys pressed at once the second reaches the first question. Nothing waits for an answer meanwhile; where
    a question cannot be laid, and where the game is left, what would have come of it is let go.
    """

    @wraps(questions)
    def ask(*args: Asks.args, **kwargs: Asks.kwargs) -> None:
        flow = questions(*args, **kwargs)

        def go_on(answer: Any = None) -> None:
            with suppress(StopIteration):
                lay_over(*flow.send(answer), go_on)

        go_on()

    return ask


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

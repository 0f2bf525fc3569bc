"""One screen over another and away again: a key pressed twice lays one screen, and takes one away."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Generator
from contextlib import suppress
from functools import wraps
from typing import Any, Final, Generic, ParamSpec, TypeVar

from textual.app import App
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.screen import Screen

Answer = TypeVar("Answer")
Asks = ParamSpec("Asks")
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


async def asked(below: Screen[Any], over: Screen[Answer]) -> Answer | None:
    """Lays a question over a screen and waits for its answer; where one lies there already, there is none.

    For a worker, in which several questions follow each other: an action that waits keeps every key waiting.
    """
    if not below.is_active:
        return None
    look_its_size(over, below.app)
    return await below.app.push_screen(over, wait_for_dismiss=True)


class AnswerTo(Generic[Answer]):
    """Lays a question over a screen and is its answer, for a flow that is `in_turn`: `await AnswerTo(page, sheet)`."""

    def __init__(self, below: Screen[Any], over: Screen[Answer]) -> None:
        self.below = below
        self.over = over

    def __await__(self) -> Generator[Any, Any, Answer | None]:
        """Waits for the answer; none where somebody goes back."""
        answer: Answer | None = yield self
        return answer


def in_turn(questions: Callable[Asks, Coroutine[AnswerTo[Any], Any, None]]) -> Callable[Asks, None]:
    """Makes questions that follow each other what a key does: each is laid in the very turn in which the last was left.

    So two quick keys are one move, and the second is an answer to the first question. It waits in no worker, which
    would be waited for in its turn; where a question cannot be laid, all that would have come of it is let go.
    """

    @wraps(questions)
    def ask(*args: Asks.args, **kwargs: Asks.kwargs) -> None:
        flow = questions(*args, **kwargs)

        def go_on(answer: Any = None) -> None:
            with suppress(StopIteration):
                question = flow.send(answer)
                lay_over(question.below, question.over, go_on)

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

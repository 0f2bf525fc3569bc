"""A story book that somebody gave comes in: where it lies, what to know about it first, and onto the shelf."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from gatherround.domain.text import one_line, tidy
from gatherround.host.at_hand import books_at_hand
from gatherround.host.house import House
from gatherround.host.paths import is_there, typed
from gatherround.host.story_books import SAME, Arrival, Refused, StoryBooks
from gatherround.host.troubles import CannotBe, CannotKeep
from gatherround.ui import words
from gatherround.ui.lists import option
from gatherround.ui.screens.layers import asked, in_turn, put_away, read_on
from gatherround.ui.screens.sheets import FromList, Line
from gatherround.ui.widgets.keybar import KeyBar

WHICH: Final = "Which one? These lie in your downloads."
ANOTHER: Final = "another one: I'll say where it lies"
WHERE: Final = "Where does it lie?"
HINT: Final = "The file that somebody gave you, such as ~/Downloads/the-lost-cake.zip. Drag it in here, if you like."
NOT_THERE: Final = "There is nothing there. Is the name all of it?"
FIRST: Final = "Before it comes in"
NOT_IN: Final = "It does not come in"
IN: Final = "On your shelf now: {title}."


class LookedAt(ModalScreen[bool]):
    """Says what was found in a story book; where it `asks` something, the answer is whether it comes in."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,y", "yes", "bring it in", id="yes", key_display="enter", tooltip="Put it on your shelf"),
        Binding("down,pagedown", "read_on(1)", "read on", show=False, id="read-on", key_display="↓"),
        Binding("up,pageup", "read_on(-1)", show=False),
        Binding("escape,backspace", "back", "back", id="back", key_display="esc", tooltip="Nothing is changed"),
    ]

    def __init__(self, title: str, lines: Iterable[str], asks: str = "") -> None:
        super().__init__()
        self._title = title
        self._lines = tuple(lines)
        self._asks = asks

    def compose(self) -> ComposeResult:
        """Lays a sentence under the other, and the question under all of them."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self._title), classes="sheet-title")
            with VerticalScroll(classes="before", can_focus=False):
                yield from (Static(words.plain(tidy(line)), classes="line") for line in self._lines)
            if self._asks:
                yield Static(words.lit(self._asks), classes="says")
            yield KeyBar(("yes", "back"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Has nothing to agree to where nothing is asked."""
        return bool(self._asks) if action == "yes" else True

    def action_read_on(self, way: int) -> None:
        """Shows what stands further down, or up."""
        read_on(self, way)

    def action_yes(self) -> None:
        """Lets it come in."""
        put_away(self, answer=True)

    def action_back(self) -> None:
        """Leaves all as it is."""
        put_away(self)


@in_turn
async def bring_in(below: Screen[Any], house: House, then: Callable[[], object]) -> None:
    """Asks, over a screen, which book comes in, shows it, and puts it on the shelf; `then` it is there."""
    path: Path | None = None
    if lying := books_at_hand():
        options = [*(option(words.clipped(tidy(one.name), 60)) for one in lying), option(ANOTHER)]
        index = await asked(below, FromList(WHICH, options))
        if index is None:
            return
        path = lying[index] if index < len(lying) else None
    if path is None:
        said = await asked(below, Line(WHERE, hint=HINT, gate=_lies, stays=False))
        if said is None or not said.strip():
            return
        path = typed(said)
    books = StoryBooks(house.shelf)
    try:
        with books.arriving(path) as arrival:
            if await asked(below, _first(arrival)):
                books.put(arrival)
                below.notify(IN.format(title=_titled(arrival)), markup=False, timeout=10)
                then()
    except (Refused, CannotKeep) as no:
        await asked(below, LookedAt(NOT_IN, no.sentence.split("\n")))


def _first(arrival: Arrival) -> LookedAt:
    if arrival.same:
        return LookedAt(NOT_IN, (*arrival.lines(), SAME))
    return LookedAt(FIRST, arrival.lines(), arrival.question)


def _titled(arrival: Arrival) -> str:
    return one_line(arrival.pack.title)


def _lies(said: str) -> None:
    """Refuses kindly, while the line can still be changed, what is not there."""
    if said.strip() and not is_there(typed(said)):
        raise CannotBe(NOT_THERE)

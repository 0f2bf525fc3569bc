"""The shelf of one table: what would help, a short list, and one story that lies open beside it."""

from __future__ import annotations

from asyncio import Event
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widgets import Static
from textual.worker import WorkerCancelled

from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.finding import Found, Wanted
from gatherround.domain.play import Plan
from gatherround.host.finding import Finding
from gatherround.host.narrowing import Dial, dials
from gatherround.host.wishes import WISHES, said
from gatherround.ui import words
from gatherround.ui.screens.explained import Explained
from gatherround.ui.stories import asked_of, card_of, heading, nothing, page_of
from gatherround.ui.stylesheet import looks
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.preview_page import PreviewPage
from gatherround.ui.widgets.story_list import SearchLine, StoryList

if TYPE_CHECKING:
    from gatherround.host.house import House
    from gatherround.host.household import Setting

FEW: Final = 5
MANY: Final = 9
"""How many stories a list has; more on a high screen, and never more than there are number keys."""
HIGH: Final = 36
LOOKING: Final = "Looking along the shelf ..."
SMALL: Final = "This page needs a little more room: a larger window, or smaller letters. esc goes back."


class Browsing(Explained[Plan]):
    """Shows what is wanted of the shelf: first the question, then the list with one story open."""

    AUTO_FOCUS = ""
    CSS_PATH: ClassVar = looks("finding")

    wanted: var[Wanted] = var(Wanted())
    asking: var[bool] = var(default=True, toggle_class="-asking", bindings=True)
    place: var[int] = var(0)
    """Which of what is found lies open, counting from 0."""

    def __init__(
        self,
        house: House,
        setting: Setting,
        opened: Event | None = None,
        *,
        is_held: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._is_held = is_held
        self._opened = opened
        self.house = house
        self.set_wish = setting.wish
        self.answered = False
        self.finding = Finding(house, setting.here, setting.minutes)
        self.found: tuple[Found, ...] = ()
        self.set_class(True, "-nothing")
        self.dials: tuple[Dial, ...] = ()

    def compose(self) -> ComposeResult:
        """Lays the question, the list and the page."""
        asked = self.finding.asked
        yield Static(
            words.phrase("[b]Find one[/b]   $whom", whom=heading(asked.people, asked.minutes)), classes="heading"
        )
        with Vertical(classes="question"):
            yield Static(words.bold("What would help?"), classes="asked")
            yield Doors(tuple(line for _, line in WISHES))
        with Horizontal(classes="shelf"):
            yield StoryList()
            yield PreviewPage()
            yield Static(LOOKING, classes="nothing")
        yield Static(words.plain(SMALL), classes="small")
        yield KeyBar(kept=("play", "getting-help", "back"))

    def on_mount(self) -> None:
        """Looks along the shelf while the question is being read."""
        self.look()

    @work
    async def look(self) -> None:
        """Waits for the story books, and has them sorted where nobody waits for it."""
        try:
            if self._opened is not None:
                await self._opened.wait()
            await self.run_worker(self.finding.look, thread=True).wait()
        except WorkerCancelled:
            return  # the page, or the game, has been left meanwhile
        self.dials = dials(self.finding.shelf.fits, self.finding.asked.people, self.finding.titles())
        self.show()

    def watch_asking(self, asking: bool) -> None:
        """Remembers that there was an answer, so that going back goes to it."""
        self.answered = self.answered or not asking

    def watch_wanted(self) -> None:
        """Shows what is wanted now, the best of it open."""
        self.set_reactive(Browsing.place, 0)
        self.show()

    def watch_place(self) -> None:
        """Opens another story."""
        if self.there:
            self._show_list()
            self._show_page()
            self.refresh_bindings()

    def on_resize(self) -> None:
        """Has as many stories in the list, and as much on the page, as the window has room for."""
        self.call_after_refresh(self.watch_place)

    @property
    def there(self) -> bool:
        """Whether the page lies somewhere: not before it is laid, nor while it or the game is being left."""
        return self.is_mounted and self.is_attached and self in self.app.screen_stack

    @property
    def open_one(self) -> Found | None:
        """The story that lies open, if there is one."""
        return self.found[self.place] if self.place < len(self.found) else None

    @property
    def room(self) -> int:
        """How many stories the list has room for."""
        return MANY if self.size.height >= HIGH else FEW

    def show(self) -> None:
        """Looks again for what is wanted, and shows it."""
        if not (self.there and self.finding.ready):
            return
        self.found = self.finding.found(self.wanted)
        self.set_reactive(Browsing.place, min(self.place, max(0, len(self.found) - 1)))
        self.set_class(not self.found, "-nothing")
        self.query_one(StoryList).ask(said(self.wanted.wish), asked_of(self.dials, self.wanted))
        self.set_class(self.wanted.wish == "hard-night", "-easy")
        self._show_list()
        self._show_page()
        self.refresh_bindings()

    def _show_list(self) -> None:
        first = self.place - self.place % self.room
        page = self.found[first : first + self.room]
        cards = tuple(card_of(self.finding, one) for one in page)
        self.query_one(StoryList).answer(cards, self.place - first, len(self.found) - len(page), self.room)

    @property
    def is_ours(self) -> bool:
        """Whether the story that lies open stands in our own book."""
        return self.open_one is not None and self.open_one.activity.pack == BOOK

    def _show_page(self) -> None:
        self.set_class(self.is_ours, "-ours")
        self.set_class(self.open_one is not None and not self.is_ours, "-theirs")
        if (one := self.open_one) is None:
            typing = isinstance(self.focused, SearchLine)
            told = nothing(self.finding, self.wanted, typing=typing) if self.finding.ready else words.plain(LOOKING)
            self.query_one(".nothing", Static).update(told)
            return
        page = self.query_one(PreviewPage)
        page.roomy = self.size.height >= HIGH
        page.page = page_of(self.finding, one)

"""What is laid over the form for a moment: ours, the file, and whether these are the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from gatherround.domain.drafts.ways import Page, WayIn
from gatherround.ui import words
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.layers import Over, put_away


class Sheet(Over[None]):
    """Something to read, which goes at any of the usual keys, or at a click."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,backspace,f1,f2", "close", "back", id="close", key_display="esc"),
    ]

    def on_click(self) -> None:
        """Goes back at a click too."""
        self.action_close()

    def action_close(self) -> None:
        """Goes back to the form."""
        put_away(self)


NOT_THERE: Final = (
    "The story that is shown here is not on this shelf. Your own needs none; what stands in grey says how."
)


class SeeOurs(Sheet):
    """A finished story of ours under the same questions; the box that somebody came from is the first.

    Without a title it is not there, and says so.
    """

    def __init__(self, title: str, way: WayIn, told: Mapping[str, str], field: str) -> None:
        super().__init__()
        self._title = title
        self._way = way
        self._told = told
        self._field = field

    def compose(self) -> ComposeResult:
        """Lays the page that somebody came from first, and then the others."""
        if not self._title:
            with VerticalScroll(classes="sheet"):
                yield Static(words.plain(NOT_THERE), classes="told")
                yield Static(words.plain("esc goes back to yours"), classes="aside")
            return
        pages = self._way.pages
        first = pages[self._way.page_of(self._field)]
        with VerticalScroll(classes="sheet"):
            yield Static(words.phrase("[b]$title[/b]   one of ours", title=self._title), classes="sheet-title")
            for page in (first, *(page for page in pages if page is not first)):
                yield from self._told_on(page)
            yield Static(words.plain("esc goes back to yours"), classes="aside")

    def _told_on(self, page: Page) -> Iterator[Static]:
        rows = [(row, [self._told[box.field] for box in row.boxes if box.field in self._told]) for row in page.rows]
        if any(texts for _, texts in rows):
            yield Static(words.dim(page.title), classes="part")
        for row, texts in rows:
            if texts:
                here = self._field in {box.field for box in row.boxes}
                yield Static(words.plain(row.asks), classes="asks")
                yield Static((words.lit if here else words.plain)("\n".join(texts)), classes="told")


class ThisFile(Sheet):
    """The file as the Workshop writes it, so that one day somebody edits it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """Lays the file as it is."""
        with VerticalScroll(classes="sheet -file"):
            yield Static(words.plain(self._page), classes="yaml")
            yield Static(words.plain("esc goes back. This is all there is to a story."), classes="aside")


TOLD_OF: Final = "first {one}, and {two} has the other side"
NOBODY: Final = "no, I'll say who"


class TheseTwo(Question[tuple[str, ...]]):
    """Whether the names in a paragraph are the people of the story, and of whom it is first told."""

    ASKS = "Is this who it is about? The first is told of, the other has the other side."

    def __init__(self, people: tuple[str, ...]) -> None:
        super().__init__()
        self._people = people

    def doors(self) -> tuple[str, ...]:
        """Gives the two as they were met, the other way round, and nobody of them."""
        if len(self._people) < 2:
            return (*self._people, NOBODY)
        one, two = self._people
        return (TOLD_OF.format(one=one, two=two), TOLD_OF.format(one=two, two=one), NOBODY)

    def answer(self, index: int) -> tuple[str, ...] | None:
        """Gives the people, in order."""
        ways = (self._people, tuple(reversed(self._people))) if len(self._people) > 1 else (self._people,)
        return ways[index] if index < len(ways) else None

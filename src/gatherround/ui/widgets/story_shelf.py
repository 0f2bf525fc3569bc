"""The shelf as one leafs through it: the list, and beside it the page that lies open, or why none does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from gatherround.ui.widgets.preview_page import Page, PreviewPage
from gatherround.ui.widgets.story_list import Listed, StoryList
from gatherround.ui.words import Words

LOOKING: Final = "Looking along the shelf ..."


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """The list, the page of the story that lies open in it and whether it is `ours`, or `nothing`: why there is none.

    An evening that is `easy` anyway is offered no easier one.
    """

    listed: Listed
    page: Page | None
    nothing: Words
    ours: bool = False
    easy: bool = False


class StoryShelf(Horizontal):
    """Shows what is laid on it; a click on the list says what was clicked, as the list does."""

    def __init__(self) -> None:
        super().__init__()
        self.stories = StoryList()
        self._page = PreviewPage()
        self._nothing = Static(LOOKING, classes="nothing")

    def compose(self) -> ComposeResult:
        """Lays the list beside the page."""
        yield self.stories
        yield self._page
        yield self._nothing

    def show(self, laid: Laid, *, roomy: bool) -> None:
        """Shows this list and this page, more of it where there is room, or what is said instead."""
        self.set_class(laid.ours, "-ours")
        self.set_class(laid.page is not None and not laid.ours, "-theirs")
        self.set_class(laid.easy, "-easy")
        self.stories.show(laid.listed)
        if laid.page is not None:
            self._page.show(laid.page, roomy=roomy)
        else:
            self._nothing.update(laid.nothing)

    def read_on(self, step: int) -> None:
        """Shows what stands further down the page, or up, a page at a time."""
        self._page.read_on(step * max(1, self._page.size.height - 2))

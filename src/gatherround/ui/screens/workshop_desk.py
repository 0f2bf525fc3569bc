"""What lies on the desk of the Workshop: whose story it is, the page to type on, and the table that it will lie on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.glance import Glance, Here
from gatherround.domain.drafts.ways import WayIn
from gatherround.ui import words
from gatherround.ui.panels.choice import panel_for
from gatherround.ui.panels.panel import Moved
from gatherround.ui.screens.workshop_page import FormPage
from gatherround.ui.stylesheet import looks
from gatherround.ui.widgets.typing_box import TypingBox

LOOKS: Final = looks("panels", "small", "workshop")
Values = ParamSpec("Values")


class TopLine(Horizontal):
    """Says whose story it is, which page of it this is, and whether all of it is kept."""

    def __init__(self, whose: str) -> None:
        super().__init__(classes="form-top")
        self._whose = whose
        self._where = Static("", classes="where")
        self._saved = Static("", classes="saved")

    def compose(self) -> ComposeResult:
        """Lays the three beside each other."""
        yield Static(words.plain(self._whose), classes="whose")
        yield self._where
        yield self._saved

    def show(self, where: str) -> None:
        """Says which page it is."""
        self._where.update(words.plain(where))

    def show_kept(self, kept: bool) -> None:
        """Says whether all of it is kept."""
        self._saved.update(words.plain("kept" if kept else "..."))


class Pages(Container):
    """One page of a form at a time; whoever goes on from its last box hears of it."""

    class Ended(Message):
        """Somebody goes on from the last box of a page."""

    def __init__(self, way: WayIn) -> None:
        super().__init__(classes="left")
        self._way = way
        self._last: TypingBox | None = None

    @property
    def page(self) -> FormPage | None:
        """The page that is shown; none while it is being turned."""
        return next(iter(self.query(FormPage)), None)

    @property
    def here(self) -> TypingBox | None:
        """The box of this page that somebody types in; a page that has just been turned may leave its own behind."""
        box, page = self.screen.focused, self.page
        return box if isinstance(box, TypingBox) and page is not None and box in page.boxes else None

    @property
    def place(self) -> Here | None:
        """Where on the page somebody types, or would; none while it is being turned."""
        box, page = self.here, self.page
        if page is None:
            return None
        return Here(page.page, box.field, box.typed.at) if box is not None else Here(page.page, page.boxes[0].field)

    def has_box(self, field: str) -> bool:
        """Tells whether a box is on the page that is shown."""
        return self.page is not None and self.page.box(field) is not None

    def show(self, draft: Draft) -> None:
        """Puts a draft into the boxes of the page, in place of what stands there."""
        if self.page is not None:
            self.page.show(draft)

    def show_grey(self, draft: Draft) -> None:
        """Puts what stands in grey into the boxes, and leaves what is typed alone.

        In one of them there may be a letter already of which the form has not heard yet.
        """
        if self.page is not None:
            self.page.show_grey(draft)

    def say(self, glance: Glance) -> None:
        """Says of the page what there is to say."""
        if self.page is not None:
            self.page.say(glance.says, glance.quiet)

    async def turn_to(self, number: int, draft: Draft, field: str = "") -> None:
        """Shows a page, and the box of a field on it; else the first that is empty."""
        page = FormPage(self._way.pages[number], draft)
        self._last = page.box(field) or next((one for one in page.boxes if not one.text), None) or page.boxes[0]
        async with self.batch():
            await self.remove_children()
            if self.is_attached:  # else the form was left while the page before was being put away
                await self.mount(page)
        self.type_on()

    def on_typing_box_moved(self, message: TypingBox.Moved) -> None:
        """Remembers in which box somebody types."""
        self._last = message.box

    @on(events.Show)
    def type_on(self) -> None:
        """Has somebody type on in the box they were in, where it can be seen: what is hidden gets no key."""
        if self.display and self._last is not None and self.page is not None and self._last in self.page.boxes:
            self.screen.set_focus(self._last)

    def type_in(self, field: str) -> None:
        """Has somebody type on in the box of a field, where it is on this page."""
        if self.page is not None and (box := self.page.box(field)) is not None:
            self._last = box
            self.type_on()

    def on_typing_box_done(self, message: TypingBox.Done) -> None:
        """Goes to the next box, or to the one before."""
        message.stop()
        page, here = self.page, self.here
        if page is None or here is None:
            return
        at = page.boxes.index(here) + (-1 if message.back else 1)
        if 0 <= at < len(page.boxes):
            self.screen.set_focus(page.boxes[at])
        elif at > 0:
            self.post_message(self.Ended())

    def after_typing(self, do: Callable[[], object]) -> None:
        """Does something once every letter that was typed before stands in its box: keys reach a box in their turn."""
        (self.here or self).call_later(self.screen.call_later, do)


class HasPages(Protocol):
    """A screen on which pages are turned."""

    pages: Pages


Form = TypeVar("Form", bound=HasPages)


def once_typed(do: Callable[Concatenate[Form, Values], object]) -> Callable[Concatenate[Form, Values], None]:
    """Makes of what a key does something that waits until every letter that was typed before it is heard of."""

    @wraps(do)
    def later(form: Form, /, *values: Values.args, **named: Values.kwargs) -> None:
        form.pages.after_typing(partial(do, form, *values, **named))

    return later


class Beside(Vertical):
    """Shows the table as it will look, to be looked at only, and how the story stands."""

    def __init__(self) -> None:
        super().__init__(classes="right")
        self._pane = Container(classes="pane -slim -low")
        self._notes = Static("", classes="notes")

    def compose(self) -> ComposeResult:
        """Lays the table over the notes."""
        yield Static(words.plain("AT THE TABLE it will look like this"), classes="over")
        yield self._pane
        yield self._notes

    async def show(self, glance: Glance) -> None:
        """Shows a page of the table."""
        self._notes.update(words.plain(glance.notes))
        if not self.display:
            return  # nobody sees the table now, and drawing it is most of the work
        async with self.batch():
            await self._pane.remove_children()
            if self._pane.is_attached:
                await self._pane.mount(panel_for(glance.play))

    def on_moved(self, message: Moved) -> None:
        """Lets nothing be done at this table."""
        message.stop()

"""The form: a story is typed on the left, and the table it will lie on is on the right while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from gatherround.domain.drafts.advice import Advice
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.glance import glanced
from gatherround.domain.drafts.undoing import Step, Writing
from gatherround.host.workshop import Workshop
from gatherround.ui.kept_soon import KeptSoon, Soon
from gatherround.ui.screens import workshop_over as over
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import put_away
from gatherround.ui.screens.workshop_desk import LOOKS, Beside, Pages, TopLine, once_typed
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.typing_box import TypingBox

if TYPE_CHECKING:
    from gatherround.host.house import House

SHOW_AFTER: Final = 0.2
"""Seconds without a letter after which the table beside it follows."""
BROAD: Final = 78
"""Columns from which the table has room beside the page."""
KEPT: Final = ("next", "shelf", "before", "help", "leave", "look", "write")
FIRST: Final = ("undo", "play", "walk", "ours")
ONCE_MORE: Final = "What you typed last is not kept. esc once more leaves without it."


class StoryForm(Explained[None]):
    """Writes one story; what is typed is kept, every change can be undone, and leaving is never a question."""

    AUTO_FOCUS = ""
    CSS_PATH: ClassVar = LOOKS
    SAYS: ClassVar[str] = "Letters go into the box. The keys are these."
    UNDOES: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "walk(1)", "box", id="walk", key_display="tab", tooltip="The next box"),
        Binding("shift+tab", "walk(-1)", show=False),
        Binding("f1", "lay('ours')", "ours", id="ours", key_display="f1", tooltip="A finished story, at the same box"),
        Binding("f2", "lay('file')", "file", id="file", key_display="f2", tooltip="The file that the Workshop writes"),
        Binding("f3", "look(1)", "preview", id="look", key_display="f3", tooltip="How it will look at the table"),
        Binding("f3", "look(0)", "write on", id="write", key_display="f3", tooltip="Back to what you write"),
        Binding(
            "f5", "lay('play')", "play", id="play", key_display="f5", tooltip="Play it with three who are not there"
        ),
        Binding("f7,pageup", "page(-1)", "back", id="before", key_display="f7", tooltip="One page back"),
        Binding("f8,pagedown", "page(1)", "next", id="next", key_display="f8", tooltip="One page on"),
        Binding("f8,pagedown", "shelve", "shelve it", id="shelf", key_display="f8", tooltip="Put it on our shelf"),
        Binding(
            "ctrl+z,ctrl+u", "step('back')", "undo", id="undo", key_display="^z", tooltip="Take the last change back"
        ),
        Binding(
            "ctrl+y,ctrl+r",
            "step('forth')",
            "redo",
            id="redo",
            key_display="^y",
            tooltip="Bring back what was taken back",
        ),
        Binding("f9,ctrl+g", "help", "help", id="help", key_display="f9", tooltip="What the keys do while you write"),
        Binding("escape", "leave", "keeps it", id="leave", key_display="esc", tooltip="Go back: all of it is kept"),
    ]

    def __init__(self, house: House, workshop: Workshop, draft: Draft) -> None:
        super().__init__()
        self.house = house
        self.workshop = workshop
        self.writing = Writing(draft)
        self.proposed = False
        """Whether it was asked who the people of this story are."""
        self._opened = workshop.drafts.opened(draft)
        self._hint: Advice | None = None
        self._leaves = False
        self.top = TopLine(f"{'Our story' if draft.story else 'New story'}: {self.writing.way.says}")
        self.pages = Pages(self.writing.way)
        self._beside = Beside()
        self._shown = Soon(self, self.show)
        self.kept = KeptSoon(self, lambda: self._opened.keep(self.draft), self.top.show_kept)

    @property
    def draft(self) -> Draft:
        """What was typed so far."""
        return self.writing.draft

    def compose(self) -> ComposeResult:
        """Lays the page beside its table, and the keys below."""
        yield self.top
        with Horizontal(classes="desk"):
            yield self.pages
            yield self._beside
        yield KeyBar(KEPT, first=FIRST, words=True)

    async def on_mount(self) -> None:
        """Shows the page on which the draft was left."""
        await self.turn_to(self.writing.page)

    async def turn_to(self, number: int, field: str = "", *, hint: Advice | None = None) -> None:
        """Shows a page, the box of a field on it, and a hint for as long as that box is empty."""
        self.writing = self.writing.turned(number)
        await self.pages.turn_to(number, self.draft, field)
        if self.is_attached:
            self._hint = hint
            pages = self.writing.way.pages
            self.top.show(f"{number + 1} of {len(pages)}  {pages[number].title}")
            self._shown.after(SHOW_AFTER / 4)
            self.refresh_bindings()

    def become(self, writing: Writing) -> None:
        """Takes what was taken back, or said elsewhere: it is put into the boxes, shown at the table, and kept."""
        self._take(writing)
        self.pages.show(self.draft)

    def _take(self, writing: Writing) -> None:
        """Takes what stands in the boxes: it is soon shown at the table, and kept."""
        self.writing = writing
        self._leaves = False
        self.pages.show_grey(self.draft)
        self._shown.after(SHOW_AFTER)
        self.kept.touched()
        self.refresh_bindings()

    async def show(self) -> None:
        """Shows the box of now at the table, and one thing that could be better about this page."""
        if (place := self.pages.place) is None or not self.is_attached:
            return
        opinion = self.workshop.opinion(self.draft)
        glance = glanced(self.draft, place, opinion, self.house.shelf.words, self._hint)
        if glance.says is not self._hint:
            self._hint = None  # its box was filled
        self.pages.say(glance)
        await self._beside.show(glance)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now."""
        match action, parameters:
            case "page", (int(step),):
                return self.writing.has_page(step)
            case "shelve", _:
                return not self.writing.has_page(1)
            case "step", ("back" | "forth" as way,):
                return self.writing.may(way)
            case "look", (shows,):
                return self.app.size.width < BROAD and self.has_class("-looking") != bool(shows)
            case _:
                return True

    def on_resize(self) -> None:
        """Says anew which keys mean something; the table may have found room."""
        self.refresh_bindings()
        self._shown.after(SHOW_AFTER)

    # What is typed

    def on_typing_box_changed(self, message: TypingBox.Changed) -> None:
        """Takes what was typed: it can be undone, is shown at the table, and is kept."""
        message.stop()
        box = message.box
        if self.draft.said(box.field) == box.text:
            return
        self._take(self.writing.typed(box.field, box.text, box.typed.at))
        if message.pasted and box.field == "scene":
            over.ask_who_it_is(self, box.text)

    def on_typing_box_moved(self, message: TypingBox.Moved) -> None:
        """Lets the table follow to the box, and to the breath of a scene, in which somebody is."""
        message.stop()
        self._shown.after(SHOW_AFTER / 4)

    def on_pages_ended(self, message: Pages.Ended) -> None:
        """Goes on from the last box to the next page."""
        message.stop()
        if self.writing.has_page(1):
            self.call_next(self.action_page, 1)

    # What the keys do

    def action_walk(self, step: int) -> None:
        """Goes to the next box or to the one before; a click on the bottom line does what tab does."""
        (self.focus_next if step > 0 else self.focus_previous)(TypingBox)

    @once_typed
    async def action_step(self, way: Step) -> None:
        """Takes the last change back or brings it back, and goes to the page and the box that it was in."""
        if (step := self.writing.stepped(way)) is None:
            return
        writing, field = step
        self.become(writing)
        if (number := writing.way.page_of(field)) != writing.page:
            await self.turn_to(number, field)
        else:
            self.pages.type_in(field)

    @once_typed
    async def action_page(self, step: int) -> None:
        """Turns the page; where the people of the story are asked for, it says first who they may be."""
        if self.writing.has_page(step):
            await self.turn_to(self.writing.page + step)
            if not self.proposed and self.pages.has_box("name1"):
                over.ask_who_it_is(self, self.draft.meant("scene"))

    def action_look(self, shows: int) -> None:
        """Shows the table in place of the page, or the page again."""
        self.set_class(bool(shows), "-looking")
        self.refresh_bindings()
        self._shown.after(SHOW_AFTER / 4)

    def action_lay(self, what: str) -> None:
        """Lays a finished story, the file that all of this comes to, or a trial of it over the form."""
        over.LAYS[what](self)

    @once_typed
    async def action_shelve(self) -> None:
        """Puts the story on the shelf, or goes to the first box that is still to be filled."""
        await over.finish(self)

    @once_typed
    def action_leave(self) -> None:
        """Goes back; all that was typed is kept and offered again. What cannot be kept is left at the second try."""
        is_to_be_kept = self.kept.waits or self._opened.is_to_be_kept(self.draft)
        if is_to_be_kept and not self.kept.now() and not self._leaves:
            self._leaves = True
            self.notify(ONCE_MORE, markup=False)
        else:
            self.rest()
            put_away(self)

    def on_unmount(self) -> None:
        """Keeps what was typed last, however the form goes."""
        self.kept.at_last()

    def rest(self) -> None:
        """Waits for nothing more: all of it is kept where it belongs."""
        self._shown.let_go()
        self.kept.let_go()

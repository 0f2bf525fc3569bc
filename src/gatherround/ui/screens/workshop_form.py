"""The form: a story is typed on the left, and the table it will lie on is on the right while it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from gatherround.domain.drafts.advice import Advice, how_it_stands, odd_ages, other_half
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.showing import shown
from gatherround.domain.drafts.undoing import Writing
from gatherround.domain.drafts.ways import way_in
from gatherround.host.workshop import Workshop
from gatherround.ui.kept_soon import KeptSoon, Soon
from gatherround.ui.screens import workshop_over as over
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import put_away
from gatherround.ui.screens.workshop_desk import LOOKS, Beside, Pages, TopLine
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
        self._way = way_in(draft.way)
        self._opened = draft
        self._was_begun = draft in workshop.drafts.all()
        self._hint: Advice | None = None
        self._leaves = False
        self.top = TopLine(f"{'Our story' if draft.story else 'New story'}: {self._way.says}")
        self.pages = Pages(self._way)
        self._beside = Beside()
        self._shown = Soon(self, self.show)
        self.kept = KeptSoon(self, self._keep, self.top.show_kept)

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
        await self.turn_to(min(self.draft.page, len(self._way.pages) - 1))

    async def turn_to(self, number: int, field: str = "", *, hint: Advice | None = None) -> None:
        """Shows a page, the box of a field on it, and a hint for as long as that box is empty."""
        self.writing = self.writing.turned(number)
        await self.pages.turn_to(number, self.draft, field)
        if self.is_attached:
            self._hint = hint
            self.top.show(f"{number + 1} of {len(self._way.pages)}  {self._way.pages[number].title}")
            self._shown.after(SHOW_AFTER / 4)
            self.refresh_bindings()

    def become(self, writing: Writing) -> None:
        """Takes what was taken back, or said elsewhere: it is put into the boxes, shown at the table, and kept."""
        self._take(writing)
        if (page := self.pages.page) is not None:
            page.show(self.draft)

    def _take(self, writing: Writing) -> None:
        """Takes what stands in the boxes: it is soon shown at the table, and kept.

        The boxes are left alone: in one of them there may be a letter already of which the form has not heard yet.
        """
        self.writing = writing
        self._leaves = False
        if (page := self.pages.page) is not None:
            page.show_grey(self.draft)
        self._shown.after(SHOW_AFTER)
        self.kept.touched()
        self.refresh_bindings()

    async def show(self) -> None:
        """Shows the box of now at the table, and one thing that could be better about this page."""
        box, page = self.pages.here, self.pages.page
        if page is None or not self.is_attached:
            return
        field, at = (box.field, box.typed.at) if box is not None else (page.boxes[0].field, 0)
        opinion = self.workshop.opinion(self.draft)
        if self._hint is not None and self.draft.meant(self._hint.field):
            self._hint = None
        odd = odd_ages(self.draft) if page.box("ages") is not None else None
        says = self._hint or odd or opinion.first(page.page, field) or other_half(self.draft, page.page, field)
        page.say(says, dict(opinion.quiet))
        await self._beside.show(
            shown(self.draft, field, self.house.shelf.words, at), how_it_stands(self.draft, opinion)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now."""
        last = self.draft.page == len(self._way.pages) - 1
        match action, parameters:
            case "page", (-1,):
                return self.draft.page > 0
            case "page", _:
                return not last
            case "shelve", _:
                return last
            case "step", ("back",):
                return bool(self.writing.past)
            case "step", _:
                return bool(self.writing.future)
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
        if self.check_action("page", (1,)):
            self.call_next(self.action_page, 1)

    # What the keys do

    def action_walk(self, step: int) -> None:
        """Goes to the next box or to the one before; a click on the bottom line does what tab does."""
        (self.focus_next if step > 0 else self.focus_previous)(TypingBox)

    def action_step(self, way: str) -> None:
        """Takes the last change back, on whichever page it was, or brings back what was taken back last."""
        self.pages.after_typing(self._step, way)

    async def _step(self, way: str) -> None:
        """Goes where a change taken back or brought back leads, and to the page and the box that it was in."""
        step = self.writing.back() if way == "back" else self.writing.forth()
        if step is None:
            return
        writing, field = step
        self.become(writing)
        if (number := self._way.page_of(field)) != self.draft.page:
            await self.turn_to(number, field)
        else:
            self.pages.type_in(field)

    def action_page(self, step: int) -> None:
        """Turns the page."""
        self.pages.after_typing(self._turn, step)

    async def _turn(self, step: int) -> None:
        number = self.draft.page + step
        if 0 <= number < len(self._way.pages):
            await self.turn_to(number)
            if not self.proposed and self.pages.page is not None and self.pages.page.box("name1") is not None:
                over.ask_who_it_is(self, self.draft.meant("scene"))

    def action_look(self, shows: int) -> None:
        """Shows the table in place of the page, or the page again."""
        self.set_class(bool(shows), "-looking")
        self.refresh_bindings()
        self._shown.after(SHOW_AFTER / 4)

    def action_lay(self, what: str) -> None:
        """Lays a finished story, the file that all of this comes to, or a trial of it over the form."""
        over.LAYS[what](self)

    def action_shelve(self) -> None:
        """Puts the story on the shelf, or goes to the first box that is still to be filled."""
        self.pages.after_typing(over.finish, self)

    def action_leave(self) -> None:
        """Goes back; all that was typed is kept and offered again."""
        self.pages.after_typing(self._leave)

    def _keep(self) -> None:
        """Keeps the draft; where all of it was taken back, and none was found here, there is none."""
        if self._was_begun or self.draft.goes_on_from(self._opened):
            self.workshop.drafts.keep(self.draft)
        else:
            self.workshop.drafts.forget(self.draft)

    def _leave(self) -> None:
        is_to_be_kept = self.kept.waits or self.draft.goes_on_from(self._opened)
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

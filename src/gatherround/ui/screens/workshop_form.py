"""The form: a story is typed on the left, and the table it will lie on is on the right while it is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding, BindingType

from gatherround.domain.drafts.advice import Advice
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.names import people_in
from gatherround.domain.drafts.telling import missing
from gatherround.domain.drafts.undoing import Change, Changes
from gatherround.host.troubles import CannotKeep
from gatherround.host.workshop import Workshop
from gatherround.ui.panels.panel import Moved
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.workshop_desk import SHOW_AFTER, Desk, listed
from gatherround.ui.widgets.typing_box import TypingBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from gatherround.host.house import House

ONCE_MORE: Final = "What you typed last is not kept. esc once more leaves without it."
PASTED: Final = 8
"""Words from which what was pasted may hold the people of the story."""


class StoryForm(Desk):
    """Writes one story; what is typed is kept, every change can be undone, and leaving is never a question."""

    UNDOES: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "walk(1)", "box", id="walk", key_display="tab", tooltip="The next box"),
        Binding("shift+tab", "walk(-1)", show=False),
        Binding("f1", "ours", "see ours", id="ours", key_display="f1", tooltip="A finished story, at the same box"),
        Binding("f2", "file", "file", id="file", key_display="f2", tooltip="The file that the Workshop writes"),
        Binding("f3", "look", "the table", id="look", key_display="f3", tooltip="How it will look at the table"),
        Binding("f5", "play", "play it", id="play", key_display="f5", tooltip="Play it with three who are not there"),
        Binding("f7,pageup", "page(-1)", "back", id="before", key_display="f7", tooltip="One page back"),
        Binding("f8,pagedown", "page(1)", "next", id="next", key_display="f8", tooltip="One page on"),
        Binding("f8,pagedown", "shelve", "on our shelf", id="shelf", key_display="f8", tooltip="Put it on our shelf"),
        Binding("ctrl+z,ctrl+u", "undo", "undo", id="undo", key_display="^z", tooltip="Take the last change back"),
        Binding("ctrl+y,ctrl+r", "redo", "redo", id="redo", key_display="^y", tooltip="Bring back what was taken back"),
        Binding("escape", "leave", "keeps it", id="leave", key_display="esc", tooltip="Go back: all of it is kept"),
    ]

    def __init__(self, house: House, workshop: Workshop, draft: Draft) -> None:
        super().__init__(house, workshop, draft)
        self._changes = Changes()
        self._opened = draft
        self._leaves = False
        self._proposed = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now."""
        match action, parameters:
            case "page", (-1,):
                return self.draft.page > 0
            case "page", _:
                return not self._last
            case "shelve", _:
                return self._last
            case "undo", _:
                return bool(self._changes.past)
            case "redo", _:
                return bool(self._changes.future)
            case "look", _:
                return not self._has_room
            case _:
                return True

    @property
    def _last(self) -> bool:
        return self.draft.page == len(self._way.pages) - 1

    @property
    def _has_room(self) -> bool:
        return self.app.size.width >= 78

    def on_resize(self) -> None:
        """Says anew which keys mean something; the table may have found room."""
        self.refresh_bindings()
        if self.page is not None:
            self._later("show", SHOW_AFTER, self._show)

    # What is typed

    def on_typing_box_changed(self, message: TypingBox.Changed) -> None:
        """Takes what was typed: it can be undone, is shown at the table, and is kept."""
        message.stop()
        box = message.box
        before = self.draft
        if before.said(box.field) == box.text:
            return
        self._changes = self._changes.typed(before, box.field, box.text, box.typed.at)
        self._become(before.saying(box.field, box.text))
        if message.pasted and box.field == "scene":
            self._propose_people(box.text)

    def on_typing_box_moved(self, message: TypingBox.Moved) -> None:
        """Lets the table follow to the box, and to the breath of a scene, in which somebody is."""
        message.stop()
        self._later("show", SHOW_AFTER / 4, self._show)

    def on_typing_box_done(self, message: TypingBox.Done) -> None:
        """Goes to the next box, and from the last one to the next page."""
        message.stop()
        page = self.page
        if page is None or self.here is None:
            return
        boxes = page.boxes
        at = boxes.index(self.here) + (-1 if message.back else 1)
        if 0 <= at < len(boxes):
            self.set_focus(boxes[at])
        elif at > 0 and not self._last:
            self.call_next(self.action_page, 1)

    def on_moved(self, message: Moved) -> None:
        """Lets the table beside the form be looked at only."""
        message.stop()

    def _propose_people(self, text: str) -> None:
        """Asks whether the two with capital letters are the people of this story."""
        from gatherround.ui.screens.workshop_sheets import TheseTwo

        fields = {box.field for box in self._way.boxes}
        people = people_in(text) if len(text.split()) >= PASTED and "name1" in fields else ()
        if people and not (self.draft.meant("name1") or self.draft.meant("name2")):
            self._proposed = True
            lay_over(self, TheseTwo(people), self._take_people)

    def _take_people(self, people: tuple[str, ...] | None) -> None:
        if people:
            draft = self.draft
            self._changes = self._changes.before(draft, "scene")
            for at, name in enumerate(people, start=1):
                draft = draft.saying(f"name{at}", name)
            self._become(draft)

    # What the keys do

    def action_walk(self, step: int) -> None:
        """Goes to the next box or to the one before; a click on the bottom line does what tab does."""
        (self.focus_next if step > 0 else self.focus_previous)(TypingBox)

    def _after_typing(self, do: Callable[..., object], *values: object) -> None:
        """Does something once every letter that was typed before stands in its box: keys reach a box in their turn."""
        box = self.here
        if box is None:
            self.call_later(do, *values)
        else:
            box.call_later(self.call_later, do, *values)

    def action_undo(self) -> None:
        """Takes the last change back, on whichever page it was."""
        self._after_typing(self._back)

    def action_redo(self) -> None:
        """Brings back what was taken back last."""
        self._after_typing(self._forth)

    async def _back(self) -> None:
        await self._step(self._changes.back(self.draft))

    async def _forth(self) -> None:
        await self._step(self._changes.forth(self.draft))

    async def _step(self, step: tuple[Changes, Change] | None) -> None:
        """Goes where a change taken back or brought back leads, and to the page and the box that it was in."""
        if step is None:
            return
        self._changes, (draft, field) = step
        page = self._way.page_of(field)
        self._become(replace(draft, page=self.draft.page))
        if page != self.draft.page:
            await self._turn_to(page, field)
        elif self.page is not None and (box := self.page.box(field)) is not None:
            self.set_focus(box)

    def action_page(self, step: int) -> None:
        """Turns the page."""
        self._after_typing(self._turn, step)

    async def _turn(self, step: int) -> None:
        number = self.draft.page + step
        if 0 <= number < len(self._way.pages):
            await self._turn_to(number)
            if self.page is not None and self.page.box("name1") is not None and not self._proposed:
                self._propose_people(self.draft.meant("scene"))

    def action_look(self) -> None:
        """Shows the table in place of the page, and the page again."""
        self.toggle_class("-looking")
        self._later("show", SHOW_AFTER / 4, self._show)

    def action_ours(self) -> None:
        """Opens a finished story at the same box."""
        from gatherround.ui.screens.workshop_sheets import SeeOurs

        title, told = self.workshop.ours(self.draft.way)
        field = self.here.field if self.here is not None else "title"
        lay_over(self, SeeOurs(title, self._way, told, field))

    def action_file(self) -> None:
        """Shows the file that all of this comes to."""
        from gatherround.ui.screens.workshop_sheets import ThisFile

        lay_over(self, ThisFile(self.workshop.page(self.draft)))

    def action_play(self) -> None:
        """Plays it with three who are not there; nothing of it is recorded."""
        from gatherround.host.evening import Evening
        from gatherround.ui.screens.table import Table

        evening = Evening(None, self._house.clock)
        evening.start(self.workshop.pretend(self.draft))
        lay_over(self, Table(self._house, evening, patience=0))

    def action_shelve(self) -> None:
        """Puts the story on the shelf, or goes to the first box that is still to be filled."""
        self._after_typing(self._finish)

    async def _finish(self) -> None:
        gaps = missing(self.draft)
        if gaps:
            field = gaps[0]
            await self._turn_to(self._way.page_of(field), field)
            self._hint = Advice(field, f"Still to come: {listed(gaps)}. Then it plays.")
        elif self.draft.way == "happened":
            from gatherround.ui.screens.workshop_names import MadeUpNames

            names = self.workshop.names(self.draft)
            lay_over(self, MadeUpNames(self.draft, names, self.workshop.another), self._named)
        else:
            self._shelve()

    def _named(self, answer: tuple[Draft, bool] | None) -> None:
        if answer is not None:
            self.draft, may_be_kept = answer
            self._keep()
            if may_be_kept:
                self._shelve()

    def _shelve(self) -> None:
        try:
            told = self.workshop.shelve(self.draft)
        except CannotKeep as trouble:
            self.notify(trouble.sentence, markup=False)
            return  # what was typed last is still to be kept
        self._stop_timers()
        rests = f" It rests until {date.fromisoformat(told.rests_until):%A} first." if told.rests_until else ""
        self.app.notify(f"On your shelf: {told.title}.{rests}", markup=False)
        put_away(self)

    def action_leave(self) -> None:
        """Goes back; all that was typed is kept and offered again."""
        self._after_typing(self._leave)

    def _leave(self) -> None:
        # A finished story that was only looked at is no draft, and nor is an empty page.
        looked_at = self._opened.story or self._opened.empty
        is_draft = not looked_at or replace(self.draft, page=self._opened.page) != self._opened
        if is_draft and not self._keep() and not self._leaves:
            self._leaves = True
            self.notify(ONCE_MORE, markup=False)
            return
        self._stop_timers()
        put_away(self)

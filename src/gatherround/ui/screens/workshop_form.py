"""The form: a story is typed on the left, and the table it will lie on is on the right while it is typed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.names import people_in
from gatherround.domain.drafts.showing import shown
from gatherround.domain.drafts.telling import missing, tell, with_examples
from gatherround.domain.drafts.ways import way_in
from gatherround.host.troubles import CannotKeep
from gatherround.host.workshop import Advice, Workshop
from gatherround.ui import words
from gatherround.ui.panels.choice import panel_for
from gatherround.ui.panels.panel import Moved
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.workshop_page import FormPage
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.typing_box import TypingBox

if TYPE_CHECKING:
    from gatherround.host.house import House

LOOKS: Final = tuple(
    str(Path(__file__).parents[1] / "styles" / name) for name in ("panels.tcss", "small.tcss", "workshop.tcss")
)
DRAFT_AFTER: Final = 1.0
"""Seconds without a letter after which what was typed is kept; somebody who never stops is kept every second too."""
SHOW_AFTER: Final = 0.2
"""Seconds without a letter after which the table beside it follows."""
MOST_UNDO: Final = 200
PASTED: Final = 8
"""Words from which what was pasted may hold the people of the story."""
KEPT: Final = ("next", "shelf", "leave", "look", "play")


class StoryForm(Screen[None]):
    """Writes one story; what is typed is kept, every change can be undone, and leaving is never a question."""

    AUTO_FOCUS = ""
    UNDOES: ClassVar[bool] = True
    CSS_PATH: ClassVar = list(LOOKS)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,shift+tab", "walk", "box", id="walk", key_display="tab", tooltip="The next box"),
        Binding("f1", "ours", "see ours", id="ours", key_display="f1", tooltip="A finished story, at the same box"),
        Binding("f2", "file", "file", id="file", key_display="f2", tooltip="The file that the Workshop writes"),
        Binding("f3", "look", "the table", id="look", key_display="f3", tooltip="How it will look at the table"),
        Binding("f5", "play", "play it", id="play", key_display="f5", tooltip="Play it with three who are not there"),
        Binding("f7,pageup", "page(-1)", "back", id="before", key_display="f7", tooltip="One page back"),
        Binding("f8,pagedown", "page(1)", "next", id="next", key_display="f8", tooltip="One page on"),
        Binding("f8,pagedown", "shelve", "on our shelf", id="shelf", key_display="f8", tooltip="Put it on our shelf"),
        Binding("ctrl+z,ctrl+u", "undo", "undo", id="undo", key_display="^z", tooltip="Take the last change back"),
        Binding("escape", "leave", "keeps it", id="leave", key_display="esc", tooltip="Go back: all of it is kept"),
    ]

    draft: var[Draft] = var(Draft(way="two-sides"), init=False)
    saved: var[bool] = var(default=True)

    def __init__(self, house: House, workshop: Workshop, draft: Draft) -> None:
        super().__init__()
        self._house = house
        self.workshop = workshop
        self.set_reactive(StoryForm.draft, draft)
        self._way = way_in(draft.way)
        self._past: list[tuple[Draft, str]] = []
        self._soon: dict[str, Timer] = {}
        self._advice: tuple[Advice, ...] = ()
        self._hint: Advice | None = None

    def compose(self) -> ComposeResult:
        """Lays the page beside its table, and the keys below."""
        with Horizontal(classes="form-top"):
            yield Static(
                words.plain(f"{'Our story' if self.draft.story else 'New story'}: {self._way.says}"), classes="whose"
            )
            yield Static("", classes="where")
            yield Static("", classes="saved")
        with Horizontal(classes="desk"):
            yield Container(classes="left")
            with Vertical(classes="right"):
                yield Static(words.plain("AT THE TABLE it will look like this"), classes="over")
                yield Container(classes="pane -slim -low")
                yield Static("", classes="notes")
        yield KeyBar(KEPT)

    async def on_mount(self) -> None:
        """Shows the page on which the draft was left."""
        await self._turn_to(min(self.draft.page, len(self._way.pages) - 1))

    @property
    def page(self) -> FormPage | None:
        """The page that is shown; none while it is being turned."""
        return next(iter(self.query(FormPage)), None)

    @property
    def here(self) -> TypingBox | None:
        """The box that somebody types in."""
        return self.focused if isinstance(self.focused, TypingBox) else None

    async def _turn_to(self, number: int, field: str = "") -> None:
        self.draft = replace(self.draft, page=number)
        left = self.query_one(".left")
        page = FormPage(self._way.pages[number], self.draft)
        box = page.box(field) or next((one for one in page.boxes if not one.text), None) or page.boxes[0]
        box.first = True
        async with self.batch():
            await left.remove_children()
            if not left.is_attached:
                return  # the form was left while the page before was being put away
            await left.mount(page)
        self._hint = None
        where = f"{number + 1} of {len(self._way.pages)}  {page.page.title}"
        self.query_one(".where", Static).update(words.plain(where))
        self._later("show", SHOW_AFTER / 4, self._show)
        self.refresh_bindings()

    def watch_saved(self, saved: bool) -> None:
        """Says whether all of it is kept."""
        if self.is_mounted:
            self.query_one(".saved", Static).update(words.plain("kept ·" if saved else "..."))

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
                return bool(self._past)
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
        """Says anew which keys mean something."""
        self.refresh_bindings()

    # What is typed

    def on_typing_box_changed(self, message: TypingBox.Changed) -> None:
        """Takes what was typed: it can be undone, is shown at the table, and is kept."""
        message.stop()
        box = message.box
        before = self.draft
        if before.said(box.field) == box.text:
            return
        if not self._same_word(before, box):
            self._past = [*self._past, (before, box.field)][-MOST_UNDO:]
        self._become(before.saying(box.field, box.text))
        if message.pasted and box.field == "scene":
            self._propose_people(box.text)

    def _same_word(self, before: Draft, box: TypingBox) -> bool:
        """Tells whether a letter only goes on with the word before it, which is undone as a whole."""
        if not self._past or self._past[-1][1] != box.field:
            return False
        was = before.said(box.field)
        return len(box.text) == len(was) + 1 and not box.text[box.typed.at - 1 : box.typed.at].isspace()

    def _become(self, draft: Draft) -> None:
        self.draft = draft
        self.saved = False
        if self.page is not None:
            self.page.show(draft)
        self._later("show", SHOW_AFTER, self._show)
        if "keep" not in self._soon:
            self._later("keep", DRAFT_AFTER, self._keep)
        self.refresh_bindings()

    def _later(self, what: str, seconds: float, do: object) -> None:
        if (timer := self._soon.pop(what, None)) is not None:
            timer.stop()
        self._soon[what] = self.set_timer(seconds, do)  # type: ignore[arg-type]

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

    # What is shown and kept

    async def _show(self) -> None:
        """Shows the box of now at the table, and one thing that could be better about this page."""
        self._soon.pop("show", None)
        box, page = self.here, self.page
        if page is None or not self.is_attached:
            return
        field = box.field if box is not None else page.boxes[0].field
        play = shown(self.draft, field, self._house.shelf.words, box.typed.at if box is not None else 0)
        self._advice = self.workshop.advice(self.draft)
        page.say(self._one_thing(page, field))
        self.query_one(".notes", Static).update(self._notes())
        pane = self.query_one(".pane")
        async with self.batch():
            await pane.remove_children()
            if pane.is_attached:
                await pane.mount(panel_for(play))

    def _one_thing(self, page: FormPage, field: str) -> Advice | None:
        """Gives what to say first: what is still to come, else about this box, else about the first on this page."""
        if self._hint is not None and not self.draft.meant(self._hint.field):
            return self._hint
        self._hint = None
        fields = [box.field for box in page.boxes]
        mine = [one for one in self._advice if one.field == field]
        others = [one for name in fields for one in self._advice if one.field == name]
        return next(iter((*mine, *others)), None) or self._other_half(page, field)

    def _other_half(self, page: FormPage, field: str) -> Advice | None:
        """Reminds kindly of the second of two people where the first has something."""
        for row in page.rows:
            names = [box.field for box in row.row.boxes]
            said = [bool(self.draft.meant(name)) for name in names]
            if field in names and len(names) > 1 and any(said) and not all(said) and names[0][-1] in "12":
                name = self.draft.meant(f"name{names[said.index(False)][-1]}")
                if name and not row.row.boxes[0].needed:
                    return Advice(names[0], f"{name} has none yet. One line will do, or leave it empty.")
        return None

    def _notes(self) -> words.Words:
        told = tell(with_examples(self.draft))
        ages = self.draft.meant("ages") or "?"
        gaps = missing(self.draft)
        state = "Plays now. What is grey is ours." if not gaps else f"Still to come: {_listed(gaps)}."
        heavy = next((one.says for one in self._advice if one.heavy), "")
        lines = [f"Ages {ages} · about {told.minutes} min for 3", heavy or state]
        return words.plain("\n".join(lines))

    def _keep(self) -> None:
        """Keeps what was typed so far; where nothing can be written, a kind line says so once."""
        self._soon.pop("keep", None)
        try:
            self.workshop.keep(self.draft)
        except CannotKeep as trouble:
            self.notify(trouble.sentence, markup=False)
        else:
            self.saved = True

    def _propose_people(self, text: str) -> None:
        """Asks whether the two with capital letters are the people of this story."""
        from gatherround.ui.screens.workshop_sheets import TheseTwo

        fields = {box.field for box in self._way.boxes}
        people = people_in(text) if len(text.split()) >= PASTED and "name1" in fields else ()
        if people and not (self.draft.meant("name1") or self.draft.meant("name2")):
            lay_over(self, TheseTwo(people), self._take_people)

    def _take_people(self, people: tuple[str, ...] | None) -> None:
        if people:
            self._past = [*self._past, (self.draft, "scene")][-MOST_UNDO:]
            draft = self.draft
            for at, name in enumerate(people, start=1):
                draft = draft.saying(f"name{at}", name)
            self._become(draft)

    # What the keys do

    def action_walk(self) -> None:
        """Goes to the next box; a click on the bottom line does what tab does."""
        self.focus_next(TypingBox)

    async def action_undo(self) -> None:
        """Takes the last change back, on whichever page it was."""
        if not self._past:
            return
        before, field = self._past.pop()
        page = self._way.page_of(field)
        self._become(replace(before, page=self.draft.page))
        if page != self.draft.page:
            await self._turn_to(page, field)
        elif self.page is not None and (box := self.page.box(field)) is not None:
            self.set_focus(box)

    async def action_page(self, step: int) -> None:
        """Turns the page."""
        number = self.draft.page + step
        if 0 <= number < len(self._way.pages):
            await self._turn_to(number)

    def action_look(self) -> None:
        """Shows the table in place of the page, and the page again."""
        self.toggle_class("-looking")

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

    async def action_shelve(self) -> None:
        """Puts the story on the shelf, or goes to the first box that is still to be filled."""
        gaps = missing(self.draft)
        if gaps:
            field = gaps[0]
            await self._turn_to(self._way.page_of(field), field)
            self._hint = Advice(field, f"Still to come: {_listed(gaps)}. Then it plays.")
        elif self.draft.way == "happened":
            from gatherround.ui.screens.workshop_names import MadeUpNames

            lay_over(self, MadeUpNames(self.draft, self.workshop.names(self.draft)), self._named)
        else:
            self._shelve()

    def _named(self, draft: Draft | None) -> None:
        if draft is not None:
            self.draft = draft
            self._shelve()

    def _shelve(self) -> None:
        self._stop_timers()
        try:
            told = self.workshop.shelve(self.draft)
        except CannotKeep as trouble:
            self.notify(trouble.sentence, markup=False)
            return
        rests = " It rests for two days first." if told.rests_until else ""
        self.app.notify(f"On your shelf: {told.title}.{rests}", markup=False)
        put_away(self)

    def action_leave(self) -> None:
        """Goes back; all that was typed is kept and offered again."""
        self._stop_timers()
        self._keep()
        put_away(self)

    def _stop_timers(self) -> None:
        for timer in self._soon.values():
            timer.stop()
        self._soon.clear()


_CALLED: Final = {"title": "a title", "ages": "the ages", "scene": "what happens"}


def _listed(fields: tuple[str, ...]) -> str:
    """Says what is missing as somebody at a table would."""
    kinds = {"name": "who it is", "wants": "what they want", "ask": "a question"}
    said = dict.fromkeys(_CALLED.get(field) or kinds.get(field.rstrip("123"), field) for field in fields)
    return ", ".join(said)

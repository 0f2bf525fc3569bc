"""The desk of the Workshop: a page to type on, the table beside it, and what was typed kept while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Static

from gatherround.domain.drafts.advice import Advice, Opinion
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.showing import shown
from gatherround.domain.drafts.telling import missing, tell, with_examples
from gatherround.domain.drafts.ways import way_in
from gatherround.host.troubles import CannotKeep
from gatherround.host.workshop import Workshop
from gatherround.ui import words
from gatherround.ui.panels.choice import panel_for
from gatherround.ui.screens.workshop_page import FormPage
from gatherround.ui.stylesheet import looks
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.typing_box import TypingBox

if TYPE_CHECKING:
    from gatherround.host.house import House

LOOKS: Final = looks("panels", "small", "workshop")
DRAFT_AFTER: Final = 1.0
"""Seconds without a letter after which what was typed is kept; somebody who never stops is kept every second too."""
SHOW_AFTER: Final = 0.2
"""Seconds without a letter after which the table beside it follows."""
KEPT: Final = ("next", "shelf", "leave", "look", "play")


class Desk(Screen[None]):
    """Shows one page of a draft and the table it will lie on; which keys turn pages is the form's."""

    AUTO_FOCUS = ""
    CSS_PATH: ClassVar = LOOKS

    draft: var[Draft] = var(Draft(way="two-sides"), init=False)
    saved: var[bool] = var(default=True)

    def __init__(self, house: House, workshop: Workshop, draft: Draft) -> None:
        super().__init__()
        self._house = house
        self.workshop = workshop
        self.set_reactive(Desk.draft, draft)
        self._way = way_in(draft.way)
        self._soon: dict[str, Timer] = {}
        self._opinion = Opinion()
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
        """The box of this page that somebody types in; a page that has just been turned may leave its own behind."""
        box, page = self.focused, self.page
        return box if isinstance(box, TypingBox) and page is not None and box in page.boxes else None

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
            self.query_one(".saved", Static).update(words.plain("kept" if saved else "..."))

    def _become(self, draft: Draft) -> None:
        self.draft = draft
        self.saved = False
        if self.page is not None:
            self.page.show(draft)
        self._later("show", SHOW_AFTER, self._show)
        if "keep" not in self._soon:
            self._later("keep", DRAFT_AFTER, self._keep)
        self.refresh_bindings()

    def _later(self, what: str, seconds: float, do: Callable[[], Any]) -> None:
        if (timer := self._soon.pop(what, None)) is not None:
            timer.stop()
        self._soon[what] = self.set_timer(seconds, do)

    async def _show(self) -> None:
        """Shows the box of now at the table, and one thing that could be better about this page."""
        self._soon.pop("show", None)
        box, page = self.here, self.page
        if page is None or not self.is_attached:
            return
        field = box.field if box is not None else page.boxes[0].field
        play = shown(self.draft, field, self._house.shelf.words, box.typed.at if box is not None else 0)
        self._opinion = self.workshop.opinion(self.draft)
        page.say(self._one_thing(page, field), dict(self._opinion.quiet))
        self.query_one(".notes", Static).update(self._notes())
        pane = self.query_one(".pane")
        if not self.query_one(".right").display:
            return  # nobody sees the table now, and drawing it is most of the work
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
        mine = [one for one in self._opinion.advice if one.field == field]
        others = [one for name in fields for one in self._opinion.advice if one.field == name]
        return next(iter((*mine, *others)), None) or self._other_half(page, field)

    def _other_half(self, page: FormPage, field: str) -> Advice | None:
        """Reminds kindly of the second of two people where the first has something."""
        for row in page.rows:
            names = [box.field for box in row.row.boxes]
            said = [bool(self.draft.meant(name)) for name in names]
            if field in names and len(names) > 1 and any(said) and not all(said) and names[0][-1] in "12":
                name = self.draft.meant(f"name{names[said.index(False)][-1]}")
                if name and not row.row.boxes[0].needed:
                    return Advice(names[0], f"Something for {name}, too? One line will do, or leave it empty.")
        return None

    def _notes(self) -> words.Words:
        told = tell(with_examples(self.draft))
        ages = self.draft.meant("ages") or "?"
        gaps = missing(self.draft)
        state = "Plays now. The game adds what is grey." if not gaps else f"Still to come: {listed(gaps)}."
        heavy = next((one.says for one in self._opinion.advice if one.heavy), "")
        lines = [f"Ages {ages} · about {told.minutes} min for 3", heavy or state]
        return words.plain("\n".join(lines))

    def _keep(self) -> bool:
        """Keeps what was typed so far and tells whether it is kept; where nothing can be written a line says so."""
        self._soon.pop("keep", None)
        try:
            self.workshop.drafts.keep(self.draft)
        except CannotKeep as trouble:
            self.notify(trouble.sentence, markup=False)
            return False
        self.saved = True
        return True

    def _stop_timers(self) -> None:
        for timer in self._soon.values():
            timer.stop()
        self._soon.clear()


_CALLED: Final = {"title": "a title", "ages": "the ages", "scene": "what happens"}


def listed(fields: tuple[str, ...]) -> str:
    """Says what is missing as somebody at a table would."""
    kinds = {"name": "who it is", "wants": "what they want", "ask": "a question"}
    said = dict.fromkeys(_CALLED.get(field) or kinds.get(field.rstrip("123"), field) for field in fields)
    return ", ".join(said)

"""What happened here, before it is kept: made-up names, seen and agreed to, and three questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Static

from gatherround.domain.drafts.draft import Draft, Renamed
from gatherround.domain.drafts.renaming import renamed
from gatherround.domain.drafts.ways import way_in
from gatherround.ui import words
from gatherround.ui.screens.layers import put_away
from gatherround.ui.widgets.keybar import KeyBar

ASKED: Final = (
    "Is it over?",
    "Would everyone in it laugh or shrug today?",
    "Did you ask the one it is about?",
)
NOT_YET: Final = "Then it waits here, with all you have typed. A story keeps."
MOST: Final = 9


class MadeUpNames(ModalScreen[Draft | None]):
    """Shows the story with other names, then asks three times; *not yet* leaves it a draft. The answer is the draft."""

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, MOST + 1)),
        Binding("enter,y,f8", "yes", "yes", id="yes", key_display="enter", tooltip="Yes"),
        Binding("n", "not_yet", "not yet", id="not-yet", key_display="n", tooltip="Not yet: it stays a draft"),
        Binding("escape", "back", "back", id="back", key_display="esc", tooltip="Back to the form"),
    ]

    asked: var[int] = var(-1)
    """Which question is asked; -1 while the names are looked at."""

    def __init__(self, draft: Draft, names: tuple[Renamed, ...]) -> None:
        super().__init__()
        self._draft = draft
        self._names = names
        self._left: frozenset[int] = frozenset()

    def compose(self) -> ComposeResult:
        """Lays who becomes whom over the story as it will be kept."""
        with Vertical(classes="sheet -names"):
            yield Static("", classes="sheet-title")
            with VerticalScroll(can_focus=False):
                yield Static("", classes="pairs")
                yield Static("", classes="told")
            yield Static("", classes="aside")
            yield KeyBar(("yes", "not-yet", "back"))

    def on_mount(self) -> None:
        """Shows the names."""
        self._show()

    def watch_asked(self) -> None:
        """Shows the next question."""
        if self.is_mounted:
            self._show()

    @property
    def finished(self) -> Draft:
        """The draft with the names that were agreed to."""
        kept = tuple(one for at, one in enumerate(self._names) if at not in self._left)
        return replace(self._draft, renamed=kept)

    def _show(self) -> None:
        title, aside = self.query_one(".sheet-title", Static), self.query_one(".aside", Static)
        self.set_class(self.asked >= 0, "-asked")
        if self.asked >= 0:
            title.update(words.bold(ASKED[self.asked]))
            aside.update(words.plain("Yes, or not yet. Both are fine."))
            self.refresh_bindings()
            return
        title.update(words.bold("Nobody keeps their own name"))
        self.query_one(".pairs", Static).update(words.stacked(*self._pairs()))
        self.query_one(".told", Static).update(words.plain("\n\n".join(self._told())))
        aside.update(words.plain("A number leaves that name as it is. Pronouns stay. Is this how you want it?"))

    def _pairs(self) -> Iterator[words.Words]:
        if not self._names:
            yield words.plain("No names were found in it.")
        for at, one in enumerate(self._names):
            number = str(at + 1) if at < MOST else " "
            made_up = "stays" if at in self._left else one.made_up
            yield words.phrase("[b]$number[/b]  $real  →  $made", number=number, real=", ".join(one.real), made=made_up)

    def _told(self) -> Iterator[str]:
        """Gives every box as it will be kept."""
        after = renamed(self.finished)
        return (
            after.meant(box.field) for box in way_in(after.way).boxes if box.field != "ages" and after.meant(box.field)
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Asks *not yet* only where something was asked."""
        return self.asked >= 0 if action == "not_yet" else True

    def action_number(self, number: int) -> None:
        """Leaves a name as it is, or changes it after all."""
        if self.asked < 0 and number <= len(self._names):
            self._left ^= {number - 1}
            self._show()

    def action_yes(self) -> None:
        """Goes on to the next question; after the last one the story is kept."""
        if self.asked + 1 < len(ASKED):
            self.asked += 1
        else:
            put_away(self, self.finished)

    def action_not_yet(self) -> None:
        """Leaves it a draft."""
        self.app.notify(NOT_YET, markup=False)
        put_away(self)

    def action_back(self) -> None:
        """Goes back to the form."""
        put_away(self)

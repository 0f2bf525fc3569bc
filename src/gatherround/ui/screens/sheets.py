"""Sheets over a page of the grown-ups: a line to type, one of a few doors, one of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from gatherround.domain.refusing import CannotBe
from gatherround.domain.rights import READ_BY
from gatherround.domain.text import Unfit, tidy
from gatherround.host.drafts import Draft
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.kept_soon import KeptSoon
from gatherround.ui.lists import CalmList, Option
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.layers import Over, put_away
from gatherround.ui.widgets.typing_line import TypingLine

Answer = TypeVar("Answer")
Gate = Callable[[str], object]
"""Looks at a typed line; raises CannotBe or Unfit with a sentence where it does not fit."""
LONGEST: Final = 400


def refused(look: Callable[[Answer], object] | None, answer: Answer) -> str:
    """Gives the sentence with which a gate refuses an answer, or why it cannot be kept; empty where all is well."""
    if look is not None:
        try:
            look(answer)
        except (CannotBe, Unfit, Trouble) as no:
            return no.sentence
    return ""


class Line(Over[str | None]):
    """Asks for one line; a line that does not fit stays there with a kind sentence, and escape answers nothing.

    `keep` keeps the line, which stays there too where that fails. What is being typed is kept as a draft, where there
    is one, and offered again after a crash. With `keep` it is forgotten once the line is kept; without it, whoever
    asked forgets it once all is kept that the line is a part of. A line that `stays` in the family's file says who
    could read it there; what a lock is opened with is not kept.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "none", "back", id="none", key_display="esc", tooltip="Leave it as it was"),
    ]

    def __init__(
        self,
        asks: str,
        *,
        value: str = "",
        hint: str = "",
        gate: Gate | None = None,
        keep: Gate | None = None,
        hidden: bool = False,
        stays: bool = True,
        draft: Draft | None = None,
    ) -> None:
        super().__init__()
        self._asks = asks
        self._says = " ".join(said for said in (hint, READ_BY if stays and not hidden else "") if said)
        self._gate = gate
        self._keeps = keep
        self._draft = draft
        self._typed = (draft.kept() if draft is not None else "") or value
        self._line = TypingLine(self._typed, most=LONGEST, hidden=hidden)
        self._refused = Static(words.plain(""), classes="refused")
        self._kept = KeptSoon(self, self._keep_draft)

    def compose(self) -> ComposeResult:
        """Lays the question over the line, with a hint under it."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self._asks), classes="sheet-title")
            yield self._line
            yield self._refused
            yield Static(words.plain(self._says), classes="aside")
            yield Static(words.phrase("[b]enter[/b] keeps it   [b]esc[/b] leaves it as it was"), classes="aside")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Has what is being typed kept in a moment."""
        if self._draft is not None and message.value != self._typed:
            self._typed = message.value
            self._kept.touched()

    def _keep_draft(self) -> None:
        if self._draft is not None:
            self._draft.keep(tidy(self._line.value))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Takes the line where it fits, and says kindly where it does not."""
        message.stop()
        if not self.is_active:
            return
        if no := refused(self._gate, message.value) or refused(self._keeps, message.value):
            self._refused.update(words.plain(no))
            return
        if self._keeps is None:
            self._kept.now()
        else:
            self._forget()
        put_away(self, message.value)

    def action_none(self) -> None:
        """Answers nothing."""
        self._forget()
        put_away(self)

    def on_unmount(self) -> None:
        """Keeps what was typed last, however the line goes."""
        self._kept.at_last()

    def _forget(self) -> None:
        self._kept.let_go()
        if self._draft is not None:
            self._draft.forget()


class OneOf(Question[int]):
    """Asks for one of a few doors; the answer counts from 0. `keep` keeps it; where that fails the doors stay."""

    def __init__(
        self, asks: str, doors: Sequence[str], *, says: str = "", keep: Callable[[int], object] | None = None
    ) -> None:
        super().__init__()
        self._keeps = keep
        self._asks = asks
        self._doors = tuple(doors)
        self._says = says

    def doors(self) -> tuple[str, ...]:
        """Gives the doors."""
        return self._doors

    def compose(self) -> ComposeResult:
        """Lays the question, what is to be known about it, and the doors."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self._asks), classes="sheet-title")
            if self._says:
                yield Static(words.plain(self._says), classes="says")
            yield from self.laid_doors()

    def answer(self, index: int) -> int:
        """Gives which door it was."""
        return index

    def choose(self, index: int) -> None:
        """Answers once it is kept; where it cannot be, a kind line says why."""
        if no := refused(self._keeps, index):
            self.notify(no, markup=False)
        else:
            super().choose(index)


class FromList(Over[int | None]):
    """Asks for one of a longer list; the answer counts from 0."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "none", "back", id="none", key_display="esc", tooltip="Leave it as it was"),
    ]

    def __init__(self, asks: str, options: Sequence[Option], at: int = 0) -> None:
        super().__init__()
        self._asks = asks
        self._list = CalmList(*options)
        self._at = min(at, len(options) - 1)

    def compose(self) -> ComposeResult:
        """Lays the question over the list."""
        with Vertical(classes="sheet -list"):
            yield Static(words.bold(self._asks), classes="sheet-title")
            yield self._list
            yield Static(words.phrase("[b]enter[/b] takes it   [b]esc[/b] leaves it as it was"), classes="aside")

    def on_mount(self) -> None:
        """Begins at what is there now."""
        self._list.highlighted = self._at

    def on_option_list_option_selected(self, message: CalmList.OptionSelected) -> None:
        """Takes what was chosen."""
        message.stop()
        put_away(self, message.option_index)

    def on_click(self, event: events.Click) -> None:
        """Leaves it as it was at a click beside the sheet."""
        if event.widget is self:
            self.action_none()

    def action_none(self) -> None:
        """Answers nothing."""
        put_away(self)

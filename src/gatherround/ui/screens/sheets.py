"""Sheets over a page of the grown-ups: a line to type, one of a few doors, one of a list, several of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import Unfit, tidy
from gatherround.host.drafts import Draft
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.lists import CalmList, Option, RowList, option
from gatherround.ui.screens.asking import Question
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.widgets.keybar import KeyBar

Gate = Callable[[str], object]
"""Looks at a typed line; raises CannotBe or Unfit with a sentence where it does not fit."""
KEPT_EVERY: Final = 1.0
"""Seconds after which what has been typed is kept as a draft."""
LONGEST: Final = 400


class Line(ModalScreen[str | None]):
    """Asks for one line; a line that does not fit stays there with a kind sentence, and escape answers nothing.

    `keep` keeps the line, which stays there too where that fails. What is being typed is kept as a draft, where there
    is one, and offered again after a crash. With `keep` it is forgotten once the line is kept; without it, whoever
    asked forgets it once all is kept that the line is a part of.
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
        draft: Draft | None = None,
    ) -> None:
        super().__init__()
        self._asks = asks
        self._hint = hint
        self._gate = gate
        self._keeps = keep
        self._hidden = hidden
        self._draft = draft
        self._value = (draft.kept() if draft is not None else "") or value
        self._keeping = False

    def compose(self) -> ComposeResult:
        """Lays the question over the line, with a hint under it."""
        with Vertical(classes="sheet"):
            yield Static(words.bold(self._asks), classes="sheet-title")
            yield Input(self._value, password=self._hidden, max_length=LONGEST, select_on_focus=False)
            yield Static(words.plain(""), classes="refused")
            yield Static(words.plain(self._hint), classes="aside")
            yield Static(words.phrase("[b]enter[/b] keeps it   [b]esc[/b] leaves it as it was"), classes="aside")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Has what is being typed kept in a moment."""
        if self._draft is not None and message.value != self._value and not self._keeping:
            self._keeping = True
            self.set_timer(KEPT_EVERY, self._keep)

    def _keep(self) -> None:
        self._keeping = False
        if self._draft is not None and self.is_attached:
            self._value = self.query_one(Input).value
            self._draft.keep(tidy(self._value))

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Takes the line where it fits, and says kindly where it does not."""
        message.stop()
        if not self.is_active:
            return
        try:
            for done in (self._gate, self._keeps):
                if done is not None:
                    done(message.value)
        except (CannotBe, Unfit, Trouble) as no:
            self.query_one(".refused", Static).update(words.plain(no.sentence))
            return
        if self._draft is not None and self._keeps is None:
            self._draft.keep(tidy(message.value))
        else:
            self._forget()
        put_away(self, message.value)

    def action_none(self) -> None:
        """Answers nothing."""
        self._forget()
        put_away(self)

    def _forget(self) -> None:
        if self._draft is not None:
            self._draft.forget()


class OneOf(Question[int]):
    """Asks for one of a few doors; the answer counts from 0."""

    def __init__(self, asks: str, doors: Sequence[str], *, says: str = "") -> None:
        super().__init__()
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


class FromList(ModalScreen[int | None]):
    """Asks for one of a longer list; the answer counts from 0."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "none", "back", id="none", key_display="esc", tooltip="Leave it as it was"),
    ]

    def __init__(self, asks: str, options: Sequence[Option], at: int = 0) -> None:
        super().__init__()
        self._asks = asks
        self._options = tuple(options)
        self._at = at

    def compose(self) -> ComposeResult:
        """Lays the question over the list."""
        with Vertical(classes="sheet -list"):
            yield Static(words.bold(self._asks), classes="sheet-title")
            yield CalmList(*self._options)
            yield Static(words.phrase("[b]enter[/b] takes it   [b]esc[/b] leaves it as it was"), classes="aside")

    def on_mount(self) -> None:
        """Begins at what is there now."""
        self.query_one(CalmList).highlighted = min(self._at, len(self._options) - 1)

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


class SomeOf(ModalScreen[tuple[str, ...]]):
    """Asks for several of a list, with room for words of one's own; what is ticked is the answer, however it is left.

    `said` gives what a kept word is called where that differs. `gate` looks at all that would be ticked; `own` tells
    whether words of one's own may join.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "own words", id="add", tooltip="Add words of your own"),
        Binding("escape", "done", "done", id="done", key_display="esc", tooltip="Keep what is ticked"),
    ]
    KEPT: ClassVar[tuple[str, ...]] = ("tick", "add", "done")

    def __init__(
        self,
        asks: str,
        offered: Sequence[str],
        ticked: Sequence[str],
        *,
        hint: str = "",
        said: Mapping[str, str] | None = None,
        gate: Callable[[tuple[str, ...]], object],
        own: bool = True,
    ) -> None:
        super().__init__()
        self._asks = asks
        self._hint = hint
        self._said = said or {}
        self._gate = gate
        self._own = own
        self._offered = list(dict.fromkeys((*offered, *ticked)))
        self._ticked = list(ticked)

    def compose(self) -> ComposeResult:
        """Lays the question over the list, and the keys under it."""
        with Vertical(classes="sheet -list"):
            yield Static(words.bold(self._asks), classes="sheet-title")
            yield Static(words.plain(self._hint), classes="says")
            yield Ticks(*self._options())
            yield Static(words.plain(""), classes="refused")
            yield KeyBar(kept=self.KEPT)

    def _options(self) -> list[Option]:
        if not self._offered:
            return [option("nothing here yet: a adds words of your own", disabled=True)]
        marks = {True: "▣", False: "▢"}
        return [option(f"{marks[one in self._ticked]}  {self._said.get(one, one)}") for one in self._offered]

    def on_option_list_option_selected(self, message: CalmList.OptionSelected) -> None:
        """Ticks a line, or takes the tick away."""
        message.stop()
        line = self._offered[message.option_index]
        ticked = [one for one in self._ticked if one != line]
        self._take(ticked if line in self._ticked else [*ticked, line])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the key for words of one's own where there are none."""
        return action != "add" or self._own

    def action_add(self) -> None:
        """Asks for words of one's own, and ticks them."""
        lay_over(self, Line("In your own words", gate=lambda said: self._gate((*self._ticked, said))), self._added)

    def _added(self, said: str | None) -> None:
        if said is not None and (line := " ".join(tidy(said).split())):
            self._offered = list(dict.fromkeys((*self._offered, line)))
            self._take([*dict.fromkeys((*self._ticked, line))])

    def _take(self, ticked: list[str]) -> None:
        """Ticks these, where so many fit, and shows them."""
        try:
            self._gate(tuple(ticked))
        except CannotBe as no:
            self._refuse(no.sentence)
            return
        self._ticked = ticked
        self._refuse("")
        ticks = self.query_one(Ticks)
        at = ticks.highlighted
        ticks.set_options(self._options())
        ticks.highlighted = min(at or 0, len(self._offered) - 1)

    def _refuse(self, sentence: str) -> None:
        """Says kindly what does not fit, until something else is ticked."""
        self.query_one(".refused", Static).update(words.plain(sentence))

    def action_done(self) -> None:
        """Answers with what is ticked."""
        put_away(self, tuple(self._ticked))


class Ticks(RowList):
    """A list whose lines are ticked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "select", "tick", id="tick", key_display="enter", tooltip="Tick it, or not"),
    ]

"""Several of a list, with room for words of one's own: a sheet that loses nothing which cannot be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from gatherround.domain.text import one_line
from gatherround.ui import words
from gatherround.ui.lists import CalmList, Option, RowList, option
from gatherround.ui.screens.layers import Over, lay_over, put_away
from gatherround.ui.screens.sheets import Line, refused
from gatherround.ui.widgets.keybar import KeyBar

ONCE_MORE: Final = "esc once more leaves it as it was."


class SomeOf(Over[tuple[str, ...]]):
    """Asks for several of a list, with room for words of one's own; what is ticked is the answer, however it is left.

    `said` gives what a kept word is called where that differs. `gate` looks at all that would be ticked; `own` tells
    whether words of one's own may join. `keep` keeps what was changed; where that fails all of it stays there.
    """

    BY_ITSELF: ClassVar[bool] = True
    """Whether what is ticked is kept by itself where the game ends before somebody was done."""

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
        keep: Callable[[tuple[str, ...]], object],
        own: bool = True,
    ) -> None:
        super().__init__()
        self._keeps = keep
        self._before = tuple(ticked)
        self._leaves = self._is_left = False
        self._asks = asks
        self._hint = hint
        self._said = said or {}
        self._gate = gate
        self._own = own
        self._offered = list(dict.fromkeys((*offered, *ticked)))
        self._ticked = list(ticked)
        self._ticks = Ticks(*self._options())
        self._refused = Static(words.plain(""), classes="refused")

    def compose(self) -> ComposeResult:
        """Lays the question over the list, and the keys under it."""
        with Vertical(classes="sheet -list"):
            yield Static(words.bold(self._asks), classes="sheet-title")
            yield Static(words.plain(self._hint), classes="says")
            yield self._ticks
            yield self._refused
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
        if said is not None and (line := one_line(said)):
            self._offered = list(dict.fromkeys((*self._offered, line)))
            self._take([*dict.fromkeys((*self._ticked, line))])

    def _take(self, ticked: list[str]) -> None:
        """Ticks these, where so many fit, and shows them."""
        if no := refused(self._gate, tuple(ticked)):
            self._refuse(no)
            return
        self._ticked = ticked
        self._leaves = False
        self._refuse("")
        at = self._ticks.highlighted
        self._ticks.set_options(self._options())
        self._ticks.highlighted = min(at or 0, len(self._offered) - 1)

    def _refuse(self, sentence: str) -> None:
        """Says kindly what does not fit, until something else is ticked."""
        self._refused.update(words.plain(sentence))

    def action_done(self) -> None:
        """Answers with what is ticked once it is kept; where it cannot be, it says so, and leaves when asked again."""
        if not self.is_active:
            return
        if (no := self._kept()) and not self._leaves:
            self._leaves = True
            self.notify(f"{no} {ONCE_MORE}", markup=False)  # a long sheet in a small window has no line for it
        else:
            self._is_left = True
            put_away(self, tuple(self._ticked))

    def _kept(self) -> str:
        """Keeps what is ticked where that is something else than before; gives a sentence where it cannot be."""
        ticked = tuple(self._ticked)
        return "" if ticked == self._before else refused(self._keeps, ticked)

    def on_unmount(self) -> None:
        """Keeps what is ticked where the game ends meanwhile; nobody is there any more to be told that it cannot be."""
        if self.BY_ITSELF and not self._is_left:
            self._kept()


class Ticks(RowList):
    """A list whose lines are ticked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "select", "tick", id="tick", key_display="enter", tooltip="Tick it, or not"),
    ]

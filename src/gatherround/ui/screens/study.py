"""The study: pages for the grown-ups, which ask for more room than the table does and say so kindly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Static

from gatherround.ui import words
from gatherround.ui.lists import CalmList, Option, RowList, row
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import put_away
from gatherround.ui.stylesheet import looks
from gatherround.ui.widgets.keybar import KeyBar

STUDY_STYLES: Final = looks("study")
LEAST: Final = Size(60, 18)
"""The columns and rows in which every page of the study is complete."""
LINE: Final = "This page needs a larger window, or smaller letters. esc goes back."


STUDY_KEYS: Final[tuple[BindingType, ...]] = (
    Binding("question_mark", "help", "help", id="help", key_display="?", tooltip="What the keys do"),
    Binding("escape", "back", "back", id="back", key_display="esc", tooltip="Back to where you came from"),
)
"""The keys of every page, which come after its own."""


class Study(Explained[None], inherit_bindings=False):
    """A page with a title above, keys below, and whatever a page of its own lays between."""

    CSS_PATH: ClassVar[Any] = STUDY_STYLES
    BINDINGS: ClassVar[list[BindingType]] = [*STUDY_KEYS]
    TITLED: ClassVar[str] = ""
    KEPT: ClassVar[tuple[str, ...]] = ("choose", "back")

    def compose(self) -> ComposeResult:
        """Lays the title, the page and the keys; a line of its own where there is no room for them."""
        yield Static(words.bold(self.titled()), classes="study-title")
        with Container(classes="page"):
            yield from self.page()
        yield Static(words.plain(LINE), classes="narrow-line")
        yield KeyBar(kept=self.KEPT)

    def titled(self) -> str:
        """Gives the title of this page."""
        return self.TITLED

    def page(self) -> Iterator[Widget]:
        """Gives what lies on this page."""
        raise NotImplementedError

    @property
    def roomy(self) -> bool:
        """Whether the window is large enough for this page."""
        return self.size.width >= LEAST.width and self.size.height >= LEAST.height

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lets nothing be done on a page that cannot be seen, but to leave it."""
        return self.roomy or not self.size or action in {"back", "quit", "interrupt", "suspend_process"}

    def on_resize(self) -> None:
        """Offers the keys of a page that can be seen now."""
        self.refresh_bindings()

    def action_back(self) -> None:
        """Goes back; what was changed is kept already."""
        put_away(self)


class Rows(Study):
    """A page of rows, each of which can be chosen by its name; a page of its own gives them and does what is chosen."""

    def rows(self) -> Sequence[Option]:
        """Gives the rows as they are now."""
        raise NotImplementedError

    def row(self, label: str, said: str, name: str) -> Option:
        """Gives one row: its label, what stands there now, and the name it is chosen by."""
        lists = self.query(RowList)
        width = lists.first().scrollable_content_region.width if lists else 0
        return row(label, said, name, (width or self.size.width) - 2)

    def on_resize(self) -> None:
        """Lays the rows anew in the width there is now."""
        self.call_after_refresh(self.show_again)

    def chosen(self, name: str) -> None:
        """Does what a row is for."""
        raise NotImplementedError

    def above(self) -> str:
        """Gives what is to be known before the rows are read; nothing unless a page says so."""
        return ""

    def beside(self) -> Iterator[Widget]:
        """Gives what lies beside the rows; nothing unless a page says so."""
        return iter(())

    def page(self) -> Iterator[Widget]:
        """Lays what is to be known, and the rows."""
        with Vertical(classes="rows"):
            yield Static(words.plain(self.above()), classes="above" if self.above() else "above -none")
            yield RowList(*self.rows())
        yield from self.beside()

    def on_option_list_option_selected(self, message: CalmList.OptionSelected) -> None:
        """Does what a row is for."""
        message.stop()
        if message.option_id is not None and self.is_active:
            self.chosen(message.option_id)

    def show_again(self) -> None:
        """Shows the rows as they are now, and stays where one was; where the page is going, none is there any more."""
        for rows in self.query(RowList):
            at = rows.highlighted
            rows.set_options(self.rows())
            rows.highlighted = min(at or 0, max(0, len(rows.options) - 1))
        for where, says in ((".above", words.plain(self.above())), (".study-title", words.bold(self.titled()))):
            for line in self.query(where).results(Static):
                line.update(says)
        self.refresh_bindings()

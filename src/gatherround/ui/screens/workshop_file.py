"""Stories that a form cannot hold: their file, with what is said of each line, read again whenever it is saved."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from gatherround.host.editor import edit, find_editor
from gatherround.host.own_book import saved_at
from gatherround.host.troubles import CannotKeep
from gatherround.ui import words
from gatherround.ui.lists import CalmList, ListOf
from gatherround.ui.looking_again import LookingAgain
from gatherround.ui.screens.layers import Layer, put_away
from gatherround.ui.screens.workshop_desk import LOOKS
from gatherround.ui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from gatherround.domain.activities import Activity
    from gatherround.host.house import House
    from gatherround.host.workshop import Workshop

LOOKS_EVERY: Final = 1.0
"""Seconds between two looks at the file: whoever saves it in another window sees at once what is said of it."""
OPEN_IT: Final = "Open this file in any text editor. It is read again whenever you save it."
FINE: Final = "It plays. Nothing to add."
MOST_FOUND: Final = 200


class OwnFile(Layer[None]):
    """Shows a file of our own book; an editor is opened where somebody has chosen one."""

    AUTO_FOCUS = "VerticalScroll"
    CSS_PATH: ClassVar = LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "open in your editor", id="edit", tooltip="Open the file in your own editor"),
        Binding("p", "pass_on", "pass it on", id="pass-on", tooltip="Pack this story for somebody"),
        Binding("escape,backspace,q", "leave", "back", id="leave", key_display="esc", tooltip="Back to where you were"),
    ]

    def __init__(self, house: House, path: Path) -> None:
        super().__init__()
        self._house = house
        self._workshop = house.workshop()
        self._path = path
        self._seen: float = -1.0
        self._looking = LookingAgain(self, self._look, LOOKS_EVERY)
        self._problems = Static("", classes="problems")
        self._yaml = Static("", classes="yaml")
        self._plays: tuple[tuple[str, str], ...] = ()

    def compose(self) -> ComposeResult:
        """Lays what is said of the file over the file."""
        yield Static(words.phrase("[b]$name[/b]", name=self._path.name), classes="welcome")
        with VerticalScroll(classes="file"):
            yield Static(words.plain(str(self._path)), classes="path")
            yield Static(words.plain(OPEN_IT), classes="part")
            yield self._problems
            yield self._yaml
        yield KeyBar(("edit", "leave"))

    def on_mount(self) -> None:
        """Reads the file, and again whenever it has changed."""
        self._looking.begin()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers an editor only where there is one, and passes on only what plays."""
        match action:
            case "edit":
                return find_editor() is not None
            case "pass_on":
                return bool(self._plays)
            case _:
                return True

    def _look(self) -> None:
        changed = saved_at(self._path)
        if changed == self._seen:
            return
        self._seen = changed
        text, problems = self._workshop.book.file(self._path)
        own = (one for one in self._workshop.book.stories() if one.path == self._path and one.id)
        self._plays = tuple((one.id, one.title) for one in own)
        self.refresh_bindings()
        self._problems.update(words.plain("\n".join(f"~ {one}" for one in problems) or FINE))
        self._yaml.update(words.plain(text))

    def action_edit(self) -> None:
        """Lends the terminal to the editor, and reads the file again; where it cannot be lent, the path says enough."""
        editor = find_editor()
        if editor is None:
            return
        try:
            with self.app.suspend():
                edit(editor, self._path)
        except SuspendNotSupported:
            self.notify(OPEN_IT, markup=False)
        self._look()

    def action_pass_on(self) -> None:
        """Asks how it goes out; the shelf is read again first, for the file may say something else now."""
        from gatherround.ui.screens.passing_on import pass_on_one

        self._workshop.shelf.read_again()
        pass_on_one(self, self._house, self._plays)

    def action_leave(self) -> None:
        """Goes back; the shelf is read again, for the file may say something else now."""
        self._workshop.shelf.read_again()
        put_away(self)


class CopyOne(Layer[Path]):
    """Finds a story that ships by its title, and makes a copy of it that is ours; the answer is its file."""

    AUTO_FOCUS = "Input"
    CSS_PATH: ClassVar = LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "copy it", id="take", show=True, tooltip="Make a copy of it that is yours"),
        Binding("down", "down", "choose", id="down", key_display="↓", tooltip="Go to the list"),
        Binding("escape", "leave", "back", id="leave", key_display="esc", tooltip="Back to the Workshop"),
    ]

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self._workshop = workshop
        self._titles: ListOf[Activity] = ListOf(lambda one: one.title, classes="begun")

    def compose(self) -> ComposeResult:
        """Lays a line to search in over the titles."""
        yield Static(words.plain("Workshop   make your own copy of one of ours"), classes="welcome")
        yield Input(placeholder="part of a title", max_length=60)
        with Vertical(classes="file"):
            yield self._titles
        yield Static(
            words.plain("A copy keeps where it comes from, who wrote it, and its licence."), classes="none-yet"
        )
        yield KeyBar(("take", "leave"))

    def on_mount(self) -> None:
        """Shows every title."""
        self._show("")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Shows the titles that hold what was typed."""
        message.stop()
        self._show(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Copies what stands first."""
        message.stop()
        self._copy(0)

    def _show(self, part: str) -> None:
        asked = part.strip().casefold()
        found = (one for one in self._workshop.shipped() if asked in one.title.casefold())
        self._titles.highlighted = None  # in its place there is another now
        self._titles.show(islice(found, MOST_FOUND))

    def on_option_list_option_selected(self, message: CalmList.OptionSelected) -> None:
        """Copies what was chosen."""
        message.stop()
        self._copy(message.option_index)

    def _copy(self, index: int) -> None:
        if not self.is_active or (one := self._titles.item(index)) is None:
            return
        try:
            path = self._workshop.copy(one)
        except CannotKeep as trouble:
            self.notify(trouble.sentence, markup=False)
        else:
            put_away(self, path)

    def action_take(self) -> None:
        """Copies the one that is marked, or the first."""
        self._copy(self._titles.highlighted or 0)

    def action_down(self) -> None:
        """Goes to the list, so that enter takes what is marked."""
        self._titles.choose_from()

    def action_leave(self) -> None:
        """Goes back without a copy."""
        put_away(self)

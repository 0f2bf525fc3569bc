"""What happened here, before it is kept: made-up names, seen and agreed to, and three questions."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from gatherround.domain.drafts.draft import Draft, Renamed
from gatherround.domain.drafts.renaming import Naming
from gatherround.ui import words
from gatherround.ui.screens.layers import Over, lay_over, put_away, read_on
from gatherround.ui.screens.sheets import OneOf
from gatherround.ui.widgets.keybar import KeyBar

ASKED: Final = (
    "Is what happened over?",
    "Would everyone in it laugh or shrug today?",
    "Did you ask the one it is about?",
)
NOT_YET: Final = "Then it waits here, with all you have typed. A story keeps."
NOBODY: Final = "No names were found in it."
LOOKED_AT: Final = "He and she stay as you typed them. A number changes a made-up name. Is this how you want it?"
WHAT: Final = "What is {name} called in the story?"
KEEPING: Final = (
    "A real name is said at the table, and stands in the file. Right for a dog or a town; rarely for a child."
)
OTHER: Final = "another made-up name"
STAYS: Final = "{name}, the real name"
MOST: Final = 9


class NamePair(Static):
    """Who becomes whom, with a number; a place to click."""

    class Picked(Message):
        """Somebody clicked it; `number` counts from 1."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int) -> None:
        super().__init__("", classes="pair")
        self._number = number

    def show(self, one: Renamed, *, stays: bool) -> None:
        """Shows it as it will be."""
        number = str(self._number) if self._number <= MOST else " "
        made_up = "stays, as you said" if stays else one.made_up
        real = ", ".join(one.real)
        self.update(words.phrase("[b]$number[/b]  $real  →  $made", number=number, real=real, made=made_up))

    def on_click(self) -> None:
        """Says which pair it is."""
        self.post_message(self.Picked(self._number))


class NamePairs(Vertical):
    """Everybody in a story and what they are called there, one beneath the other; where nobody is, it says so."""

    def __init__(self, naming: Naming) -> None:
        super().__init__(classes="pairs")
        self._pairs = tuple(NamePair(number) for number, _ in enumerate(naming.names, start=1))

    def compose(self) -> ComposeResult:
        """Lays the pairs."""
        yield from self._pairs
        if not self._pairs:
            yield Static(words.plain(NOBODY), classes="pair")

    def show(self, naming: Naming) -> None:
        """Shows the names as they are chosen now."""
        for at, pair in enumerate(self._pairs):
            pair.show(naming.names[at], stays=naming.stays(at))


class MadeUpNames(Over[bool]):
    """Shows the story with other names, then asks three times; *not yet* leaves it a draft.

    The answer is whether it may be kept. `agreed` takes the draft with the names as they were chosen here, at once
    at each choice, and as this page is left.
    """

    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(number), f"number({number})", show=False) for number in range(1, MOST + 1)),
        Binding("enter,y,f8", "yes", "yes", id="yes", key_display="enter", tooltip="Yes"),
        Binding("n", "not_yet", "not yet", id="not-yet", key_display="n", tooltip="Not yet: it stays a draft"),
        Binding("down,pagedown", "read_on(1)", "read on", id="read-on", key_display="↓", tooltip="Further down"),
        Binding("up,pageup", "read_on(-1)", show=False),
        Binding("escape", "back", "back", id="back", key_display="esc", tooltip="Back to the form"),
    ]

    asked: var[int] = var(-1)
    """Which question is asked; -1 while the names are looked at."""

    def __init__(
        self, naming: Naming, another: Callable[[Naming, int], Naming], agreed: Callable[[Draft], None]
    ) -> None:
        super().__init__()
        self._naming = naming
        self._another = another
        self._agreed = agreed
        self._title = Static("", classes="sheet-title")
        self._pairs = NamePairs(naming)
        self._told = Static("", classes="told")
        self._aside = Static("", classes="aside")

    def compose(self) -> ComposeResult:
        """Lays who becomes whom over the story as it will be kept."""
        with Vertical(classes="sheet -names"):
            yield self._title
            with VerticalScroll(can_focus=False):
                yield self._pairs
                yield self._told
            yield self._aside
            yield KeyBar(("yes", "not-yet", "back"))

    def on_mount(self) -> None:
        """Shows the names."""
        self._show()

    def watch_asked(self) -> None:
        """Shows the next question."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        self.set_class(self.asked >= 0, "-asked")
        if self.asked >= 0:
            self._title.update(words.bold(ASKED[self.asked]))
            self._aside.update(words.plain("Yes, or not yet. Both are fine."))
            self.refresh_bindings()
            return
        self._title.update(words.bold("Nobody keeps their own name"))
        self._pairs.show(self._naming)
        self._told.update(words.plain("\n\n".join(self._naming.told())))
        self._aside.update(words.plain(LOOKED_AT))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Asks *not yet* only where something was asked."""
        return self.asked >= 0 if action == "not_yet" else True

    def on_name_pair_picked(self, message: NamePair.Picked) -> None:
        """Does at a click what the number does."""
        message.stop()
        self.action_number(message.number)

    def action_number(self, number: int) -> None:
        """Asks what somebody is called instead; one who was to keep their name is changed again at once."""
        at = number - 1
        if self.asked >= 0 or number > len(self._naming.names):
            return
        if self._naming.stays(at):
            self._choose(self._naming.staying(at, stays=False))
            return
        one = self._naming.names[at]
        doors = (one.made_up, OTHER, STAYS.format(name=one.real[0]))

        def called(door: int | None) -> None:
            """Lets the name as it is, takes another, or keeps the real one: the third door says so in so many words."""
            if door == 1:
                self._choose(self._another(self._naming, at))
            elif door == 2:
                self._choose(self._naming.staying(at, stays=True))

        lay_over(self, OneOf(WHAT.format(name=one.real[0]), doors, says=KEEPING), called)

    def _choose(self, naming: Naming) -> None:
        self._naming = naming
        self._agreed(naming.finished)
        self._show()

    def _leave(self, *, may_be_kept: bool) -> None:
        if self.is_active:
            self._agreed(self._naming.finished)
            put_away(self, may_be_kept)

    def action_read_on(self, way: int) -> None:
        """Shows what stands further down, or up: all of it is to be seen before it is kept."""
        read_on(self, way, again=2)

    def action_yes(self) -> None:
        """Goes on to the next question; after the last one the story is kept."""
        if self.asked + 1 < len(ASKED):
            self.asked += 1
        else:
            self._leave(may_be_kept=True)

    def action_not_yet(self) -> None:
        """Leaves it a draft."""
        self.app.notify(NOT_YET, markup=False)
        self.action_back()

    def action_back(self) -> None:
        """Goes back to the form; the names stay as they were chosen."""
        self._leave(may_be_kept=False)

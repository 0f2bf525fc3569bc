"""The Workshop: five ways to begin a story, those that are being written, and our own that are finished."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.ways import WayIn, way_in, ways_in
from gatherround.domain.resting import until
from gatherround.domain.rights import READ_BY
from gatherround.host.chance import day_of
from gatherround.host.own_book import OwnStory
from gatherround.ui import words
from gatherround.ui.lists import CalmList, ListOf
from gatherround.ui.pops_up import attempt
from gatherround.ui.screens.explained import Explained
from gatherround.ui.screens.layers import lay_over, put_away
from gatherround.ui.screens.sheets import OneOf
from gatherround.ui.screens.workshop_desk import LOOKS
from gatherround.ui.screens.workshop_form import StoryForm
from gatherround.ui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from pathlib import Path

    from gatherround.host.house import House
    from gatherround.ui.screens.workshop_file import OwnFile

ASKS: Final = "How shall it begin?"
THROW_ALL: Final = "Throw “{title}” away? What you typed is gone then."
THROW_CHANGES: Final = "Throw what you changed in “{title}” away? On the shelf it stays as it was."
THROW: Final = "throw it away"
KEEP: Final = "no, it stays"
WAITS: Final = f"What you type is kept while you type, and waits here. {READ_BY}"


Begun: TypeAlias = Draft | OwnStory
"""What is being written, or is finished and our own."""


class WayLine(Static):
    """One way to begin: its number, what it is, and a line about it; a place to click."""

    class Picked(Message):
        """Somebody clicked it; `index` counts from 0."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, index: int, way: WayIn) -> None:
        said = words.phrase("[b $glow]$number[/]  [b $lit]$says[/]", number=str(index + 1), says=way.says)
        super().__init__(words.stacked(said, words.dim(f"   {way.about}")), classes="way")
        self._index = index

    def on_click(self) -> None:
        """Says which way it is."""
        self.post_message(self.Picked(self._index))


class WorkshopDoor(Explained[None]):
    """Begins a story, goes on with one, or opens one of our own."""

    AUTO_FOCUS = ""
    CSS_PATH: ClassVar = LOOKS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "begin(0)", "begin", id="begin", key_display="1-5", tooltip="Begin a story in one of five ways"),
        *(Binding(str(number), f"begin({number - 1})", show=False) for number in range(2, 6)),
        Binding("tab", "list", "go on with one", id="list", tooltip="What was begun, and your own stories"),
        Binding("p", "pass_on", "pass one on", id="pass-on", tooltip="Pack a story of your own for somebody"),
        Binding("x,delete", "throw_away", "throw it away", id="throw-away", tooltip="Throw what you began away"),
        Binding("c", "copy", "copy one", id="copy", tooltip="Make your own copy of a story that ships"),
        Binding("escape,backspace,q", "leave", "back", id="leave", key_display="esc", tooltip="Back to the table"),
        Binding("question_mark", "help", "help", id="help", key_display="?", tooltip="What the keys do"),
    ]

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house = house
        self.workshop = house.workshop()
        # Held, not looked for: a key may still come when the page is going and nothing lies on it any more.
        self._begun = ListOf[Begun](lambda one: _said(one, day_of(house.clock)), classes="begun")

    def compose(self) -> ComposeResult:
        """Lays the five ways over what there is already."""
        yield Static(words.phrase("Workshop   $asks", asks=ASKS), classes="welcome")
        yield from (WayLine(number, way) for number, way in enumerate(ways_in()))
        yield Static(words.plain(WAITS), classes="none-yet")
        yield self._begun
        yield KeyBar(("leave", "begin", "help"), first=("throw-away",), words=True)

    def on_mount(self) -> None:
        """Shows what there is."""
        self._show()

    def on_screen_resume(self) -> None:
        """Shows what there is now, for a story may have come or grown."""
        if self.is_mounted:
            self._show()

    def _show(self) -> None:
        self._begun.show((*self.workshop.drafts.all(), *self.workshop.book.stories()))
        self.set_class(not self._begun.items, "-nothing")
        self.refresh_bindings()

    @property
    def _marked(self) -> Begun | None:
        """What is marked in the list, if somebody is there."""
        return self._begun.marked if self._begun.has_focus else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hides the keys that mean nothing now."""
        match action:
            case "list":
                return bool(self._begun.items)
            case "pass_on":
                return bool(_finished(self._begun.items))
            case "throw_away":
                return isinstance(self._marked, Draft)
            case _:
                return True

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    @on(CalmList.OptionHighlighted)
    def _say_the_keys(self) -> None:
        """Says anew which keys mean something: what is marked may be thrown away."""
        self.refresh_bindings()

    def on_way_line_picked(self, message: WayLine.Picked) -> None:
        """Begins at a clicked way."""
        message.stop()
        self.action_begin(message.index)

    def on_option_list_option_selected(self, message: CalmList.OptionSelected) -> None:
        """Opens what was chosen: in the form where a form can hold it."""
        message.stop()
        match self._begun.item(message.option_index):
            case Draft() as draft:
                lay_over(self, StoryForm(self._house, self.workshop, draft))
            case OwnStory() as story:
                lay_over(self, workshop_page(self._house, story))

    def action_begin(self, index: int) -> None:
        """Begins a story of this way."""
        lay_over(self, StoryForm(self._house, self.workshop, self.workshop.drafts.begin(ways_in()[index].way)))

    def action_list(self) -> None:
        """Goes to the list of what there is, so that enter goes on with it."""
        self._begun.choose_from()

    def action_throw_away(self) -> None:
        """Throws away what was begun, once somebody agrees."""
        if not isinstance(draft := self._marked, Draft):
            return

        def answered(door: int | None) -> None:
            if door == 0 and attempt(self, lambda: self.workshop.drafts.forget(draft)):
                self._show()

        lay_over(self, OneOf(_asked_of(draft), (THROW, KEEP)), answered)

    def action_copy(self) -> None:
        """Looks for a story that ships, to make it ours, and opens the copy."""
        from gatherround.ui.screens.workshop_file import CopyOne, OwnFile

        def copied(path: Path | None) -> None:
            if path is not None:
                lay_over(self, OwnFile(self._house, path))

        lay_over(self, CopyOne(self.workshop), copied)

    def action_pass_on(self) -> None:
        """Passes on the story that is marked in the list, or asks which."""
        from gatherround.ui.screens.passing_on import pass_on_one

        pass_on_one(self, self._house, _finished((self._marked,)) or _finished(self._begun.items))

    def action_leave(self) -> None:
        """Goes back to the table."""
        put_away(self)


def workshop_page(house: House, story: OwnStory) -> StoryForm | OwnFile:
    """Gives the page on which a story of our own is changed: the form where a form can hold it, else its file."""
    from gatherround.ui.screens.workshop_file import OwnFile

    if (held := story.in_a_form) is not None:
        workshop = house.workshop()
        return StoryForm(house, workshop, workshop.drafts.of(held.story) or held)
    return OwnFile(house, story.path)


def _finished(items: Iterable[Begun | None]) -> tuple[tuple[str, str], ...]:
    """Gives the stories of our own that play, by their ids and titles."""
    return tuple((one.id, one.title) for one in items if isinstance(one, OwnStory) and one.id)


def _asked_of(draft: Draft) -> str:
    title = _called(draft)
    return (THROW_CHANGES if draft.story else THROW_ALL).format(title=title)


def _called(draft: Draft) -> str:
    return " ".join(draft.meant("title").split()) or way_in(draft.way).says


def _said(item: Begun, today: date) -> str:
    match item:
        case Draft():
            way = way_in(item.way)
            return f"go on: {_called(item)}   {item.page + 1} of {len(way.pages)}"
        case OwnStory():
            if (day := item.rests_until(today)) is not None:
                return f"{item.title}   rests until {until(day.isoformat(), today)}"
            to_look_at = len(item.problems) if item.draft is None else 0
            return f"{item.title}   {to_look_at} to look at" if to_look_at else item.title

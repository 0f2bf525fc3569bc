"""The only lists in the dining room: they keep calm under any key, at any size, whatever their options say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, Generic, Literal, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from gatherround.ui import words

__all__ = ["CalmList", "ListOf", "Option", "RowList", "option", "row"]
Item = TypeVar("Item")


def option(text: str, *, disabled: bool = False) -> Option:
    """Gives an option that shows the words as they are."""
    return Option(words.plain(text), disabled=disabled)


def row(label: str, said: str, id: str, width: int) -> Option:  # noqa: A002 (Textual's name)
    """Gives an option of a label of ours and somebody's words, in so many cells."""
    return Option(words.pair(label, said, width), id=id)


class CalmList(OptionList):
    """An option list that does nothing where Textual's own (8.2.8) raises.

    Page keys before the first layout (KeyError), a width of nothing (ValueError), a click on an option that has gone
    since it was drawn (IndexError) and a list of which every option is disabled leave it as it is. Options given as
    plain strings are never read as markup.
    """

    def __init__(
        self,
        *options: Option,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 (Textual's name)
        classes: str | None = None,
        disabled: bool = False,
    ) -> None:
        super().__init__(*options, name=name, id=id, classes=classes, disabled=disabled, markup=False)

    def on_click(self, event: events.Click) -> None:
        """Lets go of a click on an option that is not there any more."""
        if event.style.meta.get("option", -1) >= self.option_count:
            event.prevent_default()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Asks for no height where no word could be wrapped."""
        return super().get_content_height(container, viewport, width) if width > self._margin else 0

    def _update_lines(self) -> None:
        room = self.scrollable_content_region
        if room and room.width > self._margin:
            super()._update_lines()

    def _move_page(self, direction: Literal[-1, 1]) -> None:
        if self._lines and (self.highlighted or 0) in self._index_to_line:
            super()._move_page(direction)

    @property
    def _margin(self) -> int:
        return self.get_component_styles("option-list--option").padding.width


class ListOf(CalmList, Generic[Item]):
    """A list of values, each told in a line; where others come it stays at the place where one was."""

    def __init__(self, line: Callable[[Item], str], *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.items: tuple[Item, ...] = ()
        self._line = line

    def show(self, items: Iterable[Item]) -> None:
        """Lists these."""
        at = self.highlighted
        self.items = tuple(items)
        self.clear_options()
        self.add_options([option(self._line(item)) for item in self.items])
        self.highlighted = min(at, len(self.items) - 1) if at is not None and self.items else None

    def item(self, at: int | None) -> Item | None:
        """Gives the one at a place, counting from 0; none where nothing is there, or not any more."""
        return self.items[at] if at is not None and 0 <= at < len(self.items) else None

    @property
    def marked(self) -> Item | None:
        """The one that is marked, if one is."""
        return self.item(self.highlighted)

    def choose_from(self) -> None:
        """Has somebody choose from it, from the first if at none yet, so that enter takes it."""
        if self.highlighted is None:
            self.action_first()
        self.focus()


class RowList(CalmList):
    """A list of rows, each of which something can be done with: by enter, by a click, and said on the bottom line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "select", "change", id="choose", key_display="enter", tooltip="Change this row"),
    ]

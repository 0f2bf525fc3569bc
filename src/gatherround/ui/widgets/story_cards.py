"""A short list of stories: a number, a title and the minutes of each, and beneath it what to know first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from gatherround.domain.text import cells
from gatherround.ui import words
from gatherround.ui.drawing import Piece, row

OPEN: Final = "▸"
_TALLEST: Final = 3
_BEFORE: Final = 4
"""Cells that the mark, the number and a blank take."""


@dataclass(frozen=True, slots=True)
class StoryCard:
    """What a list says of one story: `first` is what a parent knows before anything else, `more` as far as it fits."""

    title: str
    minutes: int
    first: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


class StoryCards(Widget):
    """Shows up to nine stories, numbered, the one that lies open marked; says which was clicked.

    Each takes three rows where there is room, two, or one; in one row a warning is a sign of its own.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"cards--number", "cards--open", "cards--title", "cards--first"}
    cards: reactive[tuple[StoryCard, ...]] = reactive(())
    open: reactive[int] = reactive(0)
    """The card that lies open, counting from 0."""
    places: reactive[int] = reactive(5)
    """How many cards there is room for; each takes the same room however many there are."""

    class Picked(Message):
        """Somebody clicked a story; `index` counts from 0."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def on_click(self, event: events.Click) -> None:
        """Says which story was meant; beneath the last one none is."""
        event.stop()
        offset = event.get_content_offset(self)
        if offset is not None and offset.y // self._tall < len(self.cards):
            self.post_message(self.Picked(offset.y // self._tall))

    def render_line(self, y: int) -> Strip:
        """Draws one row of one story."""
        rest = self.rich_style
        index, line = divmod(y, self._tall)
        if index >= len(self.cards) or line > 1:
            return row([], self.size.width, rest)
        pieces = self._head(index) if line == 0 else self._foot(self.cards[index], rest)
        return row(pieces, self.size.width, rest)

    @property
    def _tall(self) -> int:
        return max(1, min(_TALLEST, self.size.height // self.places))

    def _head(self, index: int) -> list[Piece]:
        card = self.cards[index]
        warned = "! " if card.first and self._tall == 1 else ""
        minutes = f" {warned}{card.minutes:>2} min"
        title = words.clipped(card.title, self.size.width - _BEFORE - cells(minutes))
        blank = " " * (self.size.width - _BEFORE - cells(title) - cells(minutes))
        here = index == self.open
        shown = self.get_component_rich_style("cards--open" if here else "cards--title")
        return [
            (f"{OPEN if here else ' '}{index + 1} ".rjust(_BEFORE), self.get_component_rich_style("cards--number")),
            (f"{title}{blank}", shown),
            (minutes, self.get_component_rich_style("cards--first") if warned else shown),
        ]

    def _foot(self, card: StoryCard, rest: Style) -> list[Piece]:
        room = self.size.width - _BEFORE
        first = words.clipped(f"! {', '.join(card.first)}", room) if card.first else ""
        warned = [(first, self.get_component_rich_style("cards--first"))] if first else []
        return [(" " * _BEFORE, rest), *warned, (_fitting(card.more, room - cells(first), begun=bool(first)), rest)]


def _fitting(parts: tuple[str, ...], room: int, *, begun: bool) -> str:
    """Gives as many parts as fit whole, each behind a dot; the first is cut rather than left out."""
    line = ""
    for part in parts:
        joined = f"{line} · {words.clipped(part, room)}" if line or begun else words.clipped(part, room)
        if cells(joined) > room:
            break
        line = joined
    return line

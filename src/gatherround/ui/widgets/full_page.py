"""A page that is fuller than the window: what gives way, so that what is read and what can be answered is whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from textual.containers import Vertical
from textual.geometry import Size
from textual.layout import Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget

from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.falling import Falling

ORNAMENTS: Final = ("aside", "wait", "said")
"""What a page can do without, in the order in which it goes: the last is what has been read already."""
BRIEF: Final = "brief"
"""The short form of the line before it."""
SPARE: Final = ("again", "name")
"""Big words that stand on the page, or above it, a second time."""


@dataclass(slots=True, eq=False)
class Laid:
    """A thing on the page: the empty rows above it, and its own."""

    placed: WidgetPlacement
    gap: int
    rows: int

    @property
    def widget(self) -> Widget:
        """Gives what it is."""
        return self.placed.widget


class GivingWay(VerticalLayout):
    """Lays things one under another; too many of them for the room take fewer rows, so that none is cut.

    Empty rows go where that is enough. Else a big word comes in smaller or plain letters, then the empty rows go, the
    ornaments one after another, then long lines for their short forms, then a big word that is said twice. Doors get
    at least the rows in which all their words can be read. Where a big word stands in plain letters, and rows
    that are left, empty ones, short forms and what doors have beside their words make room for it, it is drawn.
    """

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> list[WidgetPlacement]:
        """Gives each thing its place."""
        briefs = {before: brief for before, brief in pairwise(children) if brief.has_class(BRIEF)}
        usual = [child for child in children if not child.has_class(BRIEF)]
        placed = list(super().arrange(parent, usual, size, greedy))
        page = _laid(placed)
        tight = _doors_get_their_rows(page)
        short = super().arrange(parent, list(briefs.values()), size, greedy) if briefs else []
        brief = dict(zip(briefs, short, strict=True))
        if too_full := _over(page, size.height) > 0 or tight:
            _fit(page, size.height, brief)
        return _placements(page) if _words_grow(page, size.height, brief) or too_full else placed


class FullPage(Vertical):
    """A page of the table whose things give way to each other."""

    @property
    def layout(self) -> Layout:
        """Gives the layout that knows what gives way."""
        return _GIVING_WAY


_GIVING_WAY: Final = GivingWay()


def _laid(placed: list[WidgetPlacement]) -> list[Laid]:
    tops = [0, *(one.region.bottom for one in placed)]
    return [
        Laid(one, one.region.y - top, one.region.height) for one, top in zip(placed, tops[: len(placed)], strict=True)
    ]


def _doors_get_their_rows(page: list[Laid]) -> bool:
    """Gives doors the rows that their words take; true where they had too few."""
    tight = False
    for one in page:
        if isinstance(one.widget, Doors) and (least := one.widget.least_rows(one.placed.region.width)) > one.rows:
            one.rows, tight = least, True
    return tight


def _close_gaps(page: list[Laid], room: int) -> None:
    for one in reversed(page):
        one.gap -= min(one.gap, max(0, _over(page, room)))


def _shorten(page: list[Laid], room: int, briefs: Mapping[Widget, WidgetPlacement]) -> None:
    for one in page:
        if one.widget in briefs and _over(page, room) > 0:
            one.placed = briefs[one.widget]
            one.rows = one.placed.region.height


def _words_grow(page: list[Laid], room: int, briefs: Mapping[Widget, WidgetPlacement]) -> bool:
    """Draws big words that stand in plain letters, as long as there is room for it; true where one has grown."""
    grown = False
    for one in page:
        if not isinstance(one.widget, BigWord):
            continue
        free = sum(_to_spare(other, briefs) for other in page) - _over(page, room)
        if (more := one.widget.more_rows(one.placed.region.width, one.rows, free)) > 0:
            one.rows, grown = one.rows + more, True
            _close_gaps(page, room)
            _shorten(page, room, briefs)
            for other in page:
                other.rows -= min(_slack(other), max(0, _over(page, room)))
    return grown


def _to_spare(one: Laid, briefs: Mapping[Widget, WidgetPlacement]) -> int:
    """Gives the rows that a thing could do without, empty ones above it among them."""
    brief = briefs.get(one.widget)
    return one.gap + _slack(one) + (max(0, one.rows - brief.region.height) if brief is not None else 0)


def _slack(one: Laid) -> int:
    """Gives the rows that doors have and their words do not take."""
    if not isinstance(one.widget, Doors):
        return 0
    return max(0, one.rows - one.widget.least_rows(one.placed.region.width))


def _over(page: list[Laid], room: int) -> int:
    return sum(one.gap + one.rows for one in page) - room


def _fit(page: list[Laid], room: int, briefs: Mapping[Widget, WidgetPlacement]) -> None:
    if _over(page, room) > sum(one.gap for one in page):
        for one in page:
            if isinstance(one.widget, BigWord | Falling) and (over := _over(page, room)) > 0:
                one.rows = min(one.rows, one.widget.rows_in(one.placed.region.width, max(1, one.rows - over)))
    _close_gaps(page, room)
    _without(page, room, ORNAMENTS)
    _shorten(page, room, briefs)
    _without(page, room, SPARE)
    for one in page:
        if isinstance(one.widget, Doors):
            # Even on a page that nothing can save every answer is there, with an ellipsis.
            one.rows -= min(max(0, _over(page, room)), max(0, one.rows - len(one.widget.options)))


def _without(page: list[Laid], room: int, names: Sequence[str]) -> None:
    """Takes away what has one of these names, in their order, as long as there is too much."""
    for one in [one for name in names for one in page if one.widget.has_class(name)]:
        if _over(page, room) > 0:
            page.remove(one)


def _placements(page: list[Laid]) -> list[WidgetPlacement]:
    placed, top = [], 0
    for one in page:
        region = one.placed.region
        placed.append(one.placed._replace(region=region._replace(y=top + one.gap, height=one.rows)))
        top += one.gap + one.rows
    return placed

"""A second topic: a few words for another day, kept without a time, and taken up when the same people sit there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Final

from textual.screen import Screen

from gatherround.domain.promises import TOPIC, PutAside
from gatherround.domain.text import line
from gatherround.host.drafts import Draft
from gatherround.host.promises import ASIDE
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.sheets import Line, OneOf
from gatherround.ui.screens.study import STUDY_STYLES

if TYPE_CHECKING:
    from gatherround.host.house import House

ASKED: Final = "Something else came up? A few words, for another day."
WHOSE: Final = "It waits for just you who sit here. No time is promised, and nobody is reminded."
NOWHERE: Final = "Nothing is kept here just now. A slip of paper does it too."
KEPT: Final = "Put aside. It is there when the same people sit down again."
ANOTHER_DAY: Final = "Put aside, for another day"
WAYS: Final = ("take it up now", "give it a time", "take it out, for good")


class ForAnotherDay(Line):
    """A line over the table; what is typed is looked at by nobody until it is taken up."""

    CSS_PATH: ClassVar[Any] = STUDY_STYLES


class WhichOne(OneOf):
    """Which of several things that were put aside is looked at."""

    CSS_PATH: ClassVar[Any] = STUDY_STYLES

    def __init__(self, waiting: Sequence[PutAside]) -> None:
        super().__init__(ANOTHER_DAY, tuple(one.topic for one in waiting))


class WhatBecomes(OneOf):
    """What becomes of one thing that was put aside; leaving it where it is takes no answer."""

    CSS_PATH: ClassVar[Any] = STUDY_STYLES

    def __init__(self, one: PutAside) -> None:
        super().__init__(ANOTHER_DAY, WAYS, says=one.topic)


def put_aside_over(below: Screen[Any], house: House) -> None:
    """Asks for a few words over a screen and keeps them; where nothing can be kept, a kind line says so."""
    promises = house.promises()
    if not promises.keeps:
        below.notify(NOWHERE, markup=False)
        return

    def keep(typed: str) -> None:
        if promises.put_aside(typed):
            below.notify(KEPT, markup=False)

    draft = Draft(house.database, house.clock, ASIDE)
    lay_over(below, ForAnotherDay(ASKED, hint=WHOSE, gate=lambda typed: line(typed, TOPIC), keep=keep, draft=draft))

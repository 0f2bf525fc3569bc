"""Three questions with room to answer them by hand: a sheet to take along to a first talk; no name stands on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gatherround.domain.helping import MEANWHILE, QUESTIONS, QUESTIONS_SAID
from gatherround.domain.rights import NOT_THERAPY
from gatherround.host.paper import FIRST_TALK_MARK, Paper
from gatherround.paper.pages import Html, element, page

TITLE: Final = "Before a first talk"
YOURS: Final = f"This sheet is yours. The game keeps none of it. {NOT_THERAPY}"
LINES: Final = 6
"""How many lines there are to write on under each question."""
NO_PRACTICE: Final = 2


def first_talk(practices: Sequence[str], paper: Paper = "a4") -> str:
    """Gives the whole sheet as one HTML file; where no practices are given there are lines for them."""
    return page(
        TITLE,
        element(
            "main",
            element("h1", TITLE),
            element("p", QUESTIONS_SAID),
            *(element("section", element("h2", question), *_lines(LINES)) for question in QUESTIONS),
            element("section", element("h2", MEANWHILE), *_practices(practices)),
            element("footer", YOURS),
        ),
        mark=FIRST_TALK_MARK,
        looks=("first-talk", paper),
    )


def _practices(practices: Sequence[str]) -> tuple[Html, ...]:
    if not practices:
        return _lines(NO_PRACTICE)
    return (element("ul", *(element("li", practice) for practice in practices)),)


def _lines(count: int) -> tuple[Html, ...]:
    return (element("p", class_="line"),) * count

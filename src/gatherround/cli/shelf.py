"""The shelf in the terminal: which stories there are for somebody, some minutes, some evening."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Final, get_args

from gatherround.cli import FINE, NOT_DONE, WRONG_USE
from gatherround.cli.house import in_the_house
from gatherround.domain.activities import Activity, Empathy, Help, Kind, span
from gatherround.domain.finding import Found, Wanted, warnings
from gatherround.domain.people import Person
from gatherround.domain.stages import ADULT
from gatherround.domain.text import cells, clip, tidy
from gatherround.host.house import House

EMPTY: Final = "No story on the shelf is like that. Ask for less, or see all of them: gatherround shelf"
UNDER_TWO: Final = "Under two: welcome at the table, and asked nothing yet."
NO_AGE: Final = f"An age is a number of whole years, from 0 to {ADULT.high}."
LONGEST_TITLE: Final = 36


def shelf(asked: argparse.Namespace) -> int:
    """Lists what answers to what is asked; 1 where nothing does."""
    if (wrong := _wrong(asked)) is not None:
        print(wrong, file=sys.stderr)
        return WRONG_USE
    return in_the_house(asked, _listed)


def _wrong(asked: argparse.Namespace) -> str | None:
    """Says which age or word is none that the shelf knows, and which ones it does."""
    if any(not 0 <= age <= ADULT.high for age in asked.age):
        return NO_AGE
    known = {"helps": get_args(Help), "kind": get_args(Kind), "empathy": get_args(Empathy)}
    for name, words in known.items():
        if getattr(asked, name) not in (None, *words):
            return f"--{name} is one of: {', '.join(words)}."
    return None


def _listed(house: House, asked: argparse.Namespace) -> int:
    from gatherround.host.listing import NobodyOfThatName, called, listed, of_age, shapes

    try:
        people = [*(of_age(age) for age in asked.age), *(called(house, name) for name in asked.person)]
    except NobodyOfThatName as nobody:
        print(nobody.sentence, file=sys.stderr)
        return NOT_DONE
    who = tuple(one for one in people if one is not None)
    found = listed(house, _wanted(asked, who)) if len(who) == len(people) else ()
    if asked.json:
        print(json.dumps(shapes(found), indent=2, ensure_ascii=False))
    elif found:
        print("\n".join(_table(found)))
    else:
        print(EMPTY if len(who) == len(people) else UNDER_TWO, file=sys.stderr)
    return FINE if found else NOT_DONE


def _wanted(asked: argparse.Namespace, who: Sequence[Person]) -> Wanted:
    wish: Any = asked.helps or "surprise"
    return Wanted(
        wish=wish,
        words=asked.search or "",
        who=tuple(who),
        most=asked.minutes,
        empathy=asked.empathy,
        kind=asked.kind,
        depth=asked.depth,
        flag=asked.flag,
        book=asked.book,
    )


def _table(found: Iterable[Found]) -> Iterable[str]:
    """Gives a line for each, in columns as wide as they need; what to know first stands at the end behind a sign."""
    rows = [_row(one.activity) for one in found]
    wide = [max(cells(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(part + " " * (wide[at] - cells(part)) for at, part in enumerate(row)).rstrip()


def _row(activity: Activity) -> tuple[str, ...]:
    first = warnings(activity)
    return (
        clip(_one_line(activity.title), LONGEST_TITLE),
        span(activity.youngest, activity.oldest),
        f"{activity.minutes:>2} min",
        ", ".join(activity.helps),
        activity.full_id,
        f"! {', '.join(first)}" if first else "",
    )


def _one_line(text: str) -> str:
    return " ".join(tidy(text).split())

"""The shelf in the terminal: which stories there are for somebody, some minutes, some evening."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any, Final, get_args

from gatherround.cli.endings import FINE, NOT_DONE
from gatherround.cli.house import in_the_house, somebody
from gatherround.cli.saying import columns, shown
from gatherround.domain.activities import Activity, Empathy, Help, Kind, ages_said
from gatherround.domain.finding import Wanted, warnings
from gatherround.domain.meant import did_you_mean
from gatherround.domain.members import person_on
from gatherround.domain.people import Person
from gatherround.domain.refusing import Refusal, Unclear
from gatherround.domain.stages import ADULT
from gatherround.domain.text import clip, one_line
from gatherround.host.guests import UNDER_TWO
from gatherround.host.house import House

EMPTY: Final = "No story on the shelf is like that. Ask for less, or see all of them: gatherround shelf"
NO_AGE: Final = f"An age is a number of whole years, from 0 to {ADULT.high}."
NO_MINUTES: Final = "Minutes are a whole number from 1 up."
NO_BOOK: Final = 'There is no story book "{book}". "gatherround packs list" shows all.{meant}'
LONGEST_TITLE: Final = 36


def shelf(asked: argparse.Namespace) -> int:
    """Lists what answers to what is asked; where nothing does, that is not done."""
    if (wrong := _wrong(asked)) is not None:
        raise Unclear(wrong)
    return in_the_house(asked, _listed)


def _wrong(asked: argparse.Namespace) -> str | None:
    """Says which age, number or word is none that the shelf knows, and which ones it does."""
    if any(not 0 <= age <= ADULT.high for age in asked.age):
        return NO_AGE
    if asked.minutes is not None and asked.minutes < 1:
        return NO_MINUTES
    known = {"helps": get_args(Help), "kind": get_args(Kind), "empathy": get_args(Empathy)}
    for name, words in known.items():
        if getattr(asked, name) not in (None, *words):
            return f"--{name} is one of: {', '.join(words)}.{did_you_mean(getattr(asked, name), words)}"
    return None


def _listed(house: House, asked: argparse.Namespace) -> int:
    from gatherround.host.listing import listed, of_age, shapes

    people = [*(of_age(age) for age in asked.age), *(_today(house, name) for name in asked.person)]
    who = tuple(one for one in people if one is not None)
    found = listed(house, _wanted(asked, who)) if len(who) == len(people) else ()
    if asked.json:
        print(json.dumps(shapes(found), indent=2, ensure_ascii=False))
    elif found:
        print(*columns([_row(one.activity) for one in found]), sep="\n")
    else:
        raise Refusal(UNDER_TWO if len(who) < len(people) else _nothing(house, asked.book))
    return FINE if found else NOT_DONE


def _today(house: House, name: str) -> Person | None:
    """Gives somebody who has a card as they are today, or none below two; raises Refusal where nobody has that name."""
    return person_on(somebody(house, name), house.today())


def _nothing(house: House, book: str | None) -> str:
    books = [one.id for one in house.shelf.books]
    if book is None or book in books:
        return EMPTY
    return NO_BOOK.format(book=shown(book), meant=did_you_mean(book, books))


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


def _row(activity: Activity) -> tuple[str, ...]:
    """Gives what the list says of a story; what to know first stands at the end behind a sign."""
    first = warnings(activity)
    return (
        clip(one_line(activity.title), LONGEST_TITLE),
        ages_said(activity.youngest, activity.oldest),
        f"{activity.minutes:>2} min",
        ", ".join(activity.helps),
        activity.full_id,
        f"! {', '.join(first)}" if first else "",
    )

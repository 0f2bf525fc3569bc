"""The shelf as a list: what answers to what is asked, for whoever reads it without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from gatherround.domain.finding import Found, Wanted, laid_out, narrowed, searched
from gatherround.domain.likings import Mark
from gatherround.domain.people import Person
from gatherround.domain.stages import stage_of
from gatherround.domain.tonight import Asked
from gatherround.host.dealing import left_alone_by
from gatherround.pantry.writing import written

if TYPE_CHECKING:
    from gatherround.host.house import House


def of_age(age: int) -> Person | None:
    """Gives somebody of an age in whole years, or none below two: welcome at the table, not yet asked."""
    stage = stage_of(age)
    return Person(id=f"of-{age}", name=str(age), stage_key=stage.key, age=age) if stage else None


def listed(house: House, wanted: Wanted) -> tuple[Found, ...]:
    """Gives what answers to everything that is asked, in the order of the story books, titles before other words.

    What is left out in this house, or by anybody who is asked for, is not in it; what needs nobody's eyes first is.
    """
    avoid = left_alone_by(house, wanted.who)
    asked = Asked(people=wanted.who, minutes=0, wish=wanted.wish, day=house.today().toordinal(), avoid=avoid)
    history = house.history()
    shelf = (laid_out(one, asked, history) for one in house.shelf.activities if not one.retired)
    likings = house.likings()
    marks: dict[Mark, frozenset[str]] = {
        "favourite": likings.marked("favourite", wanted.who),
        "hidden": likings.marked("hidden", wanted.who),
    }
    return searched(narrowed(shelf, wanted, marks), wanted.words)


def shapes(found: Sequence[Found]) -> list[dict[str, Any]]:
    """Gives each as plain values, with every field of the format and the story book it stands in."""
    return [{"pack": one.activity.pack, **written(one.activity, whole=True)} for one in found]

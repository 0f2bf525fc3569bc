"""Why this one: what a grown-up hears of a deal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.people import Person, Wish
from gatherround.domain.tonight import Asked

LONGER: Final = "Nothing here is short enough for tonight; this is the shortest for this table."
A_LITTLE_OVER: Final = "With so many of you it runs a few minutes over."
FITS: Final = "It fits everybody who is here."
_HELPS: Final = {
    "laugh": "It is one to laugh at together.",
    "be-heard": "Everybody gets a turn to be heard in it.",
    "see-another-side": "It is told from one chair and then from the other.",
    "settle": "It helps a table settle.",
    "mend": "It helps to mend something small.",
    "feel-close": "It brings a table closer.",
}


def why(activity: Activity, asked: Asked, listeners: Collection[str], *, instead: str = "") -> str:
    """Says in a sentence or two why this one, or `instead` why not another, and names who sits by tonight."""
    said = (instead or _good_for(activity, asked.wish), _sits_by(activity, asked, listeners))
    return " ".join(sentence for sentence in said if sentence)


def _good_for(activity: Activity, wish: Wish) -> str:
    helps = [help_ for help_ in activity.helps if help_ == wish] or list(activity.helps)
    return _HELPS[helps[0]] if helps else FITS


def _sits_by(activity: Activity, asked: Asked, listeners: Collection[str]) -> str:
    """Names who has no part; only of members is it remembered, so only they are promised the next turn."""
    sitting = [person for person in asked.people if person.id in listeners]
    if not sitting:
        return ""
    job = "with a job of their own" if activity.others else "for a few minutes"
    first = [person for person in sitting if person.member]
    said = f"{_names(sitting)} {'sits' if len(sitting) == 1 else 'sit'} by, {job}"
    goes = "goes" if len(first) == 1 else "go"
    if not first:
        return f"{said}."
    if len(first) == len(sitting):
        return f"{said}, and {goes} first next time."
    return f"{said}, and {_names(first)} {goes} first next time."


def _names(people: Sequence[Person]) -> str:
    *names, last = [person.name for person in people]
    return f"{', '.join(names)} and {last}" if names else last

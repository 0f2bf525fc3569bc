"""What happened in a house rests before it is told there: until which day, and how that is said."""

from __future__ import annotations

from datetime import date
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.text import one_line

COOLS: Final = "what happened here is told when it has cooled"
RESTS: Final = "{title} rests until {day}"
A_WEEK: Final = 7
"""Days after which the name of a weekday would say another day."""


def rests(activity: Activity, day: int) -> bool:
    """Tells whether what happened is still too near to be played on this day."""
    return activity.rests_until is not None and day < date.fromisoformat(activity.rests_until).toordinal()


def until(said: str, today: date) -> str:
    """Says an ISO day as a family does: by its weekday where that is no other day."""
    day = date.fromisoformat(said)
    return f"{day:%A}" if 0 <= (day - today).days < A_WEEK else f"{day.day} {day:%B}"


def resting(activity: Activity, today: date) -> str:
    """Says until when a story rests; empty where it rests no more."""
    if activity.rests_until is None or not rests(activity, today.toordinal()):
        return ""
    title = one_line(activity.title)
    return RESTS.format(title=title, day=until(activity.rests_until, today))

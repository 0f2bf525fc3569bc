"""Before what is hard it is said that it is hard, and that this is the point of it.

Those who believe that empathy can grow put more into it where it is hard, and listen longer to somebody they differ
from (Schumann, Zaki and Dweck 2014). Nobody is told that they are empathetic, and nothing is asked of them afterwards.
"""

from __future__ import annotations

from typing import Final

from gatherround.domain.activities import AMBER, Activity
from gatherround.domain.steps import Read

STRETCH: Final = "This one is a stretch. Stretching is the point."
DEEP: Final = 3
"""From this depth on an activity is only ever chosen."""


def is_a_stretch(activity: Activity) -> bool:
    """Tells whether an activity is a hard one, by what its book says of it.

    It goes deep, is heavier than a pebble, or has something to know first.
    """
    heavy = activity.size in {"brick", "boulder"}
    return heavy or activity.depth >= DEEP or bool(AMBER & set(activity.flags))


def begins_on_a_page(activity: Activity) -> bool:
    """Tells whether it begins with something to read, where the line finds a place that costs no press."""
    return isinstance(activity.steps[0], Read)

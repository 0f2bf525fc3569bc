"""What a table asked for: whether a story is that, and what is said kindly where tonight's is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gatherround.domain.activities import Activity, minutes_for
from gatherround.domain.dealing.choosing import SLACK, WISH_HELPS, is_easy
from gatherround.domain.dealing.eligible import Choice, eligible
from gatherround.domain.people import Wish
from gatherround.domain.tonight import Asked, main_of

_ASKED: Final[dict[Wish, str]] = {
    "laugh": "to laugh",
    "be-heard": "to be heard",
    "see-another-side": "to see another side",
    "settle": "to settle",
    "mend": "to mend something",
    "feel-close": "to feel close",
    "easy": "for something easy",
}
_NUMBERS: Final = {5: "five", 10: "ten", 15: "fifteen", 20: "twenty"}


def answers(activity: Activity, wish: Wish) -> bool:
    """Tells whether an activity is what would help tonight; a table that asked for nothing is content with any."""
    if wish == "easy":
        return is_easy(activity)
    return wish not in WISH_HELPS or WISH_HELPS[wish] in activity.helps


def not_this(shelf: Sequence[Activity], offers: Sequence[Choice], asked: Asked) -> str:
    """Says that this is not what was asked for, and what would help: more minutes, or a hand that picks one.

    Where one had room, another came first tonight: it was not played lately, or is for more of the table.
    """
    found = [choice for choice in offers if answers(choice[0], asked.wish)]
    said, here = f"You asked {_ASKED[asked.wish]}", _NUMBERS.get(asked.minutes, str(asked.minutes))
    if any(_has_room(choice, asked.minutes) for choice in found):
        return f"{said}; this one suits the table better tonight, and others you find by hand."
    rounds = (minutes for minutes in _NUMBERS if minutes > asked.minutes)
    longer = next((minutes for minutes in rounds if any(_has_room(choice, minutes) for choice in found)), None)
    if longer is not None:
        return f"{said}, and nothing for that fits {here} minutes: {_NUMBERS[longer]} have room, or find one by hand."
    if any(answers(one, asked.wish) and eligible(one, asked, by_hand=True) for one in shelf):
        return f"{said}, and nothing for that is dealt to this table in {here} minutes: find one by hand."
    return f"{said}, and no story here for that is for just this table."


def _has_room(choice: Choice, minutes: int) -> bool:
    activity, divided = choice
    return minutes_for(activity, len(divided[1])) <= main_of(minutes) * SLACK

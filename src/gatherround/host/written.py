"""How a plan and a place are written down and read again."""

from __future__ import annotations

import json

from gatherround.domain.plain_values import from_plain, to_plain
from gatherround.domain.play.beats import involved
from gatherround.domain.play.make import begin, legal
from gatherround.domain.play.place import place
from gatherround.domain.play.plan import Plan, Play
from gatherround.storage.journal import Waiting


def plan_json(plan: Plan) -> str:
    """Writes a plan, with the activities as they were dealt."""
    return json.dumps(to_plain(plan), ensure_ascii=False)


def place_json(play: Play) -> str:
    """Writes where a Round has got to, its secrets blanked; the plan is written beside it."""
    kept = to_plain(place(play))
    del kept["plan"]
    return json.dumps(kept, ensure_ascii=False)


def play_of(waiting: Waiting) -> Play | None:
    """Reads a Round that was left open; one whose place an update has made unreadable starts again from its plan.

    Gives none where not even the plan can be read, where nobody sits there, or something is for somebody who does not.
    """
    plan = _plan(waiting)
    if plan is None or not plan.people:
        return None
    play = _place(waiting)
    if play is not None and _whole(play) and legal(play):
        return play
    again = begin(plan)
    return again if _whole(again) else None


def seats_nobody(waiting: Waiting) -> bool:
    """Tells whether a Round that was left open can be read, and nobody sits there who could go on with it."""
    plan = _plan(waiting)
    return plan is not None and not plan.people


def _plan(waiting: Waiting) -> Plan | None:
    try:
        return from_plain(Plan, json.loads(waiting.plan_json))
    except (ValueError, TypeError, LookupError, RecursionError):
        return None


def _place(waiting: Waiting) -> Play | None:
    try:
        kept = json.loads(waiting.place_json)
        kept["plan"] = json.loads(waiting.plan_json)
        for beat in kept["beats"]:
            beat.pop("corner", None)  # once written down with a page to write, and never read
        return from_plain(Play, kept)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _whole(play: Play) -> bool:
    """Tells whether something lies on the table, and everybody sits there of whom it speaks and to whom is dealt.

    What can be read may still name people and beats that are not there.
    """
    here = {person.id for person in play.plan.people}
    named = frozenset().union(*map(involved, play.beats), *(deal.named for deal in play.to_come))
    return bool(play.beats) and named <= here

"""A story that somebody has named: what to know first, and the evening of it."""

from __future__ import annotations

from gatherround.domain.people import Person
from gatherround.domain.play.plan import Plan
from gatherround.host.finding import Finding
from gatherround.host.house import House
from gatherround.plain.room import PlainRoom

NOT_FOR_THESE = "That story is not for just these people. Who else is here?"


def picked(room: PlainRoom, house: House, people: tuple[Person, ...], minutes: int, story: str) -> Plan | None:
    """Gives the evening of a story by its id, once what to know first has been said; none where it is for others."""
    finding = Finding(house, people, minutes)
    finding.look()
    found = finding.named(story)
    if found is None:
        room.say(NOT_FOR_THESE)
        return None
    if first := finding.preview(found).first:
        room.say(f"! {', '.join(first)}")
    return finding.deal(found, "surprise")

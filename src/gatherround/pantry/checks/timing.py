"""Whether an activity takes the minutes it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.activities import minutes_for
from gatherround.domain.play.pace import believed, minutes_told, tables
from gatherround.pantry.checks.rule import Rule, Spot
from gatherround.pantry.checks.story import Story

AGES: Final = (6, 13, 40)
"""Whose wording is tried where the youngest has one of their own."""
NUMBERS: Final = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
MEANT_FOR: Final = 3
"""The players that the field speaks of."""


def minutes_off(story: Story) -> Iterator[Spot]:
    """The planned minutes are true within a quarter for two and for five, in the wording of some table it is for."""
    activity = story.activity
    for players in tables(activity):
        said = minutes_for(activity, players)
        least, most = believed(activity, players)
        told = _told(story, players, least, most)
        if max(told) < least or min(told) > most:
            words = {"told": _minutes(told[0]), "said": _minutes(said), "players": str(players)}
            yield Spot(("minutes",), words | _true(story))
            return


def _true(story: Story) -> dict[str, str]:
    """Says how long it is with three players, or as near to three as can play it, and what to write for that."""
    activity = story.activity
    count = min(max(MEANT_FOR, activity.fewest), activity.most)
    takes = minutes_told(activity, count, activity.youngest)
    planned = takes * activity.minutes / minutes_for(activity, count)
    write = "that" if count <= MEANT_FOR else str(max(1, round(planned)))
    return {"count": NUMBERS[count - 1], "takes": _minutes(takes), "write": write}


def _told(story: Story, players: int, least: float, most: float) -> list[float]:
    """Gives how long it takes in the wording of the youngest, and where that is off, in every other it has."""
    activity = story.activity
    told = [minutes_told(activity, players, activity.youngest)]
    if not least <= told[0] <= most and any(wording.plain is None for _, wording in story.wordings):
        ages = [age for age in AGES if activity.youngest < age <= activity.oldest]
        told += [minutes_told(activity, players, age) for age in ages]
    return told


def _minutes(count: float) -> str:
    return "a minute" if count < 1.5 else f"{count:.0f} minutes"


RULES: Final = (
    Rule(
        "minutes-off",
        minutes_off,
        "The steps are plain enough to be timed: with {players} players about {told}, where {said} would be planned.",
        'With {count} it is about {takes}: write {write} as "minutes", or let more or fewer people answer.',
    ),
)

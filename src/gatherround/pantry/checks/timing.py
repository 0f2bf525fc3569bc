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
            three = minutes_told(activity, min(max(MEANT_FOR, activity.fewest), activity.most), activity.youngest)
            words: dict[str, str | int] = {
                "told": _minutes(told[0]),
                "said": _minutes(said),
                "three": _minutes(three),
                "players": players,
            }
            yield Spot(("minutes",), words)
            return


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
        'With three it is about {three}: write that as "minutes", or let more or fewer people answer.',
    ),
)

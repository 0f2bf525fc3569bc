"""What can be counted about an activity: the minutes it takes, and how it reads to each age."""

from __future__ import annotations

from dataclasses import dataclass

from gatherround.domain.activities import Activity
from gatherround.domain.play.pace import minutes_told, tables
from gatherround.domain.readability import Measure
from gatherround.pantry.checks.reading import by_stage
from gatherround.pantry.checks.story import Story
from gatherround.pantry.lists import Lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """The counts of one activity.

    `told` are the minutes it takes by how many play, in the wording of the youngest; `heard` is all that each stage
    hears, by its key ("2", "3-4" … "18+").
    """

    activity: str
    planned: int
    told: tuple[tuple[int, float], ...]
    heard: tuple[tuple[str, Measure], ...]


def measures(activity: Activity) -> Measures:
    """Times and measures an activity, whichever language it is in; its grades mean something in English only."""
    heard = by_stage(Story(activity, Lists()))
    return Measures(
        activity=activity.full_id,
        planned=activity.minutes,
        told=tuple((players, minutes_told(activity, players, activity.youngest)) for players in tables(activity)),
        heard=tuple((stage.key, measure) for stage, measure in heard.items()),
    )

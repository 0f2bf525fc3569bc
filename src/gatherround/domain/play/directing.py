"""The director's doors: which story tonight, by somebody who may also hand the pick on (Bradshaw 2024)."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeAlias

from gatherround.domain.activities import Activity
from gatherround.domain.play import casting, sayings
from gatherround.domain.play.beats import Pick
from gatherround.domain.play.plan import Deal, Plan, Play
from gatherround.domain.play.words import first_sentence

Way: TypeAlias = Literal["first", "second", "two-others", "you-choose"]
FOR_TWO_OTHERS = 3
"""As many spares as it takes to lay two doors that are both new."""


def directs(plan: Plan) -> str | None:
    """Gives who has doors to pick from tonight, if anybody has."""
    return plan.deals[0].director if plan.choice and plan.spares and plan.deals else None


def ways(plan: Plan) -> tuple[Way, ...]:
    """Names what each of the director's doors means, in order."""
    found: list[Way] = ["first"]
    if plan.spares:
        found.append("second")
    if len(plan.spares) >= FOR_TWO_OTHERS:
        found.append("two-others")
    return (*found, "you-choose")


def doors(play: Play, director: str) -> Pick:
    """Lays the doors; whoever picks may leave it to the deal, which is what going on does."""
    plan = play.plan
    said: dict[Way, str] = {"two-others": sayings.TWO_OTHERS, "you-choose": sayings.YOU_CHOOSE}
    said["first"] = _door(plan.deals[0].activity)
    if plan.spares:
        said["second"] = _door(plan.spares[0].activity)
    prompt = sayings.DIRECTOR_PROMPT.format(name=casting.name_of(play, director))
    options = tuple(said[way] for way in ways(plan))
    return Pick(who=director, prompt=prompt, options=options, use="deal", default=0)


def behind_the_door(play: Play, deal: Deal, director: str) -> tuple[str, str, str]:
    """Gives a story's title, its minutes and how deep it goes, and its first sentence in the director's own wording."""
    activity = deal.activity
    scene = activity.scene.said_to(play.plan.person(director).band) if activity.scene else ""
    depth = sayings.DEPTHS[activity.depth - 1]
    return activity.title, f"{activity.minutes} min, {depth}", first_sentence(scene)


def taken(plan: Plan, way: Way) -> Plan:
    """Gives the plan after a door: nothing is dealt anew, the dealt ones only change their places."""
    (tonight, *rest), spares = plan.deals, plan.spares
    match way:
        case "second":
            return replace(plan, deals=(spares[0], *rest), spares=(tonight, *spares[1:]))
        case "two-others":
            spare, first, second, *more = spares
            return replace(plan, deals=(first, *rest), spares=(second, tonight, spare, *more))
        case "first" | "you-choose":
            return plan


def _door(activity: Activity) -> str:
    """Says what lies behind a door: its title, its minutes and how deep it goes, and nothing that would lobby."""
    depth = sayings.DEPTHS[activity.depth - 1]
    return sayings.A_DOOR.format(title=activity.title, minutes=activity.minutes, depth=depth)

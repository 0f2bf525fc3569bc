"""What a story has and what it could still have: seats that want something, jobs, a laugh, a way out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.play.words import heard
from gatherround.domain.stages import suits
from gatherround.domain.steps import Read
from gatherround.pantry.checks.rule import SHIPPED, Rule, Spot
from gatherround.pantry.checks.story import Story

CHILDREN_UNTIL: Final = 11
WITHOUT_ACTS: Final = frozenset({"settle", "micro"})
WITHOUT_CASTING: Final = frozenset({"different-likes", "name-mirror"})
ALWAYS: Final = ("exit", "close", "whisper", "coach", "if_stuck", "phrase", "next", "practices", "why")
TOP: Final = ("title",)


def no_job(story: Story) -> Iterator[Spot]:
    """Where more people can play than there are seats, the others have a job."""
    activity = story.activity
    if activity.casts and activity.most > len(activity.seats) and activity.others is None:
        yield Spot(("players",), {"players": activity.most, "seats": len(activity.seats)})


def seats_not_given(story: Story) -> Iterator[Spot]:
    """Seats are given out, or nobody has one; whose likes or feeling a story only tells nobody needs to play."""
    activity = story.activity
    if activity.seats and not activity.casts and activity.kind not in WITHOUT_CASTING:
        yield Spot(("seats",), at_key=True)


def few_wants(story: Story) -> Iterator[Spot]:
    """At least two people of a story want something: understanding needs two sides. Small ones begin with one."""
    seats = story.activity.seats
    alone = story.activity.kind == "name-mirror" and len(seats) == 1
    if seats and not alone and sum(seat.wants is not None for seat in seats) < 2:
        yield Spot(("seats",), at_key=True)


def no_laugh(story: Story) -> Iterator[Spot]:
    """Every story has a place to laugh: a read marked so, or a chorus."""
    laughs = any(isinstance(step, Read) and step.beat == "laugh" for _, step in story.steps)
    if not laughs and not story.activity.chorus:
        yield Spot(TOP)


def component_above(story: Story) -> Iterator[Spot]:
    """What a story asks of somebody's understanding lies at most one component above them (Pons et al. 2004)."""
    component = story.activity.component
    if component is not None and not suits(component, story.youngest):
        yield Spot(("component",), {"component": component, "age": story.activity.youngest})


def chorus_not_heard(story: Story) -> Iterator[Spot]:
    """A chorus word is really read aloud, so that the table meets it."""
    if not story.activity.chorus:
        return
    aloud = "\n".join(
        text
        for path, wording in story.wordings
        if path == ("scene",) or (len(path) > 2 and path[2] == "read") or "then" in path
        for text in wording.texts()
    )
    for at, chorus in enumerate(story.activity.chorus):
        if not heard(chorus.word, aloud):
            yield Spot(("chorus", at), {"word": chorus.word})


def scene_not_read(story: Story) -> Iterator[Spot]:
    """A scene that is written is read."""
    read = any(isinstance(step, Read) and step.text is None for _, step in story.steps)
    if story.activity.scene is not None and not read:
        yield Spot(("scene",), at_key=True)


def half_a_series(story: Story) -> Iterator[Spot]:
    """A part of a series says which series and which part."""
    series, episode = story.activity.series, story.activity.episode
    if (series is None) != (episode is None):
        field, other = ("episode", "series") if series else ("series", "episode")
        yield Spot((other,), {"field": field, "other": other})


def left_out(story: Story) -> Iterator[Spot]:
    """A shipped activity leaves none of its fields to the house; a family's own is never asked for them."""
    activity = story.activity
    fields = [*ALWAYS, *(() if activity.kind in WITHOUT_ACTS else ("acts",))]
    # A breath asks for no understanding of feelings, so a settling may stand without one.
    if activity.oldest <= CHILDREN_UNTIL and activity.kind != "settle":
        fields.append("component")
    for field in fields:
        if not getattr(activity, field):
            yield Spot(TOP, {"field": field.replace("_", "-")})
    for seat in activity.seats:
        if seat.knows is None:
            yield Spot(("seats", seat.id), {"field": "knows"}, at_key=True)


RULES: Final = (
    Rule(
        "no-others",
        no_job,
        "Up to {players} can play, and the story has {seats} of them in seats.",
        'Give everybody else a job under "others:", such as being the rain. Until then they share the seats.',
    ),
    Rule(
        "seats-not-given",
        seats_not_given,
        "These seats are never given out: nobody plays them, and what they want and know is never told.",
        'Put "- seats: open" or "- seats: private" among the steps, where the table is to hear who is who.',
    ),
    Rule(
        "few-wants",
        few_wants,
        "These people are worth meeting, and fewer than two of them want something.",
        'Give two of them a "wants:", each a thing one can understand.',
    ),
    Rule(
        "no-laugh",
        no_laugh,
        "This plays, and nobody is told where to laugh.",
        'Mark the funny read with "beat: laugh", or give the table a chorus word.',
    ),
    Rule(
        "component-above",
        component_above,
        'Stories about "{component}" are fine ones, some years after age {age}.',
        'Begin "ages" later, or choose an earlier component.',
    ),
    Rule(
        "chorus-not-heard",
        chorus_not_heard,
        '"{word}" is never read aloud.',
        "Use it in the scene or in a read, or take it out.",
    ),
    Rule(
        "scene-not-read",
        scene_not_read,
        "No step reads this scene.",
        'Put "- read: scene" among the steps, or take it out.',
    ),
    Rule(
        "series-half",
        half_a_series,
        '"{field}" is missing beside "{other}".',
        "A part of a series says which series it is, and which part of it.",
    ),
    Rule(
        "left-out",
        left_out,
        '"{field}" is left to the house, and a shipped story has its own.',
        "Write it.",
        SHIPPED,
    ),
)

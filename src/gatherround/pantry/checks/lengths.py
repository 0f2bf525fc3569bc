"""Texts that outgrow the table: read aloud, or read by somebody who holds a fork."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.play.words import breaths
from gatherround.domain.stages import Band
from gatherround.domain.steps import Facts
from gatherround.pantry.checks.kinds import words_aloud
from gatherround.pantry.checks.rule import Rule, Spot
from gatherround.pantry.checks.story import Story
from gatherround.pantry.sentences import Path

SCENE_WORDS: Final = {Band.TODDLER: 60, Band.SCHOOL: 90, Band.TEEN: 110, Band.ADULT: 110}
SCENE_SMALL: Final = 60
SCENE_BREATHS: Final = 4
ALL_FOR_SMALL: Final = 60
SMALL_ONES: Final = 7
CARD_WORDS: Final = 20
COACH_WORDS: Final = 60
WHISPER: Final = 60
_CUT: Final = "At most {most} are read well at a table."


def _long(path: Path, text: str | None, most: int) -> Iterator[Spot]:
    words = len((text or "").split())
    if words > most:
        yield Spot(path, {"words": words, "most": most})


def scene_too_long(story: Story) -> Iterator[Spot]:
    """A scene is at most 60 words for the small ones, 90 up to eleven, 110 for everybody older."""
    scene, oldest = story.activity.scene, story.activity.oldest
    if scene is None:
        return
    if scene.plain is not None:
        plain = Band.SCHOOL if oldest <= 11 else Band.TEEN
        yield from _long(("scene",), scene.plain, SCENE_SMALL if oldest <= 7 else SCENE_WORDS[plain])
    for band, text in scene.rungs():
        yield from _long(("scene", band.value), text, SCENE_WORDS[band])


def scene_in_too_many_breaths(story: Story) -> Iterator[Spot]:
    """A scene is at most four breaths, so four presses; a breath is at most thirty words and ends with a sentence."""
    scene = story.activity.scene
    if scene is None:
        return
    told = [(("scene",), scene.plain or ""), *((("scene", band.value), text) for band, text in scene.rungs())]
    for path, text in told:
        if (taken := len(breaths(text))) > SCENE_BREATHS:
            yield Spot(path, {"breaths": taken, "most": SCENE_BREATHS})


def too_much_for_small(story: Story) -> Iterator[Spot]:
    """What is for small ones alone has at most sixty words to be read; what is for all ages has its own wordings."""
    if story.youngest.band is Band.TODDLER and story.activity.oldest <= SMALL_ONES:
        words = words_aloud(story)
        if words > ALL_FOR_SMALL:
            yield Spot(("title",), {"words": words, "most": ALL_FOR_SMALL})


def card_too_long(story: Story) -> Iterator[Spot]:
    """A private card or a fact card holds at most twenty words: it is read once, in a hum."""
    for seat in story.activity.seats:
        yield from _long(("seats", seat.id, "card"), seat.card, CARD_WORDS)
    for path, step in story.steps:
        if isinstance(step, Facts):
            for at, card in enumerate(step.cards):
                longest = max(card.texts(), key=lambda text: len(text.split()))
                yield from _long((*path, "cards", at), longest, CARD_WORDS)


def coach_too_long(story: Story) -> Iterator[Spot]:
    """A coach note is at most sixty words."""
    yield from _long(("coach",), story.activity.coach, COACH_WORDS)


def whisper_too_long(story: Story) -> Iterator[Spot]:
    """A whisper is one line of at most sixty characters."""
    whisper = story.activity.whisper or ""
    if len(whisper) > WHISPER or "\n" in whisper:
        yield Spot(("whisper",))


RULES: Final = (
    Rule("scene-too-long", scene_too_long, "There is a story here, and its scene has {words} words.", _CUT),
    Rule(
        "scene-breathless",
        scene_in_too_many_breaths,
        "This scene takes {breaths} breaths, so {breaths} presses of a key.",
        "Keep to {most}, each a sentence or two of at most thirty words together.",
    ),
    Rule(
        "small-too-long",
        too_much_for_small,
        "Small ones will want this again tomorrow, and there are {words} words to be read each time.",
        "Keep to {most} in scene, reads, questions and mirrors.",
    ),
    Rule("card-too-long", card_too_long, "This card has {words} words.", _CUT),
    Rule("coach-too-long", coach_too_long, "This note has {words} words.", _CUT),
    Rule(
        "whisper-too-long",
        whisper_too_long,
        "This whisper does not fit its line.",
        "Make it one line of at most 60 letters, fit to be read by anybody.",
    ),
)

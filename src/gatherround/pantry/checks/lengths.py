"""Texts that outgrow the table: read aloud, or read by somebody who holds a fork."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.play.words import heard
from gatherround.domain.stages import Band
from gatherround.domain.steps import Facts
from gatherround.domain.text import unsafe_emoji
from gatherround.pantry.checks.rule import Rule, all_wordings, placed_steps
from gatherround.pantry.lists import Lists
from gatherround.pantry.sentences import Finding, Path

SCENE_WORDS: Final = {Band.TODDLER: 60, Band.SCHOOL: 90, Band.TEEN: 110, Band.ADULT: 130}
SCENE_SMALL: Final = 60
CARD_WORDS: Final = 20
COACH_WORDS: Final = 60
WHISPER: Final = 60


def _long(path: Path, words: int, most: int, what: str) -> Iterator[Finding]:
    if words > most:
        message = f"This {what} has {words} words."
        yield Finding(
            f"{what.split()[0]}-too-long", path, message, f"At most {most} are read well at a table.", "finding"
        )


def scene_length(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A scene is at most 60 words for the small ones, 90 up to eleven, 110 for teens."""
    if activity.scene is None:
        return
    if activity.scene.plain is not None:
        most = 60 if activity.oldest <= 7 else 90 if activity.oldest <= 11 else 110
        yield from _long(("scene",), len(activity.scene.plain.split()), most, "scene")
    for band, text in activity.scene.rungs():
        yield from _long(("scene", band.value), len(text.split()), SCENE_WORDS[band], "scene")


def card_length(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A private card or a fact card holds at most twenty words: it is read once, in a hum."""
    for seat in activity.seats:
        yield from _long(("seats", seat.id, "card"), len((seat.card or "").split()), CARD_WORDS, "card")
    for path, step in placed_steps(activity.steps):
        if isinstance(step, Facts):
            for at, card in enumerate(step.cards):
                most = max(len(text.split()) for text in card.texts())
                yield from _long((*path, "cards", at), most, CARD_WORDS, "card")


def coach_length(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A coach note is at most sixty words."""
    yield from _long(("coach",), len((activity.coach or "").split()), COACH_WORDS, "coach note")


def whisper_length(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A whisper is one line of at most sixty characters."""
    if len(activity.whisper or "") > WHISPER or "\n" in (activity.whisper or ""):
        cure = "Make it one line of at most 60 letters, fit to be read by anybody."
        yield Finding("whisper-too-long", ("whisper",), "This whisper does not fit its line.", cure, "finding")


def chorus_heard(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """A chorus word is really read aloud, so that the table meets it."""
    aloud = "\n".join(
        text
        for path, wording in all_wordings(activity)
        if path == ("scene",) or (len(path) > 2 and path[2] == "read") or "then" in path
        for text in wording.texts()
    )
    for at, chorus in enumerate(activity.chorus):
        if not heard(chorus.word, aloud):
            cure = "Use it in the scene or in a read, or take it out."
            yield Finding("chorus-not-heard", ("chorus", at), f'"{chorus.word}" is never read aloud.', cure, "finding")


def safe_emoji(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """Emoji are those that every terminal draws alike."""
    for path, wording in all_wordings(activity):
        for text in wording.texts():
            if (found := unsafe_emoji(text)) is not None:
                cure = "Use a single plain one, or a word."
                yield Finding("emoji", path, f"Not every screen draws {found} alike.", cure, "finding")


RULES: Final[tuple[Rule, ...]] = (scene_length, card_length, coach_length, whisper_length, chorus_heard, safe_emoji)

"""Feeling words for those who are offered them, and mirrors that say the word that was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.play.naming import DOORS_SMALL
from gatherround.domain.play.plan import FeelingWord
from gatherround.domain.stages import ADULT, Band, Stage, rank, stage_named, stage_of
from gatherround.domain.steps import Name, Read
from gatherround.pantry.checks.rule import Rule, Spot
from gatherround.pantry.checks.story import Story
from gatherround.pantry.sentences import Path

FACE_AHEAD: Final = 2
"""Stages by which a face that is only shown may run ahead of the youngest: nobody has to choose it."""
_SAID: Final = 8


def words_too_old(story: Story) -> Iterator[Spot]:
    """Nobody chooses among words that they meet years from now (Baron-Cohen et al. 2010); small ones get two doors."""
    known = {word.word: word for word in story.lists.feelings}
    meant = {phrase.casefold() for phrase in story.activity.meant}
    for path, text, most, stage in _offered(story):
        word = known.get(text)
        if word is not None and text not in meant and rank(stage_named(word.stage_key)) > most:
            younger = ", ".join(_younger(word, story, stage))
            since = stage_named(word.stage_key).low
            yield Spot(path, {"word": text, "since": since, "age": stage.low, "younger": younger})


def _offered(story: Story) -> Iterator[tuple[Path, str, int, Stage]]:
    """Gives every feeling word with how far along the stages it may come from, and who meets it."""
    youngest, oldest = story.youngest, stage_of(story.activity.oldest) or ADULT
    for path, step in story.steps:
        if isinstance(step, Name):
            for at, word in enumerate(step.options):
                stage = oldest if youngest.band is Band.TODDLER and at >= DOORS_SMALL else youngest
                yield (*path, "options", at), word, rank(stage), stage
        if isinstance(step, Read) and step.face:
            yield (*path, "face"), step.face, rank(youngest) + FACE_AHEAD, youngest


def _younger(word: FeelingWord, story: Story, stage: Stage) -> list[str]:
    """Gives words of their own shelf, first the one whose face this word borrows."""
    shelf = [one.word for one in story.lists.feelings if rank(stage_named(one.stage_key)) <= rank(stage)]
    kin = [word.face] if word.face in shelf else []
    return list(dict.fromkeys([*kin, *reversed(shelf)]))[:_SAID]


def mirror_without_word(story: Story) -> Iterator[Spot]:
    """A mirror says the word back that was chosen; cause and word together are what is practised."""
    for path, step in story.steps:
        if isinstance(step, Name) and not all("<feeling>" in text.casefold() for text in step.mirror.texts()):
            yield Spot((*path, "mirror"))


RULES: Final = (
    Rule(
        "word-too-old",
        words_too_old,
        '"{word}" is a word that people meet from {since} on, and at {age} somebody meets it here.',
        'Younger words are: {younger}. Small ones are offered the first two "options" only.',
    ),
    Rule(
        "mirror-without-word",
        mirror_without_word,
        "This mirror does not say the word that was chosen, so nobody hears it back.",
        'Put <feeling> or <Feeling> in it, such as "<Feeling>, because the bus is late".',
    ),
)

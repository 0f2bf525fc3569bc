"""Words that must come from a closed list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from gatherround.domain.meant import near
from gatherround.domain.steps import Name, Read
from gatherround.pantry.checks.rule import Gate
from gatherround.pantry.checks.story import Story
from gatherround.pantry.marks import shown
from gatherround.pantry.sentences import Finding, Path


def _unknown(word: str, path: Path, known: Iterable[str], what: str, shows: str = "") -> Iterator[Finding]:
    words = [*known]
    if word not in words:
        meant = near(word, words)
        where = f'"gatherround {shows}" shows all of them.' if shows else "The guide for authors says where it is."
        cure = f'Did you mean "{meant}"?' if meant else where
        yield Finding("unknown-word", path, f'"{shown(word)}" is not in the list of {what}.', cure)


def feeling_words(story: Story) -> Iterator[Finding]:
    """Feeling words come from the shelf, so that they have a face and a stage."""
    known = [word.word for word in story.lists.feelings]
    for path, step in story.steps:
        if isinstance(step, Name):
            for at, word in enumerate(step.options):
                yield from _unknown(word, (*path, "options", at), known, "feeling words", "faces")
        if isinstance(step, Read) and step.face:
            yield from _unknown(step.face, (*path, "face"), known, "feeling words", "faces")


def practice_rows(story: Story) -> Iterator[Finding]:
    """Practices are rows that the game carries."""
    known = {practice.id: practice.carried for practice in story.lists.practices}
    for at, row in enumerate(story.activity.practices):
        yield from _unknown(row, ("practices", at), known, "practices", "practices")
        if not known.get(row, True):
            message = f"{row} is a claim that does not hold up, so nothing carries it."
            yield Finding("unknown-word", ("practices", at), message, "Take it out.")


def evidence_rows(story: Story) -> Iterator[Finding]:
    """Reasons are rows of the evidence."""
    known = [evidence.id for evidence in story.lists.evidence]
    for at, row in enumerate(story.activity.why):
        yield from _unknown(row, ("why", at), known, "evidence")


GATES: Final[tuple[Gate, ...]] = (feeling_words, practice_rows, evidence_rows)

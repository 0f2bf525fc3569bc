"""Words that must come from a closed list, and placeholders that nothing fills."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.domain.play.words import PLACEHOLDER
from gatherround.domain.steps import Name, Read
from gatherround.pantry.checks.rule import Rule, all_wordings, placed_steps
from gatherround.pantry.lists import Lists
from gatherround.pantry.marks import shown
from gatherround.pantry.sentences import Finding, Path, near

_ANGLED: Final = re.compile(r"<[a-zA-Z][a-zA-Z-]{0,30}>")


def _unknown(word: str, path: Path, known: Iterable[str], what: str) -> Iterator[Finding]:
    words = [*known]
    if word not in words:
        meant = near(word, words)
        cure = f'Did you mean "{meant}"?' if meant else f"The guide for authors has the list of {what}."
        yield Finding("unknown-word", path, f'"{shown(word)}" is not in the list of {what}.', cure)


def feeling_words(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """Feeling words come from the shelf, so that they have a face and a stage."""
    known = [word.word for word in lists.feelings]
    for path, step in placed_steps(activity.steps):
        if isinstance(step, Name):
            for at, word in enumerate(step.options):
                yield from _unknown(word, (*path, "options", at), known, "feeling words")
        if isinstance(step, Read) and step.face:
            yield from _unknown(step.face, (*path, "face"), known, "feeling words")


def practice_rows(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """Practices are rows that the game carries."""
    known = {practice.id: practice.carried for practice in lists.practices}
    for at, row in enumerate(activity.practices):
        yield from _unknown(row, ("practices", at), known, "practices")
        if not known.get(row, True):
            message = f"{row} is a claim that does not hold up, so nothing carries it."
            yield Finding("unknown-word", ("practices", at), message, "Take it out.")


def evidence_rows(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """Reasons are rows of the evidence."""
    known = [evidence.id for evidence in lists.evidence]
    for at, row in enumerate(activity.why):
        yield from _unknown(row, ("why", at), known, "evidence")


def placeholders(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """Angled words are the five that the game fills in; others are read as typed."""
    for path, wording in all_wordings(activity):
        for text in wording.texts():
            for found in _ANGLED.findall(text):
                if not PLACEHOLDER.fullmatch(found):
                    cure = "Known are <me>, <next>, <seat>, <feeling> and <Feeling>."
                    yield Finding("unknown-placeholder", path, f"{found} is read out as it stands.", cure, "finding")


RULES: Final[tuple[Rule, ...]] = (feeling_words, practice_rows, evidence_rows, placeholders)

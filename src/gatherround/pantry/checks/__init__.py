"""Editorial rules, one small function each; adding one here is all it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.activities import Activity
from gatherround.pantry.checks import kinds, lengths, structure, words
from gatherround.pantry.checks.rule import Rule
from gatherround.pantry.lists import Lists
from gatherround.pantry.sentences import Finding

RULES: Final[tuple[Rule, ...]] = (*structure.RULES, *words.RULES, *kinds.RULES, *lengths.RULES)


def checked(activity: Activity, lists: Lists) -> Iterator[Finding]:
    """Gives what every rule finds in an activity that its model has already found whole."""
    for rule in RULES:
        yield from rule(activity, lists)

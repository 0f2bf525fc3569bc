"""Every editorial rule: gates keep an activity out of play, rules only advise.

Adding one to its module's list, here at the latest, is all it takes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gatherround.domain.packs import Origin
from gatherround.pantry.checks import (
    asking,
    feelings,
    inclusive,
    kinds,
    lengths,
    parts,
    reading,
    signs,
    structure,
    timing,
    topics,
    words,
)
from gatherround.pantry.checks.rule import Gate, Rule
from gatherround.pantry.checks.story import Story
from gatherround.pantry.sentences import Finding

GATES: Final[tuple[Gate, ...]] = (*structure.GATES, *words.GATES)
RULES: Final[tuple[Rule, ...]] = (
    *kinds.RULES,
    *parts.RULES,
    *lengths.RULES,
    *reading.RULES,
    *timing.RULES,
    *asking.RULES,
    *feelings.RULES,
    *topics.RULES,
    *inclusive.RULES,
    *signs.RULES,
)


def stopped(story: Story) -> Iterator[Finding]:
    """Gives what keeps an activity out of play that its model has already found whole."""
    for gate in GATES:
        yield from gate(story)


def advised(story: Story, origin: Origin) -> Iterator[Finding]:
    """Gives what every rule advises."""
    for rule in RULES:
        yield from rule.findings(story, origin)

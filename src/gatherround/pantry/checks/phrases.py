"""Finding phrases fast: most stories hold none of them, and are told so by a look at their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gatherround.pantry.checks.rule import Spot
from gatherround.pantry.checks.story import Story, Text


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern, and words in small letters of which one at least is in everything that it finds."""

    pattern: re.Pattern[str]
    triggers: frozenset[str]

    def within(self, text: str, meant: frozenset[str] = frozenset()) -> str | None:
        """Gives the first of these phrases in a text, as it was written; those that an author means are let be."""
        found = (match[0] for match in self.pattern.finditer(text))
        return next((phrase for phrase in found if phrase.casefold() not in meant), None)


def phrases(pattern: str, triggers: str) -> Phrases:
    """Makes phrases of a pattern that is read in any case; the triggers are words with spaces between them."""
    return Phrases(re.compile(pattern, re.IGNORECASE), frozenset(triggers.split()))


def spots(
    story: Story,
    sought: Phrases,
    where: Callable[[Text], bool],
    cut: Callable[[str], str] = lambda text: text,
    *,
    always: bool = False,
) -> Iterator[Spot]:
    """Gives a spot for each text that `where` lets in and that holds a phrase, once it has been cut.

    What an author means is let be, unless it is asked about `always`.
    """
    meant = frozenset(phrase.casefold() for phrase in story.activity.meant if not always)
    for text in story.texts:
        if text.words.isdisjoint(sought.triggers) or not where(text):
            continue
        if (phrase := sought.within(cut(text.text), meant)) is not None:
            yield Spot(text.path, {"phrase": phrase})

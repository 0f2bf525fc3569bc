"""What a rule of advice is: a code, how it finds its places, its sentence, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from gatherround.domain.packs import Origin
from gatherround.pantry.checks.story import Story
from gatherround.pantry.marks import shown
from gatherround.pantry.sentences import Finding, Path

Gate: TypeAlias = Callable[[Story], Iterator[Finding]]
"""A rule that keeps an activity out of play wherever it finds anything."""
Asked: TypeAlias = Literal["english", "shipped"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a rule found, and the words that its sentence needs."""

    path: Path
    words: Mapping[str, str | int] = field(default_factory=dict)
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that only advises.

    `says` and `advice` may hold {words} that its spots fill in. `of` are the story books it is asked of: those in
    English, or those that ship with the game; all of them where it is empty.
    """

    code: str
    finds: Callable[[Story], Iterable[Spot]]
    says: str
    advice: str
    of: frozenset[Asked] = frozenset()

    def findings(self, story: Story, origin: Origin) -> Iterator[Finding]:
        """Gives what it finds, in its own words; nothing in a story book that it is not asked of."""
        if ("english" in self.of and not story.english) or ("shipped" in self.of and origin != "shipped"):
            return
        for spot in self.finds(story):
            said = {name: shown(str(word), most=200) for name, word in spot.words.items()}
            yield Finding(
                self.code, spot.path, self.says.format(**said), self.advice.format(**said), "finding", spot.at_key
            )


ENGLISH: frozenset[Asked] = frozenset({"english"})
SHIPPED: frozenset[Asked] = frozenset({"shipped"})

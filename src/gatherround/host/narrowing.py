"""The ways to narrow a shelf down, as a parent reads and turns them: each a name and a ring of answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

from gatherround.domain.activities import AMBER
from gatherround.domain.finding import ANY_FLAG, NO_FLAG, Found, Wanted
from gatherround.domain.people import Person
from gatherround.host.wishes import WISHES

Choices: TypeAlias = tuple[tuple[Any, str], ...]
ANY: Final = "any"
EMPATHIES: Final = {
    "understand": "understand",
    "feel-with": "feel with somebody",
    "respond": "do something about it",
    "settle": "settle down",
}
KINDS: Final = {
    "name-mirror": "find the feeling's name",
    "different-likes": "one likes it, one does not",
    "remember-when": "remember it together",
    "grown-ups-turn": "a grown-up goes first",
    "swap-seats": "play a part, then swap",
    "co-op": "make one plan together",
    "circular": "guess what they would say",
    "dilemma": "decide what is right",
    "loop": "a circle, and a way out",
    "three-rungs": "for all ages at once",
    "echo": "say back what you heard",
    "validate": "say why it makes sense",
    "other-side": "see the other side",
    "story-told": "play it, guess what is meant",
    "good-news": "tell good news",
    "rehearse": "try out how to say it",
    "settle": "calm down together",
    "repair": "mend what went wrong",
    "micro": "two minutes",
    "script": "a story with questions",
}
"""What one does in each kind of game, in the words of somebody who has never played one; all fit into the sheet."""


@dataclass(frozen=True, slots=True)
class Dial:
    """One way to narrow: a `field` of what is wanted, and its answers, each with how it is said.

    The first answer asks nothing.
    """

    label: str
    field: str
    choices: Choices

    def said(self, wanted: Wanted) -> str:
        """Gives the answer it stands at; one that is not in the ring is said as the first."""
        return self.choices[self._at(wanted)][1]

    def lifted(self, wanted: Wanted) -> bool:
        """Tells whether it asks nothing now."""
        return self._at(wanted) == 0

    def turned(self, wanted: Wanted, step: int) -> Wanted:
        """Gives what is wanted with the next answer of this one, round and round."""
        value = self.choices[(self._at(wanted) + step) % len(self.choices)][0]
        return replace(wanted, **{self.field: value})

    def _at(self, wanted: Wanted) -> int:
        value = getattr(wanted, self.field)
        return next((at for at, (one, _) in enumerate(self.choices) if one == value), 0)


def dials(found: Iterable[Found], people: Sequence[Person], titles: dict[str, str]) -> tuple[Dial, ...]:
    """Gives every way to narrow what is found for these people; `titles` are those of the story books, by id.

    A ring holds only what there is on the shelf, so that no answer is an empty one by itself.
    """
    activities = [one.activity for one in found]
    kinds: set[str] = {one.kind for one in activities}
    flags = sorted({flag for one in activities for flag in one.flags if flag in AMBER})
    books = dict.fromkeys(one.pack for one in activities)
    empathies: set[str] = {empathy for one in activities for empathy in one.empathy}
    return (
        Dial("what would help", "wish", WISHES),
        Dial("meant for", "who", (((), "anybody here"), *(((one,), one.name) for one in people))),
        Dial("how long", "most", ((None, ANY), *((most, f"up to {most} min") for most in (5, 10, 15, 20)))),
        Dial("it practises", "empathy", _ring(EMPATHIES, empathies)),
        Dial("sort of game", "kind", _ring(KINDS, kinds)),
        Dial("how light", "depth", ((None, ANY), (1, "light"), (2, "light or in between"))),
        Dial("to know first", "flag", _flags(flags)),
        Dial("story book", "book", ((None, ANY), *((book, titles.get(book, book)) for book in books))),
        Dial("marked", "marked", ((None, "all but left out"), ("favourite", "favourites"), ("hidden", "left out"))),
        Dial("played", "fresh", ((False, "any time"), (True, "not lately"))),
    )


def _flags(there: Sequence[str]) -> Choices:
    """Gives *nothing*, *something* and each by its name; where there is none on the shelf, nobody is asked for one."""
    several = ((ANY_FLAG, "! something"), *((flag, f"! {flag}") for flag in there)) if there else ()
    return ((None, ANY), (NO_FLAG, "nothing"), *several)


def _ring(said: dict[str, str], there: set[str]) -> Choices:
    return ((None, ANY), *((value, words) for value, words in said.items() if value in there))

"""Names that stand in for real ones: none gives a first letter away, and each goes with she, with he, or with both."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final
from unicodedata import combining, normalize

from gatherround.domain.drafts.pronouns import Said

MADE_UP: Final = (
    "Ottoline", "Kwame", "Ilse", "Bruno", "Zora", "Fenn", "Yuki", "Anouk", "Tomasz", "Leila", "Hamid", "Priya",
    "Ciro", "Maren", "Juno", "Noor", "Esko", "Greta", "Vito", "Rosalind", "Dario", "Wanda", "Pavel", "Sunniva",
    "Ulla", "Quill", "Xenia", "Ezra", "Bodil", "Kaito", "Lotte", "Milo", "Tansy", "Haruka", "Odile", "Jarek",
    "Sasha", "Remy", "Mika", "Lior", "Eden", "Toni", "Wynn", "Ari",
)  # fmt: skip
"""Names that stand in, mixed so that two next to each other share neither letter nor country."""
_HE: Final = frozenset({
    "Kwame", "Bruno", "Tomasz", "Hamid", "Ciro", "Esko", "Vito", "Dario", "Pavel", "Ezra", "Kaito", "Milo", "Jarek",
})  # fmt: skip
_EITHER: Final = frozenset({
    "Fenn", "Yuki", "Juno", "Noor", "Quill", "Sasha", "Remy", "Mika", "Lior", "Eden", "Toni", "Wynn", "Ari",
})  # fmt: skip


def goes_with(name: str) -> Said:
    """Tells whether a made-up name goes with she, with he, or with whatever is said."""
    return "" if name in _EITHER else "he" if name in _HE else "she"


def stand_in(
    taken: Sequence[str], real: Sequence[str], text: str, said: Said = "", passed: Collection[str] = ()
) -> str:
    """Picks a name that goes with what is said of somebody; numbers join in only where a whole class sits in one story.

    None of those `passed` over comes again before all that go with it were seen.
    """
    spoken = {word.casefold() for word in re.findall(r"\w+", text)}
    free = [name for name in MADE_UP if name not in taken and name.casefold() not in spoken]
    fits = [*_in_order([name for name in free if goes_with(name) in {said, ""}], taken, real, said)]
    fresh = [name for name in fits if name not in passed]
    rest = [*_in_order(free, taken, real, said)]
    return next(iter(fresh or fits or rest), f"Somebody {len(taken) + 1}")


def _in_order(names: Sequence[str], taken: Sequence[str], real: Sequence[str], said: Said) -> Iterator[str]:
    """Gives the best first: those of a letter that nobody has, then of none that a real one has, then the others."""
    given = {first_letter(name) for name in real}
    letters = given | {first_letter(name) for name in taken}
    for among in (lambda name: first_letter(name) not in letters, lambda name: first_letter(name) not in given, bool):
        yield from sorted(filter(among, names), key=lambda name: goes_with(name) != said)


def first_letter(name: str) -> str:
    """Gives the letter by which a name could be guessed, without its accents."""
    return bare(name)[:1].casefold()


def bare(name: str) -> str:
    """Gives a name without its accents."""
    return "".join(sign for sign in normalize("NFD", name) if not combining(sign)).replace("ł", "l").replace("Ł", "L")

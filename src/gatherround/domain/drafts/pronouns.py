"""Whether a story says she or he of somebody, where that is clear; a made-up name is to go with it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Literal, TypeAlias

from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.names import FAMILY, names_in
from gatherround.domain.drafts.ways import way_in

Said: TypeAlias = Literal["she", "he", ""]
_SHE: Final = frozenset({
    "Mum", "Mom", "Mummy", "Mommy", "Mama", "Gran", "Granny", "Grandma", "Nana", "Nan", "Oma", "Auntie", "Aunt",
})  # fmt: skip
_SENTENCES: Final = re.compile(r"(?<=[.!?…])[\"”'’)]*\s+|\n+")
# Not "him", and "her" only before a word that is hers: whom somebody sees or asks is mostly another.
_SAID: Final = re.compile(
    r"\b(?:(she|herself|hers|her(?=\s+(?!(?:and|but|or|to|for|at|in|on|with|again|so|then)\b)\w))|(he|himself|his))\b",
    re.IGNORECASE,
)
_CLEAR: Final = 3
"""How many times as often one is said as the other, where both are."""
_OF_EACH: Final = ("wants", "knows", "worries")


def said_of(draft: Draft, people: Sequence[Sequence[str]]) -> tuple[Said, ...]:
    """Gives for each of these people, by all their names, what is clearly said of them."""
    counts: list[Counter[Said]] = [Counter() for _ in people]
    for text in _texts(draft):
        for at, said in _heard(text, people):
            counts[at][said] += 1
    return tuple(map(_clear, counts))


def _clear(count: Counter[Said]) -> Said:
    she, he = count["she"], count["he"]
    return "she" if she > _CLEAR * he else "he" if he > _CLEAR * she else ""


def _texts(draft: Draft) -> Iterator[str]:
    """Gives every text of a story; what one of its people wants, knows and fears begins with who that is."""
    for box in way_in(draft.way).boxes:
        text = draft.meant(box.field)
        whose = draft.meant(f"name{box.field[-1]}") if box.field[:-1] in _OF_EACH else ""
        yield f"{whose} {text}" if whose and text else text


def _heard(text: str, people: Sequence[Sequence[str]]) -> Iterator[tuple[int, Said]]:
    """Gives whom a pronoun, or a word such as Opa before a name, is about: whoever alone was named before it."""
    last: int | None = None
    for sentence in _SENTENCES.split(text):
        named = sorted(_named(sentence, people))
        yield from _titled(sentence, people)
        for found in _SAID.finditer(sentence):
            before = {at for place, at in named if place < found.start()}
            before = before or {at for _, at in named} or ({last} if last is not None else set())
            if len(before) == 1 and (whose := before.pop()) >= 0:
                yield whose, "she" if found[1] else "he"
        here = {at for _, at in named}
        last = here.pop() if len(here) == 1 else None if here else last


def _named(sentence: str, people: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Gives where who is named, by number; -1 is somebody else, such as Mum."""
    mine = {form: at for at, names in enumerate(people) for form in names}
    others = {word: -1 for name in names_in(sentence) for word in (name, *name.split(" "))}
    for form, at in {**others, **mine}.items():
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", sentence):
            if form not in FAMILY or not _before_a_name(sentence, found.end(), mine):
                yield found.start(), at


def _before_a_name(sentence: str, end: int, mine: dict[str, int]) -> bool:
    """Tells whether a word such as Opa only belongs to the name behind it."""
    return any(sentence.startswith(f" {form}", end) for form in mine)


def _titled(sentence: str, people: Sequence[Sequence[str]]) -> Iterator[tuple[int, Said]]:
    for at, names in enumerate(people):
        for form in names:
            for found in re.finditer(rf"\b({'|'.join(sorted(FAMILY))}) {re.escape(form)}(?!\w)", sentence):
                yield at, "she" if found[1] in _SHE else "he"

"""Takes somebody out of what a family shares: their name becomes "someone", and their id stands nowhere any more."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, reduce
from typing import Final
from unicodedata import combining, normalize

from gatherround.domain.plain_values import Plain

SOMEONE: Final = "someone"
UNMISTAKABLE: Final = 8
"""From so many letters on, a name is looked for inside words too: no other word holds it by chance."""
WORDED: Final = frozenset(
    {"text", "topic", "title", "word", "comfort", "avoid", "my_two", "words", "lines", "who", "sign", "reply"}
    | {"off_the_table"}
)
"""Fields of what is kept that hold words; all others are read by the game, and a name that looks alike is none."""
_ALIKE: Final = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ł": "l", "ø": "o", "đ": "d"})


def forgetter(name: str, *, typed: bool) -> Callable[[str], str]:
    """Gives what takes a name out of a text, whatever its case and accents; `typed` says that people wrote the text.

    In what people wrote, a short name is taken out where it stands as a word of its own, with or without an ending. In
    what a story book wrote, a short name is a word like any other, and Joy may go on being a feeling.
    """
    long = len(normalize("NFKC", name)) >= UNMISTAKABLE or not _has_spaces_between_words(name)
    if not long and not typed:
        return lambda text: text
    spelled = r"\s+".join(re.escape(_folded(part)) for part in name.split())
    found = re.compile(spelled if long else rf"(?<!\w){spelled}(?=(?:s|es|n)?(?!\w))")

    def forget(text: str) -> str:
        told, at = [], 0
        for begin, end in _met(found, text):
            told += [text[at:begin], SOMEONE]
            at = end
        return "".join([*told, text[at:]])

    return forget


def each_forgetter(names: Iterable[str], *, typed: bool) -> Callable[[str], str]:
    """Gives what takes several names out, the longest first, since one may hold another."""
    forgetters = [forgetter(name, typed=typed) for name in sorted({*names}, key=len, reverse=True)]
    return lambda text: reduce(lambda told, forget: forget(told), forgetters, text)


def _met(name: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Gives where a name begins and ends in a text, however its letters are composed there."""
    signs = [(plain, index) for index, sign in enumerate(text) for plain in _plain(sign)]
    for found in name.finditer("".join(plain for plain, _ in signs)):
        end = signs[found.end() - 1][1] + 1
        while end < len(text) and not _plain(text[end]):
            end += 1
        yield signs[found.start()][1], end


def _folded(text: str) -> str:
    return "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """Gives a letter as it is told from others: small, without accents, and in one width."""
    apart = normalize("NFKD", sign).casefold().translate(_ALIKE)
    return "".join(one for one in apart if not combining(one))


def _has_spaces_between_words(name: str) -> bool:
    """Tells whether a name is of a script with capitals, or no letters at all; other scripts may join their words."""
    return name.upper() != name.lower() or not any(map(str.isalpha, name))


def without(plain: Plain, member_id: str, forget: Callable[[str], str], field: str = "") -> Plain:
    """Gives a plain shape without somebody: their id goes from lists and keys, and becomes nobody elsewhere.

    Their name goes from the fields that hold words; the keys are names of fields and are never anybody's words.
    """
    match plain:
        case str():
            return None if plain == member_id else forget(plain) if field in WORDED else plain
        case list():
            return [without(item, member_id, forget, field) for item in plain if item != member_id]
        case dict():
            return {key: without(held, member_id, forget, key) for key, held in plain.items() if key != member_id}
        case _:
            return plain

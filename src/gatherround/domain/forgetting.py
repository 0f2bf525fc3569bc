"""Takes somebody out of what a family shares: their name becomes "someone", and their id stands nowhere any more."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from unicodedata import normalize

from gatherround.domain.plain_values import Plain

SOMEONE: Final = "someone"
UNMISTAKABLE: Final = 8
"""From so many letters on, a name is looked for inside words too: no other word holds it by chance."""


def forgetter(name: str, *, typed: bool) -> Callable[[str], str]:
    """Gives what takes a name out of a text, whatever its case; `typed` says that people wrote the text themselves.

    In what people wrote, a short name is taken out where it stands as a word of its own, with or without an ending. In
    what a story book wrote, a short name is a word like any other, and Joy may go on being a feeling.
    """
    long = len(normalize("NFKC", name)) >= UNMISTAKABLE or not _cased(name)
    if not long and not typed:
        return lambda text: text
    spelled = r"\s+".join(re.escape(part) for part in name.split())
    pattern = spelled if long else rf"(?<!\w){spelled}(?=(?:s|es|n)?(?!\w))"
    found = re.compile(pattern, re.IGNORECASE)

    def forget(text: str) -> str:
        forgotten = found.sub(SOMEONE, text)
        # A name in wide letters or in another composition is the same name.
        plainer = normalize("NFKC", forgotten)
        return found.sub(SOMEONE, plainer) if found.search(plainer) else forgotten

    return forget


def _cased(name: str) -> bool:
    """Tells whether a name is of a script with capitals; others write no spaces between words, or join them."""
    return name.upper() != name.lower()


def without(plain: Plain, member_id: str, forget: Callable[[str], str]) -> Plain:
    """Gives a plain shape without somebody: their id goes from lists and keys, and becomes nobody elsewhere.

    Keys are names of fields and are never anybody's words.
    """
    match plain:
        case str():
            return None if plain == member_id else forget(plain)
        case list():
            return [without(item, member_id, forget) for item in plain if item != member_id]
        case dict():
            return {key: without(held, member_id, forget) for key, held in plain.items() if key != member_id}
        case _:
            return plain

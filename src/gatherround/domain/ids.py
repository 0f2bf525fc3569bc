"""What a book, a story or a seat is called for good: small letters, digits and single dashes."""

from __future__ import annotations

import re
from typing import Final

KEPT_NAMES: Final = r"con|prn|aux|nul|com\d|lpt\d"
_KEPT: Final = re.compile(rf"({KEPT_NAMES})(\..*)?", re.IGNORECASE)
_LONGEST: Final = 40


def slug(title: str, otherwise: str = "our-story") -> str:
    """Gives the id that a title comes to: as many of its first words as 40 letters hold, and never a part of one.

    Half a name would be left where an erasing looks for the whole of it. A first word that is longer is left out too.
    """
    made = _first_words(title) or otherwise
    return f"{made}-{otherwise or 'one'}" if is_kept(made) else made


def _first_words(title: str) -> str:
    made = ""
    for word in title.split():
        longer = re.sub("[^a-z0-9]+", "-", f"{made} {word}".casefold()).strip("-")
        if len(longer) > _LONGEST:
            return made
        made = longer
    return made


def is_kept(name: str) -> bool:
    """Tells whether some computers keep a file's name for themselves (Windows its old devices), so that none has it."""
    return _KEPT.fullmatch(name) is not None

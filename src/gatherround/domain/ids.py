"""What a book, a story or a seat is called for good: small letters, digits and single dashes."""

from __future__ import annotations

import re
from typing import Final

_KEPT: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def slug(title: str, otherwise: str = "our-story") -> str:
    """Gives the id that a title comes to, about 40 letters at most."""
    made = re.sub("[^a-z0-9]+", "-", title.casefold()).strip("-")[:40].strip("-") or otherwise
    return f"{made}-{otherwise or 'one'}" if is_kept(made) else made


def is_kept(name: str) -> bool:
    """Tells whether some computers keep a file's name for themselves (Windows its old devices), so that none has it."""
    return _KEPT.fullmatch(name) is not None

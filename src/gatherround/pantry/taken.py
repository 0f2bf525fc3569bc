"""Ids that no story book or story can have, said alike where a book is checked and where it is to come in."""

from __future__ import annotations

from typing import Final

from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.ids import is_kept
from gatherround.pantry.sentences import Told

_CODE: Final = "id-taken"
_ANOTHER: Final = "Please give this one another id."
_YOURS: Final = "Is it yours, from another computer? Pass it on there, and what comes out comes in here."


def kept(name: str) -> Told | None:
    """Says of an id that a file cannot be called so on some computers; none of any other."""
    return (_CODE, f'No file can be called "{name}" on some computers.', _ANOTHER) if is_kept(name) else None


def taken(book: str) -> Told | None:
    """Says of the id of a story book from elsewhere why it cannot come in under it; none where it can."""
    if book == BOOK:
        return _CODE, f'"{BOOK}" is the book in which the stories of each house are written.', f"{_ANOTHER} {_YOURS}"
    return kept(book)

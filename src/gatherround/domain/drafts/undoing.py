"""What can be taken back while a story is typed: a word at a time, on whichever page it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from gatherround.domain.drafts.draft import Draft

MOST: Final = 200
"""Changes that can be taken back."""


class Change(NamedTuple):
    """A draft as it was on the other side of a change, and the box that was changed."""

    draft: Draft
    field: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes so far, and those that were taken back, the latest last of each."""

    past: tuple[Change, ...] = ()
    future: tuple[Change, ...] = ()

    def before(self, draft: Draft, field: str) -> Changes:
        """Remembers a draft before a change to this box; what had been taken back before it is gone then."""
        return Changes((*self.past, Change(draft, field))[-MOST:])

    def typed(self, draft: Draft, field: str, text: str, at: int) -> Changes:
        """Remembers a draft before typing; a letter before `at` that goes on with a word is undone with the word."""
        goes_on = not self.future and self.past[-1:] and self.past[-1].field == field
        a_letter = len(text) == len(draft.said(field)) + 1 and not text[at - 1 : at].isspace()
        return self if goes_on and a_letter else self.before(draft, field)

    def back(self, now: Draft) -> tuple[Changes, Change] | None:
        """Takes the last change back: what can be taken back then, and where that leads; None where nothing is left."""
        if not self.past:
            return None
        last = self.past[-1]
        return Changes(self.past[:-1], (*self.future, Change(now, last.field))), last

    def forth(self, now: Draft) -> tuple[Changes, Change] | None:
        """Brings back what was taken back last, as `back` takes it."""
        if not self.future:
            return None
        last = self.future[-1]
        return Changes((*self.past, Change(now, last.field)), self.future[:-1]), last

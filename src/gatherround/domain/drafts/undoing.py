"""A story while it is typed, and what of it can be taken back: a word at a time, on whichever page it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple, TypeAlias

from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.ways import WayIn, way_in

MOST: Final = 200
"""Changes that can be taken back."""
Step: TypeAlias = Literal["back", "forth"]


class Change(NamedTuple):
    """A draft as it was on the other side of a change, and the box that was changed."""

    draft: Draft
    field: str


@dataclass(frozen=True, slots=True)
class Writing:
    """A draft as it is now, the changes so far, and those that were taken back, the latest last of each."""

    draft: Draft
    past: tuple[Change, ...] = ()
    future: tuple[Change, ...] = ()

    @property
    def way(self) -> WayIn:
        """The way in which it is written, with its pages."""
        return way_in(self.draft.way)

    @property
    def page(self) -> int:
        """The page that is open, counting from 0; never one beyond the last, whatever lay in the drawer."""
        return min(self.draft.page, len(self.way.pages) - 1)

    def has_page(self, step: int) -> bool:
        """Tells whether so many pages on, or back where it is less than 0, there is one."""
        return 0 <= self.page + step < len(self.way.pages)

    def may(self, step: Step) -> bool:
        """Tells whether a change can be taken back, or brought back."""
        return bool(self.past if step == "back" else self.future)

    def stepped(self, step: Step) -> tuple[Writing, str] | None:
        """Takes the last change back, or brings it back: what it is then, and the box it was in."""
        return self.back() if step == "back" else self.forth()

    def changed(self, draft: Draft, field: str) -> Writing:
        """Gives it with another draft, a change to this box; what had been taken back before it is gone then."""
        return Writing(draft, (*self.past, Change(self.draft, field))[-MOST:])

    def typed(self, field: str, text: str, at: int) -> Writing:
        """Gives it with other words in a box; a letter before `at` that goes on with a word is undone with the word."""
        after = self.draft.saying(field, text)
        goes_on = not self.future and self.past[-1:] and self.past[-1].field == field
        a_letter = len(text) == len(self.draft.said(field)) + 1 and not text[at - 1 : at].isspace()
        return replace(self, draft=after) if goes_on and a_letter else self.changed(after, field)

    def turned(self, page: int) -> Writing:
        """Gives it with another page open, which is no change."""
        return replace(self, draft=replace(self.draft, page=page))

    def back(self) -> tuple[Writing, str] | None:
        """Takes the last change back: what it is then, and the box it was in; None where nothing is left."""
        if not self.past:
            return None
        last, future = self.past[-1], (*self.future, Change(self.draft, self.past[-1].field))
        return Writing(last.draft, self.past[:-1], future).turned(self.draft.page), last.field

    def forth(self) -> tuple[Writing, str] | None:
        """Brings back what was taken back last, as `back` takes it."""
        if not self.future:
            return None
        last, past = self.future[-1], (*self.past, Change(self.draft, self.future[-1].field))
        return Writing(last.draft, past, self.future[:-1]).turned(self.draft.page), last.field

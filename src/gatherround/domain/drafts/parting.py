"""Somebody says goodbye in a story that is still being written: whatever they are called becomes "someone"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gatherround.domain.drafts.draft import Draft, Drafts, Renamed
from gatherround.domain.drafts.renaming import PEOPLE, called, swapped
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.forgetting import SOMEONE, Leaving


def without_name(kept: Drafts, name: str) -> Drafts:
    """Gives the drafts without somebody: in every box, in the lists of names, and in the id of the file to write."""
    leaving = Leaving("", frozenset({name}))
    return Drafts(tuple(_without(draft, leaving.typed, leaving.story) for draft in kept.drafts))


def _without(draft: Draft, forget: Callable[[str], str], story: Callable[[str], str]) -> Draft:
    groups = [called(draft.said(field)) for field in PEOPLE]
    theirs = [Renamed(group, SOMEONE) for group in groups if any(forget(one) == SOMEONE for one in group)]
    gone = {one for group in theirs for one in group.real}
    words = tuple(
        (field, SOMEONE if field in PEOPLE and gone & {*called(text)} else forget(swapped(text, theirs)))
        for field, text in draft.words
    )
    renamed = (one for one in draft.renamed if not any(forget(real) != real or real in gone for real in one.real))
    return replace(
        draft,
        words=words,
        # A file whose name they are in stays as it is, and what is written now goes into one of its own.
        story=draft.story if story(own := f"{BOOK}/{draft.story}") == own else "",
        renamed=tuple(Renamed(one.real, forget(one.made_up)) for one in renamed),
        stays=tuple(one for one in draft.stays if forget(one) == one and one not in gone),
    )

"""A glance at a story while it is written: what is said of the page one types on, and how the table will look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from gatherround.domain.drafts.advice import Advice, Opinion, how_it_stands, odd_ages, other_half
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.showing import shown
from gatherround.domain.drafts.ways import Page
from gatherround.domain.play.plan import FeelingWord, Play


class Here(NamedTuple):
    """A page of the form, the box in which somebody types there, and before which letter of it."""

    page: Page
    field: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Glance:
    """One thing to say of a page, what is quietly said by box elsewhere, the table as it will look, how all stands."""

    says: Advice | None
    quiet: Mapping[str, str]
    play: Play
    notes: str


def glanced(
    draft: Draft, here: Here, opinion: Opinion, words: tuple[FeelingWord, ...] = (), hint: Advice | None = None
) -> Glance:
    """Glances at a draft from a box; a `hint` is said before all else for as long as its own box is empty."""
    return Glance(
        says=_first(draft, here, opinion, hint),
        quiet=dict(opinion.quiet),
        play=shown(draft, here.field, words, here.at),
        notes=how_it_stands(draft, opinion),
    )


def _first(draft: Draft, here: Here, opinion: Opinion, hint: Advice | None) -> Advice | None:
    if hint is not None and not draft.meant(hint.field):
        return hint
    odd = odd_ages(draft) if "ages" in {box.field for box in here.page.boxes} else None
    return odd or opinion.first(here.page, here.field) or other_half(draft, here.page, here.field)

"""A story that a parent is writing: words under the names of boxes, and nothing that a box could not hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias, get_args

from gatherround.domain.text import Unfit, paragraph

Way: TypeAlias = Literal["two-sides", "tiny", "hard-choice", "happened", "questions"]
WAYS: Final[tuple[Way, ...]] = get_args(Way)
LONGEST: Final = 1_200
"""Characters of one box at most, as a file of a story book holds them."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """Somebody real and who stands in for them; `real` holds the name first and then every nickname."""

    real: tuple[str, ...]
    made_up: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What was typed so far; `number` tells drafts apart in the drawer, `story` is the id of the file it came from.

    `renamed` are the names that were seen and agreed to, `stays` the real ones that are to be kept, said in so many
    words. `rests_until` is an ISO day before which nobody is offered it, once it is on the shelf.
    """

    way: Way
    number: int = 0
    words: tuple[tuple[str, str], ...] = ()
    story: str = ""
    page: int = 0
    renamed: tuple[Renamed, ...] = ()
    stays: tuple[str, ...] = ()
    rests_until: str | None = None

    def said(self, field: str) -> str:
        """Gives what was typed into a box, as it was typed; empty where nothing was."""
        return next((text for name, text in self.words if name == field), "")

    def saying(self, field: str, text: str) -> Draft:
        """Gives the draft with other words in one box; an empty box is none."""
        others = tuple(pair for pair in self.words if pair[0] != field)
        return replace(self, words=(*others, (field, text)) if text else others)

    def about(self, people: tuple[str, ...]) -> Draft:
        """Gives the draft with these people in it, in order."""
        draft = self
        for at, name in enumerate(people, start=1):
            draft = draft.saying(f"name{at}", name)
        return draft

    def meant(self, field: str) -> str:
        """Gives what a box comes to: tidied and trimmed; empty where it holds nothing that could be read."""
        try:
            return paragraph(self.said(field), LONGEST)
        except Unfit:
            return ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed yet."""
        return not any(text.strip() for name, text in self.words if name != "ages")

    def goes_on_from(self, opened: Draft) -> bool:
        """Tells whether it is to be kept: a story that was only looked at is no draft, and nor is an empty page."""
        looked_at = opened.story or opened.empty
        return not looked_at or replace(self, page=opened.page) != opened


@dataclass(frozen=True, slots=True)
class Drafts:
    """All that is being written, the latest first, as it lies in the drawer."""

    drafts: tuple[Draft, ...] = ()

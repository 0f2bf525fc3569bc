"""What may be said of a draft beside its boxes: one thing at a time, where it belongs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.names import people_in
from gatherround.domain.drafts.telling import ages_of, missing, tell, told_in, with_examples
from gatherround.domain.drafts.ways import Page, way_in

ODD_AGES: Final = "These ages cannot be read. Whole years from 2 on: 7, or 5-9, or 8+."
PASTED: Final = 8
"""Words from which what was pasted may hold the people of the story."""
_CALLED: Final = {"title": "a title", "ages": "the ages", "scene": "what happens"}
_KINDS: Final = {"name": "who it is", "wants": "what they want", "ask": "a question"}


@dataclass(frozen=True, slots=True)
class Advice:
    """What could be better in one box: what works first, then what to do. `heavy` where dice will leave it out."""

    field: str
    says: str
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Opinion:
    """All that could be better, and by box what is quietly said where nothing is."""

    advice: tuple[Advice, ...] = ()
    quiet: tuple[tuple[str, str], ...] = ()

    def first(self, page: Page, field: str) -> Advice | None:
        """Gives what to say first on a page: about this box, else about the first of the others."""
        fields = (field, *(box.field for box in page.boxes))
        return next((one for name in fields for one in self.advice if one.field == name), None)


def still_to_come(fields: Sequence[str]) -> Advice:
    """Says at the first of these boxes what a story does not play without."""
    return Advice(fields[0], f"Still to come: {listed(fields)}. Then it plays.")


def odd_ages(draft: Draft) -> Advice | None:
    """Says at its box that ages cannot be read, and how they can; nothing where they can, or none were typed."""
    return Advice("ages", ODD_AGES) if ages_of(told_in(draft, "ages")) is None else None


def other_half(draft: Draft, page: Page, field: str) -> Advice | None:
    """Reminds kindly of the second of two people where the first has something."""
    for row in page.rows:
        names = [box.field for box in row.boxes]
        said = [bool(draft.meant(name)) for name in names]
        if field in names and len(names) > 1 and any(said) and not all(said) and names[0][-1] in "12":
            name = draft.meant(f"name{names[said.index(False)][-1]}")
            if name and not row.boxes[0].needed:
                return Advice(names[0], f"Something for {name}, too? One line will do, or leave it empty.")
    return None


def how_it_stands(draft: Draft, opinion: Opinion) -> str:
    """Says for whom a draft is, how long it takes, and whether it plays as it is."""
    gaps = missing(draft)
    ages = "?" if "ages" in gaps else told_in(draft, "ages")
    state = "Plays now. The game adds what is grey." if not gaps else f"Still to come: {listed(gaps)}."
    heavy = next((one.says for one in opinion.advice if one.heavy), "")
    return f"Ages {ages} · about {tell(with_examples(draft)).minutes} min for 3\n{heavy or state}"


def listed(fields: Sequence[str]) -> str:
    """Says what is missing as somebody at a table would."""
    said = dict.fromkeys(_CALLED.get(field) or _KINDS.get(field.rstrip("123"), field) for field in fields)
    return ", ".join(said)


def who_it_may_be(draft: Draft, text: str) -> tuple[str, ...]:
    """Gives those with capital letters who may be the people of a story; nobody where it has some, or needs none."""
    has_people = "name1" in {box.field for box in way_in(draft.way).boxes}
    if not has_people or draft.meant("name1") or draft.meant("name2") or len(text.split()) < PASTED:
        return ()
    return people_in(text)

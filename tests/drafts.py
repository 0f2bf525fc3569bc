"""Stories on their way: a finished one for each way to begin, and strategies for whatever somebody may type."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import strategies as st

from gatherround.domain.drafts.draft import WAYS, Draft, Way
from gatherround.domain.drafts.ways import way_in
from stories import texts

Draw = Callable[[st.SearchStrategy[Any]], Any]
AGES = ("5-9", "8+", "2", "2-4", "11 to 13", "12–17", "18+", "99")


def a_draft(way: Way = "two-sides", **words: str) -> Draft:
    """Gives a draft with everything that is needed, as the grey examples have it; `words` say more."""
    pages = way_in(way)
    said = {box.field: pages.ages if box.field == "ages" else box.such_as for box in pages.boxes if box.needed}
    return Draft(way=way, words=tuple((said | words).items()))


@cache
def _typed(most: int) -> st.SearchStrategy[str]:
    rough = st.text(max_size=most)
    return (
        texts(min(most, 60))
        | rough
        | st.sampled_from(("", " ", "{one}", "{0}", "[/b]", "<me> and <next>", "scene", "again"))
    )


@st.composite
def drafts(draw: Draw) -> Draft:
    """Gives drafts that a form could hold: every needed box filled with something that can be read."""
    way: Way = draw(st.sampled_from(WAYS))
    words = {}
    for box in way_in(way).boxes:
        said = st.sampled_from(AGES) if box.field == "ages" else _typed(box.most)
        words[box.field] = draw(
            said.filter(lambda text, box=box: bool(a_draft(way, **{box.field: text}).meant(box.field)))
            if box.needed
            else said
        )
    return Draft(way=way, words=tuple(words.items()))

"""What comes all at once is cut between letters, where it is cut, and what is left out is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.fitting import left_out, parted
from gatherround.domain.text import graphemes, tidy


@given(st.text("ab é王👩\u200d👧", max_size=40).map(tidy), st.integers(-3, 50))
def test_both_parts_are_all_of_it_and_whole_letters(said: str, room: int) -> None:
    fits, rest = parted(said, room)
    assert fits + rest == said
    assert len(fits) <= max(0, room)
    assert [*graphemes(fits), *graphemes(rest)] == [*graphemes(said)]


def test_what_is_left_out_is_said_from_where_it_begins_and_not_all_of_it() -> None:
    said = left_out(" and then  she laughed, " + "ha " * 400, 200)
    assert said.startswith("Up to 200 letters fit here. Left out, from here on: “and then she laughed, ha")
    assert len(said) < 120
    assert left_out("  \n", 9) == "Up to 9 letters fit here."

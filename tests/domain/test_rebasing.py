"""Two windows change the same lines: each takes out and puts in what it did, and nothing of the other's is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gatherround.domain.rebasing import rebased_lines

LINES = st.lists(st.sampled_from("abcdef"), max_size=5, unique=True).map(tuple)


@given(LINES, LINES, LINES)
def test_both_windows_changes_stay(before: tuple[str, ...], mine: tuple[str, ...], now: tuple[str, ...]) -> None:
    kept = rebased_lines(before, mine, now)
    assert {*kept} == ({*now} - ({*before} - {*mine})) | ({*mine} - {*before})
    assert len(kept) == len({*kept})
    assert [line for line in mine if line in kept] == [line for line in kept if line in mine], "as this one laid them"


@given(LINES, LINES)
def test_where_only_one_window_changed_something_it_is_just_what_it_made(
    before: tuple[str, ...], mine: tuple[str, ...]
) -> None:
    assert rebased_lines(before, mine, before) == mine
    assert rebased_lines(before, before, before) == before


def test_a_line_from_elsewhere_lies_after_the_one_that_it_lay_after() -> None:
    assert rebased_lines(("a", "b"), ("b", "a"), ("a", "x", "b", "y")) == ("b", "y", "a", "x")
    assert rebased_lines((), ("a",), ("x",)) == ("x", "a")

"""What is typed in the Workshop can be taken back and brought back, a word at a time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drafts import a_draft
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.undoing import MOST, Writing

FIELDS = ("title", "scene", "ask1")
TYPED = st.lists(st.tuples(st.sampled_from(FIELDS), st.text("ab \n", max_size=5)), max_size=30)


def typed(*texts: tuple[str, str]) -> tuple[Writing, list[Draft]]:
    """Types one text after another, each at its end; gives also every draft on the way."""
    writing = Writing(Draft(way="two-sides"))
    drafts = [writing.draft]
    for field, text in texts:
        writing = writing.typed(field, text, len(text))
        drafts.append(drafts[-1].saying(field, text))
        assert writing.draft == drafts[-1]
    return writing, drafts


@given(TYPED)
def test_everything_taken_back_is_nothing_typed_and_everything_brought_back_is_all_of_it(
    texts: list[tuple[str, str]],
) -> None:
    writing, drafts = typed(*texts)
    steps = 0
    while (step := writing.back()) is not None:
        writing, field = step
        steps += 1
        assert field in FIELDS
        assert writing.draft in drafts
    assert writing.draft == drafts[0]
    for _ in range(steps):
        step = writing.forth()
        assert step is not None
        writing, _ = step
    assert writing.draft == drafts[-1]
    assert writing.forth() is None


def test_letters_of_a_word_are_taken_back_together_and_a_space_begins_a_new_word() -> None:
    writing, _ = typed(*(("title", "One two"[: at + 1]) for at in range(7)))
    assert [change.draft.said("title") for change in writing.past] == ["", "One"]
    step = writing.back()
    assert step is not None
    assert (step[0].draft.said("title"), step[1]) == ("One", "title")


def test_a_letter_in_another_box_or_after_something_was_taken_back_is_a_change_of_its_own() -> None:
    writing, _ = typed(("title", "a"), ("scene", "a"), ("title", "ab"))
    assert [change.field for change in writing.past] == ["title", "scene", "title"]
    step = writing.back()
    assert step is not None
    back, _ = step
    again = back.typed("scene", "ab", 2)
    assert [change.field for change in again.past] == ["title", "scene", "scene"]
    assert again.future == (), "what was taken back is gone once something else is typed"


def test_taking_back_turns_no_page_and_a_turned_page_is_nothing_to_take_back() -> None:
    writing, _ = typed(("title", "a"))
    turned = writing.turned(3)
    assert turned.past == writing.past
    step = turned.back()
    assert step is not None
    assert (step[0].draft.page, step[0].draft.said("title")) == (3, "")


def test_only_so_many_changes_can_be_taken_back_and_it_is_the_first_that_go() -> None:
    writing = Writing(replace(a_draft(), page=0))
    for page in range(1, MOST + 6):
        writing = writing.changed(replace(a_draft(), page=page), "title")
    assert [writing.past[0].draft.page, len(writing.past)] == [5, MOST]


def test_pages_are_turned_as_far_as_there_are_some_and_a_page_that_is_gone_is_the_last() -> None:
    writing = Writing(Draft(way="tiny"))
    last = len(writing.way.pages) - 1
    assert [writing.turned(at).has_page(-1) for at in (0, last)] == [False, True]
    assert [writing.turned(at).has_page(1) for at in (0, last)] == [True, False]
    assert writing.turned(last + 7).page == last


def test_a_step_may_be_taken_where_there_is_one() -> None:
    writing, _ = typed(("title", "One"))
    assert (writing.may("back"), writing.may("forth")) == (True, False)
    assert writing.stepped("forth") is None
    step = writing.stepped("back")
    assert step is not None
    assert (step[0].may("back"), step[0].may("forth")) == (False, True)
    assert step[0].stepped("forth") == (writing, "title")

"""What is typed in the Workshop can be taken back and brought back, a word at a time."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from drafts import a_draft
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.undoing import MOST, Changes

FIELDS = ("title", "scene", "ask1")
TYPED = st.lists(st.tuples(st.sampled_from(FIELDS), st.text("ab \n", max_size=5)), max_size=30)


def typed(*texts: tuple[str, str]) -> tuple[Changes, list[Draft]]:
    """Types one text after another, each at its end; gives also every draft on the way."""
    changes, drafts = Changes(), [Draft(way="two-sides")]
    for field, text in texts:
        changes = changes.typed(drafts[-1], field, text, len(text))
        drafts.append(drafts[-1].saying(field, text))
    return changes, drafts


@given(TYPED)
def test_everything_taken_back_is_nothing_typed_and_everything_brought_back_is_all_of_it(
    texts: list[tuple[str, str]],
) -> None:
    changes, drafts = typed(*texts)
    now, steps = drafts[-1], 0
    while (step := changes.back(now)) is not None:
        changes, (now, field) = step
        steps += 1
        assert field in FIELDS
        assert now in drafts
    assert now == drafts[0]
    for _ in range(steps):
        step = changes.forth(now)
        assert step is not None
        changes, (now, _) = step
    assert now == drafts[-1]
    assert changes.forth(now) is None


def test_letters_of_a_word_are_taken_back_together_and_a_space_begins_a_new_word() -> None:
    changes, drafts = typed(*(("title", "One two"[: at + 1]) for at in range(7)))
    assert [change.draft.said("title") for change in changes.past] == ["", "One"]
    step = changes.back(drafts[-1])
    assert step is not None
    assert (step[1].draft.said("title"), step[1].field) == ("One", "title")


def test_a_letter_in_another_box_or_after_something_was_taken_back_is_a_change_of_its_own() -> None:
    changes, drafts = typed(("title", "a"), ("scene", "a"), ("title", "ab"))
    assert [change.field for change in changes.past] == ["title", "scene", "title"]
    step = changes.back(drafts[-1])
    assert step is not None
    back, (draft, _) = step
    again = back.typed(draft, "scene", "ab", 2)
    assert [change.field for change in again.past] == ["title", "scene", "scene"]
    assert again.future == (), "what was taken back is gone once something else is typed"


def test_only_so_many_changes_can_be_taken_back_and_it_is_the_first_that_go() -> None:
    changes = Changes()
    for page in range(MOST + 5):
        changes = changes.before(replace(a_draft(), page=page), "title")
    assert [changes.past[0].draft.page, len(changes.past)] == [5, MOST]

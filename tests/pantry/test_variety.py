"""What makes a shelf varied, as far as it can be counted: nobody has to remember it."""

from collections import defaultdict
from typing import Final

import pytest

from gatherround.domain.activities import Activity
from gatherround.pantry.checks.names import often_named
from tables import shelf
from variety import at_school, opening

TENTH: Final = 0.1
CHILDREN: Final = ("first-feelings", "other-shoes")


def books() -> dict[str, list[Activity]]:
    made: dict[str, list[Activity]] = defaultdict(list)
    for one in shelf():
        if not one.retired:
            made[one.pack].append(one)
    return made


def test_no_two_stories_begin_with_the_same_three_words() -> None:
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in (one for inside in books().values() for one in inside):
        alike[opening(one)].append(one.full_id)
    assert [ids for ids in alike.values() if len(ids) > 1] == []


@pytest.mark.parametrize("book", sorted(books()))
def test_no_first_name_is_in_more_than_three_stories_of_a_book(book: str) -> None:
    assert [(one.id, found.message) for one, found in often_named(books()[book])] == []


@pytest.mark.parametrize("book", CHILDREN)
def test_one_childrens_story_in_ten_is_set_at_school_at_the_most(book: str) -> None:
    inside = books()[book]
    assert sum(map(at_school, inside)) <= TENTH * len(inside), [one.id for one in inside if at_school(one)]

from __future__ import annotations

from dataclasses import replace

from gatherround.domain.editions import Changes, changes
from tables import shelf

FIRST, SECOND, THIRD = shelf()[:3]


def test_a_newer_edition_says_in_titles_what_is_new_gone_and_told_differently() -> None:
    told = replace(SECOND, minutes=SECOND.minutes + 1)
    assert changes((FIRST, SECOND), (told, THIRD)) == Changes((THIRD.title,), (FIRST.title,), (SECOND.title,))
    assert [*changes((FIRST, SECOND), (told, THIRD)).lines()] == [
        f"New: {THIRD.title}.",
        f"Gone: {FIRST.title}.",
        f"Told differently: {SECOND.title}.",
    ]


def test_a_story_that_is_called_otherwise_now_is_named_by_both_titles() -> None:
    assert changes((FIRST,), (replace(FIRST, title="Boots"),)).changed == (f"Boots (until now {FIRST.title})",)


def test_the_same_edition_again_is_told_as_before_under_whichever_book_it_stands() -> None:
    again = changes((FIRST, SECOND), (replace(FIRST, pack="elsewhere"), SECOND))
    assert again == Changes()
    assert [*again.lines()] == ["Every story in it is told as before."]

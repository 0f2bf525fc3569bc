"""A dinner without a screen is told whole: every step, every door, and each person in their own wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.play.plan import Plan
from gatherround.domain.play.told import OPEN, Chapter, Piece, told
from gatherround.domain.play.words import PLACEHOLDER
from gatherround.domain.steps import Ask, Choose, Wording, all_steps
from scenes import laid
from tables import planned, shelf


def every_piece(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        for _, then in piece.doors:
            yield from every_piece(then)


def words(chapters: tuple[Chapter, ...]) -> str:
    """Gives all that is said, on one line."""
    pieces = [piece for chapter in chapters for piece in every_piece(chapter.pieces)]
    return " ".join(" ".join((*piece.lines, *piece.options, *(said for said, _ in piece.doors))) for piece in pieces)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(2, 80), min_size=1, max_size=9),
    st.sampled_from((5, 10, 15, 20)),
    st.integers(0, 10_000),
)
def test_any_evening_can_be_told_and_no_gap_is_left_for_a_name(ages: list[int], minutes: int, seed: int) -> None:
    chapters = told(planned(*ages, 41, minutes=minutes, seed=seed))
    assert chapters[-1].title == "To close"
    assert all(piece.lines or piece.doors for chapter in chapters for piece in every_piece(chapter.pieces))
    assert not PLACEHOLDER.search(words(chapters))


@pytest.mark.parametrize("name", sorted({one.kind: one.full_id for one in shelf()}.values()))
def test_every_question_of_a_story_is_told_and_every_door(name: str) -> None:
    activity = next(one for one in shelf() if one.full_id == name)
    plan = laid(name, *([activity.youngest + at for at in range(3)] if activity.youngest < 90 else [40, 41]), 43)
    heard = words(told(plan))
    for step in all_steps(activity.steps):
        if isinstance(step, Choose):
            assert all(any(text in heard for text in _of(door.say)) for door in step.options)
        if isinstance(step, Ask):
            assert any(text in heard for text in _of(step.text)), step.text


def _of(wording: Wording) -> list[str]:
    """Gives the texts of a wording up to the first gap for a name, as they are told on one line."""
    return [text.split("<")[0].strip() for text in wording.texts()]


def test_each_person_is_asked_in_their_own_wording_and_by_name() -> None:
    (chapter,) = [one for one in told(laid("whole-table/the-last-dumpling", 3, 9, 15, 40, 42)) if one.noises]
    asked: dict[str, set[str]] = {}
    for piece in chapter.pieces:
        for who in piece.who:
            asked.setdefault(who, set()).update(piece.lines)
    assert {"Spoon", "Lemon", "Pepper"} <= set(asked)
    assert any(asked["Bread"] & asked["Teapot"]), "grown-ups are asked the same"


def test_private_cards_are_slips_and_stand_nowhere_else() -> None:
    chapters = told(laid("other-shoes/which-song", 9, 10, 41))
    slips = [slip for chapter in chapters for slip in chapter.slips]
    assert slips
    assert not any(line in words(chapters) for slip in slips for line in slip.lines)


def test_what_is_chosen_at_the_table_is_not_chosen_on_paper() -> None:
    heard = words(told(laid("first-feelings/crash-goes-the-tower", 3, 40)))
    assert OPEN in heard
    assert "sad" in heard
    assert "mad" in heard
    assert all(door in heard for door in ("A pat.", "You be a cup.", "Nothing."))


def test_nothing_is_told_of_what_only_a_screen_can_keep() -> None:
    plan: Plan = planned(6, 9, 40, minutes=10)
    heard = words(told(replace(plan, spares=plan.spares)))
    assert "stitch" not in heard
    assert "envelope" not in heard

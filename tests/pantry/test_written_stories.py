"""Whatever the form can make becomes a file that reads back equal, passes, and is played to its end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from authors import block, cover
from drafts import a_draft, drafts
from gatherround.domain.activities import Activity
from gatherround.domain.drafts.draft import WAYS, Draft, Way
from gatherround.domain.drafts.recalling import recall
from gatherround.domain.drafts.showing import pretend_plan, shown
from gatherround.domain.drafts.telling import BOOK, tell
from gatherround.domain.drafts.ways import way_in
from gatherround.domain.play.make import legal
from gatherround.pantry.block import activity_page, is_by_form
from gatherround.pantry.reader import PackReading, read_pack
from stories import PACK, activities
from tables import lists, walk

FEW = settings(
    max_examples=40,
    deadline=timedelta(seconds=5),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("written")
    return (folder / f"{number}" / BOOK for number in count())


def read(folder: Path, activity: Activity, pack: str = BOOK, *, by_form: bool = True) -> PackReading:
    book = folder.parent / pack
    (book / "activities").mkdir(parents=True)
    (book / "pack.yaml").write_text(block(cover(pack)), "utf-8")
    page = activity_page(activity, "../story.schema.json", by_form=by_form)
    (book / "activities" / f"{activity.id}.yaml").write_text(page, "utf-8")
    return read_pack(book, lists(), at_home=True)


def errors(reading: PackReading) -> list[str]:
    return [f"{at.problem.line} {at.problem.message}" for at in reading.problems if at.problem.severity == "error"]


@FEW
@given(draft=drafts(), seed=st.integers(0, 9))
def test_whatever_is_typed_plays_reads_back_equal_and_opens_in_the_form_again(
    places: Iterator[Path], draft: Draft, seed: int
) -> None:
    activity = tell(draft)
    reading = read(next(places), activity)
    assert errors(reading) == []
    (again,) = reading.activities
    assert again == activity or again.barred
    recalled = recall(again)
    assert recalled is not None
    assert tell(recalled) == activity
    last = None
    for _, _, after, _ in walk(pretend_plan(activity, lists().feelings), seed):
        last = after
    assert last is not None
    assert last.phase == "night" or legal(last)


@FEW
@given(draft=drafts(), at=st.integers(0, 900))
def test_every_box_has_a_page_at_the_table(draft: Draft, at: int) -> None:
    for box in way_in(draft.way).boxes:
        assert shown(draft, box.field, lists().feelings, at).beats
        assert shown(Draft(way=draft.way), box.field, lists().feelings).beats


@FEW
@given(activity=activities())
def test_any_activity_at_all_is_written_so_that_it_reads_back_equal(places: Iterator[Path], activity: Activity) -> None:
    reading = read(next(places), activity, PACK, by_form=False)
    assert errors(reading) == []
    assert reading.activities == (activity,)


@pytest.mark.parametrize("way", WAYS)
def test_a_story_with_only_what_is_needed_has_nothing_said_of_it_but_what_its_author_could_add(way: Way) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        reading = read(Path(folder) / BOOK, tell(a_draft(way)))
    assert errors(reading) == []
    assert {at.problem.code for at in reading.problems} <= {"no-laugh"}, reading.problems


def test_what_somebody_has_added_by_hand_is_not_opened_in_the_form() -> None:
    from dataclasses import replace

    told = tell(a_draft())
    assert recall(replace(told, coach="Play it hungry.")) is None
    assert recall(replace(told, minutes=30)) is not None
    assert is_by_form(activity_page(told, "x", by_form=True).encode())
    assert not is_by_form(activity_page(told, "x").encode())

"""Every kind of story begins with one that plays as it is, and nothing that is there is written over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gatherround.domain.play.make import begin as begin_play
from gatherround.domain.play.make import make
from gatherround.domain.play.moves import On
from gatherround.host.beginnings import KINDS, NotBegun, begin
from gatherround.host.checking import check, schema
from gatherround.pantry.parcels import COVER_SCHEMA, STORY_SCHEMA
from tables import planned


def test_one_story_of_every_kind_passes_the_checker_as_it_is(tmp_path: Path) -> None:
    begin(tmp_path / "kitchen-tales", KINDS)
    report = check(tmp_path / "kitchen-tales")
    assert [*report.off(tmp_path / "kitchen-tales")] == []
    assert {one.kind for one in report.reading.activities} == set(KINDS)
    assert len(report.reading.activities) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_story_of_each_kind_plays_to_the_night(tmp_path: Path, kind: str) -> None:
    begin(tmp_path / "tales", (kind,))  # type: ignore[arg-type]
    activities = check(tmp_path / "tales").reading.activities
    (activity,) = activities
    ages = (max(2, activity.youngest), activity.youngest + 1, 40)
    play = begin_play(planned(*ages, activities=activities))
    assert [deal.activity.kind for deal in play.plan.deals] == [kind]
    for _ in range(300):
        if play.phase == "night":
            break
        play, _entries = make(play, On())
    assert play.phase == "night"


def test_an_editor_finds_the_schema_beside_each_file(tmp_path: Path) -> None:
    book = tmp_path / "kitchen-tales"
    begin(book, ("echo", "settle"))
    for path in (book / "pack.yaml", *(book / "activities").iterdir()):
        first, *_ = path.read_text("utf-8").splitlines()
        named = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        assert named == book / (COVER_SCHEMA if path.name == "pack.yaml" else STORY_SCHEMA)
        assert json.loads(named.read_text("utf-8")) == schema("cover" if path.name == "pack.yaml" else "activity")


def test_a_story_is_added_to_a_book_and_nothing_is_written_over(tmp_path: Path) -> None:
    book = tmp_path / "kitchen-tales"
    begin(book, ("script",))
    (book / "pack.yaml").write_text("format: 1\nid: kitchen-tales\ntitle: Ours\n")
    assert [path.name for path in begin(book, ("script", "echo"))] == ["the-good-half-hour.yaml"]
    assert "Ours" in (book / "pack.yaml").read_text()
    with pytest.raises(NotBegun):
        begin(book, ("script",))


@pytest.mark.parametrize("name", ["Kitchen Tales", "kitchen_tales", "-tales", "a" * 61, "täle"])
def test_a_folder_whose_name_is_no_id_does_not_become_a_book(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotBegun):
        begin(tmp_path / name, ("script",))
    assert [*tmp_path.iterdir()] == []

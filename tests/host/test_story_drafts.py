"""Stories that are being written: none is lost to another, to another window, or to what cannot be read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from drafts import a_draft
from families import card, live_here
from gatherround.domain.drafts.draft import Draft
from gatherround.host.house import House, open_house
from gatherround.host.story_drafts import StoryDrafts
from gatherround.host.troubles import CannotKeep
from gatherround.storage.drafts import STORIES, draft, keep_draft


@pytest.fixture
def house(home: Path) -> House:
    return open_house(home, {})


def titled(title: str, **changes: object) -> Draft:
    return replace(a_draft(title=title), **changes)  # type: ignore[arg-type]


def titles(house: House) -> set[str]:
    return {one.said("title") for one in house.workshop().drafts.all()}


def test_changes_to_two_finished_stories_lie_side_by_side(house: House) -> None:
    drafts = house.workshop().drafts
    drafts.keep(titled("First", story="first"))
    drafts.keep(titled("Second", story="second"))
    drafts.keep(titled("First, longer", story="first"))
    assert titles(house) == {"First, longer", "Second"}
    assert drafts.of("first") == titled("First, longer", story="first")
    drafts.forget(titled("", story="second"))
    assert titles(house) == {"First, longer"}
    assert drafts.of("second") is None


def test_two_windows_that_begin_and_keep_in_the_same_moment_lose_nothing(house: House, home: Path) -> None:
    here, there = house.workshop().drafts, open_house(home, {}).workshop().drafts
    one, other = here.begin("tiny"), there.begin("tiny")
    here.keep(one.saying("title", "Here"))
    there.keep(replace(other, number=one.number + 1).saying("title", "There"))
    here.keep(one.saying("title", "Here again"))
    assert titles(house) == {"Here again", "There"}
    assert here.begin("tiny").number > one.number


def test_no_draft_is_dropped_for_being_many_and_none_for_not_being_understood(house: House) -> None:
    database, clock = house.database, house.clock
    assert database is not None
    newer = {"way": "by-owl", "feathers": 3}
    keep_draft(database, STORIES, json.dumps({"drafts": [newer]}), clock.now())
    for number in range(1, 31):
        house.workshop().drafts.keep(titled(f"Story {number}", number=number))
    assert len(titles(house)) == 30
    assert newer in json.loads(draft(database, STORIES))["drafts"]
    (theo,) = live_here(house, card("Story 7"))
    house.family.erasing.erase(theo)
    assert len(titles(house) - {"someone"}) == 29, "only what cannot be read goes: who knows whom it knows"


def test_a_drawer_that_cannot_be_read_just_now_is_not_written_over(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    house.workshop().drafts.keep(titled("Long ago", number=1))
    drafts = house.workshop().drafts
    with monkeypatch.context() as broken:
        broken.setattr(StoryDrafts, "all", lambda _: ())
        drafts.keep(titled("Now", number=2))
    assert titles(house) == {"Long ago", "Now"}


def test_what_another_window_has_erased_is_not_written_back(house: House, home: Path) -> None:
    (theo,) = live_here(house, card("Theodora"))
    open_form = house.workshop().drafts
    open_form.keep(titled("Theodora and the jam", number=1))
    open_house(home, {}).family.erasing.erase(theo)
    with pytest.raises(CannotKeep, match="erased in another window"):
        open_form.keep(titled("Theodora and the jam again", number=1))
    assert titles(house) == {"someone and the jam"}
    house.workshop().drafts.keep(titled("Opened again", number=1))
    assert titles(house) == {"Opened again"}


def test_what_was_only_looked_at_is_no_draft_and_what_was_taken_back_is_none_again(house: House) -> None:
    drafts = house.workshop().drafts
    opened = drafts.opened(drafts.begin("tiny"))
    assert not opened.is_to_be_kept(opened.story)
    typed = opened.story.saying("title", "Here")
    assert opened.is_to_be_kept(typed)
    opened.keep(typed)
    assert titles(house) == {"Here"}
    opened.keep(opened.story)
    assert titles(house) == set()


def test_a_draft_that_lay_in_the_drawer_stays_there_however_it_is_left(house: House) -> None:
    drafts = house.workshop().drafts
    drafts.keep(titled("Begun", number=1))
    opened = drafts.opened(titled("Begun", number=1))
    assert opened.was_begun
    opened.keep(opened.story)
    assert titles(house) == {"Begun"}

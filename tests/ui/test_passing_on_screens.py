"""A family passes on what it wrote: by keys and by mouse, into a new file, and every word as it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from dining import a_house, click_key, hurried, opened, press, seen, settled
from test_hostile_words import HOSTILE, no_link_is_live, refused
from textual.widgets import Input

from drafts import a_draft
from families import card, live_here
from gatherround.host.shelf import Shelf
from gatherround.pantry.library import Shelves
from gatherround.pantry.opening import unzipped
from gatherround.ui.screens.beforehand import Beforehand
from gatherround.ui.screens.passing_on import ItLiesHere
from gatherround.ui.screens.sheets import FromList, Line, OneOf
from gatherround.ui.screens.story_books import StoryBooks
from gatherround.ui.screens.workshop import WorkshopDoor
from parcels import COVER
from rounds import SMALL_SHELF
from scenes_books import a_shelf

__all__ = ["refused"]


@hurried
async def test_one_story_of_a_book_goes_into_a_new_file_and_never_over_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "cereal.zip").write_text("mine")
    async with opened(a_house(tmp_path, shelf=a_shelf(tmp_path, own=True)), size=(80, 24)) as pilot:
        await press(pilot, "s")
        await pilot.app.workers.wait_for_complete()
        await settled(pilot)
        await press(pilot, "down")
        assert "pass it on" not in seen(pilot), "what came with the game is not theirs to pass on"
        await press(pilot, "up")
        await click_key(pilot, "pass-on")
        assert isinstance(pilot.app.screen, FromList)
        await press(pilot, "down", "down", "enter")
        assert isinstance(pilot.app.screen, Beforehand)
        assert "It says who wrote it: Robin." in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, OneOf)
        await press(pilot, "3")
        assert isinstance(pilot.app.screen, Line)
        line = pilot.app.screen.query_one(Input)
        assert line.value == str(tmp_path / "cereal-2.zip")
        line.value = str(tmp_path / "cereal.zip")
        await press(pilot, "enter")
        assert "There is a file of that name already." in seen(pilot)
        line.value = "~/another.zip"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ItLiesHere)
        assert "presses i" in seen(pilot)
        assert "packs install another.zip" in seen(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, StoryBooks)
    assert (tmp_path / "cereal.zip").read_text() == "mine"
    packed = dict(unzipped((tmp_path / "another.zip").read_bytes()).files)
    assert [*packed] == ["activities/cereal.yaml", "pack.yaml"]
    assert b"licence: CC-BY-4.0" in packed["pack.yaml"]


@hurried
async def test_who_wrote_it_is_asked_on_the_way_and_offered_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    house = a_house(tmp_path, shelf=Shelf(Shelves(SMALL_SHELF, tmp_path / "packs"), None, tmp_path / "packs"))
    house.workshop().shelve(a_draft(title="The Lost Cake"))
    async with opened(house, size=(80, 24)) as pilot:
        await press(pilot, "w", "p")
        assert "authors" not in seen(pilot)
        await press(pilot, "enter", "2")
        assert "Who wrote it?" in seen(pilot)
        await press(pilot, "enter")
        assert "has to say a name" in " ".join(seen(pilot).split())
        await press(pilot, *"Vera", "enter")
        assert pilot.app.screen.query_one(Input).value == str(tmp_path / "the-lost-cake.zip")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ItLiesHere), seen(pilot)
        await press(pilot, "escape", "p")
        assert "It says who wrote it: Vera." in seen(pilot)
        await press(pilot, "enter", "1")
        assert pilot.app.screen.query_one(Input).value == "Vera"
    assert b"- Vera" in dict(unzipped((tmp_path / "the-lost-cake.zip").read_bytes()).files)["pack.yaml"]


@hurried
async def test_every_word_is_shown_as_it_is_and_going_back_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: list[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    house = a_house(tmp_path, shelf=Shelf(Shelves(SMALL_SHELF, tmp_path / "packs"), None))
    title = HOSTILE.strip()[:50]
    house.workshop().shelve(a_draft(title=title, scene=f"{title} and Theo.", name1=title[:40]))
    live_here(house, card("Theo"))
    cover = tmp_path / "packs" / "our-own-stories" / "pack.yaml"
    cover.write_text(COVER.format(id="our-own-stories", title="Ours") + f"authors: ['{title}']\n")
    house.shelf.read_again()
    async with opened(house, size=(80, 24)) as pilot:
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, WorkshopDoor)
        await click_key(pilot, "pass-on")
        assert isinstance(pilot.app.screen, Beforehand)
        assert "! A real name is in it: Theo" in seen(pilot)
        assert no_link_is_live(pilot)
        await press(pilot, "pagedown", "pageup", "enter", "1")
        assert isinstance(pilot.app.screen, Line)
        await press(pilot, "escape", "tab", "down", "p", "enter", "escape", "p", "escape")
        assert isinstance(pilot.app.screen, WorkshopDoor)
    assert not [*tmp_path.glob("*.zip")]
    assert not refused

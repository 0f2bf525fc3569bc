"""What is kept, taken out, and erased, on the screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from dining import a_house, a_house_of_cards, hurried, opened, press, seen, settled, told, tonight
from test_hostile_words import CANARY, no_link_is_live, refused, shown
from textual.pilot import Pilot
from textual.widgets import Input

from families import card, grown_up, live_here, the_family
from gatherround.host.house import House
from gatherround.storage.copies import copies
from gatherround.storage.preferences import UNFINISHED_ERASING, keep_preference
from gatherround.ui.screens.kept import Kept
from gatherround.ui.screens.people import People
from gatherround.ui.screens.person import PersonCard
from gatherround.ui.screens.sheets import Line, OneOf
from gatherround.ui.screens.tonight import Tonight

__all__ = ["refused"]
STUDY = ("escape", "1")


async def at_kept(pilot: Pilot[int]) -> None:
    await press(pilot, *STUDY, "4")
    assert isinstance(pilot.app.screen, Kept)


@hurried
async def test_files_what_is_never_kept_and_who_can_open_them_are_said_in_plain_words(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "ours.yaml").write_text("x", "utf-8")
    (tmp_path / "packs" / "ours.yaml").chmod(0o644)
    (tmp_path / "letter.txt").write_text("x", "utf-8")
    async with opened(house, (100, 30)) as pilot:
        await at_kept(pilot)
        for words in ("the family file", "only you, with this account", "story books", "others on this computer"):
            assert words in seen(pilot)
        assert "other things" in seen(pilot)
        assert "who passed, guesses, votes" in shown(pilot) or "who passed, guesses, votes" in seen(pilot)
        await press(pilot, "enter", "down", "enter")
        assert isinstance(pilot.app.screen, Kept), "a row that is there to be read does nothing"


@hurried
async def test_everything_is_taken_out_into_a_new_file(tmp_path: Path) -> None:
    house = a_house(tmp_path / "home")
    the_family(house)
    async with opened(house, (100, 30)) as pilot:
        await at_kept(pilot)
        await press(pilot, "end", "up", "enter")
        assert isinstance(pilot.app.screen, Line)
        for times in range(2):
            if times:
                await press(pilot, "enter")
            pilot.app.screen.query_one(Input).value = str(tmp_path / "ours.json")
            await press(pilot, "enter")
        assert any("is there already" in sentence for sentence in told(pilot))
    assert len(json.loads((tmp_path / "ours.json").read_text("utf-8"))["people"]) == 5


async def erase_everything(pilot: Pilot[int], *answers: str) -> None:
    await at_kept(pilot)
    await press(pilot, "end", "enter", *answers)


@pytest.mark.parametrize("answers", [("1",), ("escape",), ("2", "2"), ("2", "escape"), ("enter", "space")])
@hurried
async def test_a_finger_that_slips_erases_nothing(tmp_path: Path, answers: tuple[str, ...]) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await erase_everything(pilot, *answers)
        assert len(house.family.people.all()) == 5


@hurried
async def test_after_everything_is_erased_it_is_the_first_evening_again(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await erase_everything(pilot, "2", "1")
        assert isinstance(pilot.app.screen, Kept)
        assert house.family.people.all() == ()
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, Tonight)
        assert tonight(pilot).first
        await press(pilot, "3", "6")
        assert len(tonight(pilot).setting.people) == 2


@hurried
async def test_somebody_is_said_goodbye_to_on_their_card_locked_or_not(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    ana, _ = live_here(house, grown_up("Ana"), card("Theo"))
    house.family.locks.lock(ana, "rainy")
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY, "1", "1", "end", "enter", "2")
        assert isinstance(pilot.app.screen, OneOf)
        assert "Nothing brings it back." in seen(pilot)
        await press(pilot, "2")
        assert isinstance(pilot.app.screen, PersonCard)
        await press(pilot, "enter", "2", "1")
        assert isinstance(pilot.app.screen, People)
        assert [one.card.name for one in house.family.people.all()] == ["Theo"]
        assert "Ana" not in seen(pilot)
        await press(pilot, "escape", "escape")
        assert [person.name for person in tonight(pilot).setting.people] == ["Theo"]


@hurried
async def test_a_loud_name_is_said_goodbye_to_as_it_was_typed(tmp_path: Path, refused: list[str]) -> None:
    house: House = a_house(tmp_path)
    loud = f"[/b][@click=app.bell]$x {CANARY}"
    live_here(house, card(loud))
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / f"[b]{CANARY}.yaml").write_text(loud, "utf-8")
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY, "1", "1", "end", "enter")
        assert loud in shown(pilot)
        await press(pilot, "2")
        assert no_link_is_live(pilot)
        await press(pilot, "1")
        await settled(pilot)
        assert any(f"[b]{CANARY}.yaml" in sentence for sentence in told(pilot))
    assert not refused


@hurried
async def test_where_nothing_is_kept_that_is_said() -> None:
    async with opened(a_house_of_cards(), (80, 24)) as pilot:
        await at_kept(pilot)
        assert "Nothing is kept" in seen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Kept)


@hurried
async def test_a_copy_a_day_is_made_behind_the_first_picture(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house):
        assert copies(tmp_path) == (), "nothing has happened yet that is worth one"
    the_family(house)
    for _ in range(2):
        async with opened(house):
            assert [copy.day for copy in copies(tmp_path)] == [house.today()]


@hurried
async def test_an_erasing_that_was_interrupted_is_finished_at_the_next_start(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    house.family.care.copy_today()
    assert house.database is not None
    keep_preference(house.database, UNFINISHED_ERASING, True)
    (tmp_path / "crash.log").mkdir()
    (tmp_path / "crash.log" / "x").touch()
    async with opened(house) as pilot:
        assert any("crash.log" in sentence for sentence in told(pilot))
        (copy,) = copies(tmp_path)
        assert copy.number == 1
    assert house.household.owes_erasing

"""Somebody is erased in another window: this one, open since before, writes no name and says what is true."""

from __future__ import annotations

from pathlib import Path

import pytest
from dining import a_house, hurried, opened, press, seen, told
from textual.widgets import Input

from families import card, grown_up, live_here
from gatherround.cli.house import PaperRoom
from gatherround.domain.entries import Noticed
from gatherround.domain.pages import HouseRules, Numbers, PhoneNumber
from gatherround.host.house import House
from gatherround.host.keeper import ERASED
from gatherround.storage.home import first_talk_file, tonight_file
from gatherround.ui.screens.noticing import Note
from gatherround.ui.screens.sheets import OneOf
from gatherround.ui.screens.table import Table
from gatherround.ui.screens.tonight import Tonight

NAME = "Bartholomew"
HELP = ("escape", "1", "3")


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = a_house(tmp_path)
    house.press = PaperRoom()
    live_here(house, card(NAME, my_two=("breathe out slowly",)), grown_up("Mum"), card("Kim"))
    house.family.pages.change_numbers(Numbers(), Numbers((PhoneNumber(f"Aunt of {NAME}", "0151"),)))
    house.family.pages.change_rules(HouseRules(), HouseRules((f"{NAME} lays the table",)))
    return house


def erased_elsewhere(home: Path) -> None:
    other = a_house(home)
    gone = other.family.people.named(NAME)
    assert gone is not None
    other.family.erasing.erase(gone)
    other.close()
    assert not names(home)


def names(home: Path) -> list[str]:
    return [str(path) for path in home.rglob("*") if path.is_file() and NAME.encode() in path.read_bytes()]


@hurried
async def test_tonight_is_printed_and_played_with_the_cards_as_they_are_now(house: House, tmp_path: Path) -> None:
    async with opened(house, (80, 24)) as pilot:
        erased_elsewhere(tmp_path)
        await press(pilot, "o")
        assert "Mum" in tonight_file(tmp_path).read_text("utf-8")
        assert not names(tmp_path)
        await press(pilot, "space", "enter")
        assert isinstance(pilot.app.screen, Table)
        assert not any("not being kept" in sentence for sentence in told(pilot))
        assert not names(tmp_path)


@hurried
async def test_a_line_that_was_half_typed_does_not_come_back_and_another_is_kept(house: House, tmp_path: Path) -> None:
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "n")
        pilot.app.screen.query_one(Input).value = f"I saw {NAME} carr"
        erased_elsewhere(tmp_path)
        await press(pilot, "y", "enter")
        assert isinstance(pilot.app.screen, Note)
        assert any("erased in another window" in sentence for sentence in told(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Tonight)
        assert not names(tmp_path)
        await press(pilot, "n", *"Kim", "enter")
        assert isinstance(pilot.app.screen, Tonight)
    assert house.journal is not None
    assert [at.entry for at in house.journal.entries(Noticed)] == [Noticed("Kim")]


@hurried
async def test_nor_when_the_game_is_left_in_the_middle_of_it(house: House, tmp_path: Path) -> None:
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "n")
        pilot.app.screen.query_one(Input).value = f"I saw {NAME} carr"
        erased_elsewhere(tmp_path)
        await press(pilot, "ctrl+q")
    assert not names(tmp_path)


@pytest.mark.parametrize("key", ["2", "3"])
@hurried
async def test_a_number_is_not_put_first_beside_what_has_become_of_it(house: House, tmp_path: Path, key: str) -> None:
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *HELP, "end", "up", "enter")
        assert isinstance(pilot.app.screen, OneOf)
        erased_elsewhere(tmp_path)
        await press(pilot, key)
        assert any("erased in another window" in sentence for sentence in told(pilot))
        assert [one.who for one in house.family.pages.numbers().numbers] == ["Aunt of someone"]
        await press(pilot, "escape", "3", "end", "up", "enter", "3")
        assert house.family.pages.numbers().numbers == ()
    assert not names(tmp_path)


@hurried
async def test_nobody_who_has_gone_takes_practices_along_to_a_first_talk(house: House, tmp_path: Path) -> None:
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *HELP, "down", "down", "down", "down", "enter")
        assert NAME in seen(pilot)
        erased_elsewhere(tmp_path)
        await press(pilot, "2")
        assert any("not in the drawer any more" in sentence for sentence in told(pilot))
        assert not first_talk_file(tmp_path).exists()


@hurried
async def test_in_the_middle_of_a_round_it_is_said_why_it_does_not_go_on(house: House, tmp_path: Path) -> None:
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "space", "enter")
        erased_elsewhere(tmp_path)
        await press(pilot, "enter", "enter")
        assert {" ".join(sentence.split()) for sentence in told(pilot)} == {ERASED}
        await press(pilot, "escape", "5")
        assert isinstance(pilot.app.screen, Tonight)
        assert NAME not in seen(pilot)
        await press(pilot, "space")
        assert isinstance(pilot.app.screen, Table)
        assert not names(tmp_path)
        assert house.round_is_open()

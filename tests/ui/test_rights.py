"""What the game is not, and who could read what is typed, is said where somebody begins and where somebody types."""

from __future__ import annotations

from pathlib import Path

import pytest
from dining import SIZES, a_house, opened, press, seen, settled, whole
from hosting import awaited
from textual.pilot import Pilot
from textual.widgets import Static

from families import the_family
from gatherround.domain.rights import NOT_THERAPY, READ_BY, RIGHTS
from gatherround.ui.screens.agreements import Agreements
from gatherround.ui.screens.kept import EXPORT_HINT, Kept
from gatherround.ui.screens.person import PersonCard


def in_a_row(pilot: Pilot[int]) -> str:
    """Gives all the words on the screen, wherever a line of them ends."""
    return " ".join(seen(pilot).replace("│", " ").split())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@awaited
async def test_the_first_picture_says_that_anybody_may_pass_and_that_it_is_no_therapy(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        assert RIGHTS in in_a_row(pilot)
        assert whole(pilot.app.screen.query_one(".now", Static))
        assert "6 grown-up" in in_a_row(pilot), "it crowds the chairs"


@awaited
async def test_help_says_it_again_when_people_sit_there() -> None:
    async with opened(size=(80, 40)) as pilot:
        await press(pilot, "3", "6")
        assert NOT_THERAPY not in in_a_row(pilot)
        await press(pilot, "question_mark")
        assert RIGHTS in in_a_row(pilot)


ROUND = ("3", "6", "space", "enter", "enter")
TYPES = {
    "a line to note": ("n",),
    "what a pause comes back to": (*ROUND, "p", "l"),
    "a second topic": (*ROUND, "l"),
    "a story": ("w",),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("keys", TYPES.values(), ids=TYPES)
@awaited
async def test_wherever_somebody_at_the_table_types_what_is_kept_it_says_who_could_read_it(
    keys: tuple[str, ...], size: tuple[int, int], tmp_path: Path
) -> None:
    async with opened(a_house(tmp_path), size) as pilot:
        await press(pilot, *keys)
        assert READ_BY in in_a_row(pilot)
        assert "esc" in in_a_row(pilot), "it crowds out how to leave"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@awaited
async def test_every_time_to_come_back_at_is_seen_beside_the_line(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), size) as pilot:
        await press(pilot, *TYPES["what a pause comes back to"])
        for word in ("minutes", "tonight", "tomorrow", "another", "esc goes back."):
            assert word in in_a_row(pilot)


@awaited
async def test_letters_go_into_the_line_and_enter_leaves_it_so_that_a_number_is_an_answer_again(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *TYPES["what a pause comes back to"], *"bath", "enter", "4")
        assert "bath" in in_a_row(pilot)
        assert "bath4" not in in_a_row(pilot)
        assert "esc goes back." in in_a_row(pilot)


@pytest.mark.parametrize("row", ["name", "words", "comfort"])
@awaited
async def test_words_of_ones_own_on_a_card_say_it_too(row: str, tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await pilot.app.push_screen(PersonCard(house, house.family.people.all()[0]))
        page = pilot.app.screen
        assert isinstance(page, PersonCard)
        page.chosen(row)
        await settled(pilot)
        if row != "name":
            await press(pilot, "a")
        assert READ_BY in in_a_row(pilot)


@awaited
async def test_a_rule_of_the_house_says_it_and_a_place_for_a_file_does_not(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await pilot.app.push_screen(Agreements(house))
        await settled(pilot)
        agreements = pilot.app.screen
        assert isinstance(agreements, Agreements)
        agreements.chosen("rules")
        await settled(pilot)
        await press(pilot, "a")
        assert READ_BY in in_a_row(pilot)
        await press(pilot, "escape", "escape", "escape")
        await pilot.app.push_screen(Kept(house))
        await settled(pilot)
        kept = pilot.app.screen
        assert isinstance(kept, Kept)
        kept.chosen("export")
        await settled(pilot)
        assert EXPORT_HINT in in_a_row(pilot)
        assert READ_BY not in in_a_row(pilot)

"""The study keeps calm: plain signs, no colour, and nothing left behind."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from dining import a_house, hurried, opened, press, seen, settled, tonight
from hosting import awaited
from test_without_colour import in_colour, letters
from textual.widget import Widget

from families import card, live_here, the_family
from gatherround.ui.screens.agreements import Agreements
from gatherround.ui.screens.getting_help import GettingHelp
from gatherround.ui.screens.kept import Kept
from gatherround.ui.screens.people import People
from gatherround.ui.screens.person import PersonCard
from gatherround.ui.screens.rooms import ForTheGrownUps
from gatherround.ui.screens.story_books import StoryBooks
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.widgets.table_map import TableMap
from scenes import Scene
from scenes import an_app as app_of
from scenes_people import PEOPLE


@awaited
async def test_pages_that_are_put_away_leave_nothing_behind(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    ana = the_family(house)[2]
    left: list[weakref.ref[Widget]] = []
    async with opened(house, (80, 24)) as pilot:
        for _ in range(4):
            for page in (People(house), PersonCard(house, ana), Agreements(house), GettingHelp(house), Kept(house)):
                await pilot.app.push_screen(page)
                await pilot.pause()
                left += [weakref.ref(widget) for widget in (page, *page.query())]
                await pilot.app.pop_screen()
                await pilot.pause()
        del page
        gc.collect()
        alive = sum(ref() is not None for ref in left)
        assert alive <= len(left) // 4


WITHOUT_COLOUR = [scene for scene in PEOPLE if scene.name in {"people-twelve", "card"}]


@pytest.mark.parametrize("scene", WITHOUT_COLOUR, ids=lambda scene: scene.name)
@awaited
async def test_a_page_says_the_same_without_colour(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with app_of(scene).run_test(size=scene.size) as pilot:
        await scene.arrange(pilot)
        assert letters(seen(pilot)) == in_colour(scene)


@hurried
async def test_help_on_a_page_of_the_study_names_its_keys(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "escape", "1", "1", "question_mark")
        assert "A name for a chair, or a card for somebody else" in " ".join(seen(pilot).split())
        await press(pilot, "escape", "escape", "escape", "escape")
        await settled(pilot)
        assert len(pilot.app.screen_stack) == 2, "escape on Tonight opens what lies behind it"


@hurried
async def test_whoever_leaves_a_page_of_the_study_stands_before_the_other_doors_again(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "escape", "1")
        for door, page in (("1", People), ("2", Agreements), ("3", GettingHelp), ("4", Kept), ("5", StoryBooks)):
            await press(pilot, door)
            assert isinstance(pilot.app.screen, page)
            await press(pilot, "escape")
            assert isinstance(pilot.app.screen, ForTheGrownUps)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Tonight)


@hurried
async def test_two_presses_at_once_leave_the_page_and_the_doors_and_touch_nothing_at_the_table(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        before = tonight(pilot).setting
        await press(pilot, "escape", "1", "1")
        for key in ("escape", "2"):
            pilot.app.simulate_key(key)
        await settled(pilot)
        assert isinstance(pilot.app.screen, Agreements), "a number that comes at once is a door, and nobody's chair"
        for key in ("escape", "escape"):
            pilot.app.simulate_key(key)
        await settled(pilot)
        assert tonight(pilot).setting == before


@hurried
async def test_the_table_behind_the_doors_shows_the_cards_as_they_are_by_now(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "escape", "1", "1")
        live_here(house, card("Ida"))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ForTheGrownUps)
        assert any(person.name == "Ida" for person, _ in pilot.app.screen_stack[0].query_one(TableMap).seating)

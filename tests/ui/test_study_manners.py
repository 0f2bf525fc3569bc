"""The study keeps calm: plain signs, no colour, and nothing left behind."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from dining import a_house, hurried, opened, press, seen, settled
from hosting import awaited
from test_without_colour import in_colour, letters
from textual.widget import Widget

from families import the_family
from gatherround.ui.screens.agreements import Agreements
from gatherround.ui.screens.getting_help import GettingHelp
from gatherround.ui.screens.kept import Kept
from gatherround.ui.screens.people import People
from gatherround.ui.screens.person import PersonCard
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
        assert "A card for somebody else" in seen(pilot)
        await press(pilot, "escape", "escape", "escape")
        await settled(pilot)
        assert len(pilot.app.screen_stack) == 2, "escape on Tonight opens what lies behind it"

"""The study keeps calm: random keys and clicks, plain signs, no colour, and nothing left behind."""

from __future__ import annotations

import gc
import random
import weakref
from pathlib import Path

import pytest
from dining import a_house, an_app, hurried, opened, press, seen, settled
from hosting import awaited
from test_monkey import one_of, waiting
from test_without_colour import in_colour, letters
from textual.widget import Widget

from families import the_family
from gatherround.ui.screens.agreements import Agreements
from gatherround.ui.screens.getting_help import GettingHelp
from gatherround.ui.screens.kept import Kept
from gatherround.ui.screens.people import People
from gatherround.ui.screens.person import PersonCard
from gatherround.ui.screens.rooms import room
from scenes import Scene
from scenes import an_app as app_of
from scenes_people import PEOPLE

PAGES = ("people", "agreements", "getting-help", "kept")
EVENTS = 200


@pytest.mark.parametrize("page", PAGES)
@awaited
async def test_no_key_click_or_size_upsets_a_page_of_the_study(tmp_path: Path, page: str) -> None:
    dice = random.Random(PAGES.index(page))
    house = a_house(tmp_path)
    the_family(house)
    app = an_app(house)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for done in range(EVENTS):
            if app._exit or app._exception is not None:
                break
            if len(app.screen_stack) == 1:
                await app.push_screen(room(page, house))
            for event in one_of(app, dice):
                app.post_message(event)
            while done % 8 == 0 and waiting(app):
                await pilot.pause(0)
        assert app._exception is None
        app.exit()


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

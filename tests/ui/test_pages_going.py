"""A key that comes while a page is going, and nothing lies on it any more, is let go."""

from __future__ import annotations

from pathlib import Path

from dining import a_house, hurried, opened, settled

from gatherround.ui.screens.workshop_names import MadeUpNames
from scenes_workshop import PANCAKE, in_the_form


@hurried
async def test_reading_on_among_made_up_names_that_are_going(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await in_the_form(PANCAKE, "f8", page=4)(pilot)
        page = pilot.app.screen
        assert isinstance(page, MadeUpNames)
        await page.remove_children()
        page.action_read_on(1)
        await settled(pilot)
        assert pilot.app._exception is None

"""Before a couple's first stands whom it is not for, and help is one key away; elsewhere that key is not there."""

from __future__ import annotations

from dataclasses import replace

from dining import hurried, laid_for, offered, opened, play, press, seen

from gatherround.ui.screens.getting_help import GettingHelp
from gatherround.ui.screens.table import Table
from rounds import ask, laid, story
from tables import table as people_of

OWN = story(ask(), youngest=18, fewest=2, most=2, size="pebble", kind="good-news")


@hurried
async def test_help_is_one_key_away_before_a_couples_first_and_the_round_stays_as_it_is() -> None:
    async with opened(size=(40, 12)) as pilot:
        await laid_for(pilot, replace(laid(OWN, people_of(38, 41)), new_two=True))
        before = play(pilot)
        assert "afraid" in seen(pilot)
        assert "getting-help" in offered(pilot)
        await press(pilot, "h")
        assert isinstance(pilot.app.screen, GettingHelp)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Table)
        assert play(pilot) == before
        await press(pilot, "enter")
        assert "getting-help" not in offered(pilot)

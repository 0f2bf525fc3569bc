"""Somebody sits down in the middle: the story goes on with them, or is said to wait and something else is played."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dining import a_house, hurried, laid_for, opened, play, press, seen, tonight
from textual.pilot import Pilot

from gatherround.ui.screens.asking import WhoJoins
from gatherround.ui.screens.tonight import Tonight
from rounds import ask, laid, story
from tables import table as people_of

OWN = story(ask(), youngest=18, fewest=2, most=2, size="pebble", kind="good-news", preflight=True)


@hurried
async def test_a_childs_coming_puts_a_couples_own_off_with_a_sentence_and_another_is_dealt() -> None:
    for size in ((80, 24), (40, 12)):
        async with opened(size=size) as pilot:
            await laid_for(pilot, replace(laid(OWN, people_of(38, 41)), minutes=10, choice=False))
            await press(pilot, "1", "escape", "1", "2")
            assert "Hello" in seen(pilot)
            assert "The Hat" not in seen(pilot)
            await press(pilot, "enter")
            assert "waits for another day. Here is one for everybody." in " ".join(seen(pilot).split())
            await press(pilot, "enter")
            assert play(pilot).phase == "main"
            deal = play(pilot).dealt
            assert deal is not None
            assert deal.activity.title != "The Hat"
            assert "guest-1" in (*deal.players, *deal.listeners)


def doors(pilot: Pilot[int]) -> tuple[str, ...]:
    """Gives what may be answered to who sits down."""
    assert isinstance(pilot.app.screen, WhoJoins)
    return pilot.app.screen.shown()


async def five_chairs_and_spoon_away(pilot: Pilot[int]) -> None:
    """Begins a Round at a table that is known, of five guests of whom the first is away."""
    await press(pilot, "1", "3", "5", "6", "6", "space", "escape", "4", "space")
    await press(pilot, "1", "space")
    assert [person.name for person in play(pilot).plan.people] == ["Lemon", "Pepper", "Bread", "Teapot"]


@hurried
async def test_whose_chair_stands_empty_comes_first_by_name_and_somebody_new_has_a_chair_of_their_own(
    tmp_path: Path,
) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await five_chairs_and_spoon_away(pilot)
        await press(pilot, "escape", "1")
        assert doors(pilot)[:2] == ("Spoon, 2 to 4", "2 to 4")
        await press(pilot, "3")
        assert (play(pilot).plan.people[-1].name, play(pilot).plan.people[-1].age) == ("Plum", 6)
        await press(pilot, "enter", "escape", "1")
        assert doors(pilot)[0] == "Spoon, 2 to 4"
        await press(pilot, "escape", "escape", "4", "space")
        assert isinstance(pilot.app.screen, Tonight)
        setting = tonight(pilot).setting
        assert [(one.name, one.age, one in setting.here) for one in setting.people][::5] == [
            ("Spoon", 3, False),
            ("Plum", 6, True),
        ]
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        assert tonight(pilot).setting == setting, "and so it is laid the next evening"


@hurried
async def test_whose_chair_stands_empty_comes_back_onto_it(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await five_chairs_and_spoon_away(pilot)
        await press(pilot, "escape", "1", "1")
        assert play(pilot).plan.people[-1].name == "Spoon"
        await press(pilot, "enter", "escape", "1")
        assert doors(pilot)[0] == "2 to 4", "nobody is away any more"
        await press(pilot, "escape", "escape", "2", "1", "escape", "1")
        assert doors(pilot)[0] == "Lemon, 8 to 11", "whoever gets up keeps their chair"
        await press(pilot, "escape", "escape", "5")
        assert tonight(pilot).setting.away == frozenset()
        assert len(tonight(pilot).setting.people) == 5

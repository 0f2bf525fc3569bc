"""A line of what somebody noticed: from nearly everywhere, never over what is covered, never lost."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from dining import (
    a_house,
    a_house_of_cards,
    called,
    click,
    click_at,
    click_door,
    house_of,
    hurried,
    laid_for,
    offered,
    opened,
    panel,
    play,
    press,
    seen,
    settled,
    tap,
    told,
)
from textual.pilot import Pilot
from textual.widgets import Input

from gatherround.domain.entries import Noticed
from gatherround.domain.play.beats import Ballot, Card, Say
from gatherround.domain.play.looking import looks
from gatherround.domain.steps import Read, Seats, SmallHands, Vote
from gatherround.ui.lists import CalmList
from gatherround.ui.panels.say import SayPanel
from gatherround.ui.screens.looking_back import LookingBack, TakeOut
from gatherround.ui.screens.menu import More
from gatherround.ui.screens.noticing import NOWHERE, Note
from gatherround.ui.screens.quilt import Quilt
from gatherround.ui.screens.table import Table
from gatherround.ui.screens.tonight import Tonight
from rounds import ask, laid, plain, seats, story
from sewing import LINES, evenings, keep

HOSTILE = "[/b][@click=app.quit]I saw $name"


def lines(pilot: Pilot[int]) -> list[str]:
    """Gives what was noticed, as it is kept."""
    journal = house_of(pilot).journal
    assert journal is not None
    return [at.entry.text for at in journal.entries(Noticed, ended_only=False) if isinstance(at.entry, Noticed)]


async def note(pilot: Pilot[int], line: str) -> None:
    await press(pilot, "n")
    assert isinstance(pilot.app.screen, Note)
    pilot.app.screen.query_one(Input).value = line
    await press(pilot, "enter")


@hurried
async def test_a_line_is_typed_kept_and_lies_where_one_looks_back(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "n", *"Iqk5", "enter")
        assert isinstance(pilot.app.screen, Tonight), "letters that are keys elsewhere are only letters here"
        assert lines(pilot) == ["Iqk5"]
        assert "Kept." in told(pilot)[-1]
        await press(pilot, "k", "l")
        assert "Iqk5" in seen(pilot)
        await note(pilot, HOSTILE)
        assert HOSTILE in seen(pilot)
        assert lines(pilot) == ["Iqk5", HOSTILE]


@hurried
async def test_leaving_keeps_the_draft_and_a_kept_line_leaves_none(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "n", *"I saw".replace(" ", ""), "escape")
        assert lines(pilot) == []
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "n")
        assert pilot.app.screen.query_one(Input).value == "Isaw"
        await press(pilot, "end", "x", "enter", "n")
        assert pilot.app.screen.query_one(Input).value == ""
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Tonight), "an empty line is none"
        assert lines(pilot) == ["Isawx"]


@hurried
async def test_whoever_finds_a_line_again_types_on_behind_it(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "n", *"Isaw", "escape", "n", *"Mia")
        assert pilot.app.screen.query_one(Input).value == "IsawMia"


@hurried
async def test_what_is_typed_is_a_draft_soon_so_that_a_lid_that_closes_takes_nothing(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "n", *"Isaw")
        await asyncio.sleep(2)
        assert house_of(pilot).memories().draft() == "Isaw"
        await click_at(pilot, 2, 1)
        assert isinstance(pilot.app.screen, Tonight), "a click beside it leaves it too"


@hurried
async def test_a_click_into_the_line_or_on_its_title_does_not_close_it(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "n", *"Isaw")
        for part in ("Input", ".sheet-title"):
            await click(pilot, pilot.app.screen.query_one(part))
            assert isinstance(pilot.app.screen, Note)
        await press(pilot, "enter")
        assert lines(pilot) == ["Isaw"]


@hurried
async def test_a_click_on_the_title_of_more_chooses_nothing_and_one_beside_it_goes_back() -> None:
    async with opened(a_house_of_cards()) as pilot:
        await press(pilot, "escape")
        await click(pilot, pilot.app.screen.query_one(".sheet-title"))
        assert isinstance(pilot.app.screen, More)
        await click_at(pilot, 1, 1)
        assert isinstance(pilot.app.screen, Tonight)


@hurried
async def test_a_house_that_keeps_nothing_says_so() -> None:
    async with opened(a_house_of_cards()) as pilot:
        await press(pilot, "n")
        assert isinstance(pilot.app.screen, Tonight)
        assert told(pilot)[-1] == NOWHERE


@hurried
async def test_a_line_that_cannot_be_kept_now_stays_on_the_screen(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "n", *"Isaw")
        database = house_of(pilot).database
        assert database is not None
        database.close()
        database.path.rename(database.path.with_name("away"))
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Note)
        assert "cannot be written" in told(pilot)[-1]
        database.path.with_name("away").rename(database.path)
        await press(pilot, "enter")
        assert lines(pilot) == ["Isaw"]


@hurried
async def test_at_the_table_it_is_there_on_every_page_but_not_over_what_is_covered(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        page = Read(text=plain("Rain."), small_hands=SmallHands("splash", "splash"))
        vote = Vote(question=plain("Whose hat?"), options=(plain("mine"), plain("yours")))
        told_by_all = story(page, ask(), Seats(private=True), vote, seats=seats("Fox"), fewest=1)
        await laid_for(pilot, laid(told_by_all, called("Ana", "Ben")))
        met: set[object] = set()
        for _ in range(40):
            here = panel(pilot)
            busy = isinstance(here, SayPanel) and here.beat.small_hands is not None
            free = not (isinstance(play(pilot).beat, Card | Ballot) or busy)
            assert ("note" in looks(play(pilot))) == free, play(pilot).beat
            met.add(True if free else type(play(pilot).beat))
            await tap(pilot, "n")  # any key turns a card over
            assert isinstance(pilot.app.screen, Note if free else Table)
            await tap(pilot, *(("escape",) if free else ()))
            if play(pilot).phase == "night":
                break
            await tap(pilot, "enter")
        assert met == {True, Say, Card, Ballot}
        assert "quilt" not in offered(pilot)
        await note(pilot, "goodnight to all")
        assert lines(pilot) == ["goodnight to all"]


@hurried
async def test_a_line_that_is_kept_twice_at_once_is_one_line(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "n")
        pilot.app.screen.query_one(Input).value = "I saw Ana wait"
        for _ in range(2):
            pilot.app.simulate_key("enter")
        await settled(pilot)
        assert lines(pilot) == ["I saw Ana wait"]


@pytest.mark.parametrize("cover", ["p", "full_stop"])
@hurried
async def test_a_pause_and_a_cover_take_no_line(tmp_path: Path, cover: str) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "3", "6", "space", cover, "n")
        assert not any(isinstance(screen, Note) for screen in pilot.app.screen_stack)


@hurried
async def test_the_mouse_finds_it_behind_more_and_back_takes_nothing_of_it_away(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "3", "6", "space", "enter", "escape")
        assert isinstance(pilot.app.screen, More)
        await click_door(pilot, list(pilot.app.screen._numbers).index("note"))
        assert isinstance(pilot.app.screen, Note)
        pilot.app.screen.query_one(Input).value = "I saw Ana wait"
        await press(pilot, "enter", "b")
        assert lines(pilot) == ["I saw Ana wait"]


# Looking back


@hurried
async def test_a_line_may_be_taken_out_for_good(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    keep(house.database, *evenings(3), noticed=LINES)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "k", "l", "down", "x")
        assert isinstance(pilot.app.screen, TakeOut)
        await press(pilot, "1", "x", "2")
        assert lines(pilot) == [LINES[0], LINES[2]]
        assert LINES[1][:20] not in seen(pilot)
        await press(pilot, "x", "2", "x", "2")
        assert lines(pilot) == []
        assert "Nothing yet." in seen(pilot)
        await press(pilot, "x", "l")
        assert isinstance(pilot.app.screen, Quilt)


@hurried
async def test_every_section_says_what_it_holds_or_what_to_wait_for(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 40)) as pilot:
        await press(pilot, "k", "l")
        for waiting in ("Nothing yet.", "None yet.", "It shows after", "None lately.", "Nothing is sealed"):
            assert waiting in seen(pilot)
    keep(house.database, *evenings(8))
    async with opened(house, (80, 40)) as pilot:
        await press(pilot, "k", "l")
        for there in ("curious · left out", "Lately: mostly", "an idea of their own", "Nothing is sealed"):
            assert there in seen(pilot)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (120, 40)])
@hurried
async def test_it_may_be_looked_at_in_any_window(tmp_path: Path, size: tuple[int, int]) -> None:
    house = a_house(tmp_path)
    keep(house.database, *evenings(8), noticed=(*LINES, HOSTILE))
    async with opened(house, size) as pilot:
        await press(pilot, "k", "l", "pagedown", "pageup", "end", "home", "tab", "down", "enter")
        assert isinstance(pilot.app.screen, LookingBack)
        assert HOSTILE[:20] in seen(pilot)
        assert pilot.app.screen.query_one(CalmList).option_count == 4

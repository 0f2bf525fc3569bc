"""A key that comes while a page is going, or before anything lies on it, is let go."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest
from dining import a_house, hurried, opened, press, quiet, resize, settled
from textual.app import ScreenStackError
from textual.css.query import NoMatches
from textual.dom import NoScreen
from textual.screen import Screen
from textual.widget import MountError
from textual.worker import WorkerFailed

from families import card
from gatherround.host.household import Setting
from gatherround.ui.lists import option
from gatherround.ui.screens.asking import WhoJoins
from gatherround.ui.screens.find_one import FindOne
from gatherround.ui.screens.layers import asked, in_turn
from gatherround.ui.screens.person import PersonCard
from gatherround.ui.screens.serious import Serious
from gatherround.ui.screens.sheets import FromList
from gatherround.ui.screens.workshop_names import MadeUpNames
from scenes_workshop import PANCAKE, in_the_form
from tables import table


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


@hurried
async def test_a_card_that_is_kept_as_its_page_goes_is_kept_and_no_crash(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    mia = house.family.people.add(card("Mia"))
    async with opened(house, motion=True) as pilot:
        page = PersonCard(house, mia)
        await pilot.app.push_screen(page)
        await page.remove_children()
        page.keep(face="curious")
        await settled(pilot)
        assert pilot.app._exception is None
    assert [one.card.face for one in house.family.people.all()] == ["curious"]


@pytest.mark.parametrize("page", ["a list", "serious", "find one"])
@hurried
async def test_a_page_that_is_going_before_it_has_been_laid(page: str, tmp_path: Path) -> None:
    house = a_house(tmp_path)
    laid: Screen[Any]
    match page:
        case "a list":
            laid = FromList("Which one?", [option("this"), option("that")], at=1)
        case "serious":
            laid = Serious(house)
        case _:
            laid = FindOne(house, Setting(people=table(9, 40)))
    async with opened(house, (80, 24)) as pilot:
        await pilot.app.push_screen(laid)
        await laid.remove_children()
        laid.on_mount()  # type: ignore[attr-defined]
        await settled(pilot)
        assert pilot.app._exception is None


@pytest.mark.parametrize("keys", [("question_mark",), ("escape", "1", "2"), ("m",)], ids=["help", "pacts", "light"])
@hurried
async def test_a_page_that_is_going_while_its_window_is_pulled(keys: tuple[str, ...], tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, *keys)
        page = pilot.app.screen
        await page.remove_children()
        await resize(pilot, 60, 20)
        await settled(pilot)
        assert page is pilot.app.screen
        assert pilot.app._exception is None


@pytest.mark.parametrize(
    "action",
    ["start", "help", *(f"enter('{door}')" for door in ("find", "workshop", "quilt", "story-books", "note", "more"))],
)
@hurried
async def test_a_page_that_is_being_laid_when_the_game_is_left_is_no_crash(action: str, tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, "1", "6")
        app = pilot.app
        laid = app.push_screen

        def and_left(*args: Any, **kwargs: Any) -> Any:
            app.exit(0)
            return laid(*args, **kwargs)

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(app, "push_screen", and_left)
            await app.screen.run_action(action)
            await app.workers.wait_for_complete()
            await quiet()
    assert app._exception is None
    assert app.return_code == 0


async def met(error: Exception, home: Path, *, leaving: bool) -> None:
    """A page meets an error, in the middle of an evening or while all pages are put away."""
    async with opened(a_house(home)) as pilot:
        if leaving:
            pilot.app.exit(0)
        pilot.app._handle_exception(error)


@pytest.mark.parametrize(
    "misses", [NoMatches(), MountError(), NoScreen(), ScreenStackError(), WorkerFailed(NoMatches())]
)
@hurried
async def test_what_a_page_misses_while_all_are_put_away_is_no_crash(misses: Exception, tmp_path: Path) -> None:
    await met(misses, tmp_path, leaving=True)
    with pytest.raises(type(misses)):
        await met(misses, tmp_path, leaving=False)


@hurried
async def test_a_fault_of_ours_is_not_let_pass_even_when_the_game_is_being_left(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        await met(ZeroDivisionError(), tmp_path, leaving=True)


@hurried
async def test_what_would_have_come_of_a_question_is_let_go_when_the_game_is_left(tmp_path: Path) -> None:
    went_on: list[str] = []

    @in_turn
    async def ask(below: Screen[None]) -> None:
        await asked(below, WhoJoins(()))
        went_on.append("never")

    async with opened(a_house(tmp_path)) as pilot:
        ask(pilot.app.screen)
        pilot.app.exit(0)
        ask(pilot.app.screen)
    gc.collect()  # a flow that was never begun would be told of here
    assert pilot.app._exception is None
    assert went_on == []

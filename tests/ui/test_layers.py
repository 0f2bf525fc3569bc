"""One screen over another: a key pressed twice lays one, and takes one away."""

from __future__ import annotations

from pathlib import Path

from dining import a_house, opened, press, resize, settled
from hosting import awaited
from textual.app import App
from textual.screen import Screen

from gatherround.domain.people import Person
from gatherround.ui.screens.asking import WhoJoins
from gatherround.ui.screens.layers import asked, in_turn, lay_over, put_away
from gatherround.ui.screens.menu import Help
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.screens.too_small import TooSmall


def layers(app: App[int]) -> list[type]:
    return [type(screen) for screen in app.screen_stack]


@awaited
async def test_a_key_pressed_twice_at_once_lays_one_screen_and_takes_one_away(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        below = pilot.app.screen
        for _ in range(2):
            await below.run_action("help")
        await settled(pilot)
        assert layers(pilot.app) == [Tonight, Help]
        over = pilot.app.screen
        for _ in range(2):
            await over.run_action("close")
        await settled(pilot)
        assert layers(pilot.app) == [Tonight]


@awaited
async def test_questions_in_turn_are_laid_one_after_another_and_nothing_waits_for_them(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        answers = list[Person | None]()

        @in_turn
        async def ask(below: Screen[None]) -> None:
            for _ in range(2):
                answers.append(await asked(below, WhoJoins(())))

        below = pilot.app.screen
        for _ in range(2):
            ask(below)
            assert layers(pilot.app) == [Tonight, WhoJoins], "it lies there for the next key, and is laid once"
        await press(pilot, "2")
        assert layers(pilot.app) == [Tonight, WhoJoins], "the second follows the first"
        assert not [*pilot.app.workers]
        await press(pilot, "escape")
        assert layers(pilot.app) == [Tonight]
        assert [isinstance(answer, Person) for answer in answers] == [True, False]


@awaited
async def test_what_was_asked_is_let_go_where_the_next_question_cannot_be_laid(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        done = list[str]()

        @in_turn
        async def ask(below: Screen[None]) -> None:
            await asked(below, WhoJoins(()))
            lay_over(below, Help(below))
            await asked(below, WhoJoins(()))
            done.append("never")

        ask(pilot.app.screen)
        await press(pilot, "2")
        assert layers(pilot.app) == [Tonight, Help]
        await press(pilot, "escape")
        assert layers(pilot.app) == [Tonight]
        assert done == []


@awaited
async def test_what_lies_beneath_another_screen_takes_nothing_away(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        answers: list[object] = []
        beneath = WhoJoins(())
        lay_over(pilot.app.screen, beneath, answers.append)
        await settled(pilot)
        await resize(pilot, 20, 5)
        assert layers(pilot.app) == [Tonight, WhoJoins, TooSmall]
        put_away(beneath)
        lay_over(beneath, Help(beneath))
        await settled(pilot)
        assert layers(pilot.app) == [Tonight, WhoJoins, TooSmall]
        assert answers == []
        await resize(pilot, 80, 24)
        await press(pilot, "6")
        put_away(beneath)
        assert layers(pilot.app) == [Tonight]
        assert len(answers) == 1


@awaited
async def test_a_window_that_grew_under_another_screen_is_given_back_with_it(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await resize(pilot, 20, 5)
        over = Help(pilot.app.screen)
        lay_over(pilot.app.screen, over)
        await settled(pilot)
        await resize(pilot, 80, 24)
        put_away(over)
        await settled(pilot)
        assert layers(pilot.app) == [Tonight]

"""Somebody small gets hold of the keyboard, the mouse and the corner of the window."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from pathlib import Path

import pytest
from dining import a_house, an_app
from hosting import awaited
from textual import events
from textual.geometry import Size

from gatherround.host.household import Household
from gatherround.ui.app import GatherRound

EVENTS = 1_000
KEYS = (
    *("enter", "space", "escape", "escape", "backspace", "tab", "shift+tab", "delete", "home", "end", "f1"),
    *("up", "down", "left", "right", "pageup", "pagedown", "question_mark", "full_stop", "plus", "minus", "é", "日"),
    *("slash", *"0123456789abcdefghklnpstvx"),
)
WIDTHS = (1, 2, 10, 39, 40, 60, 80, 120, 200)
HEIGHTS = (1, 2, 11, 12, 18, 24, 40, 60)
USUAL = Size(80, 24)
CLICK = (events.MouseMove, events.MouseDown, events.MouseUp)
WAITING = 64
"""Events that may wait before the monkey draws breath, so that keys meet screens that come and go."""


@pytest.mark.parametrize(("seed", "patience", "motion"), [(1, 0.0, False), (2, 0.4, True), (6, 0.0, True)])
@awaited
async def test_no_key_click_or_size_upsets_the_game(tmp_path: Path, seed: int, patience: float, motion: bool) -> None:
    dice = random.Random(seed)
    house = a_house(tmp_path)
    # What is kept is tried elsewhere; here every move would wait for the disk.
    house.database, house.household = None, Household(None)
    done, met = 0, Counter[str]()
    while done < EVENTS:
        app = an_app(house, patience=patience, motion=motion)
        async with app.run_test(size=USUAL) as pilot:
            await pilot.pause()
            done += await slapped(app, dice, EVENTS - done, met)
            assert app._exception is None, f"seed {seed}, event {done}"
    assert met.keys() > {"Tonight", "Table", "TooSmall"}, f"the monkey of {seed} has seen too little"


async def slapped(app: GatherRound, dice: random.Random, most: int, met: Counter[str]) -> int:
    """Posts events until there are enough or the game has been left, and says how many; counts the screens it met."""
    for done in range(most):
        if app._exit or app._exception is not None:
            return done
        for event in one_of(app, dice):
            app.post_message(event)
        if dice.random() < 0.3:
            await asyncio.sleep(0)
            met[type(app.screen).__name__] += 1
        while waiting(app) > WAITING:
            await asyncio.sleep(0)
    app.exit()
    return most


def waiting(app: GatherRound) -> int:
    if app._exit or app._exception is not None:
        return 0
    return app.message_queue_size + app.screen.message_queue_size


def one_of(app: GatherRound, dice: random.Random) -> list[events.Event]:
    """Gives a key most of the time, else a click, else another size, which is soon the usual one again."""
    match dice.choices(("key", "click", "size", "usual"), (80, 10, 1, 4))[0]:
        case "key":
            key = dice.choice(KEYS)
            leaves = key == "escape" and len(app.screen_stack) == 1 and dice.random() < 0.9
            return [events.Key("enter" if leaves else key, key if len(key) == 1 else None)]
        case "click":
            x, y = dice.randrange(max(1, app.size.width)), dice.randrange(max(1, app.size.height))
            return [kind(None, x, y, 0, 0, 1, False, False, False) for kind in CLICK]
        case "size":
            size = Size(dice.choice(WIDTHS), dice.choice(HEIGHTS))
        case _:
            size = USUAL
    return [events.Resize(size, size)]

"""What all the things on the table have in common: they leave nothing behind, and nothing upsets them."""

from __future__ import annotations

import gc
import random
import weakref

import pytest
from hosting import HOSTILE, awaited, hosted
from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from gatherround.domain.chairs import CHAIRS
from gatherround.ui.lists import CalmList, option
from gatherround.ui.widgets.big_word import BigWord
from gatherround.ui.widgets.breath import Breath
from gatherround.ui.widgets.candle import Candle
from gatherround.ui.widgets.chair_plate import ChairPlate
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.dots import Dots
from gatherround.ui.widgets.face_view import FaceView
from gatherround.ui.widgets.keybar import KeyBar
from gatherround.ui.widgets.lanterns import Lanterns


def everything() -> list[Widget]:
    words = HOSTILE[:4]
    return [
        BigWord(words[0]),
        FaceView("sad"),
        Candle(60),
        Breath("star", 5),
        Lanterns(words, lit=(1,)),
        Doors(words),
        ChairPlate(CHAIRS[3], words[1]),
        Dots(1),
        CalmList(*(option(word) for word in words)),
        KeyBar(),
    ]


class Laid(Screen[None]):
    def compose(self) -> ComposeResult:
        yield from everything()


@pytest.mark.parametrize("motion", [True, False])
@awaited
async def test_a_screen_that_is_cleared_away_leaves_nothing_behind(motion: bool) -> None:
    left: list[weakref.ref[Widget]] = []
    async with hosted(motion=motion) as pilot:
        for _ in range(12):
            screen = Laid()
            await pilot.app.push_screen(screen)
            await pilot.pause()
            screen.query_one(FaceView).word = "happy"
            left += [weakref.ref(widget) for widget in (screen, *screen.query())]
            await pilot.app.pop_screen()
            await pilot.pause()
        del screen
        await pilot.wait_for_animation()
        await pilot.pause()
        gc.collect()
        alive = sum(ref() is not None for ref in left)
        assert alive <= len(left) // 12


@pytest.mark.parametrize("seed", range(3))
@awaited
async def test_slapping_the_keyboard_clicking_and_resizing_upset_nothing(seed: int) -> None:
    dice = random.Random(seed)
    keys = ("space", "enter", "escape", "tab", "up", "down", "pagedown", "pageup", "1", "9", "q", "left", "home", "end")
    async with hosted(*everything(), motion=bool(seed % 2)) as pilot:
        for _ in range(60):
            match dice.randrange(4):
                case 0:
                    size = Size(dice.randint(1, 100), dice.randint(1, 40))
                    pilot.app.post_message(events.Resize(size, size))
                case 1:
                    x, y = dice.randrange(pilot.app.size.width), dice.randrange(pilot.app.size.height)
                    for click in (events.MouseMove, events.MouseDown, events.MouseUp):
                        pilot.app.post_message(click(None, x, y, 0, 0, 1, False, False, False))
                case 2:
                    for key in dice.choices(keys, k=4):
                        pilot.app.post_message(events.Key(key, None))
                case _:
                    pilot.app.query_one(Doors).options = tuple(dice.choices(HOSTILE, k=dice.randint(0, 9)))
                    pilot.app.query_one(BigWord).word = dice.choice(HOSTILE)
                    pilot.app.query_one(FaceView).word = dice.choice(("mad", "calm", "", "[/b]"))
            await pilot.pause(0)
        assert pilot.app.is_running

"""At 40 by 12 the big word of a page is drawn, wherever rows can be found for it."""

from __future__ import annotations

import pytest
from dining import settled
from hosting import awaited

from gatherround.ui.widgets.big_word import BigWord
from scenes import SCENES, an_app

DRAWN = {
    "arrive": "SHOW",
    "read-on": "grrrowl",
    "name": "1 sad",
    "check": "Bread",
    "card-covered": "Spoon",
    "lanterns": "Spoon",
    "act": "ONE THING",
    "stitch": "a square",
    "goodnight": "goodnight",
}
NO_ROW = {"ballot": "Lemon"}


def is_drawn(word: BigWord) -> bool:
    return word._written(*word.size).big


@pytest.mark.parametrize("scene", [one for one in SCENES if one.name in DRAWN | NO_ROW], ids=lambda scene: scene.name)
@awaited
async def test_it_is_drawn_where_there_is_room_and_only_else_spaced_out(scene) -> None:  # type: ignore[no-untyped-def]
    async with an_app(scene).run_test(size=(40, 12)) as pilot:
        await scene.arrange(pilot)
        await settled(pilot)
        words = {one.word: is_drawn(one) for one in pilot.app.screen.query(BigWord) if one.region.area}
        assert words[(DRAWN | NO_ROW)[scene.name]] == (scene.name in DRAWN)


@awaited
async def test_of_two_faces_neither_is_named_in_larger_letters() -> None:
    scene = next(one for one in SCENES if one.name == "name")
    for size in ((40, 12), (44, 14), (60, 20), (80, 24), (120, 40)):
        async with an_app(scene).run_test(size=size) as pilot:
            await scene.arrange(pilot)
            await settled(pilot)
            tall = {len(one._written(*one.size).rows) for one in pilot.app.screen.query(BigWord)}
            assert len(tall) == 1, f"at {size}"

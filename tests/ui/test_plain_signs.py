"""With --ascii everything is drawn with the signs of every keyboard, each in its cell; what people wrote stays."""

from __future__ import annotations

import pytest
from dining import seen, segments
from hosting import awaited
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from gatherround.host.lighting import Lighting
from gatherround.ui.app import GatherRound
from gatherround.ui.ascii import SIGNS, Ascii
from scenes import SCENES, a_house, an_app

BLACK = Color(0, 0, 0)
SHOWN = (
    "tonight",
    "read",
    "name",
    "echo",
    "lanterns",
    "ballot",
    "card-open",
    "breathe",
    "stitch",
    "square",
    "director",
)


def test_what_stands_for_a_sign_takes_one_cell_as_the_sign_does() -> None:
    for sign, plain in SIGNS.items():
        assert cell_len(chr(sign)) == cell_len(plain) == 1
        assert plain.isascii()


@given(st.lists(st.text(max_size=12), max_size=6))
def test_no_line_becomes_longer_or_shorter_and_letters_stay_letters(texts: list[str]) -> None:
    line = [Segment(text, Style(bold=True)) for text in texts]
    plain = Ascii().apply(line, BLACK)
    assert sum(cell_len(part.text) for part in plain) == sum(cell_len(text) for text in texts)
    kept = "".join(part.text for part in plain)
    assert [sign for sign in "".join(texts) if sign.isalpha()] == [sign for sign in kept if sign.isalpha()] or any(
        ord(sign) in SIGNS for sign in "".join(texts)
    )


@pytest.mark.parametrize("scene", [scene for scene in SCENES if scene.name in SHOWN], ids=lambda scene: scene.name)
@awaited
async def test_every_page_is_drawn_with_plain_signs_alone(scene) -> None:  # type: ignore[no-untyped-def]
    app = GatherRound(a_house(), lighting=Lighting(plain_signs=True), patience=0)
    app.animation_level = "none"
    async with app.run_test(size=scene.size) as pilot:
        await scene.arrange(pilot)
        await pilot.pause()
        odd = {sign for part in segments(pilot) for sign in part.text if not sign.isascii() and not sign.isalpha()}
        assert odd == set()


@awaited
async def test_without_it_nothing_is_changed() -> None:
    scene = next(scene for scene in SCENES if scene.name == "read")
    async with an_app(scene).run_test(size=scene.size) as pilot:
        await scene.arrange(pilot)
        await pilot.pause()
        assert "█" in seen(pilot)

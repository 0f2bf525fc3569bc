"""Nothing is said by colour alone, and nothing has to move."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from dining import seen
from hosting import awaited, drawn, hosted
from textual.pilot import Pilot

from gatherround.domain.chairs import CHAIRS
from gatherround.host.household import Household
from gatherround.ui.widgets.breath import Breath
from gatherround.ui.widgets.candle import Candle
from gatherround.ui.widgets.chair_plate import ChairPlate
from gatherround.ui.widgets.keybar import KeyBar
from scenes import SCENES, Scene, an_app
from scenes_quilt import WITHOUT_COLOUR

IN_COLOUR = Path(__file__).parent / "__snapshots__" / "test_scenes"


def picture(scene: Scene) -> Path:
    """Says where a scene's picture is kept, in colour."""
    return IN_COLOUR / f"test_a_scene_looks_as_it_did[{scene.name}].svg"


DRAWN = [
    one for one in (*SCENES, *WITHOUT_COLOUR) if one.theme == "candle" and not one.plain_signs and picture(one).exists()
]
AT_TABLE = [scene for scene in DRAWN if scene.arrange.__qualname__.startswith("at_table")]
BEFORE = [scene for scene in DRAWN if scene not in AT_TABLE]


def letters(words: str) -> str:
    """Gives everything that is not blank."""
    return "".join(words.split())


def without_grey_keys(pilot: Pilot[int], said: str) -> str:
    """Leaves out the keys that may not be pressed, which are grey in colour and else not there."""
    bars = pilot.app.screen.query(KeyBar)
    placed = [(letters(f"{hint.key}{hint.label}"), hint.idle) for bar in bars for _, hint in bar._placed]
    line = "".join(words for words, _ in placed)
    pressed = "".join(words for words, idle in placed if not idle)
    return said.removesuffix(line) + pressed if line and said.endswith(line) else said


def in_colour(scene: Scene) -> str:
    """Gives the words of a scene's picture."""
    drawn = picture(scene).read_text(encoding="utf-8").split('-matrix">', 1)[1]
    return letters("".join(html.unescape(found) for found in re.findall(r"<text [^>]*>([^<]*)</text>", drawn)))


@pytest.fixture(autouse=True)
def _grey(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for widget in (Breath, Candle):  # which look alike however busy the machine is
        monkeypatch.setitem(widget.__init__.__kwdefaults__, "clock", lambda: 0.0)


@awaited
async def test_every_page_of_a_round_says_the_same_without_colour() -> None:
    app = an_app(AT_TABLE[0])
    assert app.no_color
    # What is kept is tried elsewhere; here every page would wait for the disk.
    app.house.database, app.house.household = None, Household(None)
    async with app.run_test() as pilot:
        for scene in AT_TABLE:
            if app.size != scene.size:
                await pilot.resize_terminal(*scene.size)
            await scene.arrange(pilot)
            assert letters(seen(pilot)) == without_grey_keys(pilot, in_colour(scene)), scene.name


@pytest.mark.parametrize("scene", BEFORE, ids=lambda scene: scene.name)
@awaited
async def test_tonight_says_the_same_without_colour(scene: Scene) -> None:
    async with an_app(scene).run_test(size=scene.size) as pilot:
        await scene.arrange(pilot)
        assert letters(seen(pilot)) == in_colour(scene)


@awaited
async def test_no_two_chairs_look_alike_without_colour() -> None:
    plates = [ChairPlate(chair, "Ana") for chair in CHAIRS]
    async with hosted(*plates, size=(80, 100)) as pilot:
        for tall in (7, 3, 1):
            for plate in plates:
                plate.styles.width, plate.styles.height = 13, tall
            await pilot.pause()
            shown = {"\n".join(drawn(plate)).replace("Ana", "") for plate in plates}
            assert len(shown) == len(CHAIRS), f"in {tall} rows"

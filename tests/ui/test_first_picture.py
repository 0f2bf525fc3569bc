"""The first picture waits for nothing that it does not show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from dining import a_house, an_app
from hosting import awaited

from gatherround.ui.stylesheet import ReadOnce

SHOWN = """
import sys
from pathlib import Path
import gatherround.cli.play
from gatherround.cli.house import opened
from gatherround.ui.app import GatherRound
class Shown(GatherRound):
    def on_mount(self):
        self.call_after_refresh(self.shown)
    def shown(self):
        print(*sys.modules, sep="\\n", file=sys.__stdout__)
        self.exit()
Shown(opened(Path(sys.argv[1]), {})).run(headless=True, size=(80, 24))
"""
LATER = (
    "gatherround.domain.play",
    "gatherround.pantry",
    "gatherround.ui.panels",
    "gatherround.domain.members",
    "gatherround.host.care",
    "gatherround.host.people",
    "gatherround.ui.screens.study",
    "gatherround.ui.screens.table",
    "yaml",
    "pydantic",
    "hypothesis",
    "wcwidth",
    "zipfile",
)


def test_rules_story_books_and_pages_are_loaded_behind_the_first_picture(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", SHOWN, str(tmp_path)], capture_output=True, timeout=30, check=True)
    loaded = ended.stdout.decode().split()
    assert "gatherround.ui.screens.tonight" in loaded
    assert [name for name in LATER if name in loaded] == []


@awaited
async def test_the_looks_are_read_once_and_again_under_another_light(tmp_path: Path) -> None:
    app = an_app(a_house(tmp_path))
    async with app.run_test() as pilot:
        assert isinstance(app.stylesheet, ReadOnce)
        kept = app.stylesheet.rules[0]
        app.refresh_css()
        assert app.stylesheet.rules[0] is kept
        dark = app.screen.styles.background
        app.theme = "daylight"
        await pilot.pause()
        assert app.stylesheet.rules[0] is not kept
        assert app.screen.styles.background.brightness > 0.9 > dark.brightness

"""Every scene of the gallery looks as it did when somebody last looked at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gallery import GALLERY
from gatherround.ui.widgets.breath import Breath
from gatherround.ui.widgets.candle import Candle
from scenes import Scene, an_app


@pytest.fixture(autouse=True)
def _time_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """A breath and a candle look alike however busy the machine is."""
    for widget in (Breath, Candle):
        monkeypatch.setitem(widget.__init__.__kwdefaults__, "clock", lambda: 0.0)


@pytest.mark.parametrize("scene", GALLERY, ids=lambda scene: scene.name)
def test_a_scene_looks_as_it_did(scene: Scene, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(an_app(scene), terminal_size=scene.size, run_before=scene.arrange)

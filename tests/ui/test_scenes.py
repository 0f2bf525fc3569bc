"""Every scene of the gallery looks as it did when somebody last looked at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gallery import GALLERY
from scenes import Scene, an_app


@pytest.mark.parametrize("scene", GALLERY, ids=lambda scene: scene.name)
def test_a_scene_looks_as_it_did(scene: Scene, snap_compare: Callable[..., bool]) -> None:
    assert snap_compare(an_app(scene), terminal_size=scene.size, run_before=scene.arrange)

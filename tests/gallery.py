"""Every scene of the gallery, from every module that has some."""

from __future__ import annotations

from scenes import SCENES
from scenes_workshop import WRITING

GALLERY = (*SCENES, *WRITING)

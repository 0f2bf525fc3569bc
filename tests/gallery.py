"""Every scene of the gallery, from every module that has some."""

from __future__ import annotations

from scenes import SCENES
from scenes_find import FINDING
from scenes_people import PEOPLE
from scenes_quilt import LOOKING_BACK

GALLERY = (*SCENES, *FINDING, *LOOKING_BACK, *PEOPLE)

"""Every scene of the gallery, from every module that has some."""

from __future__ import annotations

from scenes import SCENES
from scenes_books import STORY_BOOKS
from scenes_find import FINDING
from scenes_passing_on import PASSING_ON
from scenes_people import PEOPLE
from scenes_quilt import LOOKING_BACK
from scenes_two import COUPLES
from scenes_workshop import WRITING

GALLERY = (*SCENES, *FINDING, *LOOKING_BACK, *STORY_BOOKS, *WRITING, *PASSING_ON, *PEOPLE, *COUPLES)

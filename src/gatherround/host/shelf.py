"""The story books as the rooms that people see know them: read once, when first needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from gatherround.domain.activities import Activity
    from gatherround.domain.play.plan import FeelingWord
    from gatherround.pantry.library import Book, Library, Shelves
    from gatherround.pantry.lists import Evidence

FAMILY_PACKS: Final = "packs"


def shipped_shelf() -> Path:
    """Gives the folder of the shipped story books: inside the package, else beside the sources it runs from."""
    inside = Path(__file__).parents[1] / "_shelf"
    return inside if (inside / "vocabulary.yaml").exists() else Path(__file__).parents[3] / "content"


class Shelf:
    """All the story books, opened when somebody first asks for one: the shipped ones and the family's, unless told."""

    def __init__(self, shelves: Shelves | None, cache: Path | None, family: Path | None = None) -> None:
        self._shelves = shelves
        self._family = family
        self._cache = cache
        self._library: Library | None = None

    @property
    def family(self) -> Path | None:
        """Where the family's own books lie, once there is one; none where nothing is kept."""
        return self._family

    @property
    def library(self) -> Library:
        """The books, the activities and the closed lists."""
        if self._library is None:
            from gatherround.pantry.library import Shelves, open_library

            shelves = self._shelves or Shelves(shipped_shelf(), self._family)
            self._library = open_library(shelves, self._cache)
        return self._library

    @property
    def activities(self) -> tuple[Activity, ...]:
        """Every activity that may be played."""
        return self.library.activities

    @property
    def books(self) -> tuple[Book, ...]:
        """Every story book, with its problems."""
        return self.library.books

    @property
    def words(self) -> tuple[FeelingWord, ...]:
        """Every feeling word, with the stage at which it joins the shelf."""
        return self.library.lists.feelings

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Every row of what research allows."""
        return self.library.lists.evidence

    def episodes(self) -> tuple[tuple[str, str, int], ...]:
        """Gives each part of a series: its full id, the series and its number."""
        return tuple((one.full_id, one.series, one.episode) for one in self.activities if one.series and one.episode)

    def read_again(self) -> None:
        """Forgets what was read, so that a changed file is seen."""
        self._library = None

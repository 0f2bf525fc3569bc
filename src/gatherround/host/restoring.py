"""Goes back to a copy: which there are, what is in each, and which is the newest that is whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gatherround.storage.copies import Copy, copies
from gatherround.storage.home import family_file, usual_home
from gatherround.storage.restoring import Inside, look_inside, put_in_place
from gatherround.storage.troubles import Trouble, UnreadableFile

__all__ = ["Choice", "Inside", "Restoring"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A copy that may be gone back to, and what is in it."""

    copy: Copy
    inside: Inside


class Restoring:
    """The way back for a home whose family file may not even be readable; it opens no drawer."""

    def __init__(self, data_dir: Path | None, environ: Mapping[str, str]) -> None:
        self.home = usual_home(data_dir, environ)
        self.file = family_file(self.home)

    def choices(self) -> tuple[Choice, ...]:
        """Gives every copy that is whole and can be read, the newest of a day first."""
        return tuple(choice for copy in self._copies() if copy.whole and (choice := _choice(copy)) is not None)

    def has_any(self) -> bool:
        """Tells whether any copy lies here, whole or not."""
        return bool(self._copies())

    def _copies(self) -> tuple[Copy, ...]:
        """Gives every copy that lies here; raises an UnopenedFile for a home that this account may not look into."""
        try:
            return copies(self.home)
        except OSError:
            raise UnreadableFile(self.home) from None

    def newest(self) -> Choice | None:
        """Gives the newest copy of a day that is whole; else any that is."""
        return next(iter(self.choices()), None)

    def chosen(self, path: Path) -> Choice:
        """Gives a copy by its path, wherever it lies; raises an UnopenedFile for one that cannot be read."""
        return Choice(Copy(path), look_inside(path))

    def now(self) -> Inside | None:
        """Says what is in the family file; none where it cannot be read."""
        try:
            return look_inside(self.file)
        except Trouble:
            return None

    def restore(self, choice: Choice) -> Path | None:
        """Puts a copy in place, and gives where what was there is kept; raises an UnopenedFile or CannotKeep."""
        return put_in_place(choice.copy.path, self.file)


def _choice(copy: Copy) -> Choice | None:
    try:
        return Choice(copy, look_inside(copy.path))
    except Trouble:
        return None

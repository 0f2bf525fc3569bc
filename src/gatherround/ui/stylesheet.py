"""The looks, read once: Textual (8.2.8) reads every stylesheet from its letters again whenever it is asked to look."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Final

from textual.css.stylesheet import Stylesheet

_FOLDER: Final = Path(__file__).parent / "styles"


def looks(*names: str) -> list[str | PurePath]:
    """Gives the files of looks of these names, for a page to bring."""
    return [str(_FOLDER / f"{name}.tcss") for name in names]


FIRST_LOOKS: Final = looks("tonight")
"""The looks of the first picture, which waits for no others."""
LATER_LOOKS: Final = looks("widgets", "screens")
"""What the pages after it have in common; a page brings what is its own."""
QUILT_LOOKS: Final = looks("quilt")
"""The looks of what is sewn and of what is looked back on; whatever shows such a thing brings them."""


class ReadOnce(Stylesheet):
    """A stylesheet that is parsed again only under another light; at the start it is asked for three times."""

    def set_variables(self, variables: dict[str, str]) -> None:
        """Takes another light, which makes everything that was read stale; the same one changes nothing."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Reads what is new or stale; what was read under these variables is still true."""
        self.parse()

    def read(self, filename: str | PurePath) -> None:
        """Reads a file of looks; what all later pages share comes before what is a page's own, which may differ."""
        if str(filename) not in FIRST_LOOKS:
            self.read_later_looks()
        super().read(filename)

    def read_later_looks(self) -> None:
        """Reads what the first picture did without, once."""
        for name in LATER_LOOKS:
            if not self.has_source(str(name), ""):
                super().read(name)

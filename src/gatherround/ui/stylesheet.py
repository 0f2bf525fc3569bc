"""The looks, read once: Textual (8.2.8) reads every stylesheet from its letters again whenever it is asked to look."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from textual.css.stylesheet import Stylesheet

QUILT_LOOKS: Final = str(Path(__file__).parent / "styles" / "quilt.tcss")
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

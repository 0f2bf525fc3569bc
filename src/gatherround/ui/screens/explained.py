"""A page that says what its keys do."""

from __future__ import annotations

from typing import ClassVar

from textual.screen import Screen

from gatherround.ui.screens.layers import Answer, lay_over


class Explained(Screen[Answer]):
    """Has help behind a key, taken from the keys that mean something just then; `SAYS` may stand over them."""

    SAYS: ClassVar[str] = ""

    def action_help(self) -> None:
        """Shows what the keys do here."""
        from gatherround.ui.screens.menu import Help

        lay_over(self, Help(self, self.SAYS))

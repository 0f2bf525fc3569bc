"""A page that says what its keys do."""

from __future__ import annotations

from typing import ClassVar

from gatherround.ui.screens.layers import Answer, Layer, lay_over


class Explained(Layer[Answer]):
    """Has help behind a key, taken from the keys that mean something just then, under what is true of this page."""

    SAYS: ClassVar[str] = "What the keys do here"

    @property
    def help_says(self) -> str:
        """What stands over the keys in help."""
        return self.SAYS

    @property
    def help_ends(self) -> str:
        """What stands under the keys in help, where there is anything more to know."""
        return ""

    def action_help(self) -> None:
        """Shows what the keys do here."""
        from gatherround.ui.screens.menu import Help

        lay_over(self, Help(self, self.help_says, self.help_ends))

"""Where the one thing lies that is on the table: swapped whole, and patient with a press meant for the one before."""

from __future__ import annotations

from typing import Any

from textual.containers import Container

from gatherround.ui.panels.panel import Moved, Panel
from gatherround.ui.patience import Patience


class Stage(Container):
    """Holds one panel, and lets no answer through that comes too early."""

    def __init__(self, patience: Patience) -> None:
        super().__init__()
        self.patience = patience
        self._panel: Panel[Any] | None = None

    @property
    def panel(self) -> Panel[Any] | None:
        """What lies here now; nothing while the next panel is still being laid."""
        return self._panel if self._panel is not None and self._panel.is_mounted else None

    async def swap(self, panel: Panel[Any]) -> bool:
        """Puts a panel in the place of the one before; false where the game or the table is being left meanwhile."""
        await self.remove_children()
        if not self.is_attached:
            return False
        self._panel = panel
        await self.mount(panel)
        return True

    def on_moved(self, message: Moved) -> None:
        """Keeps to itself what somebody clicked before they can have seen this page."""
        if self.patience.too_early:
            message.stop()

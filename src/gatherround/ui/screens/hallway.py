"""The hallway: every room that is entered from Tonight, each loaded when its door is first opened."""

from __future__ import annotations

from asyncio import Event
from collections.abc import Callable
from typing import Final

from textual import work

from gatherround.host.house import House
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.returning import Returning

WAITING: Final = "waiting"
"""Whatever waits for the story books; a newer wish takes its place, and nothing else's."""


class Hallway(Returning):
    """Opens the rooms beside the table; what it says of itself afterwards is Tonight's own."""

    def __init__(self, house: House, *, patience: float) -> None:
        super().__init__(house, patience=patience)
        self._read = Event()
        """Whether the story books are read; a worker would be waited for, and goes with the first who gives up."""

    def action_quilt(self) -> None:
        """Opens the quilt."""
        from gatherround.ui.screens.quilt import Quilt

        lay_over(self, Quilt(self._house))

    def action_note(self) -> None:
        """Notes what somebody saw."""
        from gatherround.ui.screens.noticing import note_over

        note_over(self, self._house)

    def action_books(self) -> None:
        """Opens the story books."""
        from gatherround.ui.screens.story_books import StoryBooks

        lay_over(self, StoryBooks(self._house))

    @work(group=WAITING, exclusive=True)
    async def once_read(self, do: Callable[[], None]) -> None:
        """Does something once the story books are read, unless this page has been left; the last wish is done alone.

        An action that waits would wait in the app's own turn, and every key and every size with it.
        """
        await self._read.wait()
        if self.is_active:
            do()

    def action_on_paper(self) -> None:
        """Has tonight printed for a dinner without the screen, once the story books are read."""
        from gatherround.ui.screens.on_paper import tonight_on_paper

        self.once_read(lambda: tonight_on_paper(self, self._house, self.setting))

    def action_workshop(self) -> None:
        """Opens the Workshop, once the story books are read."""
        self.once_read(self._open_workshop)

    def _open_workshop(self) -> None:
        from gatherround.ui.screens.workshop import WorkshopDoor

        lay_over(self, WorkshopDoor(self._house))

    def action_more(self) -> None:
        """Opens what needs no key of its own."""
        from gatherround.ui.screens.menu import AT_HOME, More

        lay_over(self, More(AT_HOME), self._chosen)

    def _chosen(self, choice: str | None) -> None:
        """Does what was chosen behind *more*, or behind *for the grown-ups*."""
        from gatherround.ui.screens.menu import GROWN_UPS, More
        from gatherround.ui.screens.rooms import room

        match choice:
            case None:
                return
            case "grown-ups":
                lay_over(self, More(GROWN_UPS, "For the grown-ups"), self._chosen)
            case "help":
                self.action_help()
            case "leave":
                self.action_leave()
            case _:
                lay_over(self, room(choice, self._house), self._from_the_study)

    def _from_the_study(self, _: None) -> None:
        """Comes back from a page of the study."""

    def action_leave(self) -> None:
        """Closes the game."""
        self.app.exit(0)

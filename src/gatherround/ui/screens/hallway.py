"""The hallway: every room that is entered from Tonight, each loaded when its door is first opened."""

from __future__ import annotations

from textual.worker import Worker

from gatherround.host.house import House
from gatherround.ui.screens.layers import lay_over
from gatherround.ui.screens.returning import Returning


class Hallway(Returning):
    """Opens the rooms beside the table; what it says of itself afterwards is Tonight's own."""

    def __init__(self, house: House, *, patience: float) -> None:
        super().__init__(house, patience=patience)
        self._shelf: Worker[None] | None = None

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

    async def action_on_paper(self) -> None:
        """Has tonight printed for a dinner without the screen."""
        from gatherround.ui.screens.on_paper import tonight_on_paper

        if self._shelf is not None:
            await self._shelf.wait()
        tonight_on_paper(self, self._house, self.setting)

    async def action_workshop(self) -> None:
        """Opens the Workshop, once the story books are."""
        if self._shelf is not None:
            await self._shelf.wait()
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

"""What is done behind the first picture, where nobody waits for it: books are read, a copy is made."""

from __future__ import annotations

from asyncio import Event, to_thread
from collections.abc import Callable
from functools import partial
from typing import Any, Final

from rich.cells import cell_len
from textual.screen import Screen

from gatherround.host.house import House
from gatherround.ui import sweeping

WAITING: Final = "waiting"
"""Whatever waits for the story books; a newer wish takes its place, and nothing else's."""


class BooksAtHand:
    """The story books, read in a thread; `read` is set once they are, and what needs them is done then."""

    def __init__(self, page: Screen[Any], house: House) -> None:
        self._page = page
        self._house = house
        self.read = Event()
        """A worker would be waited for, and goes with the first who gives up."""

    def begin(self) -> None:
        """Begins to read."""
        worker: Callable[[], Any] = self._read
        self._page.run_worker(worker)

    async def _read(self) -> None:
        await to_thread(self._fetch)
        self.read.set()

    def _fetch(self) -> None:
        """Fetches the screen of the table, and the story books."""
        import gatherround.ui.screens.quilt
        import gatherround.ui.screens.table  # noqa: F401 (so that the first Round opens at once)

        cell_len("…")  # loads the widths of all letters, for which the first page of a Round would wait
        _ = self._house.shelf.activities
        sweeping.set_apart()

    def once_read(self, do: Callable[[], None]) -> None:
        """Does something once they are read, unless the page has been left; the last wish is done alone.

        An action that waits would wait in the app's own turn, and every key and every size with it.
        """
        worker: Callable[[], Any] = partial(self._wait_for, do)
        self._page.run_worker(worker, group=WAITING, exclusive=True)

    async def _wait_for(self, do: Callable[[], None]) -> None:
        await self.read.wait()
        if self._page.is_active:
            do()


def look_after(page: Screen[Any], house: House) -> None:
    """Finishes an erasing that a closed lid has interrupted, and has today's copy made where nobody waits."""
    if house.household.owes_erasing:
        from gatherround.host.care import NOT_DELETED

        if left := house.family.care.finish_erasing():
            page.notify("\n".join((NOT_DELETED, *map(str, left))), markup=False, timeout=20)
    if house.database is not None:
        page.run_worker(lambda: house.family.care.copy_today(), thread=True)

"""A table that is read aloud by the computer's own voice, where it has one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from textual.screen import Screen

from gatherround.host.voice import find_voice, how_to_get_one
from gatherround.ui.pops_up import tell

VOICE: Final = "voice"


class ReadingAloud:
    """Reads what lies on a page, one thing at a time, and is quiet when it is asked again."""

    def __init__(self, page: Screen[Any]) -> None:
        self._page = page

    def turn(self, text: str) -> None:
        """Reads a text; while it reads, it stops instead."""
        if self.hush() or not text:
            return
        if (voice := find_voice()) is None:
            tell(self._page, how_to_get_one(), seconds=8)
        else:
            worker: Callable[[], Any] = partial(voice.say, text)
            self._page.run_worker(worker, group=VOICE, exit_on_error=False)

    def hush(self) -> bool:
        """Stops reading; tells whether it was."""
        return bool(self._page.workers.cancel_group(self._page, VOICE))

"""When Python may look through everything it holds for rubbish: while nobody waits for a page.

Left alone, it does so in the middle of an evening, after every hundred pages or so, and a key then waits for half a
second. What a page leaves behind within a Round is little.
"""

from __future__ import annotations

import gc
from functools import cache
from typing import Final

_NEVER: Final = 1_000_000
"""As often as that would have to be looked through what is young, before Python looked through everything by itself."""


def only_when_asked() -> None:
    """Leaves looking through everything to `sweep`; before `from_now_on` nothing is looked through at all.

    While the game is fetched and its first picture drawn there is no rubbish, and looking for it would take time.
    """
    gc.disable()
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)


def from_now_on() -> None:
    """Lets Python look through what is young by itself again, once there is a picture to look at."""
    gc.enable()


@cache
def set_apart() -> None:
    """Leaves what is held now out of every later look, as it stays: the story books, the looks. Done once."""
    gc.freeze()


def sweep() -> None:
    """Looks through everything, where Python has left it to us."""
    if gc.get_threshold()[2] == _NEVER:
        gc.collect()

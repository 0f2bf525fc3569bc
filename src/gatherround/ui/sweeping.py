"""When Python may look through everything it holds for rubbish: while nobody waits for a page.

Left alone, it does so in the middle of an evening, after every hundred pages or so, and a key then waits for half a
second. What a page leaves behind within a Round is little.
"""

from __future__ import annotations

import gc
from typing import Final

_NEVER: Final = 1_000_000
"""As often as that would have to be looked through what is young, before Python looked through everything by itself."""


def only_when_asked() -> None:
    """Leaves looking through everything to `sweep`; what is young is still looked through by Python itself."""
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, _NEVER)


def set_apart() -> None:
    """Leaves what is held now out of every later look, as it stays: the story books, the looks. Done once."""
    if not gc.get_freeze_count():
        gc.freeze()


def sweep() -> None:
    """Looks through everything, where Python has left it to us."""
    if gc.get_threshold()[2] == _NEVER:
        gc.collect()

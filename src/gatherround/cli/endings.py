"""What a command ends with, for whoever writes scripts: each code has one meaning, whichever command gives it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

FINE: Final = 0
NOT_DONE: Final = 1
WRONG_USE: Final = 2
CANNOT_OPEN: Final = 3
BROKE: Final = 70
INTERRUPTED: Final = 130
MEANINGS: Final[Mapping[int, str]] = {
    FINE: "done, or there was nothing to do",
    NOT_DONE: "not done: nothing of that name is there, something is in its way, or nobody agreed; "
    "packs check and doctor: something is amiss",
    WRONG_USE: "not understood: a word is wrong or missing, or it needs a terminal",
    CANNOT_OPEN: "a file cannot be opened or written: the family's, or one that was to be made",
    BROKE: "it broke, and said where",
    INTERRUPTED: "stopped by ctrl+c",
}
"""What help, the man page and the README say of each; `saying.not_done` gives each trouble its own."""

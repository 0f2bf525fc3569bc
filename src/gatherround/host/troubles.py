"""The troubles that rooms above may meet, passed on from rules and drawer; the pantry's are told where books are read.

Each carries a `sentence` that a family may read.
"""

from __future__ import annotations

from gatherround.domain.refusing import CannotBe
from gatherround.storage.troubles import CannotKeep, DamagedFile, HomeIsLivedIn, Trouble, UnopenedFile

__all__ = ["CannotBe", "CannotKeep", "DamagedFile", "HomeIsLivedIn", "Trouble", "UnopenedFile"]

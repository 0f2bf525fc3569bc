"""The troubles that rooms above may meet, passed on from the drawer; the pantry's are told where books are read."""

from __future__ import annotations

from gatherround.storage.troubles import CannotKeep, Trouble, UnopenedFile

__all__ = ["CannotKeep", "Trouble", "UnopenedFile"]

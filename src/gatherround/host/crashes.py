"""Writes down where something broke: whole, and for its owner's eyes alone, whatever the umask."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gatherround.storage.whole import put_whole


def keep_whereabouts(log: Path, lines: Iterable[str]) -> bool:
    """Writes lines in place of those of the crash before; tells whether they could be written."""
    try:
        put_whole(log, "".join(f"{line}\n" for line in lines))
    except OSError:
        return False
    return True

"""Asks before something is written or taken away; a script says yes beforehand."""

from __future__ import annotations

import sys

NOBODY_ASKED = 'Nobody is here to be asked, so nothing has been done. A script says "--yes".'


def agreed(question: str, *, yes: bool) -> bool | None:
    """Tells whether somebody agrees; None after a kind line where nobody is there to be asked."""
    if yes:
        return True
    if not sys.stdin.isatty():
        print(NOBODY_ASKED, file=sys.stderr)
        return None
    print(f"{question} [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().casefold() in {"y", "yes"}

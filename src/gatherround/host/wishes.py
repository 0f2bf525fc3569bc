"""What would help tonight, in the words of the table."""

from __future__ import annotations

from typing import Final

from gatherround.domain.people import Wish

WISHES: Final[tuple[tuple[Wish, str], ...]] = (
    ("surprise", "surprise us"),
    ("laugh", "laugh"),
    ("be-heard", "be heard"),
    ("see-another-side", "see another side"),
    ("settle", "settle"),
    ("mend", "mend something"),
    ("feel-close", "feel close"),
    ("easy", "something easy, together"),
    ("hard-night", "tonight is hard (3 minutes)"),
)


def said(wish: Wish) -> str:
    """Gives a wish as people say it."""
    return dict(WISHES)[wish]

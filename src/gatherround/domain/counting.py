"""How many of something there are, in words."""

from __future__ import annotations


def counted(count: int, word: str) -> str:
    """Says how many: no card, 1 card, 2 cards."""
    return f"{count or 'no'} {word}{'' if count == 1 else 's'}"

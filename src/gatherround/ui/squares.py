"""How squares are told on a screen: a caption for the one that is looked at, and the words that all of them own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gatherround.domain.album import Told
from gatherround.host.troubles import Trouble
from gatherround.ui import words
from gatherround.ui.screens.one_square import taken, who_sat

if TYPE_CHECKING:
    from gatherround.domain.quilt import Square
    from gatherround.host.memories import Memories


def told_of(memories: Memories, square: Square) -> Told:
    """Tells what a square is about; where that cannot be read, only what is seen."""
    try:
        return memories.told(square)
    except Trouble:
        return Told(day="", stories=(), who=square.things, acts=())


def caption(square: Square, told: Told) -> words.Words:
    """Says what a square is about in two lines: never a figure, never a date."""
    day = f"{told.day}.  " if told.day else ""
    titles = " ".join(title if title.endswith((".", "!", "?", "…")) else f"{title}." for title in told.stories)
    first = words.phrase("[b]▸ $day[/b]$titles   $who", day=day, titles=titles, who=who_sat(told))
    word = words.phrase("[$lit]its word: “$word”[/]   ", word=square.word) if square.word else words.plain("")
    return words.stacked(first, words.plain("  ") + word + words.plain(taken(told)))


def owned(squares: tuple[Square, ...]) -> words.Words:
    """Says the words this house owns, the newest first, as far as a line goes."""
    own = dict.fromkeys(square.word for square in reversed(squares) if square.word)
    return words.phrase("Words this house owns:  $words", words=" · ".join(own)) if own else words.plain("")

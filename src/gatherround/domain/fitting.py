"""Lines that a card or a page takes as they were typed, made fit or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gatherround.domain import text
from gatherround.domain.refusing import CannotBe


def passed(gate: Callable[[str], str], said: str) -> str:
    """Gives what a gate of `text` makes of words; raises CannotBe where it finds them unfit."""
    try:
        return gate(said)
    except text.Unfit as unfit:
        raise CannotBe(unfit.sentence) from None


def fitted_line(said: str, longest: int) -> str:
    """Gives one line of at most so many letters, empty where nothing was said; raises CannotBe."""
    return passed(lambda words: text.line(words, longest), said)


def fitted_lines(lines: Iterable[str], most: int, longest: int) -> tuple[str, ...]:
    """Gives at most so many lines, each once and without empty ones; raises CannotBe."""
    kept = tuple(dict.fromkeys(line for one in lines if (line := fitted_line(one, longest))))
    if len(kept) > most:
        raise CannotBe(f"Up to {most} fit here.")
    return kept

"""Lines that a card or a page takes as they were typed, made fit or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from gatherround.domain import text
from gatherround.domain.refusing import CannotBe

_SHOWN: Final = 40
"""Cells of what is left out that are shown, so that whoever pasted it knows where to go on."""


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


def parted(said: str, room: int) -> tuple[str, str]:
    """Gives what fits of words, up to a whole letter at most so many characters on, and what is left of them."""
    at = 0
    for letter in text.graphemes(said):
        if at + len(letter) > room:
            break
        at += len(letter)
    return said[:at], said[at:]


def full(most: int) -> str:
    """Says that a box is full."""
    return f"Up to {most} letters fit here."


def left_out(rest: str, most: int) -> str:
    """Says what did not fit into a box of what came all at once: where it begins."""
    begins = text.clip(" ".join(rest.split()), _SHOWN)
    return f"{full(most)} Left out, from here on: “{begins}”" if begins else full(most)

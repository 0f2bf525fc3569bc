"""What somebody most likely meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def near(word: str, known: Iterable[str]) -> str | None:
    """Gives the known word that somebody most likely meant, or none: one that begins alike, or is very much alike."""
    folded, words = word.casefold(), {each.casefold(): each for each in known}
    likely = get_close_matches(folded, words, n=3, cutoff=0.6)
    sure = get_close_matches(folded, words, n=1, cutoff=0.8)
    return next((words[each] for each in likely if each[:1] == folded[:1] or each in sure), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Asks whether the word most like it was meant, after a sentence that ends; nothing where none is like it."""
    meant = near(word, known)
    return f' Did you mean "{meant}"?' if meant is not None else ""

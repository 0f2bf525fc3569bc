"""How hard a text is to read aloud: its longest sentence, and the school grade it reads at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from gatherround.domain.play.words import unwrapped

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
_STOP: Final = re.compile(r"([.!?…][\"'”’)]*)\s+")
_VOWELS: Final = re.compile(r"[aeiouyáàâäéèêëíìîïóòôöúùûüæøœ]+")
_SILENT: Final = re.compile(r"(?<![aeiouyl])e$|(?<![aeioutdy])ed$|(?<![aeiouysxzcg])(?<!ch)(?<!sh)es$|(?<=[aeiouy]l)e$")


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts over one text or many; `longest` is the words of the longest sentence."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    longest: int = 0

    @property
    def grade(self) -> float:
        """The school grade by the formula of Kincaid et al. (1975), English only; below about 100 words it is weak."""
        if not self.words or not self.sentences:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


def sentences(text: str) -> tuple[str, ...]:
    """Gives what is said in one go: up to a stop, or to the end of a line; who says it is said in a go of its own."""
    lines = _STOP.sub(r"\1\n", unwrapped(text)).split("\n")
    return tuple(sentence for line in lines if (sentence := line.strip()))


def measured(text: str) -> Measure:
    """Measures one text."""
    lengths = [len(sentence.split()) for sentence in sentences(text)]
    heard = sum(map(syllables, _WORD.findall(text.casefold())))
    return Measure(sum(lengths), len(lengths), heard, max(lengths, default=0))


def together(measures: Iterable[Measure]) -> Measure:
    """Measures texts as if they were read one after another."""
    each = tuple(measures)
    return Measure(
        sum(one.words for one in each),
        sum(one.sentences for one in each),
        sum(one.syllables for one in each),
        max((one.longest for one in each), default=0),
    )


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Guesses the syllables of an English word in small letters, 1 or more: its groups of vowels that are heard."""
    return max(1, len(_VOWELS.findall(_SILENT.sub("", word))))

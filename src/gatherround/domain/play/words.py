"""Turns a pack's wording into the words said now: breaths for the reader, names for the placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

BREATH: Final = 30
"""The most words lit at once for the reader."""
PLACEHOLDER: Final = re.compile(r"<(me|next|seat|feeling|Feeling)>")
_SENTENCE: Final = re.compile(r"\S.*?(?:[.!?…][\"'”’)]*(?=\s+(?![a-z]))|$)")
"""A sentence ends where the next begins: in '"Wait!" calls Mum', what is said stays with who says it."""
_WRAPPED: Final = re.compile(r"(?<![.!?…:;\"'”’)\s])[ \t]*\n[ \t]*(?=[^\s\n])")
_CLAUSE: Final = re.compile(r"(?<=[,;:])\s+")


def filled(text: str, names: Mapping[str, str]) -> str:
    """Puts names in the place of placeholders, in one pass: a name that looks like a placeholder stays a name."""
    return PLACEHOLDER.sub(lambda found: names.get(found[1], found[0]), text)


def heard(word: str, text: str) -> bool:
    """Tells whether a chorus word is met in a text: as a whole word or phrase, in any case."""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def first_sentence(text: str) -> str:
    """Gives the first sentence of a text on one line."""
    found = _SENTENCE.match(" ".join(text.split()))
    return found[0] if found else ""


def ended(text: str) -> str:
    """Gives a text that ends as a sentence does, so that another may follow it."""
    return text if text.rstrip("\"'”’)").endswith((".", "!", "?", "…")) else f"{text}."


def unwrapped(text: str) -> str:
    """Gives a text whose lines end only where its author meant it; what was merely wrapped goes on."""
    return _WRAPPED.sub(" ", text.strip())


def breaths(text: str) -> tuple[str, ...]:
    """Cuts a text into breaths of at most thirty words, at the ends of lines and sentences where it can.

    Short lines stay together, a line's own end kept, so that a rhyme looks like a rhyme; a line that ends in the
    middle of a sentence was only wrapped by its author, and goes on.
    """
    pieces = [piece for line in unwrapped(text).splitlines() for piece in _pieces(line.strip())]
    made: list[str] = []
    length = 0
    for piece, joint in pieces:
        words = len(piece.split())
        if made and length + words <= BREATH:
            made[-1] = f"{made[-1]}{joint}{piece}"
            length += words
        else:
            made.append(piece)
            length = words
    return tuple(made)


def _pieces(line: str) -> list[tuple[str, str]]:
    """Cuts one line into sentences no longer than a breath, each with what joins it to the one before."""
    sentences = _SENTENCE.findall(line)
    short = [part for sentence in sentences for part in _shortened(sentence)]
    return [(part, "\n" if index == 0 else " ") for index, part in enumerate(short)]


def _shortened(sentence: str) -> list[str]:
    """Cuts a sentence longer than a breath at its clauses, and where it has none, at the thirtieth word."""
    if len(sentence.split()) <= BREATH:
        return [sentence]
    parts: list[str] = []
    for clause in _CLAUSE.split(sentence):
        if parts and len(f"{parts[-1]} {clause}".split()) <= BREATH:
            parts[-1] = f"{parts[-1]} {clause}"
        else:
            parts.extend(_chunks(clause.split()))
    return parts


def _chunks(words: list[str]) -> list[str]:
    return [" ".join(words[start : start + BREATH]) for start in range(0, len(words), BREATH)]

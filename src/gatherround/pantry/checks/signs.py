"""Signs that somebody else's program would understand, and this table reads out as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gatherround.domain.play.words import PLACEHOLDER
from gatherround.domain.text import unsafe_emoji
from gatherround.pantry.checks.rule import Rule, Spot
from gatherround.pantry.checks.story import Story

_ANGLED: Final = re.compile(r"<[a-zA-Z][a-zA-Z-]{0,30}>")
_MARKUP: Final = re.compile(r"\[/?[a-z@#$!][^\[\]\n]{0,60}\]|\[/\]|</[a-zA-Z][^<>\n]{0,30}>|<[a-zA-Z]+ [^<>\n]{1,60}>")


def unknown_placeholder(story: Story) -> Iterator[Spot]:
    """Angled words are the five that the game fills in; others are read as typed."""
    for text in story.texts:
        if "<" in text.text:
            for found in _ANGLED.findall(text.text):
                if not PLACEHOLDER.fullmatch(found):
                    yield Spot(text.path, {"sign": found})


def markup(story: Story) -> Iterator[Spot]:
    """Brackets are shown as they were typed: nothing in a story book is markup."""
    for text in story.texts:
        if ("[" in text.text or "<" in text.text) and (found := _MARKUP.search(text.text)):
            yield Spot(text.path, {"sign": found[0]})


def unsafe(story: Story) -> Iterator[Spot]:
    """Emoji are those that every terminal draws alike."""
    for text in story.texts:
        if not text.text.isascii() and (found := unsafe_emoji(text.text)) is not None:
            yield Spot(text.path, {"sign": found})


RULES: Final = (
    Rule(
        "unknown-placeholder",
        unknown_placeholder,
        "{sign} is read out as it stands.",
        "Known are <me>, <next>, <seat>, <feeling> and <Feeling>.",
    ),
    Rule(
        "markup",
        markup,
        "{sign} is shown just as it is typed here: nothing in a story is bold or coloured.",
        "Take the brackets out, or use round ones.",
    ),
    Rule("emoji", unsafe, "Not every screen draws {sign} alike.", "Use a single plain one, or a word."),
)

"""Whatever comes to the door for words: what hides or steers stays outside, and what is harmless is as it was typed.

What hides or steers is said here by Unicode's own tables, and not by those of the door.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from itertools import pairwise
from time import thread_time
from typing import Final
from unicodedata import bidirectional, category, combining, normalize

import pytest

from gatherround.domain.text import MOST_MARKS, Unfit, forbidden, line, name, paragraph, same_name, tidy
from naughty import every
from proving import PROVING, told, tries

SOON: Final = 0.05
"""Seconds of work for the longest string here, which is a hundred times what any box takes."""

# Format characters that are drawn: Unicode's Prepended_Concatenation_Mark, the signs round Arabic and other numbers.
DRAWN: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd")
JOINERS: Final = frozenset("\u180e\u200c\u200d")
FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0")
SELECTORS: Final = frozenset(
    map(chr, (*range(0x180B, 0x180E), 0x180F, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
)
UNSEEN: Final = frozenset("\u034f\u17b4\u17b5\u2065") | frozenset(map(chr, range(0xE0000, 0xE1000))) - SELECTORS
WELCOME: Final = DRAWN | JOINERS | SELECTORS
UNWELCOME: Final = FILLERS | UNSEEN
TURNS: Final = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
PILE: Final = (
    *"aZ1 'ß\n\t\r\v\f\x00\x07\x1b\x7f\x85\x9b\xa0\xad\u2028\u3000\u2800\u0301\u0327\u0345\u05b0\u064d\u0651\u20e3",
    *"\u0488\u034f\u0f71\u102f\u1037\u103b\ufe00\ufe0f\U000e0100\u180bبی\u0600कष\u094d\u0903ക\u09c7\u09beന\u0d4d\u1820",
    *"\u180e\u200b\u200c\u200d\u200c\u200d\u2060\ufeff\u202e\u2069\u200f\u1100\u1161\u11a8\u115f\u3164山🧑🏽👩❤🇫\U000e0067\ud800",
)


@cache
def never(letter: str) -> bool:
    """Tells whether a letter is never to come out: it steers, turns, hides, or is none at all."""
    kind, point = category(letter), ord(letter)
    if letter == "\n":
        return False
    if kind in {"Cc", "Cs", "Zl", "Zp"} or bidirectional(letter) in TURNS or (point & 0xFFFE) == 0xFFFE:
        return True
    return (kind == "Cf" and letter not in WELCOME) or letter in UNWELCOME


def letters(kinds: str) -> list[str]:
    """Gives every letter of these kinds of category that is seen; in the suite those of the first twelve thousand."""
    points = (*range(0x20000), *range(0x2F800, 0x31350)) if PROVING else range(0x3000)
    found = (chr(point) for point in points if category(chr(point))[0] in kinds)
    return [letter for letter in found if not never(letter) and letter not in WELCOME and letter != "\u2800"]


def strings(count: int) -> Iterator[str]:
    """Gives strings as nobody types them: naughty ones, any code points, troublesome ones, and these mixed."""
    dice = random.Random(19)
    known = tuple(every())
    ways: tuple[Callable[[], str], ...] = (
        lambda: chr(dice.randrange(0x110000)),
        lambda: dice.choice(PILE),
        lambda: dice.choice(PILE),
        lambda: chr(dice.randrange(0x20, 0x2100)),
        lambda: dice.choice(known)[: dice.randrange(1, 40)],
    )
    yield from known
    for _ in range(count - len(known)):
        way, length = dice.choice(ways), dice.choice((1, 3, 8, 8, 20, 20, 60, 300))
        mixed = dice.random() < 0.5
        yield "".join((dice.choice(ways) if mixed else way)() for _ in range(length))


def test_the_door_lets_nothing_in_that_hides_or_steers() -> None:
    count, worst, dropped = tries(1_200, 200_000), 0.0, 0
    for text in strings(count):
        begun = thread_time()
        once = tidy(text)
        worst = max(worst, thread_time() - begun)
        assert not any(map(never, once)), ascii(text[:400])
        assert tidy(once) == once == normalize("NFC", once), ascii(text[:400])
        assert forbidden(once) is None, ascii(text[:400])
        assert not any({first, second} <= SELECTORS for first, second in pairwise(once)), ascii(text[:400])
        through_every_door(text)
        dropped += once != text
    assert worst < SOON
    assert dropped > count / 4, "too few of them are trouble"
    told("text-door", f"{count:,} strings, 0 forbidden code points out, 0 surprises, worst {worst * 1000:.1f} ms")


def through_every_door(text: str) -> None:
    """Sends a string through each door, which may only refuse it kindly."""
    doors: tuple[Callable[[str], str], ...] = (name, lambda typed: line(typed, 60), paragraph)
    for door in doors:
        with suppress(Unfit):
            kept = door(text)
            assert door(kept) == kept == kept.strip(), ascii(text[:400])
    assert same_name(text, text), ascii(text[:400])


def test_what_is_harmless_comes_through_as_it_was_typed() -> None:
    dice = random.Random(23)
    seen, marks, blanks = letters("LNPS"), letters("M"), [*letters("Z"), "\n"]
    count, typed = tries(1_200, 200_000), 0
    for _ in range(count):
        parts = []
        for _ in range(dice.choice((1, 4, 12, 40))):
            parts.append(dice.choice(seen))
            parts += dice.choices(marks, k=dice.choice((0, 0, 0, 1, 2)))
            parts += dice.choices(blanks, k=dice.choice((0, 0, 0, 1)))
        text = normalize("NFC", "".join(parts))
        if piled(text):
            continue
        typed += 1
        assert tidy(text) == text, ascii(text[:400])
        assert tidy(normalize("NFD", text)) == text, ascii(text[:400])
    assert typed > count * 0.9
    told("harmless-words", f"{typed:,} harmless strings, all as they were typed")


def piled(text: str) -> bool:
    """Tells whether more than four marks stand on a letter, as they may once signs of several parts are spelt out."""
    run = 0
    for letter in text:
        kind = category(letter)
        run = run + 1 if kind in {"Mn", "Me"} or combining(letter) else run if kind == "Mc" else 0
        if run > MOST_MARKS:
            return True
    return False


@pytest.mark.parametrize(
    "heap",
    [
        "\u0915" + "\u0951\u200d" * 10_000,
        "\u0628" + "\u200d\u0628\u200c" * 7_000,
        "a" + "\u0301\u0327" * 10_000,
        "\ufe0f" * 20_000,
        "a\u0327\u0301" * 7_000,
        "a" + "\u0f71\u0f72\u0f74" * 7_000,
        "a" + "\u0f74\ufeff\u0f72\u200d" * 5_000,
        "a" + "\U0001d165\U0001d16d" * 10_000,
        "\u1100\u1161\u11a8" * 7_000,
        "\U0001f9d1\u200d" * 10_000,
        "".join("\u0915\u200d" + "\ufeff" * at for at in range(200)),
        "\x1b" * 20_000,
        "\r\n\u2028" * 7_000,
        "\U0001d160" * 5_000,
        "\ufb2c" * 7_000,
    ],
    ids=lambda heap: ascii(heap[:3]),
)
def test_no_heap_of_twenty_thousand_keeps_the_door_busy(heap: str) -> None:
    begun = thread_time()
    once = tidy(heap)
    assert thread_time() - begun < 4 * SOON
    assert tidy(once) == once
    with suppress(Unfit):
        name(heap)

"""A monkey at a terminal: what it does is bytes, sizes and signals, all of it from a seed."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

HANDS = (
    "1234567890" * 3 + "abcdefghiklmnoprstvwxyz" + " " * 9 + "\r" * 14 + "\t" * 4 + "\x7f" * 3 + "?./+-ABZ[]$\\é日🥣"
)
"""What is pressed most: answers, the letters of the house, and going on."""
ESCAPE = "\x1b[27u"
SEQUENCES = (
    *(f"\x1b[{end}" for end in "ABCDHFZ"),
    *(f"\x1b[{number}~" for number in (2, 3, 5, 6, 11, 12, 13, 15, 17, 18, 19)),
    *(f"\x1b[1;{held}{end}" for held in (2, 3, 5) for end in "ABCDPQRS"),
    *("\x1bOP", "\x1bOQ", "\x1bOR", "\x1b[I", "\x1b[O", "\x1b[97;5u", "\x1b[57376u", "\x1b[1;1;1;1u"),
    *("\x01", "\x02", "\x05", "\x06", "\x08", "\x0b", "\x0c", "\x0e", "\x15", "\x16", "\x17", "\x18", "\x19", "\x1f"),
)
WORDS = (
    "[/b]",
    "[@click=app.quit]x[/]",
    "[bold red]loud",
    "$name ${name} \\[",
    "\x1b]52;c;aGk=\x07",
    "\x1b[2J\x9b2J\x1b[?1049l",
    "one\nline\r\nmore\n" * 9,
    "王小明 👩\u200d👩\u200d👧 👍🏽 مرحبا",
    "e\u0301" * 200,
    "\u202egnorw\u2066\u200b\ufeff\U000e0041",
    "x" * 3_000,
    "2017-05",
    "Mia wanted the last pancake. Theo had counted them, and Theo had not told anybody at all.",
    "",
    "~/../../../etc/passwd",
    "/proc/self/mem\x00",
)
BROKEN = (b"\xe9", b"caf\xe9", b"\xff\xfe\x80", b"\xc3", b"\xed\xa0\x80", b"\xf5\x90\x80\x80", b"\x9b", b"\x00")
TORN = (
    b"\x1b[99999999999;5u",
    b"\x1b[<9;9;9;9M",
    b"\x1b[<0;M",
    b"\x1b[<0;0;0M",
    b"\x1b]52;c;aGk=\x07",
    b"\x1b]0;x\x07",
    b"\x1bP$q\x1b\\",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[?2026;2$y",
    b"\x1b[?1;2c",
    b"\x1b[8;0;0t",
    b"\x1b[48;0;0;0;0t",
    b"\x1b[",
    b"\x1b" * 40,
    b"\x1b[5~\x1b[6~" * 20,
)
WIDTHS = (1, 2, 10, 39, 40, 60, 80, 120, 200)
HEIGHTS = (1, 2, 11, 12, 18, 24, 40, 60)
LEAVES = b"\x03\x11\x1a"


@dataclass(frozen=True, slots=True)
class Sent:
    """Bytes that come in."""

    said: bytes


@dataclass(frozen=True, slots=True)
class Sized:
    """A window that was pulled."""

    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """To the shell and back: by ctrl+z, by a signal, or by one that nobody can catch."""

    how: str


Done = Sent | Sized | Stopped


def doings(seed: object) -> Iterator[Done]:
    """Gives what a monkey does, without an end; the same for the same seed."""
    dice = random.Random(str(seed))
    columns, rows = 80, 24
    ways: dict[str, tuple[int, Callable[[random.Random, int, int], bytes]]] = {
        "hand": (620, lambda dice, *_: dice.choice(HANDS).encode()),
        "escape": (45, lambda *_: ESCAPE.encode()),
        "sequence": (130, lambda dice, *_: dice.choice(SEQUENCES).encode()),
        "mouse": (130, mouse),
        "paste": (14, pasted),
        "broken": (14, lambda dice, *_: dice.choice(BROKEN)),
        "torn": (14, lambda dice, *_: dice.choice(TORN)),
        "noise": (6, lambda dice, *_: dice.randbytes(dice.randrange(1, 60)).translate(None, LEAVES)),
        "leaves": (1, lambda *_: b"q"),
    }
    kinds = (*ways, "size", "usual", "stop")
    weights = (*(weight for weight, _ in ways.values()), 8, 20, 1)
    while True:
        match dice.choices(kinds, weights)[0]:
            case "size":
                columns, rows = dice.choice(WIDTHS), dice.choice(HEIGHTS)
                yield Sized(columns, rows)
            case "usual":
                columns, rows = dice.choice(((80, 24), (80, 24), (60, 20), (40, 12)))
                yield Sized(columns, rows)
            case "stop":
                yield Stopped(dice.choice(("key", "signal", "hard")))
            case kind:
                yield Sent(ways[kind][1](dice, columns, rows))


def mouse(dice: random.Random, columns: int, rows: int) -> bytes:
    """Gives a click, a pull, a scroll, or a move, mostly within the window."""
    x, y = dice.randrange(1, columns + 2), dice.randrange(1, rows + 2)
    if dice.random() < 0.02:
        x, y = dice.choice(((0, 0), (9_999, 9_999), (1, 70_000)))
    match dice.choices(("click", "move", "scroll", "pull"), (8, 3, 3, 1))[0]:
        case "click":
            return f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m".encode()
        case "move":
            return f"\x1b[<35;{x};{y}M".encode()
        case "scroll":
            return f"\x1b[<{dice.choice((64, 65, 66, 67))};{x};{y}M".encode()
        case _:
            there = f"{dice.randrange(1, columns + 2)};{dice.randrange(1, rows + 2)}"
            return f"\x1b[<0;{x};{y}M\x1b[<32;{there}M\x1b[<0;{there}m".encode()


def pasted(dice: random.Random, *_: int) -> bytes:
    """Gives a paste in brackets, of words that would like to be more than words, and of bytes that are no words."""
    said = dice.choice(WORDS).encode() if dice.random() < 0.8 else dice.choice(BROKEN)
    return b"\x1b[200~" + said + (b"" if dice.random() < 0.02 else b"\x1b[201~")


def seeds(*usual: int) -> tuple[int, ...]:
    """Gives the seeds of a trial: the one in GATHERROUND_SEED, if somebody wants to see that one again."""
    asked = os.environ.get("GATHERROUND_SEED")
    return (int(asked),) if asked else usual

"""Story books as a stranger, a bad disk or a tired parent may leave them: shipped and bad ones, changed by chance.

The same number gives the same mutant in every house, so that a number is all that a report has to name.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from naughty import every
from tables import SHELF

MOST: Final = 32_768
"""Bytes of a mutant, more than any page that ships; reading costs work for each byte, up to the 1 MiB it takes."""
_BAD: Final = Path(__file__).parent / "bad_packs"
_HEAD: Final = "format: 1\nid: book\ntitle: A Book\nactivities:\n  - "
_SIGNS: Final = (
    *(
        b": ",
        b"- ",
        b"? ",
        b"| ",
        b">-\n",
        b"&a ",
        b"*a",
        b"!t ",
        b"<<: *a\n",
        b"---\n",
        b"...\n",
        b"%YAML 1.1\n",
        b"#",
    ),
    *(b"\t", b"\r", b"\r\n", b"\n", b"\0", b"\xff", b"\xef\xbb\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b'"\\e[0m"', b"{}"),
    *(
        b"[[[[[[[[[[[[[[[[[[",
        b"{a: {a: {a: {a: ",
        b'"',
        b"'",
        b"  ",
        b"- - - - - - - -",
        b'"\\ud83d"',
        b'"\\UFFFFFFFF"',
    ),
)
_ODD: Final = (1, "", [], {}, [[]], {"": ""}, ["x"] * 60, {"text": {"text": {"text": "x"}}}, "x\n" * 60, "5-", "again")


@cache
def pages() -> tuple[bytes, ...]:
    """Gives every shipped story as a book of its own, and every bad book."""
    shipped = sorted((SHELF / "packs").glob("*/activities/*.yaml"))
    bad = sorted(_BAD.glob("*.yaml"))
    folders = sorted(_BAD.glob("*/activities/*.yaml"))
    return (*(path.read_bytes() for path in bad), *(_alone(path.read_text("utf-8")) for path in (*folders, *shipped)))


def _alone(story: str) -> bytes:
    return (_HEAD + story.strip().replace("\n", "\n    ") + "\n").encode()


@cache
def shapes() -> tuple[Any, ...]:
    """Gives the same as plain shapes, where they can be read at all."""
    return tuple(shape for page in pages() if isinstance(shape := _shape(page), dict))


def _shape(page: bytes) -> Any:
    try:
        return yaml.load(page, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, ValueError):
        return None


@cache
def _words() -> tuple[str, ...]:
    return tuple(text[:2_000] for text in every())


def mutant(number: int) -> bytes:
    """Gives the mutant of this number: every third one is changed in its shape, the others in their bytes."""
    dice = random.Random(number)
    made = _reshaped(dice) if number % 3 == 0 else _spoilt(dice)
    return made[:MOST]


def _spoilt(dice: random.Random) -> bytes:
    page = bytearray(dice.choice(pages()))
    for _ in range(dice.choice((1, 1, 1, 2, 3, 6))):
        at = dice.randrange(len(page) + 1)
        dice.choice(_BYTES)(page, at, dice)
    return bytes(page)


def _flip(page: bytearray, at: int, dice: random.Random) -> None:
    if at < len(page):
        page[at] ^= 1 << dice.randrange(8)


def _cut(page: bytearray, at: int, dice: random.Random) -> None:
    del page[at : at + dice.choice((1, 1, 2, 5, 40, 400))]


def _put(page: bytearray, at: int, dice: random.Random) -> None:
    page[at:at] = dice.choice(_SIGNS)


def _say(page: bytearray, at: int, dice: random.Random) -> None:
    page[at:at] = dice.choice(_words()).encode("utf-8", "surrogatepass")


def _again(page: bytearray, at: int, dice: random.Random) -> None:
    page[at:at] = page[at : at + dice.choice((1, 10, 100, 1_000))] * dice.choice((1, 2, 9))


def _splice(page: bytearray, at: int, dice: random.Random) -> None:
    other = dice.choice(pages())
    begin = dice.randrange(len(other) + 1)
    page[at:at] = other[begin : begin + dice.choice((5, 50, 500))]


def _heap(page: bytearray, at: int, dice: random.Random) -> None:
    page[at:at] = dice.choice(_SIGNS) * dice.choice((3, 30, 300))


def _line(page: bytearray, at: int, dice: random.Random) -> None:
    lines = bytes(page).split(b"\n")
    here, there = dice.randrange(len(lines)), dice.randrange(len(lines))
    match dice.randrange(4):
        case 0:
            lines[here], lines[there] = lines[there], lines[here]
        case 1:
            lines.insert(there, lines[here])
        case 2:
            lines[here] = b" " * dice.randrange(9) + lines[here].lstrip()
        case _:
            del lines[here]
    page[:] = b"\n".join(lines)


def _written_otherwise(page: bytearray, at: int, dice: random.Random) -> None:
    text = bytes(page).decode("utf-8", "replace")
    page[:] = text.encode(dice.choice(("utf-16", "utf-16-le", "latin-1", "utf-8-sig", "utf-32")), "replace")


_BYTES: Final[tuple[Callable[[bytearray, int, random.Random], None], ...]] = (
    *(_flip, _flip, _cut, _cut, _put, _put, _put, _say, _say, _again, _splice, _heap, _line, _line, _line),
    _written_otherwise,
)


def _reshaped(dice: random.Random) -> bytes:
    shape = copy.deepcopy(dice.choice(shapes()))
    for _ in range(dice.choice((1, 1, 2, 4))):
        holder, key = _somewhere(shape, dice)
        if holder is not None:
            _change(holder, key, dice)
    if dice.random() < 0.7:
        told = json.dumps(shape, ensure_ascii=dice.random() < 0.5, indent=dice.choice((None, 1)))
    else:  # in block style, which knows no half characters
        whole = json.loads(json.dumps(shape, ensure_ascii=False).encode("utf-8", "replace"))
        told = yaml.dump(whole, Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper), allow_unicode=True)
    return told.encode("utf-8", "surrogatepass")


def _somewhere(shape: Any, dice: random.Random) -> tuple[Any, Any]:
    """Goes down by chance; gives a list or mapping and a place in it."""
    holder, key = None, None
    while isinstance(shape, dict | list) and shape and (holder is None or dice.random() < 0.8):
        holder = shape
        key = dice.choice([*shape]) if isinstance(shape, dict) else dice.randrange(len(shape))
        shape = holder[key]
    return holder, key


def _change(holder: Any, key: Any, dice: random.Random) -> None:
    value = holder[key]
    match dice.randrange(7):
        case 0:
            del holder[key]
        case 1:
            holder[key] = dice.choice(_words())
        case 2:
            holder[key] = copy.deepcopy(dice.choice(_ODD))
        case 3:
            holder[key] = [value] if dice.random() < 0.5 else {dice.choice(_words()): value}
        case 4:
            other, place = _somewhere(dice.choice(shapes()), dice)
            holder[key] = copy.deepcopy(other[place]) if other is not None else value
        case 5 if isinstance(holder, list):
            holder[key:key] = [copy.deepcopy(value) for _ in range(dice.choice((1, 9, 40)))]
        case _ if isinstance(holder, dict):
            holder[dice.choice((*_words(), *_KEYS))] = holder.pop(key)
        case _:
            for _ in range(dice.choice((3, 20))):
                value = [value]
            holder[key] = value


_KEYS: Final = ("id", "title", "kind", "ages", "steps", "seats", "minutes", "recall", "series", "why", "flags", "text")

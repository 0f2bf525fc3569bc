"""Letters that can be read across a table: 5×7 pixels in half blocks, four rows of cells high.

A narrow letter takes only the columns it needs, so that more words fit on one line. Where four rows are too many there
are smaller ones, three rows high; they hold no accents, and what has some is not written in them.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final
from unicodedata import combining, normalize

from gatherround.domain.small_letters import SMALL

ROWS: Final = 4
SMALL_ROWS: Final = 3
_GAP: Final = "."
_INK: Final = "#"

# Seven rows of pixels a letter, read from the top.
# fmt: off
_DRAWN: Final[Mapping[str, str]] = {
    "A": ".###. #...# #...# #...# ##### #...# #...#",
    "B": "####. #...# #...# ####. #...# #...# ####.",
    "C": ".###. #...# #.... #.... #.... #...# .###.",
    "D": "###.. #..#. #...# #...# #...# #..#. ###..",
    "E": "##### #.... #.... ####. #.... #.... #####",
    "F": "##### #.... #.... ####. #.... #.... #....",
    "G": ".###. #...# #.... #.### #...# #...# .####",
    "H": "#...# #...# #...# ##### #...# #...# #...#",
    "I": "### .#. .#. .#. .#. .#. ###",
    "J": "..### ...#. ...#. ...#. ...#. #..#. .##..",
    "K": "#...# #..#. #.#.. ##... #.#.. #..#. #...#",
    "L": "#.... #.... #.... #.... #.... #.... #####",
    "M": "#...# ##.## #.#.# #.#.# #...# #...# #...#",
    "N": "#...# #...# ##..# #.#.# #..## #...# #...#",
    "O": ".###. #...# #...# #...# #...# #...# .###.",
    "P": "####. #...# #...# ####. #.... #.... #....",
    "Q": ".###. #...# #...# #...# #.#.# #..#. .##.#",
    "R": "####. #...# #...# ####. #.#.. #..#. #...#",
    "S": ".#### #.... #.... .###. ....# ....# ####.",
    "T": "##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..",
    "U": "#...# #...# #...# #...# #...# #...# .###.",
    "V": "#...# #...# #...# #...# #...# .#.#. ..#..",
    "W": "#...# #...# #...# #.#.# #.#.# #.#.# .#.#.",
    "X": "#...# #...# .#.#. ..#.. .#.#. #...# #...#",
    "Y": "#...# #...# .#.#. ..#.. ..#.. ..#.. ..#..",
    "Z": "##### ....# ...#. ..#.. .#... #.... #####",
    "Æ": ".#### #.#.. #.#.. ##### #.#.. #.#.. #.###",
    "Œ": ".#### #.#.. #.#.. #.### #.#.. #.#.. .####",
    "Ø": ".###. #...# #..## #.#.# ##..# #...# .###.",
    "Ł": "#.... #.... #.#.. ##... #.... #.... #####",
    "Đ": ".###. .#..# .#..# ###.# .#..# .#..# .###.",
    "Þ": "#.... ####. #...# #...# ####. #.... #....",
    "0": ".##. #..# #..# #..# #..# #..# .##.",
    "1": ".#. ##. .#. .#. .#. .#. ###",
    "2": ".###. #...# ....# ...#. ..#.. .#... #####",
    "3": "##### ...#. ..#.. ...#. ....# #...# .###.",
    "4": "...#. ..##. .#.#. #..#. ##### ...#. ...#.",
    "5": "##### #.... ####. ....# ....# #...# .###.",
    "6": "..##. .#... #.... ####. #...# #...# .###.",
    "7": "##### ....# ...#. ..#.. ..#.. ..#.. ..#..",
    "8": ".###. #...# #...# .###. #...# #...# .###.",
    "9": ".###. #...# #...# .#### ....# ...#. .##..",
    ".": ". . . . . # #",
    ",": ".. .. .. .. .# .# #.",
    "!": "# # # # # . #",
    "?": ".###. #...# ....# ...#. ..#.. ..... ..#..",
    "'": "# # # . . . .",
    "-": "... ... ... ### ... ... ...",
    "&": ".##.. #..#. #.#.. .#... #.#.# #..#. .##.#",
    ":": ". # # . # # .",
    "(": "..# .#. #.. #.. #.. .#. ..#",
    ")": "#.. .#. ..# ..# ..# .#. #..",
    "/": "....# ....# ...#. ..#.. .#... #.... #....",
    '"': "#.# #.# #.# ... ... ... ...",
    "+": "..... ..#.. ..#.. ##### ..#.. ..#.. .....",
    " ": "... ... ... ... ... ... ...",
}
_ABOVE: Final[Mapping[str, str]] = {
    "\N{COMBINING ACUTE ACCENT}": "...#.",
    "\N{COMBINING GRAVE ACCENT}": ".#...",
    "\N{COMBINING CIRCUMFLEX ACCENT}": "..#..",
    "\N{COMBINING DIAERESIS}": ".#.#.",
    "\N{COMBINING TILDE}": ".##.#",
    "\N{COMBINING CARON}": "..#..",
    "\N{COMBINING RING ABOVE}": "..#..",
    "\N{COMBINING MACRON}": ".###.",
    "\N{COMBINING DOT ABOVE}": "..#..",
    "\N{COMBINING DOUBLE ACUTE ACCENT}": ".#..#",
    "\N{COMBINING BREVE}": "..#..",
}
_BELOW: Final[Mapping[str, str]] = {
    "\N{COMBINING CEDILLA}": "..#..",
    "\N{COMBINING OGONEK}": "...##",
    "\N{COMBINING COMMA BELOW}": "..#..",
    "\N{COMBINING DOT BELOW}": "..#..",
}
#: Five rows for the letters that do not shrink by dropping a row that is there twice.
_LOW: Final[Mapping[str, str]] = {
    "G": ".#### #.... #.### #...# .####",
    "K": "#...# #..#. ###.. #..#. #...#",
    "R": "####. #...# ####. #..#. #...#",
    "Z": "##### ...#. ..#.. .#... #####",
}
# fmt: on
_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\N{NON-BREAKING HYPHEN}": "-", "…": "..."}
)


def can_write(text: str) -> bool:
    """Tells whether every character of the text has a big letter; accents that do not fit are left off, not refused."""
    return all(letter[0] in _DRAWN for letter in _letters(text))


def big(text: str, cells: int) -> tuple[str, ...] | None:
    """Writes the text in capitals as four rows of one width, or None where it is wider than `cells` or cannot be drawn.

    The caller then shows the words as they are, in bold body text.
    """
    if not can_write(text):
        return None
    drawn = [_glyph(letter) for letter in _letters(text)]
    pixels = [_GAP.join(rows) for rows in zip(*drawn, strict=True)] or [""] * 2 * ROWS
    return _half_blocks(pixels) if len(pixels[0]) <= cells else None


def wrap_big(text: str, cells: int, rows: int) -> tuple[tuple[str, ...], ...] | None:
    """Writes the text as the fewest big lines, at most `rows`, broken at spaces into lines of nearly one length.

    None where a word is too wide, the lines are too many, or a character cannot be drawn.
    """
    if cells < 1 or not can_write(text):
        return None
    evenest = _evenest(text.split(), cells, rows, _width)
    return tuple(line for part in evenest if (line := big(part, cells))) if evenest is not None else None


def wrap_small(text: str, cells: int, rows: int) -> tuple[tuple[str, ...], ...] | None:
    """Writes the text in smaller letters, three rows of cells a line, else as `wrap_big` does; None with an accent."""
    if cells < 1 or not all(letter in SMALL for letter in _letters(text)):
        return None
    evenest = _evenest(text.split(), cells, rows, _small_width)
    return tuple(_small(part) for part in evenest) if evenest is not None else None


def _small(text: str) -> tuple[str, ...]:
    drawn = [(*SMALL[letter].split(), _GAP * len(SMALL[letter].split()[0])) for letter in _letters(text)]
    return _half_blocks([_GAP.join(rows) for rows in zip(*drawn, strict=True)] or [""] * 2 * SMALL_ROWS)


def _evenest(words: list[str], cells: int, rows: int, wide: Callable[[str], int]) -> tuple[str, ...] | None:
    """Breaks words into the fewest lines, and these into the most even; None where they are more than `rows`."""
    whole = _broken(words, cells, wide)
    if whole is None or len(whole) > rows:
        return None
    widths = range(max(map(wide, words), default=0), cells + 1)
    return next(tuple(lines) for width in widths if (lines := _broken(words, width, wide)) and len(lines) == len(whole))


def _broken(words: list[str], cells: int, wide: Callable[[str], int]) -> list[str] | None:
    """Fills each line with as many words as fit; None where one word is wider than the line."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if wide(longer) <= cells:
            lines[-1:] = [longer]
        elif wide(word) <= cells:
            lines.append(word)
        else:
            return None
    return lines or [""]


@lru_cache(maxsize=256)
def _width(text: str) -> int:
    return _sum(len(_DRAWN[letter[0]].split()[0]) for letter in _letters(text))


@lru_cache(maxsize=256)
def _small_width(text: str) -> int:
    return _sum(len(SMALL[letter].split()[0]) for letter in _letters(text))


def _sum(letters: Iterator[int]) -> int:
    widths = [*letters]
    return sum(widths) + max(0, len(widths) - 1)


def _letters(text: str) -> Iterator[str]:
    """Gives each capital with the marks that belong to it; a mark without a letter comes alone."""
    plain = " ".join(text.translate(_PLAIN).split())
    letter = ""
    for character in normalize("NFD", normalize("NFC", plain).upper()):
        if letter and combining(character):
            letter += character
        else:
            if letter:
                yield letter
            letter = character
    if letter:
        yield letter


def _glyph(letter: str) -> tuple[str, ...]:
    """Gives eight rows of pixels: a letter on rows 0 to 6, lower where a mark stands over it, and row 7 for a tail."""
    rows = _DRAWN[letter[0]].split()
    over = next((_ABOVE[mark] for mark in letter[1:] if mark in _ABOVE), None)
    under = next((_BELOW[mark] for mark in letter[1:] if mark in _BELOW), None)
    wide = len(rows[0])
    low = _lowered(letter[0]) if over else None
    if over and low:
        rows = [_centred(over, wide), _GAP * wide, *low]
    return (*rows, _centred(under, wide) if under else _GAP * wide)


def _lowered(letter: str) -> list[str] | None:
    """Gives the letter five rows high by dropping rows that are there twice, or None where that would spoil it."""
    if letter in _LOW:
        return _LOW[letter].split()
    rows = _DRAWN[letter].split()
    for _ in range(2):
        twin = next((y for y in range(len(rows) - 1) if rows[y] == rows[y + 1]), None)
        if twin is None:
            return None
        del rows[twin]
    return rows


def _centred(mark: str, wide: int) -> str:
    spare = (len(mark) - wide) // 2
    return mark[spare : spare + wide]


def _half_blocks(pixels: list[str]) -> tuple[str, ...]:
    pairs = zip(pixels[::2], pixels[1::2], strict=True)
    return tuple(
        "".join(" ▀▄█"[(upper == _INK) + 2 * (lower == _INK)] for upper, lower in zip(top, bottom, strict=True))
        for top, bottom in pairs
    )

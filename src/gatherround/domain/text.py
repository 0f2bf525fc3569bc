"""The one gate for people's words: what is typed or read becomes harmless text, and is measured in terminal cells.

Segmentation follows UAX #29, canonical form UAX #15, invisible code points UAX #44 (Default_Ignorable_Code_Point).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal
from unicodedata import category, combining, normalize

MOST_MARKS: Final = 4
MOST_LINES: Final = 40
_MARKS_TO_SORT: Final = 30  # sorting takes the square of their number (UAX #15, stream-safe text)
LONGEST_NAME: Final = 40

# One grapheme may hold any number of code points (skin tones, jamo), so a length in graphemes alone bounds nothing.
_POINTS_A_GRAPHEME: Final = 8

# Latin letters, dashes and curly quotes are their own NFC and hold no mark: most of what is typed ends here.
_PLAIN: Final = re.compile(r"[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027]*")

# These are compiled when the first odd words come, and kept by `re`: every start of the game would wait for them.
_LINE_END: Final = r"\r\n?|[\v\f\x85\u2028\u2029]"
_GAP: Final = r"\s{2,}|\n"
# Two blanks that take a cell and show nothing: the empty braille pattern and the empty note head.
_BLANK: Final = r"[\u2800\U0001d159]"

# Scripts whose letters change shape or stack: Arabic family, Indic, Myanmar, Khmer, Mongolian, Adlam and their kin.
_SHAPED: Final = (
    r"[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\u1a20-\u1aaf\u1b00-\u1c4f\u1cd0-\u1cff"
    r"\ua800-\ua8ff\ua980-\ua9ff\uaa60-\uaa7f\uabc0-\uabff"
    r"\U00010a00-\U00010fff\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
_VIRAMA: Final = 9  # its canonical combining class
_ZWJ: Final = "\u200d"
_JOINERS: Final = "\u180e\u200c\u200d"

# A plain name for each kind that is refused; the first kind that matches names it, and joiners come last.
_REFUSED: Final = {
    "an escape code": r"[\x1b\x90\x98\x9b\x9d-\x9f]",
    "a tab": r"\t",
    "an unusual line end": r"[\r\v\f\x85\u2028\u2029]",
    "a control code": r"[\x00-\x08\x0e-\x1f\x7f-\x9f]",
    "a text-direction override": r"[\u202a-\u202e\u2066-\u2069]",
    "a text-direction mark": r"[\u061c\u200e\u200f\u206a-\u206f]",
    "a hidden tag": r"[\U000e0000-\U000e007f]",
    "half a character": r"[\ud800-\udfff]",
    "a code that is no character": (
        r"[\ufdd0-\ufdef" + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17)) + "]"
    ),
    "a hidden character": (
        r"[\xad\u034f\u115f\u1160\u17b4\u17b5\u200b\u2060-\u2065\u3164\ufeff\uffa0\ufff0-\ufffb"
        r"\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e00ff\U000e01f0-\U000e0fff]"
        # A variant of a Han sign belongs to a Han sign, and one variant is enough for any sign: more is smuggling.
        r"|(?<![\u3400-\u9fff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
        r"|(?<=[\u180b-\u180d\u180f\ufe00-\ufe0f])[\u180b-\u180d\u180f\ufe00-\ufe0f]"
        r"|(?<=[\u3400-\u9fff\U00020000-\U0003ffff][\U000e0100-\U000e01ef])[\u180b-\u180d\u180f\ufe00-\ufe0f]"
    ),
    "a hidden joiner": f"[{_JOINERS}]",
}
_NAMES: Final = tuple(_REFUSED)
_SUSPECT: Final = "|".join(f"({pattern})" for pattern in _REFUSED.values())
_UNSEEN_IN_NAMES: Final = r"[\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]"

_EMOJI_JOINER: Final = r"(?<=[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d"

# Measured in xterm, kitty and tmux: each of these moves the border of a card in at least one of them.
_UNSAFE: Final = {
    "a keycap": r"[0-9#*]?\ufe0f?\u20e3",
    "a variation mark": r"[\ufe0e\ufe0f]",
    "a joined emoji": _EMOJI_JOINER,
    "a skin tone": r"[\U0001f3fb-\U0001f3ff]",
    "a flag": r"[\U0001f1e6-\U0001f1ff]",
    # Written out, because Python's own table would answer differently from one version to the next.
    "an emoji newer than Unicode 13": (
        r"[\U0001f6d8-\U0001f6df\U0001f6ed-\U0001f6ef\U0001f6fd-\U0001f6ff\U0001f7ec-\U0001f7ff\U0001f979\U0001f9cc"
        r"\U0001fa75-\U0001fa77\U0001fa7b-\U0001fa7f\U0001fa87-\U0001fa8f\U0001faa9-\U0001faaf\U0001fab7-\U0001fabf"
        r"\U0001fac3-\U0001facf\U0001fad7-\U0001faff]"
    ),
}
_UNSAFE_NAMES: Final = tuple(_UNSAFE)
_UNSAFE_EMOJI: Final = "|".join(f"({pattern})" for pattern in _UNSAFE.values())


class Unfit(ValueError):  # noqa: N818 - it is no mistake of anybody's, so it is not called an error
    """Words that do not fit here, with a `sentence` for a person and a `code` for a checker.

    The sentence never repeats the words themselves, so it may be shown and written down.
    """

    def __init__(self, code: Literal["nothing-to-see", "too-long", "too-many-lines"], sentence: str) -> None:
        super().__init__(sentence)
        self.code: Final = code
        self.sentence: Final = sentence


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A code point that a pack must not carry: its index in the text, its `U+` number and a plain name."""

    index: int
    point: str
    name: str


def tidy(text: str) -> str:
    """Gives the same words in NFC without anything that hides, steers a terminal or piles up; tidying twice is once.

    It never raises. Tabs become spaces, every line end becomes a newline, emoji joined by ZWJ come apart.
    """
    if _PLAIN.fullmatch(text):
        return text
    # Taking one thing away can bring two others together, so it is repeated until nothing changes.
    while (tidier := _tidied(text)) != text:
        text = tidier
    return text


def one_line(text: str) -> str:
    """Gives words as a list or a sentence takes them: tidy, on one line, single spaced. What is typed asks `line`."""
    return " ".join(tidy(text).split())


def named_so(text: str) -> str:
    """Gives a path, or a name that somebody chose, tidy and on one line; its blanks are part of it, so they stay."""
    return tidy(text).replace("\n", " ")


def line(text: str, most: int) -> str:
    """Gives tidy text on one line, single spaced and trimmed; `Unfit` beyond `most` graphemes. It may be empty."""
    return _within(re.sub(_GAP, " ", tidy(text)).strip(), most)


def name(text: str) -> str:
    """Gives a name of 1 to 40 graphemes that everybody can see, as typed; `Unfit` otherwise."""
    tidied = line(text, LONGEST_NAME)
    if not cells(re.sub(_BLANK, "", tidied).strip()):
        raise Unfit("nothing-to-see", "A name needs at least one letter or picture that everybody can see.")
    return tidied


def same_name(first: str, second: str) -> bool:
    """Says whether two names read as one, whatever their case, width, spacing and invisible signs (NFKC, folded)."""
    return _folded(first) == _folded(second)


def paragraph(text: str, most_characters: int = 1200) -> str:
    """Gives trimmed tidy text of several lines; `Unfit` beyond so many graphemes or `MOST_LINES`. It may be empty."""
    tidied = _within(tidy(text).strip(), most_characters)
    if tidied.count("\n") >= MOST_LINES:
        raise Unfit("too-many-lines", f"That is a lot of lines. Up to {MOST_LINES} fit here.")
    return tidied


def forbidden(text: str) -> Forbidden | None:
    """Finds the first code point that a pack must not carry; `None` for every text that has been through `tidy`.

    A ZWJ after an emoji is left to `unsafe_emoji`, which can say more about it.
    """
    if _PLAIN.fullmatch(text):
        return None
    for found in re.finditer(_SUSPECT, text):
        if not _belongs(found) and not re.compile(_EMOJI_JOINER).match(text, found.start()):
            return Forbidden(found.start(), _point(found), _NAMES[(found.lastindex or 1) - 1])
    return None


def unsafe_emoji(text: str) -> str | None:
    """Names the first emoji that terminals draw with different widths, like "a skin tone (U+1F3FD)"; `None` if none.

    Safe are single code points of Unicode 13 or older, with nothing added to them.
    """
    found = None if _PLAIN.fullmatch(text) else re.search(_UNSAFE_EMOJI, text)
    return found and f"{_UNSAFE_NAMES[(found.lastindex or 1) - 1]} ({_point(found)})"


def cells(text: str) -> int:
    """Gives the terminal cells that one line of tidy text takes, 0 or more."""
    if text.isascii() and text.isprintable():
        return len(text)
    from wcwidth import width

    return sum(width(grapheme, control_codes="ignore") for grapheme in graphemes(text))


def clip(text: str, most: int) -> str:
    """Gives at most `most` cells of one line, cut at a grapheme border and ended by an ellipsis that is counted."""
    if cells(text) <= most:
        return text
    kept, room = [], most - 1
    for grapheme in graphemes(text):
        room -= cells(grapheme)
        if room < 0:
            break
        kept.append(grapheme)
    return "".join(kept).rstrip() + "…" if most > 0 else ""


def wrap(text: str, width: int) -> tuple[str, ...]:
    """Gives rows of at most `width` cells, broken between words, and inside a word only when it is wider than a row.

    Every newline stays a break; a grapheme wider than the whole width stands on a row of its own.
    """
    return tuple(row for source in text.split("\n") for row in _rows(source, width))


def _rows(source: str, width: int) -> Iterator[str]:
    """Fills rows with the words of one line; an empty line gives one empty row."""
    row = ""
    for piece in (piece for word in source.split(" ") for piece in _pieces(word, width)):
        longer = f"{row} {piece}" if row else piece
        if row and cells(longer) > width:
            yield row
            longer = piece
        row = longer
    yield row


def _pieces(word: str, width: int) -> Iterator[str]:
    """Cuts a word at grapheme borders where it is wider than `width`, and nothing from an empty word."""
    if cells(word) > width:
        piece = ""
        for grapheme in graphemes(word):
            if piece and cells(piece + grapheme) > width:
                yield piece
                piece = ""
            piece += grapheme
        word = piece
    if word:
        yield word


def _tidied(text: str) -> str:
    """Does one round of tidying."""
    text = re.sub(_LINE_END, "\n", text).replace("\t", " ")
    text = re.sub(_SUSPECT, lambda found: found[0] if _belongs(found) else "", text)
    return _few_marks(normalize("NFC", _few_marks(text, _MARKS_TO_SORT)))


def _belongs(found: re.Match[str]) -> bool:
    """Says whether what was found is a joiner in its place: between letters or marks of a script that needs it.

    A ZWJ after a virama may also end a word: older Malayalam spells its chillu letters so.
    """
    if found.lastindex != len(_NAMES):
        return False
    text, at = found.string, found.start()
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return _is_shaped(before) and (_is_shaped(after) or (found[0] == _ZWJ and combining(before) == _VIRAMA))


def _is_shaped(character: str) -> bool:
    return bool(re.match(_SHAPED, character)) and category(character)[0] in "LM"


def _few_marks(text: str, most: int = MOST_MARKS) -> str:
    """Drops the marks beyond so many that pile up on a base, and every mark that has no base.

    Spacing marks are not counted: they stand side by side, and a Burmese syllable can hold five marks in all.
    """
    kept: list[str] = []
    has_base, marks = False, 0
    for character in text:
        kind = category(character)
        if kind[0] == "M":
            marks += (piles := kind != "Mc" or combining(character) > 0)
            if not has_base or (piles and marks > most):
                continue
        elif character not in _JOINERS:
            has_base, marks = not character.isspace(), 0
        kept.append(character)
    return "".join(kept)


def _within(text: str, most: int) -> str:
    """Gives the text back, or `Unfit` when it has more than `most` graphemes."""
    if len(text) > most and (len(text) > most * _POINTS_A_GRAPHEME or sum(1 for _ in graphemes(text)) > most):
        raise Unfit("too-long", f"That is a little too long. Up to {most} letters and signs fit here.")
    return text


def _folded(whose: str) -> str:
    """Gives the form in which two spellings of a name meet."""
    seen = re.sub(_UNSEEN_IN_NAMES, "", tidy(whose))
    return " ".join(normalize("NFKC", normalize("NFKC", seen).casefold()).split())


def graphemes(text: str) -> Iterator[str]:
    """Gives what a reader takes for single letters and signs, in order."""
    if text.isascii():
        return iter(text)
    from wcwidth import iter_graphemes  # it costs 40 ms, and an evening in plain letters never asks

    return iter_graphemes(text)


def _point(found: re.Match[str]) -> str:
    """Gives the code point that gave it away: the last of what was found, so a keycap is named by its U+20E3."""
    return f"U+{ord(found[0][-1]):04X}"

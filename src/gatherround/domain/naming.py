"""Where a name stands in a text: however it is spelled there, and never inside somebody else's word.

A word ends where the letters of its script do (UAX #29 graphemes, one script in a row); what small words may grow onto
a name without a space is known for Hebrew, Arabic, Korean and Japanese, and for Latin letters a plural or genitive.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final, TypeAlias
from unicodedata import category, combining, normalize
from unicodedata import name as called

from gatherround.domain.drafts.names import is_starter, is_word
from gatherround.domain.text import graphemes

UNMISTAKABLE: Final = 8
"""From so many letters on, a name is looked for inside words too: no other word holds it by chance."""
Span: TypeAlias = tuple[int, int]
Fold: TypeAlias = Callable[[str], str]
_ALIKE: Final = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "׳": "'", "ł": "l", "ø": "o", "đ": "d"}
    | {"ی": "ي", "ى": "ي", "ک": "ك"}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-")
)
_VOICED: Final = frozenset({"\u3099", "\u309a"})
_VIRAMA: Final = 9
_JOINERS: Final = ("\u200c", "\u200d")
_UNSEEN: Final = re.compile(r"[\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_FEW: Final = 4
"""From so many letters on, a name of a script without spaces is looked for inside a row; of Chinese, from two on."""
_GAP: Final = re.compile(r"(?<=[^\s-])[\s-]+(?=[^\s-])")
_SPACELESS: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN"})
_SCRIPTS: Final = {"IDEOGRAPHIC": "CJK", "KATAKANA-HIRAGANA": "KATAKANA"}
_BEFORE: Final = {
    "HEBREW": re.compile(r"ו?ש?[לבמכ]?"),
    "ARABIC": re.compile(r"[وف]?[بلك]?"),
    "HIRAGANA": re.compile(r".*[はがをにとのもやへ]"),
}
"""What may stand before a name without a space: and, that, to, in, from, like; in Japanese whatever ends a phrase."""
_BOTH: Final = "도|의|에|에게|한테|께|께서|씨|님|군|양|만|까지|처럼|보다|부터|하고|들"
_KOREAN: Final = (
    re.compile(rf"가|는|를|와|야|랑|로|라고|네|{_BOTH}"),
    re.compile(rf"은|을|과|아|으로|이라고|이네|이(?:가|는|를|와|랑|야|{_BOTH})?|{_BOTH}"),
)
"""Particles after a vowel, and after a consonant."""
_JAPANESE: Final = re.compile(
    r"(?:は|が|を|に|と|の|も|や|へ|で|から|まで|より|さん|さま|くん|ちゃん|だ|って|よ|ね|か)"
)
_LATIN: Final = re.compile(r"s|es|n")


@dataclass(frozen=True, slots=True)
class _Letter:
    """What a reader takes for one letter of a text: as it is told from others, where it stands, and its script."""

    plain: str
    begin: int
    end: int
    script: str
    joined: bool


def stands_in(name: str, *, typed: bool, any_case: bool = False) -> tuple[Callable[[str], Iterator[Span]], ...]:
    """Gives what finds a name in a text; `typed` says that people wrote the text, so that a short name is one there.

    A name that is a word too is met with its capital alone, unless it is looked for in `any_case`.
    """
    if not name.strip():
        return ()
    capital = not any_case and needs_capital(name)
    words = tuple(partial(_words, form, capital=capital) for form in _forms(name))
    if not unmistakable(name):
        return words if typed else ()
    few = len(_folded(name)) < UNMISTAKABLE
    return (partial(_inside, name, str.casefold if few else _plain), *(words if typed else ()))


def unmistakable(name: str) -> bool:
    """Tells whether a name is so long that no other word holds it by chance."""
    return len(normalize("NFKC", name)) >= UNMISTAKABLE


def needs_capital(name: str) -> bool:
    """Tells whether only its capital tells a name from an everyday word: one of two letters, or a word that we know."""
    known = len(name) <= 2 or is_word(name) or is_starter(name)
    return known and name[:1].isupper() and name.isalpha() and not unmistakable(name)


def spaceless(name: str) -> bool:
    """Tells whether a name is of a script that writes no spaces between words."""
    return any(script_of(sign) in _SPACELESS for sign in _folded(name))


@lru_cache(maxsize=4096)
def script_of(sign: str) -> str:
    """Gives the script of a letter, DIGIT of a digit, PUNCTUATION or SIGN of what is neither, and nothing of a gap."""
    if sign.isspace() or not sign:
        return ""
    if not sign.isalnum():
        return "PUNCTUATION" if category(sign)[0] == "P" else "SIGN"
    if sign.isdecimal():
        return "DIGIT"
    script = called(sign, "LETTER").split()[0]
    return _SCRIPTS.get(script, script)


def _forms(name: str) -> Iterator[str]:
    """Gives a name as it was typed, and without the pictures round it."""
    yield name
    letters = [at for at, sign in enumerate(name) if category(sign)[0] in "LMNP"]
    bare = name[letters[0] : letters[-1] + 1] if letters else ""
    if bare != name and any(map(str.isalpha, bare)):
        yield bare


@lru_cache(maxsize=64)
def _heart(name: str) -> str:
    """Gives the longest row of letters in a name, which stands in each text that names them."""
    return max(re.findall(r"[^\W_]+", _folded(name)), key=len, default="")


@lru_cache(maxsize=64)
def _spelled(plain: str) -> re.Pattern[str]:
    """Gives a name as a pattern of plain letters; a gap in it may be a space or a dash."""
    return re.compile(r"[\s-]+".join(map(re.escape, _GAP.split(plain))))


def _inside(name: str, fold: Fold, text: str) -> Iterator[Span]:
    """Gives where a long name begins and ends in a text, inside words too."""
    if fold is _plain and _heart(name) not in _folded(text):
        return
    signs = [(plain, index) for index, sign in enumerate(text) for plain in fold(sign)]
    for found in _spelled("".join(map(fold, name))).finditer("".join(plain for plain, _ in signs)):
        end = signs[found.end() - 1][1] + 1
        while end < len(text) and not fold(text[end]):
            end += 1
        yield signs[found.start()][1], end


def _words(name: str, text: str, *, capital: bool) -> Iterator[Span]:
    """Gives where a name stands as a word."""
    if _heart(name) not in _folded(text):
        return  # most texts name nobody, and are not looked at letter by letter
    theirs, letters = _letters(name), _letters(text)
    spelled = _spelled("".join(one.plain for one in theirs))
    plain = "".join(one.plain for one in letters)
    at = [index for index, one in enumerate(letters) for _ in one.plain]
    begin = 0
    while found := spelled.search(plain, begin):
        begin = found.start() + 1
        first, last = at[found.start()], at[found.end() - 1]
        whole = [first] != at[: found.start()][-1:] and [last] != at[found.end() : found.end() + 1]
        small = text[letters[first].begin].islower()
        if whole and not (capital and small) and _alone(letters, first, last, len(theirs)):
            yield letters[first].begin, letters[last].end
            begin = found.end()


def _letters(text: str) -> list[_Letter]:
    letters, begin = [], 0
    for grapheme in _each_seen(text):
        end = begin + len(grapheme)
        plain = _grapheme(grapheme)
        letters.append(_Letter(plain, begin, end, script_of(plain[:1]), grapheme.endswith(_JOINERS)))
        begin = end
    return letters


def _each_seen(text: str) -> Iterator[str]:
    """Gives the graphemes of a text; what hangs on a blank is one by itself."""
    for grapheme in graphemes(text):
        rest = grapheme.lstrip()
        yield from (part for part in (grapheme[: len(grapheme) - len(rest)], rest) if part)


def _alone(letters: list[_Letter], first: int, last: int, many: int) -> bool:
    """Tells whether what stands from one letter to another is a word, with no more round it than its script allows."""
    before, after = "", ""
    at = first
    while at and not letters[at - 1].joined and _joins(letters[at - 1].script, letters[at].script, many):
        at -= 1
        before = letters[at].plain + before
    at = last
    while at + 1 < len(letters) and not letters[at].joined and _joins(letters[at + 1].script, letters[at].script, many):
        at += 1
        after += letters[at].plain
    return _may_stand_before(letters[first], before, many) and _may_stand_after(letters[last], after, many)


def _joins(other: str, script: str, many: int) -> bool:
    """Tells whether a letter of one script goes on with a word that is of another; one sign asks for more room."""
    if other in {"", "SIGN", "PUNCTUATION"} or script in {"", "SIGN"}:
        return False
    if many == 1 and {other, script} <= _SPACELESS:
        return True
    return other == script or script == "PUNCTUATION" or "DIGIT" in {other, script}


def _may_stand_before(letter: _Letter, before: str, many: int) -> bool:
    if not before or _within_a_row(letter.script, many):
        return True
    allowed = _BEFORE.get(letter.script)
    return allowed is not None and allowed.fullmatch(before) is not None


def _may_stand_after(letter: _Letter, after: str, many: int) -> bool:
    if not after or _within_a_row(letter.script, many):
        return True
    if letter.script == "LATIN":
        return _LATIN.fullmatch(after) is not None
    if letter.script == "HANGUL":
        consonant = (ord(letter.plain[-1]) - ord("가")) % 28 > 0
        return _KOREAN[consonant].fullmatch(after) is not None
    return letter.script in {"CJK", "HIRAGANA"} and _JAPANESE.match(after) is not None


def _within_a_row(script: str, many: int) -> bool:
    """Tells whether a name of so many letters is taken for one wherever it stands, since its script writes no spaces.

    Kana keep to their own rules: what is written in them is often a word of its own.
    """
    return script in _SPACELESS - {"HIRAGANA", "KATAKANA"} and many >= (2 if script == "CJK" else _FEW)


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """Gives a letter as it is told from others: small, without accents, and in one width; nothing of what hides."""
    apart = normalize("NFKD", sign.translate(_ALIKE)).casefold().translate(_ALIKE)
    if apart != sign and any(map(str.isspace, apart)) and not sign.isspace():
        return sign
    apart = _UNSEEN.sub("", normalize("NFKD", apart))
    return "".join(one for one in apart if combining(one) in {0, _VIRAMA} or one in _VOICED)


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return text.casefold().replace("`", "'") if text.isascii() else "".join(map(_plain, text))


@lru_cache(maxsize=4096)
def _grapheme(grapheme: str) -> str:
    return normalize("NFC", "".join(map(_plain, grapheme))) or grapheme

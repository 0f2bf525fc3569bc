"""Spaces and dashes that word processors and web pages put in the place of the plain ones."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

ODD: Final = r"\xa0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
"""Spaces that only look like one, and what takes no room at all; as a class of a pattern."""
_DASHES: Final = re.compile("[\u2010-\u2015\u2212\uff0d]")
_KEY: Final = re.compile(rf"-?(?=[{ODD}])|[a-z-]+:(?=[{ODD}])|.+(?=[{ODD}]$)")
_EDGE: Final = re.compile(rf"\s*[{ODD}]|.*[{ODD}]\s*$", re.DOTALL)


def odd_in(name: str) -> int | None:
    """Gives where in the name of a field, or around it, a space stands that is none."""
    found = _KEY.match(name)
    return found.end() if found else None


def named(sign: str) -> str:
    """Names a sign that nobody can tell from a space, or gives any other as it is."""
    return _called(sign) if re.match(f"[{ODD}]", sign) else sign


def told_of(text: str) -> tuple[str, str] | None:
    """Says which sign of a short value is not the plain one, and how it would read; none where all are."""
    if dash := _DASHES.search(text):
        plain = _DASHES.sub("-", text).strip()
        return f"is written with another dash than that of the keyboard: {_called(dash[0])}.", f"Write it as {plain}."
    if _EDGE.match(text) and (odd := re.search(f"[{ODD}]", text)):
        plain = re.sub(f"[{ODD}]", " ", text).strip()
        return f"has something beside it that looks like a space: {_called(odd[0])}.", f"Write it as {plain}."
    return None


def _called(sign: str) -> str:
    return f"{unicodedata.name(sign).lower()} (U+{ord(sign):04X})"

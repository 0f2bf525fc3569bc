"""Turns what a model found into sentences for a parent: what is off, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias
from unicodedata import normalize

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from gatherround.domain.meant import near
from gatherround.domain.stages import BANDS
from gatherround.pantry.known import model_at, short_of
from gatherround.pantry.marks import shown
from gatherround.pantry.odd_signs import told_of
from gatherround.pantry.unknown import listed, unknown_field

Path: TypeAlias = tuple[str | int, ...]
Told: TypeAlias = tuple[str, str, str]
"""A code, what is off, and what to do about it."""
NO_WORDS: Final = ("There are no words here.", "Write some, or take the line out.")


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem of an activity or a pack, at a path into it; the reader turns the path into a line."""

    code: str
    path: Path
    message: str
    advice: str
    severity: Literal["error", "finding"] = "error"
    at_key: bool = False


def findings(
    error: ValidationError, model: type[BaseModel], written: Callable[[Path], Path], empty: frozenset[Path]
) -> list[Finding]:
    """Says every error of a model in words; `written` gives a path as the file has it, short forms and all.

    `empty` are fields that were begun, with nothing after their colon.
    """
    details = error.errors(include_url=False)
    gaps, unknown = _gaps(details), [at["loc"] for at in details if at["type"] == "extra_forbidden"]
    begun = {(*path, name) for path, names in gaps.items() for name in names if (*written(path), name) in empty}
    misspelt = begun | {(*path[:-1], near(str(path[-1]), gaps.get(path[:-1], []))) for path in unknown}
    missing = {path: [name for name in names if (*path, name) not in misspelt] for path, names in gaps.items()}
    said = [Finding("missing-field", path, *_missing(names)) for path, names in missing.items() if names]
    said += [_left_empty(path) for path in sorted(begun, key=str)]
    others = (detail for detail in details if detail["type"] != "missing")
    return said + [_empty_step(detail, written, empty) or _said(detail, model, written) for detail in others]


def _empty_step(detail: ErrorDetails, written: Callable[[Path], Path], empty: frozenset[Path]) -> Finding | None:
    """Says of a step whose name stands alone that nothing comes after it; none of any other."""
    here = written(detail["loc"])
    begun = next((path for path in empty if path[:-1] == here), None)
    if detail["type"] != "one_key" or detail["input"] or begun is None:
        return None
    return _left_empty(begun)


def _gaps(details: list[ErrorDetails]) -> dict[Path, list[str]]:
    """Gives the fields that are missing, under where they belong."""
    gaps: dict[Path, list[str]] = {}
    for detail in details:
        if detail["type"] == "missing":
            gaps.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    return gaps


def _said(detail: ErrorDetails, model: type[BaseModel], written: Callable[[Path], Path]) -> Finding:
    path = tuple(part for part in detail["loc"] if part not in ("plain", "[key]"))
    match detail["type"]:
        case "extra_forbidden":
            path = detail["loc"]  # here "plain" may be the very field that nobody knows
            return Finding("unknown-field", path, *unknown_field(path, model), at_key=True)
        case "unknown_band":
            return Finding("unknown-field", (*path, "plain"), *_unknown_band(), at_key=True)
        case "string_pattern_mismatch":
            at_key = detail["loc"][-1] == "[key]"
            return Finding("shape", path, *_shape(_called(written(path)), path, str(detail["input"])), at_key=at_key)
        case kind:
            odd = told_of(detail["input"]) if isinstance(detail["input"], str) and kind not in _OF_TEXTS else None
            if odd is not None:
                return Finding("odd-sign", path, f"{_called(written(path))} {shown(odd[0], 200)}", shown(odd[1], 60))
            told = _told(kind, _called(written(path)), detail, model)
            return Finding(told[0], path, *told[1:])


_OF_TEXTS: Final = frozenset({"string_too_long", "string_too_short", "string_type", "text_or_rungs", "one_key"})
"""What may be off about words that are read aloud, in which any dash is as good as another."""


def _called(path: Path) -> str:
    """Names a place as its author sees it: a field, or an entry of a list."""
    if not path:
        return "This activity"
    if isinstance(path[-1], int):
        return f"Entry {path[-1] + 1} of {_called(path[:-1])}"
    return f'"{shown(path[-1])}"'


_SAMPLES: Final = {
    "format": "format: 1",
    "id": "id: four-tickets",
    "title": "title: Four Tickets",
    "kind": "kind: script",
    "ages": "ages: 5+",
    "minutes": "minutes: 10",
    "players": "players: 2-5",
    "name": "name: Ines",
    "about": "about: next",
    "pattern": "pattern: soup",
    "ask": "ask: What now?",
    "seats": "seats: open",
    "breathe": "breathe: soup",
    "door": "door: 1",
    "from": "from: complaint-desk/bucket",
    "effect": "effect: splash",
    "story": "story: other-shoes/four-tickets",
}
_LISTS: Final = frozenset({"steps", "options", "then", "cards", "acts", "activities"})


def _missing(fields: list[str]) -> tuple[str, str]:
    first, *others = fields
    line = f'a line such as "{_SAMPLES.get(first, f"{first}: ...")}"'
    if others:
        *most, last = (f'"{field}"' for field in fields)
        return f"{', '.join(most)} and {last} are missing.", f"Add {line} for each."
    if first in _LISTS:
        return (
            f'"{first}" is missing.',
            f'Add a line "{first}:", and below it one entry a line, each with "- " in front.',
        )
    return f'"{first}" is missing.', f"Add {line}."


def _left_empty(path: Path) -> Finding:
    field = str(path[-1])
    off = f'"{shown(field)}" stands here, and nothing comes after its colon.'
    if field in _LISTS:
        cure = 'Write one entry a line below it, each with "- " in front.'
        return Finding("missing-field", path, off, cure, at_key=True)
    sample = _SAMPLES.get(field, f"{shown(field)}: ...")
    cure = f'Write it there, such as "{sample}". What follows a # is a note to yourself.'
    return Finding("missing-field", path, off, cure, at_key=True)


def _unknown_band() -> tuple[str, str]:
    return '"plain" is no band.', f"Wordings are for {listed(BANDS)}."


def _shape(called: str, path: Path, text: str) -> tuple[str, str]:
    match path[-1]:
        case "version":
            return f"{called} wants numbers with dots between.", "Write it as 1.0.0."
        case "language":
            return f"{called} wants the short name of a language.", "Write it as en, de or pt-BR."
        case "from":
            return f"{called} wants an activity and its choice.", "Write it as complaint-desk/bucket."
        case "story":
            return f"{called} wants a story book and its activity.", "Write it as other-shoes/four-tickets."
    bare = re.sub("[\u0300-\u036f]", "", normalize("NFKD", text.casefold()))
    plain = re.sub("[^a-z0-9]+", "-", bare).strip("-")[:60].strip("-") or "four-tickets"
    return f"{called} wants small letters, digits and single dashes.", f"Write it as {plain}."


def _told(kind: str, called: str, detail: ErrorDetails, model: type[BaseModel]) -> Told:
    match kind:
        case "literal_error":
            return _unknown_word(re.sub(r"^Entry \d+ of ", "", called), detail)
        case "model_type" | "dict_type" | "list_type" | "string_type" | "text_or_rungs":
            return "type", *_sort_wanted(kind, called, detail["loc"], model)
        case "no_rungs" | "vote_options":
            return _SPECIAL[kind]
        case "one_key":
            return "one-key", *_one_key(detail["input"])
        case "string_too_short":
            return "no-words", *NO_WORDS
        case "flag":
            return "type", f"{called} wants true or false.", "Write true or false."
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return "type", f"{called} wants a whole number.", "Write it in digits, such as 12."
        case _:
            return "out-of-range", *_range(kind, called, detail.get("ctx", {}))


_SPECIAL: Final[dict[str, Told]] = {
    "no_rungs": (
        "no-words",
        "There are no words here.",
        'Write a text, or a wording for each band, such as "school: What now?".',
    ),
    "vote_options": (
        "out-of-range",
        "A ballot wants two to four options.",
        'Write "question:" and "options:", and below options one a line, each with "- " in front.',
    ),
}


def _one_key(written: dict[str, Any]) -> tuple[str, str]:
    cure = 'Give each step a line of its own that begins with "- ", such as "- ask: What now?".'
    names = " and ".join(f'"{shown(name)}"' for name in written)
    return (f"{names} share one dash, and a step is one thing." if names else "This step is empty."), cure


def _unknown_word(called: str, detail: ErrorDetails) -> Told:
    """Names the known word that was most likely meant, or all of them."""
    expected, written = str(detail.get("ctx", {}).get("expected", "")), detail["input"]
    known = [word.strip().strip("'") for part in expected.split(" or ") for word in part.split(",")]
    if not isinstance(written, str):
        return "type", f"{called} wants one word.", f"It knows {listed(known)}."
    if detail["loc"] == ("format",):
        cure = 'Write "format: 1". If this story book was made for a newer game, get that game.'
        return "unknown-word", f"This game reads format 1, and not {shown(written)}.", cure
    cure = f'Did you mean "{meant}"?' if (meant := near(written, known)) else f"It knows {listed(known)}."
    return "unknown-word", f'{called} does not know "{shown(written)}".', cure


def _sort_wanted(kind: str, called: str, path: Path, model: type[BaseModel]) -> tuple[str, str]:
    short = short_of(model, path)
    if kind == "text_or_rungs" or (kind == "string_type" and path[-1] in BANDS):
        return f"{called} wants a text.", "Write it after the colon, or one wording for each band on the lines below."
    if kind == "string_type":
        return f"{called} wants a text.", "Write it after the colon, without a list or fields of its own."
    if kind == "list_type" or (short and short.lists):
        return f"{called} wants a list.", 'Put each entry on a line of its own, with "- " in front.'
    if short:
        return f"{called} wants a text, or fields of its own.", "Write the text after the colon."
    if path[-2:-1] in (("steps",), ("then",)):
        cure = 'Begin it with the name of a step, such as "- ask: What now?".'
        return f"{called} does not say which sort of step it is.", cure
    return f"{called} wants fields of its own.", _fields_below(path, model_at(model, path))


def _fields_below(path: Path, model: type[BaseModel] | None) -> str:
    """Shows the fields that a part of the format cannot do without."""
    if path == ("seats",):
        return 'Write each seat as "ines:", and below it, two spaces further in, "name: Ines".'
    fields = model.model_fields.items() if model else ()
    needed = [field.alias or name for name, field in fields if field.is_required()]
    shape = " and ".join(f'"{_SAMPLES.get(name, f"{name}: ...")}"' for name in needed[:2])
    return f"Write them on the lines below, two spaces further in, such as {shape}."


def _range(kind: str, called: str, context: dict[str, Any]) -> tuple[str, str]:
    match kind:
        case "ages":
            return f"{called} wants whole years from 2 to 99, the lower first.", "Write it as 9, 9-11 or 9+."
        case "day":
            return f"{called} wants a day.", "Write it as 2031-06-05: year, month, day."
        case "players":
            return f"{called} wants 1 to 12 people, the lower number first.", "Write it as 3, 2-5 or 2+."
        case "greater_than_equal":
            return f"{called} is too small.", f"At least {context['ge']}."
        case "less_than_equal":
            return f"{called} is too large.", f"At most {context['le']}."
        case "string_too_long":
            return f"{called} is too long.", f"At most {context['max_length']:,} letters."
        case "too_long":
            return f"{called} has too many entries.", f"At most {context['max_length']}."
        case "too_short":
            return f"{called} has too few entries.", f"At least {context['min_length']}."
        case _:
            return f"{called} cannot be read.", "Compare it with the same field of another story."

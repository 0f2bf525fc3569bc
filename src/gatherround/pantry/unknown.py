"""A field that nobody knows: what was most likely meant, and where it belongs."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from gatherround.domain.meant import near
from gatherround.domain.stages import BANDS
from gatherround.pantry.known import fields_of, model_at, model_of
from gatherround.pantry.marks import shown


def listed(words: Sequence[str]) -> str:
    """Says a list as people do: "a, b or c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def unknown_field(path: tuple[str | int, ...], model: type[BaseModel]) -> tuple[str, str]:
    """Says what is off about a field at a path, and what to do."""
    field, here = str(path[-1]), model_at(model, path[:-1])
    known = fields_of(here)
    what = "a step" if "read" in known else "a field"
    if " " in field:
        cure = "Is it text? Then it stands under a line that ends with |, two spaces further in than that field's name."
        return f'"{shown(field)}" is not {what} here.', cure
    return f'"{shown(field)}" is not {what} here.', _meant(field, known, here)


def _meant(field: str, known: list[str], here: type[BaseModel] | None) -> str:
    if "steps" in known and field in fields_of(model_of(here, "steps")):
        return f'It is a step. Write it below "steps:", as "- {field}: ...".'
    if "read" in known and (owners := [name for name in known if field in fields_of(model_of(here, name))]):
        return _part_of(field, owners, fields_of(model_of(here, owners[0]))[0])
    if field in BANDS:
        return 'Wordings for bands stand by themselves, or below "text:", two spaces further in.'
    if meant := near(field, [*known, *BANDS]):
        return f'Did you mean "{meant}"?'
    return f"Known here: {', '.join(known)}." if known else "Take the line out."


def _part_of(field: str, owners: list[str], first: str) -> str:
    """Says of which steps this is a part, and shows one of them with it; `first` is what that step begins with."""
    owner, named = owners[0], listed([f'"{name}"' for name in owners])
    below = f'"{field}: ..."' if field == first else f'"{first}: ..." and "{field}: ..."'
    such = "Below" if len(owners) == 1 else "For instance, below"
    return f'It is a part of {named}. {such} "{owner}:", further in, write {below}.'

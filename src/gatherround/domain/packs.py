"""A story book: what a pack says of itself. Where it came from is where it was loaded from, never a field in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Origin: TypeAlias = Literal["shipped", "family"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One story book; `id` never changes and `language` is a BCP 47 tag."""

    id: str
    title: str
    version: str
    language: str = "en"
    licence: str = "private"
    authors: tuple[str, ...] = ()
    summary: str = ""
    requires: str | None = None
    replaces: tuple[str, ...] = ()
    obsolete: bool = False
    homepage: str | None = None

"""What may be said of a draft beside its boxes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advice:
    """What could be better in one box: what works first, then what to do. `heavy` where dice will leave it out."""

    field: str
    says: str
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Opinion:
    """All that could be better, and by box what is quietly said where nothing is."""

    advice: tuple[Advice, ...] = ()
    quiet: tuple[tuple[str, str], ...] = ()

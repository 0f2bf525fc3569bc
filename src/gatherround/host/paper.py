"""Which paper lies in a family's printer, and by which mark the game knows a page of its own again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

Paper: TypeAlias = Literal["a4", "letter"]
TONIGHT_MARK: Final = "<!-- A dinner of Gather Round -->"
FIRST_TALK_MARK: Final = "<!-- Before a first talk, from Gather Round -->"
CARDS_MARK: Final = "<!-- Cards of Gather Round -->"
_LETTER: Final = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "SV", "VE", "DO", "NI"})
_TOLD_BY: Final = ("LC_ALL", "LC_PAPER", "LANG")


def usual_paper(environ: Mapping[str, str]) -> Paper:
    """Gives Letter where the language of this computer is of a country that prints on it, else A4."""
    told = next((environ[name] for name in _TOLD_BY if environ.get(name)), "")
    return "letter" if told.partition(".")[0].rpartition("_")[2].upper() in _LETTER else "a4"

"""Questions that a command asks: at a terminal, or of whoever writes into the pipe."""

from __future__ import annotations

import sys
from getpass import getpass
from typing import TextIO

from gatherround.domain.refusing import CannotBe

NOBODY_ANSWERS = "Nobody answers here, so nothing has been done."
NOBODY_AGREES = f'{NOBODY_ANSWERS} A script says "--yes".'
BOTH_ANSWERED = f'{NOBODY_ANSWERS} A script says "--yes --yes", which answers both questions.'


def agreed(question: str, *, yes: bool = False, on: TextIO | None = None, unless: str = NOBODY_AGREES) -> bool:
    """Tells whether somebody agrees, or has said so beforehand; raises CannotBe where nobody answers."""
    return yes or _answer(f"{question} [y/N] ", unless, on).strip().casefold() in {"y", "yes"}


def line(prompt: str, unless: str = NOBODY_ANSWERS) -> str:
    """Asks for a line; raises CannotBe, which says `unless`, where nobody answers."""
    return _answer(prompt, unless)


def hidden(prompt: str) -> str:
    """Asks for a word that the terminal does not show; raises CannotBe where nobody answers."""
    if not sys.stdin.isatty():
        return line("")
    try:
        return getpass(prompt)
    except EOFError:
        raise CannotBe(NOBODY_ANSWERS) from None


def _answer(prompt: str, unless: str, on: TextIO | None = None) -> str:
    print(prompt, end="", flush=True, file=on)
    answer = sys.stdin.readline()
    if not answer:
        if prompt:
            print(file=on)
        raise CannotBe(unless)
    return answer.rstrip("\r\n")

"""Questions that a command asks: at a terminal, or of whoever writes into the pipe."""

from __future__ import annotations

import sys
from getpass import getpass

from gatherround.domain.refusing import CannotBe

NOBODY_ANSWERS = "Nobody answers here, so nothing has been done."


def hidden(prompt: str) -> str:
    """Asks for a word that the terminal does not show; raises CannotBe where nobody answers."""
    if not sys.stdin.isatty():
        return line("")
    try:
        return getpass(prompt)
    except EOFError:
        raise CannotBe(NOBODY_ANSWERS) from None


def line(prompt: str) -> str:
    """Asks for a line; raises CannotBe where nobody answers."""
    print(prompt, end="", flush=True)
    answer = sys.stdin.readline()
    if not answer:
        print()
        raise CannotBe(NOBODY_ANSWERS)
    return answer.rstrip("\r\n")

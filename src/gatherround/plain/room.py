"""What a plain room can do: print lines, ask for one, and hide what is private where the terminal lets it."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterable
from typing import Final, TextIO

from gatherround.domain.text import tidy

LEAVES: Final = frozenset({"q", "quit"})
"""What leaves, at every prompt."""
LEAVE: Final = "q leaves."


class Gone(Exception):  # noqa: N818 (named for what happened: nobody is there to answer any more)
    """Nobody answers any more: a pipe ran out, the terminal was closed, or somebody has left."""


class PlainRoom:
    """A terminal or a pipe; nothing that is printed carries a code that somebody else wrote."""

    def __init__(self, inward: TextIO | None = None, outward: TextIO | None = None) -> None:
        self._in = inward or sys.stdin
        self._out = outward or sys.stdout
        self._live = inward is None and self._in.isatty() and self._out.isatty()

    def say(self, *lines: str) -> None:
        """Prints lines as they are; a person's words come through the one gate once more."""
        for line in lines:
            print(tidy(line), file=self._out)

    def say_all(self, lines: Iterable[str]) -> None:
        """Prints many lines, with an empty one before them."""
        self.say("", *lines)

    def ask(self, prompt: str = "> ") -> str:
        """Asks for one line; raises Gone where nobody answers any more."""
        self._out.write(prompt)
        self._out.flush()
        line = self._in.readline()
        if not line:
            raise Gone
        if not self._live:
            print(file=self._out)
        return line.rstrip("\r\n")

    def ask_with_help(self, prompt: str, *can: str) -> str:
        """Asks for one line; `?` says what can be typed and asks again, and whoever leaves is Gone."""
        while True:
            line = self.ask(prompt)
            said = line.strip().casefold()
            if said in LEAVES:
                raise Gone
            if said != "?":
                return line
            self.say(*can, LEAVE)

    def ask_hidden(self) -> str:
        """Asks for one line that the terminal does not show; through a pipe it is an ordinary line."""
        if not self._live:
            return self.ask()
        try:
            return getpass.getpass("> ")
        except EOFError:
            raise Gone from None

    def cover(self) -> None:
        """Clears the screen and what can be scrolled back to, where this is a terminal."""
        if self._live:
            self._out.write("\x1b[2J\x1b[3J\x1b[H")
            self._out.flush()

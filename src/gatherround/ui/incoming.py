"""What comes in from a terminal, as messages: what is no text and no key is left out, and too much of it is let go."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

MOST_KEYS: Final = 128
"""Keys that may wait for an answer; what a paste without brackets or a cat on the keyboard adds is let go."""
HEARD_ALWAYS: Final = frozenset({"ctrl+c", "ctrl+q", "ctrl+z"})
"""Keys that are never let go: whoever wants to leave leaves."""
LONGEST_PASTE: Final = 2_000
"""Letters of a paste that are taken: every line here is shorter."""


class Incoming:
    """Understands bytes as they come, letter by letter; nonsense upsets nothing but itself."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()

    def understood(self, heard: bytes) -> Iterator[Message]:
        """Gives what these bytes say, and goes on afresh where the parser stumbles over them."""
        said = self._decode(heard)
        try:
            # An empty feed would mean the end; half a letter leaves nothing to feed yet.
            yield from self._parser.feed(said) if said else ()
            yield from self._parser.tick()
        except (ValueError, OverflowError, ArithmeticError, LookupError, RuntimeError, TypeError):
            self._parser = _afresh(self._parser)

    def nothing_came(self) -> Iterator[Message]:
        """Gives what was still waiting for more."""
        yield from self._parser.tick()


def _afresh(parser: XTermParser) -> XTermParser:
    """Gives a parser that knows of the terminal what this one knew."""
    fresh = XTermParser()
    fresh.mouse_pixels = parser.mouse_pixels
    fresh.terminal_size, fresh.terminal_pixel_size = parser.terminal_size, parser.terminal_pixel_size
    return fresh


def not_too_many(messages: Iterable[Message], room: int) -> Iterator[Message]:
    """Lets go of the keys for which there is no room, and of the end of a very long paste."""
    for message in messages:
        match message:
            case events.Paste():
                yield events.Paste(message.text[:LONGEST_PASTE])
            case events.Key() if message.key not in HEARD_ALWAYS and (room := room - 1) < 0:
                continue
            case _:
                yield message

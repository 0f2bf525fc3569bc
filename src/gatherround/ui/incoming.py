"""What comes in from a terminal, as messages: what is no text and no key is left out, and too much of it is let go."""

from __future__ import annotations

from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from typing import Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

MOST_KEYS: Final = 128
"""Keys that may wait for an answer; what a paste without brackets or a cat on the keyboard adds is no key any more.

Its letters go on together, as what was pasted: into the box that somebody types in, and nowhere else.
"""
BETWEEN_WORDS: Final = {"enter": "\n", "ctrl+j": "\n", "tab": " "}
"""Keys that are part of a text where they come in the middle of one."""
TYPED_AHEAD: Final = 16
"""Letters that a hand may have typed while the line was slow; more at once, with lines among them, are a text.

So of a paste without brackets no enter ends a line of ours in the middle, and no letter after it means anything.
"""
HEARD_ALWAYS: Final = frozenset({"ctrl+c", "ctrl+q", "ctrl+z"})
"""Keys that are never let go: whoever wants to leave leaves."""
LONGEST_PASTE: Final = 20_000
"""Letters of a paste that are taken: every box here holds far less, and says what did not fit."""


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


def is_text(heard: bytes) -> bool:
    """Tells whether so much came at once that it is a text, of which more may come; one that is far too long is not."""
    return TYPED_AHEAD < len(heard) < LONGEST_PASTE and b"\x1b" not in heard


def not_too_many(messages: Iterable[Message], room: int) -> Iterator[Message]:
    """Gives the keys for which there is no room as one paste, and lets go of the end of a very long one."""
    at_once = ""
    for message in _texts_whole(messages):
        if isinstance(message, events.Key) and message.key not in HEARD_ALWAYS and (room := room - 1) < 0:
            at_once += _text(message)
            continue
        yield from _pasted(at_once)
        yield from _pasted(message.text) if isinstance(message, events.Paste) else (message,)
        at_once = ""
    yield from _pasted(at_once)


def _texts_whole(messages: Iterable[Message]) -> Iterator[Message]:
    """Gives every text in lines, of which the keys came at once, as one paste, and all else as it is."""
    run: list[events.Key] = []
    for message in messages:
        if isinstance(message, events.Key) and _text(message):
            run.append(message)
            continue
        yield from _whole(run)
        yield message
        run = []
    yield from _whole(run)


def _whole(run: list[events.Key]) -> Iterable[Message]:
    letters = [at for at, key in enumerate(run) if key.is_printable]
    in_lines = len(letters) > TYPED_AHEAD and not all(key.is_printable for key in run[: letters[-1]])
    return _pasted("".join(map(_text, run))) if in_lines else run


def _text(key: events.Key) -> str:
    """Gives what a key adds to a text; nothing where it is not part of one."""
    return BETWEEN_WORDS.get(key.key) or (key.character or "") * key.is_printable


def _pasted(text: str) -> Iterator[Message]:
    if text:
        yield events.Paste(text[:LONGEST_PASTE])

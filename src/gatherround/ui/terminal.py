"""The way to the terminal and back: it is always given back whole, and nothing that comes in upsets the game."""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import IO, Any, Final

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App, ScreenStackError
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

LOOK: Final = 0.1
"""Seconds between two looks at whether the reading has to stop."""
MOST_KEYS: Final = 128
"""Keys that may wait for an answer; what a paste without brackets or a cat on the keyboard adds is no key any more.

Its letters go on together, as what was pasted: into the box that somebody types in, and nowhere else.
"""
BETWEEN_WORDS: Final = {"enter": "\n", "ctrl+j": "\n", "tab": " "}
"""Keys that are part of a text where they come in the middle of one."""
HEARD_ALWAYS: Final = frozenset({"ctrl+c", "ctrl+q", "ctrl+z"})
"""Keys that are never let go: whoever wants to leave leaves."""
LONGEST_PASTE: Final = 20_000
"""Letters of a paste that are taken: every box here holds far less, and says what did not fit."""
_ENDS: Final = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


class Terminal(LinuxDriver):
    """Textual's own way to a terminal on Linux and macOS, with the manners that 8.2.8 leaves to us."""

    class Ended(Message):
        """Somebody ends the game from outside: a signal, or a terminal that was closed."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file: Any = _Screen(self._file)
        self._lent = self._leaving = self._to_stop = False
        for number in _ENDS:
            # Under nohup a lost line is no reason to go; that the terminal itself is gone, the reading notices.
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._loop.add_signal_handler(number, self._end, number)

    def run_input_thread(self) -> None:
        """Reads what comes in until it is told to stop; what is no text and no key is left out."""
        decode = getincrementaldecoder("utf-8")("replace").decode
        parser = XTermParser()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(LOOK):
                    heard = self._heard()
                    if not heard:
                        self._end(signal.SIGHUP)
                        return
                    parser = self._take(parser, decode(heard))
                else:
                    self._pass_on(parser.tick())

    def _heard(self) -> bytes:
        """Gives what came in, and nothing once the terminal has been closed."""
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _take(self, parser: XTermParser, said: str) -> XTermParser:
        """Passes on what was understood, and gives a fresh parser where the old one stumbled over nonsense."""
        try:
            # An empty feed would mean the end; half a letter leaves nothing to feed yet.
            self._pass_on(parser.feed(said) if said else ())
            self._pass_on(parser.tick())
        except (ValueError, OverflowError, ArithmeticError, LookupError, RuntimeError, TypeError):
            fresh = XTermParser()
            fresh.mouse_pixels = parser.mouse_pixels
            fresh.terminal_size, fresh.terminal_pixel_size = parser.terminal_size, parser.terminal_pixel_size
            return fresh
        return parser

    def _pass_on(self, messages: Iterable[Message]) -> None:
        room = MOST_KEYS - self._waiting()
        at_once = ""
        for message in messages:
            if isinstance(message, events.Key) and message.key not in HEARD_ALWAYS and (room := room - 1) < 0:
                at_once += BETWEEN_WORDS.get(message.key) or (message.character or "") * message.is_printable
                continue
            self._paste(at_once)
            at_once = ""
            if isinstance(message, events.Paste):
                self._paste(message.text)
            else:
                self.process_message(message)
        self._paste(at_once)

    def _paste(self, text: str) -> None:
        if text:
            self.process_message(events.Paste(text[:LONGEST_PASTE]))

    def _waiting(self) -> int:
        waiting = self._app.message_queue_size
        with suppress(ScreenStackError):
            waiting += self._app.screen.message_queue_size
        return waiting

    def _end(self, number: int) -> None:
        self._app.post_message(self.Ended(number))

    # Textual (8.2.8) answers a stop and a return in the middle of whatever is being done: of giving the terminal back,
    # and then half of it stays taken, or of handing on a line to be drawn, and then whoever holds that queue waits for
    # ever. Here both are answered in the loop's own turn, one after the other.

    def stop_application_mode(self) -> None:
        """Gives the terminal back, for good unless it is only lent; from then on no signal takes it again."""
        self._leaving = not self._lent
        super().stop_application_mode()

    def suspend_application_mode(self) -> None:
        """Lends the terminal to the shell or to an editor, and waits until the last word has been written."""
        self._lent = True
        super().suspend_application_mode()
        self._lent = False

    @property
    def _reads(self) -> bool:
        return self._key_thread is not None and self._key_thread.is_alive()

    def _sigtstp_application(self, *_: object) -> None:
        self._to_stop = True
        if self._auto_restart:
            self._soon(self._stop)
        else:
            self._stop()  # an editor has the terminal, and the loop waits for it

    def _sigcont_application(self, *_: object) -> None:
        self._to_stop = False
        if self._auto_restart:
            self._soon(self._return)

    def _soon(self, do: Callable[[], None]) -> None:
        # After the last turn of the loop nothing is left to be answered.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(do)

    def _stop(self) -> None:
        """Gives the shell its terminal, and stops until somebody returns, unless that has been meanwhile."""
        if not self._to_stop or self._leaving:
            return
        self._to_stop = False
        if self._reads:
            self._must_signal_resume = True
            self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _return(self) -> None:
        """Takes the terminal; where the shell keeps it back (bg), whoever returns next (fg) tries again.

        After a stop that nobody can catch, the shell has its own settings back and the old threads still run: starting
        twice would keep those settings from ever being given back.
        """
        if self._leaving:
            return
        if self._reads:
            self.suspend_application_mode()
        self.resume_application_mode()


class _Screen:
    """What is drawn on; once nobody is there to look, drawing goes nowhere, quietly."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def fileno(self) -> int:
        return self._file.fileno()

    def write(self, text: str) -> None:
        try:
            self._file.write(text)
        except OSError:
            self._into_nothing()

    def flush(self) -> None:
        try:
            self._file.flush()
        except OSError:
            self._into_nothing()

    def _into_nothing(self) -> None:
        """Points the stream at nothing: a writer that raises would leave Textual waiting for it for ever."""
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, self._file.fileno())
        os.close(nothing)

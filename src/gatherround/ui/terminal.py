"""The way to the terminal and back: it is always given back whole, and nothing that comes in upsets the game."""

from __future__ import annotations

import os
import selectors
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import IO, Any, Final

from textual.app import App, ScreenStackError
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from gatherround.ui.incoming import MOST_KEYS, Incoming, is_text, not_too_many

LOOK: Final = 0.1
"""Seconds between two looks at whether the reading has to stop."""
RESTS: Final = 0.02
"""Seconds without a letter after which a text that comes as keys is whole: a terminal sends a long one in parts.

They are fewer than between two letters of a key that is held down.
"""
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
        incoming = Incoming()
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if not selector.select(LOOK):
                    self._pass_on(incoming.nothing_came())
                elif heard := self._heard(selector):
                    self._pass_on(incoming.understood(heard))
                else:
                    self._end(signal.SIGHUP)
                    return

    def _heard(self, selector: selectors.BaseSelector) -> bytes:
        """Gives what came in, a text with all that still comes of it, and nothing once the terminal has been closed."""
        heard = self._read()
        while is_text(heard) and selector.select(RESTS) and (more := self._read()):
            heard += more
        return heard

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, 4096)
        except OSError:
            return b""

    def _pass_on(self, messages: Iterable[Message]) -> None:
        # After the last turn of the loop there is nobody to pass anything on to.
        with suppress(RuntimeError):
            for message in not_too_many(messages, MOST_KEYS - self._waiting()):
                self.process_message(message)

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

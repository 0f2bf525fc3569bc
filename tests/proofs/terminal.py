"""Somebody at a pseudo-terminal who presses whatever there is, and the process that sits in it."""

from __future__ import annotations

import fcntl
import os
import pty
import random
import select
import struct
import termios
from time import monotonic

KEYS = ("\r", " ", "\r", "1", "2", "3", "b", "s", "p", "g", "\x1b[6~", "t", "h")
QUIET = 0.02
PATIENCE = 5.0


class Keys:
    """A pseudo-terminal of 80 columns; `sit_down` makes it the terminal of this process."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._first = True

    def sit_down(self) -> None:
        """Takes the terminal for whoever calls, as its keyboard and both its ways out."""
        os.setsid()
        for stream in (0, 1, 2):
            os.dup2(self._slave, stream)
        os.environ["TERM"] = "xterm-256color"

    def press_until(self, said: int) -> bytes | None:
        """Presses keys until the process says something, and gives that; none where it has gone, or says nothing."""
        end = monotonic() + PATIENCE
        while monotonic() < end:
            ready, _, _ = select.select([said, self._master], [], [], QUIET)
            if self._master in ready:
                os.read(self._master, 65536)
            if said in ready:
                return os.read(said, 4096) or None
            if not ready:
                self._press()
        return None

    def _press(self) -> None:
        key = "g" if self._first else self._dice.choice(KEYS)
        self._first = False
        os.write(self._master, key.encode())

    def close(self) -> None:
        """Takes the terminal away."""
        os.close(self._master)
        os.close(self._slave)

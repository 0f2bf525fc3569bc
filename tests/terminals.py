"""A terminal for tests: a pseudo-terminal with a program in it, its keys, its signals, and every byte it was drawn."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

PATIENCE = 20.0
"""Seconds after which something that was waited for is missed."""
GATHERROUND = (sys.executable, "-c", "import sys; from gatherround.cli import main; sys.exit(main())")
UNDER_NOHUP = (*GATHERROUND[:2], "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN); " + GATHERROUND[2])
GIVEN_BACK = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1006l", b"\x1b[?2004l", b"\x1b[?7h")
"""Alternate screen off, cursor shown, mouse off, bracketed paste off, line wrap on."""
_STEERING = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-B]|[=>78])")


def environment(home: Path, **more: str | None) -> dict[str, str]:
    """Gives a child its environment: a modern terminal, a house of its own, and nothing that this shell has set."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "PYTHONPYCACHEPREFIX") if name in os.environ}
    told = {"HOME": str(home), "GATHERROUND_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    changed = kept | told | {"LANG": "C.UTF-8", "TEXTUAL_ANIMATIONS": "none"} | more
    return {name: value for name, value in changed.items() if value is not None}


class PseudoTerminal:
    """A program in a terminal of `size` columns and rows; leave the `with`, and program and terminal are gone."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        program: Sequence[str] = GATHERROUND,
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str] | None = None,
    ) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.before = termios.tcgetattr(self.slave)
        self.drawn = b""
        self.child = subprocess.Popen(
            [*program, *arguments],
            stdin=self.slave,
            stdout=self.slave,
            stderr=self.slave,
            env=dict(environ or environment(home)),
            start_new_session=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.child.pid, signal.SIGCONT)
            os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()
        self.close()

    def press(self, keys: str | bytes) -> None:
        """Presses keys, as bytes that a terminal sends; looks on meanwhile, or both would wait for each other."""
        left = keys.encode() if isinstance(keys, str) else keys
        end = time.monotonic() + PATIENCE
        while left and time.monotonic() < end:
            _, ready, _ = select.select([], [self.master], [], 0.05)
            left = left[os.write(self.master, left[:1024]) :] if ready else left
            self._look(0)
        assert not left, "the program no longer reads"

    def signal(self, number: signal.Signals) -> None:
        """Sends the program a signal."""
        self.child.send_signal(number)

    def resize(self, columns: int, rows: int) -> None:
        """Changes the size of the terminal, which tells the program."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.signal(signal.SIGWINCH)

    def see(self, words: str | bytes) -> None:
        """Waits until these words have been drawn since the last look, and forgets what was drawn up to them."""
        wanted = words.encode() if isinstance(words, str) else words
        self.wait(lambda: wanted in self.text or wanted in self.drawn, f"{wanted!r} in {self.text[-2000:]!r}")
        self.drawn = self.drawn.split(wanted, 1)[-1] if wanted in self.drawn else b""

    def wait(self, come: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
        """Looks on until something has come; fails once patience has run out."""
        end = time.monotonic() + patience
        while not come():
            assert time.monotonic() < end, f"waited in vain for {what}"
            self._look(0.05)

    def quiet(self, seconds: float) -> bytes:
        """Gives what is drawn in so many seconds."""
        self.drawn = b""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._look(0.05)
        return self.drawn

    def settle(self, seconds: float = 0.2) -> None:
        """Waits until nothing has been drawn for a while."""
        end = time.monotonic() + PATIENCE
        while self.quiet(seconds):
            assert time.monotonic() < end, "the screen never comes to rest"

    def ended(self, patience: float = PATIENCE) -> int:
        """Waits for the end and gives the exit code; what was drawn last stays in `drawn`."""
        self.wait(lambda: self.child.poll() is not None, "the end", patience)
        # The kernel hands on what was written last in its own time.
        while self._look(0.05):
            pass
        return self.child.returncode

    def close(self) -> None:
        """Closes the terminal, as when its window is closed."""
        if self.slave >= 0:
            os.close(self.slave)
            self.slave = -1
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    @property
    def text(self) -> bytes:
        """What was drawn, without the codes that steer the terminal."""
        return _STEERING.sub(b"", self.drawn)

    @property
    def farewell(self) -> str:
        """What was said once the terminal had been given back."""
        return _STEERING.sub(b"", self.drawn.rpartition(GIVEN_BACK[0])[2]).decode().strip()

    @property
    def modes(self) -> list[object]:
        """How the terminal treats keys and line ends now, to compare with `before`."""
        return termios.tcgetattr(self.slave)

    def _look(self, seconds: float) -> bool:
        if self.master < 0:
            time.sleep(seconds)
            return False
        ready, _, _ = select.select([self.master], [], [], seconds)
        seen = b""
        with suppress(OSError):
            seen = os.read(self.master, 65536) if ready else b""
        self.drawn += seen
        return bool(seen)

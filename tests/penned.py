"""Runs the game in a pen: it writes into one folder only, starts no program but those given to it, and calls nobody.

Whatever is pressed, nothing of this computer comes to harm. A path outside, which anybody may type where a file is
asked for, is refused as a closed folder refuses; what nobody can have typed is written down as an escape.
"""

from __future__ import annotations

import os
import sys
from errno import EACCES
from typing import Any

PEN = os.path.realpath(os.environ["GATHERROUND_PEN"])
ESCAPES = os.path.join(PEN, "escapes")
FREE = (PEN + os.sep, "/dev/")
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
TOUCHES = {
    f"os.{name}": 1 for name in ("mkdir", "rmdir", "remove", "truncate", "chmod", "chown", "utime", "setxattr")
} | {f"os.{name}": 2 for name in ("rename", "link", "symlink")}
"""How many of its first values are paths that are changed."""
STARTS = frozenset({"subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.startfile", "webbrowser.open"})
CALLS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"})


def watch(event: str, values: tuple[Any, ...]) -> None:
    """Refuses what would leave the pen, before it happens."""
    if event == "open":
        if isinstance(values[0], str | bytes) and values[2] & WRITES and not inside(values[0]):
            raise PermissionError(EACCES, "the pen is closed", values[0])
    elif event in TOUCHES:
        folders = [value for value in values[TOUCHES[event] :] if isinstance(value, int) and value > 2]
        for path in values[: TOUCHES[event]]:
            if not inside(path, folders[-1:] if event in {"os.remove", "os.rmdir", "os.mkdir"} else ()):
                if event != "os.mkdir":
                    write_down(event, path)
                raise PermissionError(EACCES, "the pen is closed", path)
    elif event in CALLS or (event in STARTS and not inside(str(values[0]))):
        write_down(event, values[0])
        raise PermissionError(EACCES, "the pen is closed", str(values[0]))
    elif event == "os.kill" and values[0] != os.getpid():
        write_down(event, values[0])


def inside(path: str | bytes | int, folders: Any = ()) -> bool:
    """Tells whether a path lies in the pen, wherever it points to."""
    if isinstance(path, int):
        return True
    at = os.fsdecode(path)
    for folder in folders:
        if not os.path.isabs(at) and os.path.exists(f"/proc/self/fd/{folder}"):
            at = os.path.join(os.readlink(f"/proc/self/fd/{folder}"), at)
    return (os.path.realpath(at) + os.sep).startswith(FREE)


def write_down(event: str, what: object) -> None:
    with open(ESCAPES, "a", encoding="utf-8") as page:
        page.write(f"{event}: {what!r}\n")


if __name__ == "__main__":
    from gatherround.cli import main

    os.chdir(PEN)
    sys.addaudithook(watch)
    sys.exit(main())

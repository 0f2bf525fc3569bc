"""The front door: parses, opens the house, lets a guest in; every trouble becomes one kind line and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

from gatherround.cli.endings import BROKE, CANNOT_OPEN, FINE, INTERRUPTED, NOT_DONE, WRONG_USE
from gatherround.cli.idle import refuse_idle
from gatherround.cli.parser import parsed

__all__ = ["BROKE", "CANNOT_OPEN", "FINE", "INTERRUPTED", "NOT_DONE", "WRONG_USE", "main"]

NOT_SAID: Final = "What there is to say could not be written where it was to go: {why}."
_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})
"""What goes wrong with a file behind `>`; a file of ours that cannot be written says which, and never comes here."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code; only its owner can read whatever it writes."""
    os.umask(0o077)
    _open_every_way()
    _speak_utf8()
    asked = parsed(sys.argv[1:] if arguments is None else arguments)
    try:
        refuse_idle(asked)
        code = int(asked.run(asked))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        print("\nGoodnight. What was open stays open.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _say_no_more()  # whoever read us has gone
        return FINE
    except Exception as broken:
        return _told(broken)


def _told(broken: Exception) -> int:
    from gatherround.cli.saying import not_done

    if (code := not_done(broken)) is not None:
        return code
    if isinstance(broken, OSError) and broken.filename is None and broken.errno in _NO_ROOM:
        _say_no_more()
        print(NOT_SAID.format(why=broken.strerror), file=sys.stderr)
        return CANNOT_OPEN
    print(*_whereabouts(broken), sep="\n", file=sys.stderr)
    return BROKE


def _say_no_more() -> None:
    """Lets the rest of what is printed go nowhere: Python would complain once more when it closes the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _whereabouts(broken: BaseException) -> Iterator[str]:
    """Says what sort of thing broke and where, and never with which words: those may be somebody's own."""
    from traceback import extract_tb

    yield f"That was not meant to happen ({type(broken).__name__}). What was kept is still kept. It happened in:"
    for frame in extract_tb(broken.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"


def _open_every_way() -> None:
    """Lets a way in or out that was closed before we began lead nowhere, so that no file of ours is taken for it."""
    while (handle := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(handle, True)
    os.close(handle)
    sys.stdin = sys.stdin or os.fdopen(0, closefd=False)
    sys.stdout = sys.stdout or os.fdopen(1, "w", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", closefd=False)


def _speak_utf8() -> None:
    """Makes both ways out UTF-8, whatever the locale says, and reads what is not UTF-8 with a mark in its place."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]

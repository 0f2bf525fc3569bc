"""The front door: parses, opens the house, lets a guest in; every trouble becomes one kind line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress

from gatherround.cli.endings import BROKE, CANNOT_OPEN, FINE, INTERRUPTED, NOT_DONE, WRONG_USE
from gatherround.cli.parser import parsed

__all__ = ["BROKE", "CANNOT_OPEN", "FINE", "INTERRUPTED", "NOT_DONE", "WRONG_USE", "main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code; only its owner can read whatever it writes."""
    os.umask(0o077)
    _speak_utf8()
    asked = parsed(sys.argv[1:] if arguments is None else arguments)
    try:
        return int(asked.run(asked))
    except KeyboardInterrupt:
        print("\nGoodnight. What was open stays open.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read us has gone; Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception as broken:
        return _told(broken)


def _told(broken: Exception) -> int:
    from gatherround.cli.saying import not_done

    if (code := not_done(broken)) is not None:
        return code
    print(*_whereabouts(broken), sep="\n", file=sys.stderr)
    return BROKE


def _whereabouts(broken: BaseException) -> Iterator[str]:
    """Says what sort of thing broke and where, and never with which words: those may be somebody's own."""
    from traceback import extract_tb

    yield f"That was not meant to happen ({type(broken).__name__}). What was kept is still kept. It happened in:"
    for frame in extract_tb(broken.__traceback__):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"


def _speak_utf8() -> None:
    """Makes both ways out UTF-8, whatever the locale says, and reads what is not UTF-8 with a mark in its place."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]

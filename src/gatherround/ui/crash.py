"""What is kept of a crash: what sort of thing broke and where, and no word of anybody's."""

from __future__ import annotations

import platform
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import textual

import gatherround
from gatherround.host.crashes import keep_whereabouts

DEEPEST: Final = 5
"""How many troubles behind a trouble are named."""


def sentence(error: BaseException | None, log: Path | None) -> str:
    """Gives one kind line for the family, and keeps the whereabouts in `log` where that can be written."""
    name = type(error).__name__ if error else "unknown"
    return f"Sorry, something broke ({name}). What was kept is kept.{_kept(error, log)}"


def whereabouts(error: BaseException) -> Iterator[str]:
    """Gives versions, then type, file, line and function of every frame: never a message, a source line or a local.

    Messages hold people's words (the key of a KeyError, what pydantic was given), and full paths hold a login name.
    """
    versions = f"gatherround {gatherround.__version__}, textual {textual.__version__}"
    yield f"{versions}, python {platform.python_version()}, {platform.system()}"
    behind: BaseException | None = error
    for _ in range(DEEPEST):
        if behind is None:
            return
        yield f"{type(behind).__module__}.{type(behind).__qualname__}"
        for frame in traceback.extract_tb(behind.__traceback__):
            yield f"  {'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}"
        behind = behind.__cause__ or behind.__context__


def _kept(error: BaseException | None, log: Path | None) -> str:
    if log is None or error is None or not keep_whereabouts(log, whereabouts(error)):
        return ""
    return f" Where it broke, without a word of yours: {log}"

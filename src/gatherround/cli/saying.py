"""What a command says when it is done, or why it is not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gatherround.cli import CANNOT_OPEN, NOT_DONE
from gatherround.domain.text import tidy

if TYPE_CHECKING:
    from pathlib import Path

    from gatherround.host.troubles import CannotBe, Trouble


def shown(path: Path | str) -> str:
    """Gives a path, or another name that somebody chose, on one line and without what steers a terminal."""
    return tidy(str(path)).replace("\n", " ")


def not_done(no: CannotBe | Trouble) -> int:
    """Says why something was not done, and gives the exit code of that."""
    from gatherround.host.troubles import CannotKeep

    print(no.sentence, file=sys.stderr)
    return CANNOT_OPEN if isinstance(no, CannotKeep) else NOT_DONE

"""Opens the house for a command, or says in one kind line why not."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from gatherround.host.house import House, open_house
from gatherround.host.troubles import UnopenedFile

CANNOT_OPEN = 3


def opened(data_dir: Path | None, environ: Mapping[str, str]) -> House | int:
    """Gives the house, or the exit code after one line that names the file which was left untouched."""
    try:
        return open_house(data_dir, environ)
    except UnopenedFile as trouble:
        print(trouble.sentence, file=sys.stderr)
        return CANNOT_OPEN

"""Opens the house for a command, or says in one kind line why not."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from gatherround.host.house import House, open_house
from gatherround.host.troubles import DamagedFile, UnopenedFile

if TYPE_CHECKING:
    from gatherround.domain.album import Album

CANNOT_OPEN = 3


def opened(data_dir: Path | None, environ: Mapping[str, str]) -> House | int:
    """Gives the house, or the exit code after one line that names the file which was left untouched.

    Where the file is damaged and a whole copy lies there, it is offered.
    """
    try:
        house = open_house(data_dir, environ)
    except DamagedFile as trouble:
        print(trouble.sentence, file=sys.stderr)
        from gatherround.cli.restore import offered

        return opened(data_dir, environ) if offered(data_dir, environ) else CANNOT_OPEN
    except UnopenedFile as trouble:
        print(trouble.sentence, file=sys.stderr)
        return CANNOT_OPEN
    house.printer = _printed
    return house


def _printed(album: Album) -> str:
    """Has a page printed; the paper room is furnished when somebody first asks for one."""
    from gatherround.paper.keepsake import keepsake

    return keepsake(album)

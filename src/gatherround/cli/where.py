"""Says in plain words which files there are, who can open them, and what is never kept."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from shutil import get_terminal_size

from gatherround.cli.endings import FINE
from gatherround.cli.house import in_the_house
from gatherround.cli.saying import columns, shown
from gatherround.domain.text import wrap
from gatherround.host.house import House
from gatherround.host.keeping import NEVER, OTHERS, KeptFile, kept_files, not_yet

WIDTH = 80


def where(asked: argparse.Namespace) -> int:
    """Lists the family's files and says who can open them; where there are none yet, it makes none."""
    home = not_yet(asked.data_dir, os.environ)
    if home is None:
        return in_the_house(asked, _listed)
    if asked.json:
        _as_json(home)
    else:
        print(f"Nothing of a family lies in {shown(home)} yet.")
    return FINE


def _listed(house: House, asked: argparse.Namespace) -> int:
    if asked.json:
        _as_json(house.home, *(kept_files(house.home) if house.home else ()))
        return FINE
    if house.home is None:
        print(*house.notices, sep="\n")
        return FINE
    print(f"Everything of this family lies in {shown(house.home)}")
    rows = [(f"  {shown(file.name)}", f"{file.size:>10,} bytes", file.who) for file in kept_files(house.home)]
    print(*columns(rows), sep="\n")
    print(*wrap(f"Never kept, for anybody: {NEVER}", min(WIDTH, get_terminal_size().columns)), sep="\n")
    return FINE


def _as_json(home: Path | None, *files: KeptFile) -> None:
    """Prints where the home is, or none where nothing can be kept, and each file in it."""
    listed = [{"name": one.name, "bytes": one.size, "open_to_others": one.who == OTHERS} for one in files]
    shape = {"home": None if home is None else str(home), "files": listed}
    print(json.dumps(shape, indent=2, ensure_ascii=False))

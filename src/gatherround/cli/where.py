"""Says in plain words which files there are, who can open them, and what is never kept."""

from __future__ import annotations

import argparse
import os

from gatherround.cli import FINE
from gatherround.cli.house import in_the_house
from gatherround.cli.saying import shown
from gatherround.domain.text import tidy, wrap
from gatherround.host.house import House
from gatherround.host.keeping import NEVER, kept_files, not_yet

WIDTH = 80


def where(asked: argparse.Namespace) -> int:
    """Lists the family's files and says who can open them; where there are none yet, it makes none."""
    home = not_yet(asked.data_dir, os.environ)
    if home is not None:
        print(f"Nothing of a family lies in {shown(home)} yet.")
        return FINE
    return in_the_house(asked, _listed)


def _listed(house: House, _: argparse.Namespace) -> int:
    if house.home is None:
        print(*house.notices, sep="\n")
        return FINE
    print(f"Everything of this family lies in {shown(house.home)}")
    for file in kept_files(house.home):
        print(f"  {tidy(file.name):<28} {file.size:>10,} bytes   {file.who}")
    print(*wrap(f"Never kept, for anybody: {NEVER}", WIDTH), sep="\n")
    return FINE

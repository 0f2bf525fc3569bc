"""Says what the game makes real, and what carries it."""

from __future__ import annotations

import argparse
import json
import os
from contextlib import closing

from gatherround.cli.house import opened
from gatherround.domain.text import tidy


def show_practices(asked: argparse.Namespace) -> int:
    """Prints every practice with the stories and the parts of the game that carry it."""
    from gatherround.host.practices import lines, practised, shape

    house = opened(asked.data_dir, os.environ)
    if isinstance(house, int):
        return house
    with closing(house):
        rows = practised(house.shelf)
    if asked.json:
        print(json.dumps(shape(rows), indent=2, ensure_ascii=False))
    else:
        print(*(tidy(line) for line in lines(rows)), sep="\n")
    return 0

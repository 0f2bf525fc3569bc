"""Says what the game makes real, and what carries it."""

from __future__ import annotations

import argparse
import json

from gatherround.cli.endings import FINE
from gatherround.cli.house import in_the_house
from gatherround.domain.text import tidy
from gatherround.host.house import House


def show_practices(asked: argparse.Namespace) -> int:
    """Prints every practice with the stories and the parts of the game that carry it."""
    return in_the_house(asked, _shown)


def _shown(house: House, asked: argparse.Namespace) -> int:
    from gatherround.host.practices import lines, practised, shape

    rows = practised(house.shelf)
    if asked.json:
        print(json.dumps(shape(rows), indent=2, ensure_ascii=False))
    else:
        print(*(tidy(line) for line in lines(rows)), sep="\n")
    return FINE

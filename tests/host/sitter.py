"""Sits at a plain table until somebody ends it: python -m host.sitter HOME SEED."""

from __future__ import annotations

import sys
from pathlib import Path

from gatherround.host.house import open_house
from gatherround.plain.room import PlainRoom
from gatherround.plain.table import PlainTable
from tables import SeededDice

if __name__ == "__main__":
    PlainTable(open_house(Path(sys.argv[1]), {}, dice=SeededDice(int(sys.argv[2]))), PlainRoom()).sit_down()

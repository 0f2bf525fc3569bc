"""A process that exports, or erases, until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

from host.houses import house_at


def main() -> None:
    """Does what it is told in the home it is given, over and over, and says when it begins."""
    home, what = Path(sys.argv[1]), sys.argv[2]
    house = house_at(home)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    if what == "export":
        for number in range(10_000):
            house.family.moving.export(home.parent / f"out-{number}.json")
    else:
        gone = house.family.people.named(what)
        if gone is not None:
            house.family.erasing.erase(gone)


if __name__ == "__main__":
    main()

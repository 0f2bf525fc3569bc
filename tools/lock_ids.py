"""Appends every new shipped activity to content/ids.lock; what is written there never changes its meaning."""

from __future__ import annotations

from pathlib import Path

from gatherround.host.shelf import shipped_shelf
from gatherround.pantry.library import Shelves, open_library

LOCK = "ids.lock"


def lines(shelf: Path) -> list[str]:
    """Gives a line for each shipped activity: its full id, kind and lowest age."""
    return [f"{one.full_id} {one.kind} {one.youngest}" for one in open_library(Shelves(shelf)).activities]


def main() -> None:
    """Rewrites the lock with what was there and what is new, sorted; says how many came."""
    shelf = shipped_shelf()
    lock = shelf / LOCK
    before = lock.read_text(encoding="utf-8").splitlines() if lock.exists() else []
    known = {line.split()[0] for line in before}
    fresh = [line for line in lines(shelf) if line.split()[0] not in known]
    lock.write_text("\n".join(sorted([*before, *fresh])) + "\n", encoding="utf-8")
    print(f"{len(fresh)} new, {len(before)} as before.")


if __name__ == "__main__":
    main()

"""A window that plays one scripted Round after another: python -m proofs.window HOME NAME ROUNDS."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from gatherround.domain.entries import Entry, Played
from gatherround.domain.play.moves import On
from gatherround.host.evening import OnlyLooking
from gatherround.host.house import House
from gatherround.storage.journal import Journal, OpenRound
from host.houses import house_at
from rounds import ask, laid, story
from tables import table


def listen() -> list[str]:
    """Writes down every title whose Played the drawer has acknowledged to this window."""
    acknowledged: list[str] = []
    real = Journal.record

    def record(
        self: Journal, hold: OpenRound, place_json: str, entries: Sequence[Entry], plan_json: str | None = None
    ) -> int:
        mark = real(self, hold, place_json, entries, plan_json)
        acknowledged.extend(entry.title for entry in entries if isinstance(entry, Played))
        return mark

    Journal.record = record  # type: ignore[method-assign]
    return acknowledged


def round_of(house: House, title: str) -> list[str]:
    """Plays a Round until goodnight, or until the other window has begun one; gives what the table was told."""
    evening = house.evening()
    evening.start(laid(story(ask(who="everyone"), title=title), table(9, 13, 40)))
    try:
        while evening.play.phase != "night":
            evening.make(On())
    except OnlyLooking:
        pass
    return evening.notices


def main(home: Path, name: str, rounds: int) -> None:
    """Plays as soon as it is told to, and prints what was acknowledged and what the table was told."""
    acknowledged, notices = listen(), []
    house = house_at(home)
    sys.stdin.readline()
    for number in range(rounds):
        notices += round_of(house, f"{name} {number}")
        house.memories().notice(f"I saw {name} {number}")
    sys.stdout.write(json.dumps({"acknowledged": acknowledged, "notices": notices}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

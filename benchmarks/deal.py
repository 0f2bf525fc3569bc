"""Dealing an evening for eight people who have played for ten years: goal 10 ms, from whatever shelf."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from datetime import date

from find import long_shelf  # which also shows the way to the tests
from rows import Row, tell

from gatherround.domain.activities import Activity
from gatherround.domain.dealing.choosing import FRESH_DAYS
from gatherround.domain.dealing.evening import plan_round
from gatherround.domain.entries import AtTable, Played, RoundBegan
from gatherround.domain.lookback import history
from gatherround.domain.tonight import Asked, History
from sewing import as_told
from tables import SeededDice, shelf, table

AGES = (3, 6, 9, 12, 15, 38, 41, 70)
TODAY = date(2026, 3, 1)
EVENINGS = 3650
DEALS = 40


def ten_years(activities: Sequence[Activity]) -> History:
    """Gives what ten years of evenings mean for tonight, an evening a day, along the shelf."""
    people = tuple(AtTable(f"m{at}", "18+", "Lemon") for at in range(len(AGES)))
    players = tuple(one.member or "" for one in people)
    rounds = [
        (
            RoundBegan(minutes=10, wish="surprise", people=people),
            Played(activity=one.full_id, kind=one.kind, empathy=one.empathy, title=one.title, players=players),
        )
        for one in (activities[at % len(activities)] for at in range(EVENINGS))
    ]
    return history(as_told(*rounds), TODAY, ())


def dealt(activities: Sequence[Activity]) -> float:
    """Gives the median milliseconds that a deal keeps a processor busy."""
    known = ten_years(activities)
    asked = Asked(people=table(*AGES), minutes=15, wish="surprise", day=TODAY.toordinal() + FRESH_DAYS)
    times = []
    for seed in range(DEALS):
        before = time.process_time()
        plan_round(activities, asked, known, SeededDice(seed))
        times.append(1000 * (time.process_time() - before))
    return statistics.median(times)


def rows() -> Iterator[Row]:
    """Measures the shelf that ships and one of ten thousand."""
    few, many = shelf(), long_shelf(10_000).activities
    for key, activities in (("speed-deal-shipped", few), ("speed-deal", many)):
        took = dealt(activities)
        what = f"deal for eight, ten years, {len(activities):,} stories"
        yield Row(key, what, "", f"ours {took:.1f} ms", took, 10, "ms")


if __name__ == "__main__":
    tell(rows())

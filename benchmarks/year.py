"""A year of three Rounds a week for five kinds of family: repeats, balance, empty deals, minutes kept and promised."""

from __future__ import annotations

import random
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from gatherround.domain import lookback
from gatherround.domain.activities import minutes_for
from gatherround.domain.dealing.choosing import FRESH_DAYS
from gatherround.domain.dealing.deals import NothingFits
from gatherround.domain.dealing.evening import plan_round
from gatherround.domain.entries import AtTable, Entry, Played, RoundBegan
from gatherround.domain.people import Person, Wish
from gatherround.domain.play.make import begin, legal, make
from gatherround.domain.play.moves import Chose, Lit, On, Said
from gatherround.domain.play.plan import Plan
from gatherround.domain.stages import stage_of
from gatherround.domain.tonight import MAIN, Asked
from gatherround.host.shelf import Shelf, shipped_shelf
from gatherround.pantry.library import Shelves

FAMILIES = {
    "A  3 and 36": ((3, 36), 5),
    "B  7, 10 and 41": ((7, 10, 41), 10),
    "C  14, 16, 44 and 46": ((14, 16, 44, 46), 15),
    "D  3, 9, 15, 40 and 42": ((3, 9, 15, 40, 42), 10),
    "E  two adults": ((38, 40), 15),
}
WISHES: tuple[Wish, ...] = ("surprise",) * 6 + ("laugh", "be-heard", "see-another-side", "settle", "easy", "hard-night")
WEEKS = 52
EVENINGS = (0, 2, 5)
"""Monday, Wednesday and Saturday."""


@dataclass(frozen=True)
class Kept:
    """An entry as a drawer would give it back."""

    number: int
    round: int
    entry: Entry
    day: date


@dataclass
class Year:
    """What one family met in a year."""

    kept: list[Kept] = field(default_factory=list)
    empty: int = 0
    evenings: int = 0
    jobless: int = 0
    repeats: int = 0
    played: int = 0
    off: list[float] = field(default_factory=list)
    empathy: Counter[str] = field(default_factory=Counter)
    last: dict[str, date] = field(default_factory=dict)


class Die:
    """Dice that fall alike each time this is run."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def pick(self, count: int) -> int:
        return self.random.randrange(count)


def people(ages: tuple[int, ...]) -> tuple[Person, ...]:
    seated = []
    for at, age in enumerate(ages):
        stage = stage_of(age)
        assert stage is not None
        seated.append(Person(id=f"m{at}", name=f"P{at}", stage_key=stage.key, age=age, member=True))
    return tuple(seated)


def round_of(plan: Plan, die: Die) -> Iterator[Entry]:
    """Plays a Round to its end with some answer wherever one is wanted."""
    yield RoundBegan(
        minutes=plan.minutes, wish=plan.wish, people=tuple(AtTable(one.id, one.stage_key) for one in plan.people)
    )
    play = begin(plan)
    while play.phase != "night":
        answers = [move for move in legal(play) if isinstance(move, Chose | Said) and not isinstance(move, Lit)]
        ready = getattr(play.beat, "use", "") in {"battery", "preflight"}
        move = On() if ready or not answers else die.random.choice(answers)
        play, entries = make(play, move)
        yield from entries


def year(library: Shelf, ages: tuple[int, ...], minutes: int) -> Year:
    """Lets a family sit down three times a week for a year."""
    met, die, table = Year(), Die(sum(ages)), people(ages)
    begins = date(2026, 1, 5)
    for evening in range(WEEKS * len(EVENINGS)):
        day = begins + timedelta(days=7 * (evening // 3) + EVENINGS[evening % 3])
        met.evenings += 1
        wish = die.random.choice(WISHES)
        asked = Asked(people=table, minutes=minutes, wish=wish, day=day.toordinal())
        try:
            plan = plan_round(
                library.activities,
                asked,
                lookback.history(met.kept, day, library.episodes()),
                die,
                words=library.words,
                carried=lookback.carried(met.kept, day),
            )
        except NothingFits:
            met.empty += 1
            continue
        count(met, plan, minutes, day, list(round_of(plan, die)))
    return met


def notices(plan: Plan, activity: str) -> bool:
    """Tells whether somebody over four was meant by an activity, who would notice that it came again."""
    deals = (*plan.deals, *plan.spares, *((plan.warm_up,) if plan.warm_up else ()), *((plan.low,) if plan.low else ()))
    meant = {who for deal in deals if deal.activity.full_id == activity for who in deal.targets}
    return any(plan.person(who).age > 4 for who in meant)


def count(met: Year, plan: Plan, minutes: int, day: date, entries: list[Entry]) -> None:
    for entry in entries:
        met.kept.append(Kept(len(met.kept) + 1, met.evenings, entry, day))
        if isinstance(entry, Played):
            met.played += 1
            before = met.last.get(entry.activity)
            noticed = before is not None and (day - before).days < FRESH_DAYS and notices(plan, entry.activity)
            met.repeats += noticed
            met.last[entry.activity] = day
            met.empathy.update(entry.empathy)
    main = sum(minutes_for(deal.activity, len(deal.players)) for deal in plan.deals)
    if plan.minutes > 3:
        met.off.append(main / (MAIN[minutes] if minutes < 20 else minutes - 5))
    met.jobless += any(
        deal.listeners and deal.activity.others is None and deal.activity.minutes > 5 for deal in plan.deals
    )


def main() -> None:
    shelf = Path(sys.argv[1]) if len(sys.argv) > 1 else shipped_shelf()
    library = Shelf(Shelves(shelf), None)
    print(f"{len(library.activities)} activities, {WEEKS * len(EVENINGS)} evenings a family")
    print(
        f"{'family':<24}{'played':>7}{'differ':>7}{'again within 10 weeks':>23}{'empty':>7}{'no job':>7}"
        f"{'minutes / promised':>20}{'off by > 1/4':>14}"
    )
    for name, (ages, minutes) in FAMILIES.items():
        met = year(library, ages, minutes)
        far = sum(not 0.75 <= part <= 1.25 for part in met.off)
        print(
            f"{name:<24}{met.played:>7}{len(met.last):>7}{met.repeats:>23}{met.empty:>7}{met.jobless:>7}"
            f"{statistics.median(met.off):>20.2f}{far:>14}"
        )
        whole = sum(met.empathy.values())
        print("    " + "   ".join(f"{kind} {100 * part // whole}%" for kind, part in met.empathy.most_common()))


if __name__ == "__main__":
    main()

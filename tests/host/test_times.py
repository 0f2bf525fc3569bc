"""Whatever the clock does in the middle of an evening: what happened stays in order, and a promise keeps its hour."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from families import card, live_here
from gatherround.domain.entries import Noticed, Promised
from gatherround.domain.members import Born
from gatherround.domain.play.moves import Later, On, Pause
from gatherround.host.chance import WallZone
from gatherround.host.evening import Evening
from gatherround.host.house import House
from gatherround.host.promises import days_from, dues_from
from gatherround.storage.copies import copies
from host.houses import house_at, journal_of, kept
from proving import told
from rounds import Clock, ask, laid, story
from tables import table

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone cannot be changed from within")

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago")
"""An hour forward and back at night, half an hour, and a change at midnight."""
ODD = {
    "before the century": datetime(1999, 12, 31, 23, 50, tzinfo=UTC),
    "when 32 bits run out": datetime(2038, 1, 19, 3, 10, tzinfo=UTC),
    "at the year's end": datetime(2031, 12, 31, 22, 50, tzinfo=UTC),
    "on a leap day": datetime(2032, 2, 29, 22, 50, tzinfo=UTC),
}
STEP = timedelta(minutes=7)
THREE_YEARS = timedelta(days=3 * 365)


class Wall(Clock):
    """The clock on the wall of this system's zone, set to a moment."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(moment.astimezone(UTC))

    def now(self) -> datetime:
        """Gives the moment as the wall shows it, as the game's own clock does."""
        return self.time.astimezone(WallZone())


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Moves this computer to another zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def changes() -> list[datetime]:
    """Gives the moments of 2031 at which the clocks here are changed."""
    found, moment = [], datetime(2031, 1, 1, tzinfo=UTC)
    while moment.year == 2031:
        after = moment + timedelta(minutes=30)
        if moment.astimezone().utcoffset() != after.astimezone().utcoffset():
            found.append(after)
        moment = after
    return found


def plays_through(house: House, clock: Wall, *, steps: int = 8) -> Evening:
    """Plays with seven minutes between two moves, and sees after each that the drawer tells what happened, and when."""
    evening = house.evening()
    evening.start(laid(story(*(ask(who="everyone") for _ in range(4))), table(9, 13, 40)))
    for _ in range(steps):
        clock.time += STEP
        evening.make(On())
        house.memories().notice("I saw Ada wait")
        waiting = house.evening().waiting()
        assert waiting is not None
        assert waiting.at == clock.time
        last = [*journal_of(house).entries(ended_only=False)][-1]
        assert (last.at, last.day) == (clock.time, clock.now().date())
        assert last.at.utcoffset() == clock.now().utcoffset()
        assert not house.evening().let_go_first(waiting)
    return evening


@pytest.mark.parametrize("zone", ZONES, indirect=True)
def test_an_evening_on_which_the_clocks_are_changed_is_an_evening_like_any_other(zone: str, home: Path) -> None:
    found = changes()
    assert len(found) == 2, "there and back"
    for number, change in enumerate(found):
        clock = Wall(change - 4 * STEP)
        with closing(house_at(home / f"{number}", clock=clock)) as house:
            evening = plays_through(house, clock)
            soon, _, tomorrow = dues_from(clock.now())
            assert soon.astimezone(UTC) == clock.time + timedelta(minutes=20)
            for ahead, due in enumerate((tomorrow, *days_from(clock.now())), start=1):
                assert (due.date(), due.hour) == (clock.now().date() + timedelta(days=ahead), 18)
            evening.make(Pause())
            evening.make(Later("the dishes", tomorrow))
            (promised,) = (entry for entry in kept(house) if isinstance(entry, Promised))
            assert promised.due == tomorrow
            promise = house.promises().waiting()
            assert promise is not None
            assert "18:00" in house.promises().line(promise)
    told("time", f"{len(ZONES)} zones there and back, {len(ODD)} odd nights, three years back: 0 out of order")


@pytest.mark.parametrize("zone", ["Europe/Berlin"], indirect=True)
@pytest.mark.parametrize("when", ODD)
def test_an_odd_night_is_a_night_like_any_other(when: str, zone: str, home: Path) -> None:
    clock = Wall(ODD[when])
    with closing(house_at(home, clock=clock)) as house:
        live_here(house, card("Ada", born=Born(1995, 5)))
        plays_through(house, clock)
        house.family.care.copy_today()
        assert [copy.day for copy in copies(home)] == [clock.now().date()]
        assert len(house.memories().album().noticed) > 0


@pytest.mark.parametrize("zone", ["Europe/Berlin"], indirect=True)
def test_a_clock_that_is_set_back_three_years_takes_nothing_away_and_puts_nothing_out_of_order(
    zone: str, home: Path
) -> None:
    clock = Wall(datetime(2031, 6, 3, 17, tzinfo=UTC))
    with closing(house_at(home, clock=clock)) as house:
        live_here(house, card("Ada", born=Born(2029, 5)))
        for number in range(4):
            evening = plays_through(house, clock, steps=3)
            house.memories().notice(f"{number}")
            house.family.care.copy_today()
            clock.time += THREE_YEARS if number % 2 else -THREE_YEARS
            if clock.now().year < 2031:
                assert house.evening().waiting() is not None, "what lies open is not of a fortnight ago"
                evening.make(On())
            assert len(house.household.members()) == (clock.now().year >= 2031)
            house.history()
        numbers = [at.entry.text for at in journal_of(house).entries(Noticed) if at.entry.text.isdecimal()]
        assert numbers == ["0", "1", "2", "3"]
        assert len(copies(home)) == 2
        assert copies(home)[0].number == 2

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from families import the_family
from gatherround.domain.entries import CameBack, LetGo, Promised
from gatherround.domain.play.moves import On, Stop
from gatherround.domain.text import Unfit
from gatherround.host.chance import WallClock, WallZone
from gatherround.host.dealing import come_back
from gatherround.host.promises import days_from, dues_from
from gatherround.host.troubles import CannotKeep
from host.houses import family_file_of, full_disk, house_at, journal_of, kept
from rounds import EARLY_EVENING, Clock, laid, story
from tables import table

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")
SINCE_1999 = 915_148_800
UNTIL_2039 = 2_177_452_800


@contextmanager
def in_zone(name: str) -> Iterator[None]:
    """Within this the system's wall is in a zone."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = name
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ") if before is None else os.environ.__setitem__("TZ", before)
        time.tzset()


@pytest.mark.parametrize("zone", ZONES)
@given(seconds=st.integers(SINCE_1999, UNTIL_2039))
def test_a_time_off_is_a_time_off_and_six_tomorrow_is_six_whatever_the_clocks_do(zone: str, seconds: int) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    with in_zone(zone):
        now = moment.astimezone(WallZone())
        soon, tonight, tomorrow = dues_from(now)
        assert now.astimezone(UTC) == moment
        assert soon - moment == timedelta(minutes=20)
        assert now < tonight
        assert (tomorrow.hour, tomorrow.minute) == (18, 0)
        assert [(day.date() - now.date()).days for day in (tomorrow, *days_from(now))] == [1, 2, 3, 4, 5, 6, 7]
        assert all(day.astimezone(UTC).astimezone(WallZone()).hour == 18 for day in days_from(now))


def test_before_seven_tonight_is_eight_and_then_it_is_in_an_hour() -> None:
    assert dues_from(EARLY_EVENING)[1] == EARLY_EVENING.replace(hour=20, minute=0)
    late = EARLY_EVENING.replace(hour=23, minute=30)
    assert dues_from(late)[1] == late + timedelta(hours=1)


def test_the_clock_on_the_wall_knows_its_offset() -> None:
    now = WallClock().now()
    assert now.utcoffset() == now.astimezone().utcoffset()
    assert abs(now - datetime.now(UTC)) < timedelta(minutes=1)


def test_of_the_two_hours_after_two_in_an_autumn_night_the_first_comes_first() -> None:
    with in_zone("Europe/Berlin"):
        first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC).astimezone(WallZone()) for hour in (0, 1))
        assert (first.hour, second.hour) == (2, 2)
        assert first < second


def test_a_promise_waits_until_it_is_kept(tmp_path: Path) -> None:
    house = house_at(tmp_path)
    due = EARLY_EVENING + timedelta(hours=2)
    assert house.promises().waiting() is None
    journal_of(house).between_rounds([Promised("the gate", due)])
    promise = house.promises().waiting()
    assert promise is not None
    assert (promise.topic, promise.due) == ("the gate", due)
    assert house.promises().line(promise) == "You two promised to come back at 20:30."
    one, other = table(38, 41)
    house.evening().start(come_back(house, promise, (one, other)), CameBack(promise.entry))
    journal = journal_of(house)
    waiting = journal.open_now()
    assert waiting is not None
    assert house.promises().waiting() == promise, "until that Round has ended it may still be come back to"
    journal.let_go(waiting.hold)
    assert house.promises().waiting() is None


def test_another_time_is_the_same_promise_at_another_time(tmp_path: Path) -> None:
    house = house_at(tmp_path, clock=Clock(EARLY_EVENING))
    journal_of(house).between_rounds([Promised("the gate", EARLY_EVENING)])
    first = house.promises().waiting()
    assert first is not None
    house.promises().another_time(first, EARLY_EVENING + timedelta(days=1))
    second = house.promises().waiting()
    assert second is not None
    assert second.topic == "the gate"
    assert house.promises().line(second) == "You two promised to come back tomorrow at 18:30."
    house.promises().let_go(second)
    assert house.promises().waiting() is None
    assert [type(entry) for entry in kept(house)] == [Promised, LetGo, Promised, LetGo]


def test_a_promise_in_another_zone_is_said_by_the_wall_here(tmp_path: Path) -> None:
    house = house_at(tmp_path, clock=Clock(EARLY_EVENING))
    journal_of(house).between_rounds(
        [Promised("", EARLY_EVENING.astimezone(timezone(timedelta(hours=-5))) + timedelta(minutes=5))]
    )
    promise = house.promises().waiting()
    assert promise is not None
    assert house.promises().line(promise) == "You two promised to come back at 18:35."


def test_on_a_full_disk_a_promise_stays_as_it_is(tmp_path: Path) -> None:
    house = house_at(tmp_path)
    journal_of(house).between_rounds([Promised("the gate", EARLY_EVENING)])
    promise = house.promises().waiting()
    assert promise is not None
    with full_disk(), pytest.raises(CannotKeep):
        house.promises().let_go(promise)
    assert house.promises().waiting() == promise


def test_a_second_topic_is_put_aside_in_mid_round_and_going_back_takes_no_words_away(
    tmp_path: Path,
) -> None:
    house, people = house_at(tmp_path), table(38, 41)
    evening = house.evening()
    before = evening.start(laid(story(), people))
    evening.make(On())
    assert house.promises().put_aside("  the <b>gate ")
    assert not house.promises().put_aside("   ")
    with pytest.raises(Unfit):
        house.promises().put_aside("x" * 61)
    assert evening.back() == before
    evening.make(Stop())
    (one,) = house.promises().aside(people)
    assert one.topic == "the <b>gate"
    assert house.promises().waiting() is None
    assert house.promises().aside(people[:1]) == ()
    house.promises().another_time(one, EARLY_EVENING)
    promise = house.promises().waiting()
    assert promise is not None
    assert (promise.topic, house.promises().aside(people)) == (one.topic, ())


def test_what_was_put_aside_moves_house_with_the_family_and_loses_the_name_of_whoever_goes(tmp_path: Path) -> None:
    house = house_at(tmp_path / "old")
    mia, *_, ana, _, _ = the_family(house)
    people = tuple(person for person in house.family.people.today() if person.id in {mia.id, ana.id})
    evening = house.evening()
    evening.start(laid(story(), people))
    house.promises().put_aside("what Ana said about the gate")
    evening.make(Stop())
    house.family.moving.export(tmp_path / "ours.json")
    new = house_at(tmp_path / "new")
    new.family.moving.bring_in(tmp_path / "ours.json")
    assert [one.topic for one in new.promises().aside(people)] == ["what Ana said about the gate"]
    assert new.family.erasing.erase(ana) == ()
    (row,) = [entry for entry in kept(new) if isinstance(entry, Promised)]
    assert (row.topic, row.due) == ("what someone said about the gate", None)


def test_what_was_put_aside_is_taken_up_or_out_and_then_no_word_of_it_is_in_the_file(tmp_path: Path) -> None:
    house, people = house_at(tmp_path), table(38, 41)
    house.evening().start(laid(story(), people))
    house.promises().put_aside("zanzibar")
    house.promises().put_aside("the gate")
    first, second = house.promises().aside(people)
    house.promises().take_out(first)
    assert house.promises().aside(people) == (second,)
    assert b"zanzibar" not in family_file_of(house).read_bytes()
    plan = come_back(house, second, (people[0], people[1]))
    assert plan.deals[0].why == "You put this aside, for another day."
    house.evening().start(plan, CameBack(second.entry))
    assert house.promises().aside(people) == ()
    with full_disk(), pytest.raises(CannotKeep):
        house.promises().put_aside("the gate")

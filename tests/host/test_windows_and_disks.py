from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from gatherround.domain.entries import Played, RoundBegan, RoundEnded
from gatherround.domain.play.beats import Pick
from gatherround.domain.play.make import NotNow, begin
from gatherround.domain.play.moves import Chose, Leave, On, Stop
from gatherround.domain.play.place import place
from gatherround.domain.play.plan import Plan
from gatherround.host.evening import Evening, OnlyLooking
from gatherround.host.house import House
from gatherround.host.keeper import ELSEWHERE, GOES_ON, KEPT_AGAIN, NOT_KEPT
from gatherround.host.window import NOTHING, Window
from host.houses import family_file_of, full_disk, house_at, kept, open_play
from rounds import Clock, ask, laid, story
from tables import planned, table


@pytest.fixture
def house(home: Path) -> House:
    return house_at(home)


def plan_of(*ages: int) -> Plan:
    return laid(story(ask(who="everyone"), phrase="goat card"), table(*ages))


def started(house: House, plan: Plan | None = None) -> Evening:
    evening = house.evening()
    evening.start(plan or plan_of(9, 13, 40))
    return evening


# Two windows


def taken_over(house: House) -> Evening:
    """Goes on with the open Round in another window."""
    evening = house_at(family_file_of(house).parent).evening()
    waiting = evening.waiting()
    assert waiting is not None
    assert evening.go_on(waiting) is not None
    return evening


def test_the_window_that_a_round_was_taken_from_only_looks(house: House) -> None:
    first = started(house)
    shown = first.play
    second = taken_over(house)
    for _ in range(2):
        with pytest.raises(OnlyLooking) as looking:
            first.make(On())
        assert looking.value.sentence == ELSEWHERE
    assert first.play == shown
    assert not first.kept
    assert open_play(house) == place(second.play)
    assert second.make(On()) != shown


def test_a_round_that_another_window_goes_on_with_is_not_let_go_and_what_is_said_is_true(house: House) -> None:
    started(house)
    asking = house_at(family_file_of(house).parent).evening()
    waiting = asking.waiting()
    assert waiting is not None
    taken_over(house)
    asking.let_go(waiting)
    assert asking.notices == [GOES_ON]
    assert house.round_is_open()
    asking.notices.clear()
    asking.start(plan_of(40))
    assert asking.notices == [], "nothing was not kept, so nothing is kept again"


def test_the_window_that_only_looks_goes_nowhere_back(house: House) -> None:
    first = started(house)
    first.make(On())
    second = taken_over(house)
    with pytest.raises(OnlyLooking):
        first.back()
    with pytest.raises(OnlyLooking):
        first.back()
    assert open_play(house) == place(second.play)


def test_the_window_that_takes_over_finds_what_was_played_while_it_asked(house: House) -> None:
    first = started(house)
    second = house_at(family_file_of(house).parent).evening()
    waiting = second.waiting()
    assert waiting is not None
    first.make(On())
    first.make(On())
    assert second.go_on(waiting) == place(first.play)


def test_of_two_windows_that_ask_at_once_the_slower_only_looks(house: House) -> None:
    started(house)
    asking = [house_at(family_file_of(house).parent).evening() for _ in range(2)]
    waiting = [evening.waiting() for evening in asking]
    assert waiting[0] is not None
    assert waiting[1] is not None
    asking[0].go_on(waiting[0])
    with pytest.raises(OnlyLooking):
        asking[1].go_on(waiting[1])


def test_a_round_begun_in_another_window_ends_this_one_kindly(house: House) -> None:
    first = started(house)
    second = started(house_at(family_file_of(house).parent))
    with pytest.raises(OnlyLooking):
        first.make(On())
    second.make(Stop())
    assert [type(entry) for entry in kept(house)] == [RoundBegan, RoundEnded, RoundBegan, RoundEnded]


def test_a_round_goes_on_elsewhere_once_another_window_has_moved_in_it(house: House) -> None:
    clock = house.clock
    assert isinstance(clock, Clock)
    window = Window(house)
    assert window.what_waits(()) == NOTHING
    clock.time += timedelta(minutes=1)
    window.evening.start(plan_of(9, 13, 40))
    waits = window.what_waits(())
    assert (waits.round_open, waits.elsewhere) == (True, False), "it is this window's own"
    later = Window(house)
    assert not later.what_waits(()).elsewhere, "it lay there when that window was opened, and nobody has moved since"
    clock.time += timedelta(minutes=1)
    window.evening.make(On())
    assert later.what_waits(()).elsewhere
    waiting = later.open_round()
    assert waiting is not None
    later.evening.go_on(waiting)
    assert [one.what_waits(()).elsewhere for one in (window, later)] == [True, False]


# A disk that stops and goes on


def test_a_full_disk_is_said_once_and_nothing_recorded_meanwhile_is_dropped(house: House) -> None:
    evening = started(house)
    before = kept(house)
    with full_disk():
        for _ in range(4):
            evening.make(On())
        assert evening.notices == [NOT_KEPT]
        assert not evening.kept
    assert kept(house) == before
    evening.make(On())
    assert evening.notices == [NOT_KEPT, KEPT_AGAIN]
    assert evening.kept
    assert [type(entry) for entry in kept(house)] == [RoundBegan, Played]
    assert open_play(house) == place(evening.play)


def test_a_disk_that_is_full_from_the_start_is_made_up_for_later(house: House) -> None:
    with full_disk():
        evening = started(house)
        evening.make(On())
        assert evening.notices == [NOT_KEPT]
    evening.make(On())
    assert [type(entry) for entry in kept(house)] == [RoundBegan]
    assert open_play(house) == place(evening.play)


def test_what_was_taken_back_on_a_full_disk_is_not_kept_twice(house: House) -> None:
    evening = started(house)
    while not any(isinstance(entry, Played) for entry in kept(house)):
        evening.make(On())
    with full_disk():
        evening.back()
        evening.back()
        assert evening.notices == [NOT_KEPT]
    while evening.play.phase != "night":
        evening.make(On())
    assert [type(entry).__name__ for entry in kept(house)] == ["RoundBegan", "Played", "Sewn", "RoundEnded"]


def test_what_was_taken_back_on_a_full_disk_is_taken_back_when_there_is_room(house: House) -> None:
    evening = started(house)
    while not any(isinstance(entry, Played) for entry in kept(house)):
        evening.make(On())
    with full_disk():
        evening.back()
    evening.back()
    assert not any(isinstance(entry, Played) for entry in kept(house))
    assert open_play(house) == place(evening.play)


def test_a_plan_that_changed_on_a_full_disk_is_kept_with_the_next_move(house: House) -> None:
    evening = started(house)
    with full_disk():
        evening.make(Leave("m1"))
    evening.make(On())
    assert open_play(house) == place(evening.play)
    assert len(open_play(house).plan.people) == 2


def test_the_directors_door_on_a_full_disk_is_kept_too(house: House) -> None:
    plan = planned(9, 13, 40, minutes=10, seed=3)
    evening = started(house, plan)
    while not (isinstance(evening.play.beat, Pick) and evening.play.beat.use == "deal"):
        evening.make(On())
    with full_disk():
        evening.make(Chose(1))
    evening.make(On())
    assert open_play(house).plan.deals[0] == plan.spares[0]


def test_a_round_is_gone_on_with_on_a_full_disk_and_kept_when_there_is_room(house: House) -> None:
    before = started(house).play
    later = house_at(family_file_of(house).parent).evening()
    waiting = later.waiting()
    assert waiting is not None
    with full_disk():
        assert later.go_on(waiting) == place(before)
        later.make(On())
        assert later.notices == [NOT_KEPT]
    later.make(On())
    assert open_play(house) == place(later.play)
    assert later.notices == [NOT_KEPT, KEPT_AGAIN]


def test_a_round_that_cannot_be_let_go_on_a_full_disk_stays_as_it_is(house: House) -> None:
    evening = started(house)
    waiting = evening.waiting()
    assert waiting is not None
    with full_disk():
        evening.let_go(waiting)
    assert evening.notices == [NOT_KEPT]
    assert open_play(house) == place(evening.play)


def test_a_disk_that_is_full_at_goodnight_leaves_the_round_open(house: House) -> None:
    evening = started(house)
    with full_disk():
        assert evening.make(Stop()).phase == "night"
        with pytest.raises(NotNow):
            evening.make(On())
    assert begin(plan_of(9, 13, 40)) == open_play(house)

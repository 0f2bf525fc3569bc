from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from gatherround.domain.entries import (
    ActChosen,
    AtTable,
    CarriedOffered,
    Directed,
    DoorTaken,
    Entry,
    Opened,
    Played,
    RoundBegan,
    RoundEnded,
    Sealed,
)
from gatherround.domain.lookback import RECENT, SEALED_DAYS, carried, envelope, history, sealed
from gatherround.domain.play.plan import Carried, TakenDoor
from gatherround.domain.play.sayings import OUR_OWN
from gatherround.domain.tonight import History

WEDNESDAY = date(2031, 6, 4)


@dataclass(frozen=True)
class Kept:
    number: int
    round: int
    entry: Entry
    day: date


def drawer(*rounds: tuple[int, list[Entry]]) -> list[Kept]:
    """What is kept of Rounds so many days before Wednesday."""
    told = [(ago, at, entry) for at, (ago, entries) in enumerate(rounds, start=1) for entry in entries]
    return [Kept(number, at, entry, WEDNESDAY - timedelta(ago)) for number, (ago, at, entry) in enumerate(told, 1)]


def began(*members: str) -> RoundBegan:
    return RoundBegan(minutes=10, wish="surprise", people=tuple(AtTable(one, "8-11") for one in members))


def played(name: str, *members: str, kind: str = "script", empathy: tuple[str, ...] = ()) -> Played:
    return Played(activity=f"test/{name}", kind=kind, empathy=empathy, title=name.title(), players=members)


def test_an_empty_drawer_means_a_first_evening() -> None:
    assert history([], WEDNESDAY) == History(empathy={})
    assert carried([], WEDNESDAY) is None


def test_each_member_and_the_house_remember_when_they_last_played_something() -> None:
    kept = drawer((9, [played("hat", "ada", "ben")]), (2, [played("hat", "ada")]))
    monday, tuesday_before = WEDNESDAY.toordinal() - 2, WEDNESDAY.toordinal() - 9
    assert history(kept, WEDNESDAY).last == {"test/hat": {"": monday, "ada": monday, "ben": tuesday_before}}


def test_guests_leave_only_the_houses_memory() -> None:
    assert history(drawer((1, [played("hat")])), WEDNESDAY).last == {"test/hat": {"": WEDNESDAY.toordinal() - 1}}


def test_the_balance_of_empathy_counts_the_last_forty_activities() -> None:
    old: list[Entry] = [played("hat", empathy=("settle",)) for _ in range(9)]
    new: list[Entry] = [played("pie", empathy=("respond", "understand")) for _ in range(RECENT)]
    assert history(drawer((30, old), (1, new)), WEDNESDAY).empathy == {"respond": 40, "understand": 40}


def test_the_kind_that_was_just_played_is_the_last_ones() -> None:
    kept = drawer((3, [played("hat", kind="co-op")]), (1, [played("pie", kind="dilemma"), began()]))
    assert history(kept, WEDNESDAY).last_kind == "dilemma"


def test_the_furthest_part_of_each_series_is_known_and_other_series_are_not_begun() -> None:
    episodes = [("test/one", "goose", 1), ("test/two", "goose", 2), ("test/three", "goose", 3), ("test/a", "ship", 1)]
    kept = drawer((9, [played("two")]), (5, [played("one")]))
    assert history(kept, WEDNESDAY, episodes).begun == {"goose": 2}


def test_of_each_choice_the_door_taken_last_is_known() -> None:
    key, rope = "test/one/key", "test/one/rope"
    kept = drawer(
        (9, [DoorTaken(source=key, door=1), DoorTaken(source=rope, door=3)]), (2, [DoorTaken(source=key, door=2)])
    )
    assert set(history(kept, WEDNESDAY).doors) == {TakenDoor(key, 2), TakenDoor(rope, 3)}


def test_rounds_are_counted_and_those_with_doors_to_pick_from_and_a_week_begins_on_monday() -> None:
    kept = drawer(
        (3, [began("ada"), Directed()]), (2, [began("ada"), Directed()]), (1, [began("ada")]), (0, [began("ada")])
    )
    told = history(kept, WEDNESDAY)
    assert (told.rounds, told.directed, told.directed_this_week) == (4, 2, 1)


def test_a_clock_that_was_set_back_upsets_nothing() -> None:
    kept = drawer((-400, [began("ada"), played("hat", "ada"), ActChosen("Wave.")]))
    assert history(kept, WEDNESDAY).rounds == 1
    assert carried(kept, WEDNESDAY) == Carried(3, "Wave.")


def test_whoever_sat_there_last_time_without_a_part_in_what_was_played_last_was_left_out() -> None:
    kept = drawer(
        (9, [began("ada", "ben", "cy"), played("hat", "ada")]),
        (2, [began("ada", "ben", "cy"), played("hat", "ada"), played("pie", "ben"), RoundEnded("closed")]),
    )
    assert history(kept, WEDNESDAY).left_out == {"ada", "cy"}


def test_a_warm_up_for_everybody_is_no_part_in_what_came_after_it() -> None:
    warm_up = played("wink", "ada", "ben", kind="micro")
    kept = drawer((2, [began("ada", "ben"), warm_up, played("hat", "ada"), RoundEnded("closed")]))
    assert history(kept, WEDNESDAY).left_out == {"ben"}


def test_a_round_that_came_to_nothing_leaves_nobody_out() -> None:
    kept = drawer((2, [began("ada", "ben"), RoundEnded("stopped")]))
    assert history(kept, WEDNESDAY).left_out == frozenset()


def test_what_happened_between_two_rounds_is_no_round() -> None:
    kept = drawer((2, [began("ada", "ben"), played("hat", "ada")]))
    between = Kept(99, 0, ActChosen("Wave."), WEDNESDAY)
    assert history([*kept, between], WEDNESDAY).left_out == {"ben"}


def test_the_latest_act_is_carried_once_and_then_the_one_before_it() -> None:
    acts: list[Entry] = [ActChosen("Wave."), ActChosen("Whistle.")]
    kept = drawer((3, acts))
    assert carried(kept, WEDNESDAY) == Carried(2, "Whistle.")
    offered = Kept(3, 2, CarriedOffered(2), WEDNESDAY)
    assert carried([*kept, offered], WEDNESDAY) == Carried(1, "Wave.")
    again = Kept(4, 2, CarriedOffered(1), WEDNESDAY)
    assert carried([*kept, offered, again], WEDNESDAY) is None


def test_an_idea_of_ones_own_is_not_carried_for_nobody_knows_which_it_was() -> None:
    kept = drawer((3, [ActChosen("Wave."), ActChosen(OUR_OWN)]))
    assert carried(kept, WEDNESDAY) == Carried(1, "Wave.")
    assert carried(drawer((3, [ActChosen(OUR_OWN)])), WEDNESDAY) is None


def test_an_act_is_carried_for_two_weeks_and_no_longer() -> None:
    assert carried(drawer((14, [ActChosen("Wave.")])), WEDNESDAY) is not None
    assert carried(drawer((15, [ActChosen("Wave.")])), WEDNESDAY) is None


def test_what_was_sealed_lies_there_until_it_is_opened() -> None:
    hat, owl = (Sealed(activity=f"test/{one}", title=one, member=None) for one in ("hat", "owl"))
    assert sealed(drawer((9, [hat]), (2, [owl])), WEDNESDAY) == ("test/hat", "test/owl")
    assert sealed(drawer((9, [hat]), (2, [owl, Opened("test/hat")])), WEDNESDAY) == ("test/owl",)
    assert sealed(drawer((9, [hat, Opened("test/hat")]), (2, [hat])), WEDNESDAY) == ("test/hat",)
    assert sealed([], WEDNESDAY) == ()


def test_the_envelope_holds_the_title_that_was_sealed_last_also_where_it_was_sealed_before() -> None:
    hat, owl = (Sealed(activity=f"test/{one}", title=one, member=None) for one in ("hat", "owl"))
    assert envelope(drawer((9, [hat]), (5, [owl]), (2, [hat])), WEDNESDAY) == hat
    assert envelope(drawer((9, [hat]), (5, [owl]), (2, [Opened("test/owl")])), WEDNESDAY) == hat
    assert envelope([], WEDNESDAY) is None


def test_a_title_lies_sealed_for_a_year_from_the_last_time_it_was_sealed() -> None:
    hat, owl = (Sealed(activity=f"test/{one}", title=one, member=None) for one in ("hat", "owl"))
    kept = drawer((SEALED_DAYS + 1, [hat, owl]), (SEALED_DAYS, [hat]))
    assert sealed(kept, WEDNESDAY) == ("test/hat",)
    assert envelope(kept, WEDNESDAY + timedelta(days=1)) is None

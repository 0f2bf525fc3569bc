from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from gatherround.domain.dealing.deals import NothingFits
from gatherround.domain.entries import AtTable, Entry, Played, RoundBegan, RoundEnded
from gatherround.domain.people import Person
from gatherround.domain.play.beats import Ballot, Card, Pick, Say
from gatherround.domain.play.make import NotNow, begin, make
from gatherround.domain.play.moves import Chose, Later, Leave, Move, On, Pause, Stop
from gatherround.domain.play.place import place
from gatherround.domain.play.plan import Plan, Play
from gatherround.domain.steps import Seats, Vote, Write
from gatherround.host.evening import Evening
from gatherround.host.house import House, open_house
from gatherround.host.way_back import BACK_DEEP, NO_FURTHER
from gatherround.host.written import place_json, plan_json, play_of
from gatherround.pantry.library import Shelves
from gatherround.storage.journal import OpenRound, Waiting
from host.houses import family_file_of, house_at, journal_of, kept, open_play
from rounds import EARLY_EVENING, SMALL_SHELF, Clock, ask, laid, plain, read, seats, story
from tables import planned, restless, somebody, table, walk

VOTE = Vote(question=plain("Soup?"), options=(plain("yes"), plain("no")))


@pytest.fixture
def house(home: Path) -> House:
    return house_at(home)


def plan_of(*ages: int, **changes: object) -> Plan:
    return laid(story(ask(who="everyone"), **changes), table(*ages))


def started(house: House, plan: Plan | None = None) -> Evening:
    evening = house.evening()
    evening.start(plan or plan_of(9, 40))
    return evening


# Kept as it goes


@pytest.mark.parametrize("seed", range(4))
def test_after_every_move_the_drawer_knows_what_the_table_knows(house: House, seed: int) -> None:
    evening, window = house.evening(), house_at(family_file_of(house).parent)
    plan = planned(4, 9, 15, 40, minutes=15, seed=seed)
    evening.start(plan)
    so_far = kept(house)
    for _, move, after, entries in walk(plan, seed, most=150):
        assert evening.make(move) == after
        so_far += entries
        assert kept(window) == so_far
        if after.phase != "night":
            assert open_play(window) == place(after)
    assert journal_of(window).open_now() is None or evening.play.phase != "night"


def test_a_round_begins_with_who_sits_on_which_chair_members_by_id_and_guests_by_stage_alone(house: House) -> None:
    people = (somebody(9), Person(id="guest-1", name="Lemon", stage_key="18+", age=40))
    evening = house.evening()
    evening.start(laid(story(), people))
    assert kept(house) == [
        RoundBegan(minutes=5, wish="surprise", people=(AtTable("m0", "8-11", "Spoon"), AtTable(None, "18+", "Lemon"))),
    ]


def test_an_entry_is_never_kept_without_the_place_it_belongs_to(house: House) -> None:
    evening = started(house, plan_of(9))
    with sqlite3.connect(family_file_of(house)) as other:
        other.execute("CREATE TRIGGER no BEFORE UPDATE ON open_round BEGIN SELECT RAISE(ABORT, 'no'); END")
    before = open_play(house)
    evening._play, _ = make(evening.play, On())
    with pytest.raises(sqlite3.IntegrityError):
        evening.make(On())
    assert not any(isinstance(entry, Played) for entry in kept(house))
    assert open_play(house) == before


def test_a_move_that_is_not_legal_changes_nothing_anywhere(house: House) -> None:
    evening = started(house)
    before = evening.play
    with pytest.raises(NotNow):
        evening.make(Chose(3))
    assert evening.play == before
    assert open_play(house) == place(before)
    assert not evening.way_back.is_open


def test_there_is_no_play_before_a_round_has_begun(house: House) -> None:
    with pytest.raises(NotNow):
        _ = house.evening().play


# Without a home


def test_without_a_home_the_round_is_played_all_the_same_and_that_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    house = open_house(tmp_path / "file" / "home", {}, shelves=Shelves(SMALL_SHELF), clock=Clock())
    assert len(house.notices) == 1
    assert "nothing is kept" in house.notices[0]
    evening = started(house)
    assert evening.waiting() is None
    while evening.play.phase != "night":
        evening.make(On())
    assert evening.notices == []
    assert not evening.kept
    assert house.history().rounds == 0


def test_without_a_home_back_works_all_the_same(tmp_path: Path) -> None:
    evening = Evening(None, Clock())
    first = evening.start(plan_of(9, 40))
    evening.make(On())
    assert evening.back() == first


# Back


def test_back_lands_on_the_covered_card_and_never_on_the_open_one(house: House) -> None:
    told = story(Seats(private=True), ask(), seats=seats("Mo", "Ida"))
    evening = started(house, laid(told, table(9, 40)))
    covered = evening.play
    evening.make(On())
    evening.make(On())
    back = evening.back()
    assert back == covered
    assert isinstance(back.beat, Card)
    assert not back.beat.open


def test_back_lands_on_the_empty_ballot_whoever_has_voted(house: House) -> None:
    evening = started(house, laid(story(read("Soup."), VOTE, fewest=2), table(9, 12, 40)))
    evening.make(On())
    empty = evening.play
    evening.make(Chose(0))
    evening.make(Pause())
    assert evening.back().votes == ()
    assert evening.play == empty
    assert isinstance(evening.play.beat, Ballot)


def test_a_reveal_empties_the_way_back(house: House) -> None:
    evening = started(house, laid(story(read("Soup."), VOTE, fewest=2), table(9, 40)))
    evening.make(On())
    evening.make(Chose(0))
    evening.make(Chose(1))
    assert isinstance(evening.play.beat, Say)
    assert not evening.way_back.is_open
    with pytest.raises(NotNow):
        evening.back()
    evening.make(On())
    assert evening.back().beat.label == "reveal"  # type: ignore[union-attr]


def test_a_reveal_behind_goodbyes_empties_the_way_back_too(house: House) -> None:
    evening = started(house, laid(story(read("Soup."), VOTE), table(9, 15, 40, 41)))
    for move in (On(), Chose(0), Chose(1), Leave("m2"), Leave("m3")):
        evening.make(move)
    assert [getattr(beat, "label", "") for beat in evening.play.beats] == ["kind", "kind", "reveal"]
    assert not evening.way_back.is_open


def test_a_goodbye_over_a_box_that_is_not_full_leaves_the_way_back(house: House) -> None:
    evening = started(house, laid(story(read("Soup."), VOTE), table(9, 15, 40)))
    evening.make(On())
    empty = evening.play
    evening.make(Chose(0))
    evening.make(Leave("m2"))
    assert evening.back() == empty
    evening.make(Leave("m2"))
    assert evening.back() == empty


def test_back_goes_forty_deep_and_no_deeper(house: House) -> None:
    evening = started(house, laid(story(*[ask()] * 60), table(9, 40)))
    for _ in range(50):
        evening.make(On())
    backs = 0
    while evening.way_back.is_open:
        evening.back()
        backs += 1
    assert backs == BACK_DEEP == 40


def test_where_a_round_was_gone_on_with_back_says_why_it_goes_no_further(house: House) -> None:
    evening = started(house, laid(story(*[ask()] * 60), table(9, 40)))
    evening.make(On())
    assert evening.way_back.ends == "", "there is a way"
    waiting = evening.waiting()
    assert waiting is not None
    again = house_at(family_file_of(house).parent).evening()
    again.go_on(waiting)
    assert (again.way_back.is_open, again.way_back.ends) == (False, NO_FURTHER)
    again.make(On())
    assert again.way_back.ends == ""
    again.back()
    assert again.way_back.ends == NO_FURTHER
    for _ in range(BACK_DEEP + 2):
        again.make(On())
    while again.way_back.is_open:
        again.back()
    assert again.way_back.ends == "", "it was not so far"
    assert started(house).way_back.ends == "", "a Round begins with nothing behind it"


def test_after_a_reveal_back_gives_no_other_reason(house: House) -> None:
    evening = started(house, laid(story(VOTE), table(9, 40)))
    waiting = evening.waiting()
    assert waiting is not None
    again = house_at(family_file_of(house).parent).evening()
    play = again.go_on(waiting)
    while not isinstance(play and play.beat, Ballot):
        play = again.make(On())
    for _ in range(2):
        again.make(Chose(0))
    assert (again.way_back.is_open, again.way_back.ends) == (False, "")


@pytest.mark.parametrize("last", [Stop(), Later("the shelf", EARLY_EVENING)])
def test_nothing_is_taken_back_from_the_night(house: House, last: Stop | Later) -> None:
    evening = started(house)
    evening.make(On())
    if isinstance(last, Later):
        evening.make(Pause())
    evening.make(last)
    assert not evening.way_back.is_open
    assert isinstance(kept(house)[-1], RoundEnded)


@pytest.mark.parametrize("moved", [walk, restless])
@pytest.mark.parametrize("seed", range(6))
def test_back_after_any_move_gives_an_equal_play_and_the_same_entries(
    house: House, seed: int, moved: Callable[..., Iterator[tuple[Play, Move, Play, tuple[Entry, ...]]]]
) -> None:
    ages = [(4, 9, 40), (13, 16, 41), (38, 40), (3, 9, 15, 40, 70), (9,), (6, 8, 10, 41)][seed]
    try:
        plan = planned(*ages, minutes=20, seed=seed)
    except NothingFits:
        plan = plan_of(*ages)
    evening = house.evening()
    evening.start(plan)
    for before, move, after, _ in moved(plan, seed, most=120):
        entries = kept(house)
        assert evening.make(move) == after
        if secret(before) or not evening.way_back.is_open:
            continue
        assert evening.back() == before
        assert kept(house) == entries
        assert open_play(house) == place(before)
        assert evening.make(move) == after


def secret(play: Play) -> bool:
    return bool(play.votes) or (isinstance(play.beat, Card) and play.beat.open)


def test_back_over_the_directors_door_brings_the_first_plan_back(house: House) -> None:
    plan = planned(9, 13, 40, minutes=10, seed=3)
    evening = started(house, plan)
    while not (isinstance(evening.play.beat, Pick) and evening.play.beat.use == "deal"):
        evening.make(On())
    before = evening.play
    evening.make(Chose(1))
    assert open_play(house).plan.deals[0] == plan.spares[0]
    assert evening.back() == before
    assert open_play(house).plan == plan


# A Round that was left open


def test_a_round_is_gone_on_with_at_the_beat_where_it_was_left(house: House, home: Path) -> None:
    evening = started(house, plan_of(9, 13, 40))
    evening.make(On())
    later = house_at(home).evening()
    waiting = later.waiting()
    assert waiting is not None
    assert later.go_on(waiting) == place(evening.play)
    assert not later.way_back.is_open


def test_after_twelve_hours_let_it_go_comes_first(house: House) -> None:
    clock = house.clock
    assert isinstance(clock, Clock)
    evening = started(house)
    for hours, first in ((12, False), (12.1, True)):
        clock.time = EARLY_EVENING + timedelta(hours=hours)
        waiting = evening.waiting()
        assert waiting is not None
        assert evening.let_go_first(waiting) is first


def test_after_a_fortnight_it_is_let_go_without_a_word(house: House) -> None:
    clock = house.clock
    assert isinstance(clock, Clock)
    evening = started(house)
    clock.time = EARLY_EVENING + timedelta(days=14, minutes=1)
    assert evening.waiting() is None
    assert evening.notices == []
    assert kept(house)[-1] == RoundEnded("let-go")
    assert journal_of(house).open_now() is None


def test_a_clock_that_was_set_back_lets_nothing_go(house: House) -> None:
    clock = house.clock
    assert isinstance(clock, Clock)
    evening = started(house)
    clock.time = EARLY_EVENING - timedelta(days=4000)
    waiting = evening.waiting()
    assert waiting is not None
    assert not evening.let_go_first(waiting)


def test_a_new_round_lets_the_open_one_go(house: House) -> None:
    started(house)
    started(house)
    assert [type(entry) for entry in kept(house)] == [RoundBegan, RoundEnded, RoundBegan]


UNREADABLE = {
    "half a shape": "{",
    "a list": "[]",
    "nothing": "null",
    "an empty shape": "{}",
    "an unknown phase": '{"phase": "pudding"}',
    "no beat": '{"phase": "main", "beats": []}',
    "an unknown beat": '{"phase": "main", "beats": [{"is": "Banana"}]}',
    "a stranger": '{"phase": "main", "beats": [{"is": "Turn", "who": "nobody", "text": "?", "label": "ask"}]}',
    "very deep": "[" * 50_000,
}


def rewritten(house: House, column: str, written: str) -> Waiting:
    started(house)
    with sqlite3.connect(family_file_of(house)) as other:
        other.execute(f"UPDATE open_round SET {column} = ?", (written,))
    other.close()
    waiting = house.evening().waiting()
    assert waiting is not None
    return waiting


@pytest.mark.parametrize("written", UNREADABLE.values(), ids=UNREADABLE)
def test_a_place_that_cannot_be_read_any_more_begins_the_round_again(house: House, written: str) -> None:
    waiting = rewritten(house, "place", written)
    assert house.evening().go_on(waiting) == begin(plan_of(9, 40))


@pytest.mark.parametrize("written", ["{}", '"soup"'])
def test_a_plan_that_cannot_be_read_any_more_is_let_go(house: House, written: str) -> None:
    waiting = rewritten(house, "plan", written)
    evening = house.evening()
    assert evening.go_on(waiting) is None
    assert kept(house)[-1] == RoundEnded("let-go")
    assert evening.waiting() is None
    assert evening.start(plan_of(9, 40)) == begin(plan_of(9, 40))


def nobody_sits(plan: dict[str, Any]) -> None:
    plan["people"] = []


def a_stranger_plays(plan: dict[str, Any]) -> None:
    plan["deals"][0]["players"].append("nobody")


def a_stranger_reads_another(plan: dict[str, Any]) -> None:
    plan["spares"] = [{**plan["deals"][0], "reader": "nobody"}]


@pytest.mark.parametrize("change", [nobody_sits, a_stranger_plays, a_stranger_reads_another])
def test_a_plan_that_seats_nobody_or_is_for_somebody_who_does_not_sit_there_is_let_go(
    house: House, change: Callable[[dict[str, Any]], None]
) -> None:
    plan = json.loads(plan_json(plan_of(9, 40)))
    change(plan)
    waiting = rewritten(house, "plan", json.dumps(plan))
    evening = house.evening()
    assert evening.go_on(waiting) is None
    assert not evening.kept
    assert kept(house)[-1] == RoundEnded("let-go")
    assert evening.waiting() is None


@pytest.mark.parametrize("old", [{"corner": True}, {"corner": False}, {}])
def test_a_page_to_write_that_an_older_version_has_written_down_is_gone_on_with(old: dict[str, bool]) -> None:
    play = begin(laid(story(Write(prompt=plain("A word."), keep="corner")), table(9, 40)))
    kept = json.loads(place_json(play))
    kept["beats"] = [beat | old for beat in kept["beats"]]
    waiting = Waiting(
        hold=OpenRound(1, "", 0), plan_json=plan_json(play.plan), place_json=json.dumps(kept), at=EARLY_EVENING
    )
    assert play_of(waiting) == play
    nonsense = replace(waiting, place_json=json.dumps(kept | {"beats": ["A word."]}))
    assert play_of(nonsense) == begin(play.plan), "what cannot be read begins again"

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import get_args

import pytest

from gatherround.domain import entries
from gatherround.domain.entries import Entry, LetGo, Promised, RoundEnded, WordMet
from gatherround.storage.database import Database, open_database
from gatherround.storage.journal import Journal, OpenRound
from gatherround.storage.rows import KINDS, as_row, from_row
from gatherround.storage.troubles import CannotKeep, RoundIsOpen, StaleToken
from storage.drawers import LATE_EVENING, PLAN, Clock, began, played

ONE_OF_EACH: tuple[Entry, ...] = (
    began("ada", "ben"),
    played(),
    entries.PutDownEntry(activity="first/pancake", kind="micro", empathy=(), title="The last pancake"),
    WordMet("wobbly"),
    entries.DoorTaken(source="first/harbour/bucket", door=2),
    entries.ActChosen("Bring somebody a glass of water – „danke”"),
    entries.Sewn(2, None, ("Lemon", "Spoon")),
    entries.Noticed("I saw Ben wait for Ada [/b]"),
    entries.Sealed(activity="first/harbour", title="The harbour", member=None),
    entries.Opened("first/harbour"),
    entries.CarriedOffered(6),
    Promised("the bath", datetime(2031, 7, 1, 18, tzinfo=timezone(timedelta(hours=2)))),
    entries.CameBack(12),
    LetGo(12),
    entries.Directed(),
    RoundEnded("closed"),
)


def told(journal: Journal, *, ended_only: bool = True) -> list[Entry]:
    return [kept.entry for kept in journal.entries(ended_only=ended_only)]


def other_window(path: Path) -> Journal:
    return Journal(open_database(path), Clock())


def test_every_kind_of_entry_comes_back_as_it_was_told(journal: Journal) -> None:
    assert {type(entry) for entry in ONE_OF_EACH} == set(get_args(Entry))
    hold = journal.begin(PLAN, "{}", ONE_OF_EACH[:1])
    journal.record(hold, "{}", ONE_OF_EACH[1:])
    assert told(journal) == list(ONE_OF_EACH)


def test_a_kind_that_was_once_written_keeps_its_name() -> None:
    assert " ".join(sorted(KINDS)) == (
        "ActChosen CameBack CarriedOffered Directed DoorTaken LetGo Noticed Opened Played Promised"
        " PutDownEntry RoundBegan RoundEnded Sealed Sewn WordMet"
    )


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("Sneezed", "{}"),
        ("CarriedForgotten", '{"entry":1}'),
        ("WordMet", '{"word":"calm","loud":1}'),
        ("WordMet", '{"word":'),
        ("WordMet", "{}"),
        ("Promised", '{"topic":"","due":"2031-07-01T18:00:00"}'),
    ],
)
def test_what_another_game_wrote_is_passed_over_kindly(
    journal: Journal, database: Database, kind: str, body: str
) -> None:
    journal.between_rounds([WordMet("calm")])
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO entry (round, kind, body, at, zone, day) VALUES (0, ?, ?, ?, ?, ?)",
            (kind, body, "2031-01-01T10:00:00+00:00", "+00:00", "2031-01-01"),
        )
    assert told(journal) == [WordMet("calm")]


def test_a_round_is_looked_back_on_only_when_it_has_ended(journal: Journal) -> None:
    hold = journal.begin(PLAN, "{}", [began("ada")])
    journal.record(hold, "{}", [played()])
    assert told(journal) == []
    assert told(journal, ended_only=False) == [began("ada"), played()]
    journal.record(hold, "{}", [RoundEnded("stopped")])
    assert told(journal) == [began("ada"), played(), RoundEnded("stopped")]
    assert journal.open_now() is None


def test_what_happens_between_rounds_is_kept_at_once(journal: Journal) -> None:
    hold = journal.begin(PLAN, "{}", [began("ada")])
    journal.between_rounds([LetGo(7)])
    assert told(journal) == [LetGo(7)]
    assert journal.record(hold, "{}", []) == hold.mark


def test_a_closed_laptop_finds_the_round_where_it_was(path: Path) -> None:
    with open_database(path) as database:
        journal = Journal(database, Clock())
        hold = journal.begin(PLAN, '{"beat":0}', [began("ada")])
        mark = journal.record(hold, '{"beat":1}', [played()])
    with open_database(path) as database:
        waiting = Journal(database, Clock()).open_now()
    assert waiting is not None
    assert (waiting.plan_json, waiting.place_json) == (PLAN, '{"beat":1}')
    assert waiting.hold == OpenRound(hold.round, hold.token, mark)
    assert waiting.at == LATE_EVENING


def test_each_move_says_when_it_was_and_may_change_the_plan(journal: Journal, clock: Clock) -> None:
    hold = journal.begin(PLAN, "1", [])
    clock.time += timedelta(hours=3)
    journal.record(hold, "2", [], plan_json="{}")
    waiting = journal.open_now()
    assert waiting is not None
    assert (waiting.plan_json, waiting.place_json, waiting.at) == ("{}", "2", clock.time)
    assert waiting.hold.mark == 0


def test_a_second_round_waits_for_the_first_unless_told_otherwise(journal: Journal) -> None:
    first = journal.begin(PLAN, "{}", [began("ada")])
    with pytest.raises(RoundIsOpen):
        journal.begin(PLAN, "{}", [began("ben")])
    second = journal.begin(PLAN, "{}", [began("ben")], instead=True)
    assert second.round != first.round
    assert told(journal) == [began("ada"), RoundEnded("let-go")]
    with pytest.raises(StaleToken):
        journal.record(first, "{}", [played()])


def test_no_two_rounds_ever_share_a_number(journal: Journal, database: Database) -> None:
    numbers = set()
    for _ in range(3):
        hold = journal.begin(PLAN, "{}", [])
        numbers.add(hold.round)
        journal.let_go(hold)
        with database.writing() as connection:
            connection.execute("DELETE FROM entry")
    assert len(numbers) == 3


@pytest.mark.parametrize(
    "at", ["2031-0x-29T22:30:00+00:00", "2031-06-29T22:30:00", "2031-06-29T22:30:00\ufffd00:00", ""]
)
def test_a_flipped_bit_in_the_hour_of_a_round_costs_the_hour_and_not_the_round(
    journal: Journal, database: Database, at: str
) -> None:
    hold = journal.begin(PLAN, "{}", [began("ada")])
    with database.writing() as connection:
        connection.execute("UPDATE open_round SET at = ?", (at,))
    waiting = journal.open_now()
    assert waiting is not None
    assert (waiting.hold, waiting.at) == (hold, LATE_EVENING)


def test_letting_go_ends_the_round(journal: Journal) -> None:
    journal.let_go(journal.begin(PLAN, "{}", [began("ada")]))
    assert journal.open_now() is None
    assert told(journal) == [began("ada"), RoundEnded("let-go")]


def test_back_takes_away_what_came_after_and_nothing_else(journal: Journal) -> None:
    journal.let_go(journal.begin(PLAN, "{}", [began("ben")]))
    hold = journal.begin(PLAN, "0", [began("ada")])
    mark = journal.record(hold, "1", [WordMet("calm")])
    journal.between_rounds([LetGo(7)])
    journal.record(hold, "2", [WordMet("proud"), played()], plan_json="{}")
    journal.back(hold, mark, "1", plan_json=PLAN)
    waiting = journal.open_now()
    assert waiting is not None
    assert (waiting.place_json, waiting.plan_json, waiting.hold.mark) == ("1", PLAN, mark)
    assert told(journal, ended_only=False)[2:] == [began("ada"), WordMet("calm"), LetGo(7)]


def test_back_to_the_very_start_empties_a_round_that_began_with_nothing(journal: Journal) -> None:
    hold = journal.begin(PLAN, "0", [])
    journal.record(hold, "1", [WordMet("calm")])
    journal.back(hold, hold.mark, "0")
    assert told(journal, ended_only=False) == []


def test_an_entry_after_going_back_has_a_number_that_was_never_given(journal: Journal) -> None:
    hold = journal.begin(PLAN, "0", [began("ada")])
    taken_back = journal.record(hold, "1", [WordMet("calm")])
    journal.back(hold, hold.mark, "0")
    assert journal.record(hold, "1", [WordMet("calm")]) > taken_back


def test_a_window_whose_round_was_taken_over_may_only_look(journal: Journal, path: Path) -> None:
    hold = journal.begin(PLAN, "0", [began("ada")])
    other = other_window(path)
    waiting = other.open_now()
    assert waiting is not None
    theirs = other.take_over(waiting.hold)
    for stale in (
        lambda: journal.record(hold, "1", [played()]),
        lambda: journal.back(hold, 0, "1"),
        lambda: journal.let_go(hold),
        lambda: journal.take_over(hold),
    ):
        with pytest.raises(StaleToken):
            stale()
    assert told(journal, ended_only=False) == [began("ada")]
    assert other.record(theirs, "1", [played()]) == theirs.mark + 1
    other._database.close()


def test_a_round_that_ended_in_another_window_takes_nothing_more(journal: Journal, path: Path) -> None:
    hold = journal.begin(PLAN, "0", [began("ada")])
    other = other_window(path)
    other.let_go(hold)
    other._database.close()
    with pytest.raises(StaleToken):
        journal.record(hold, "1", [played()])


def test_an_evening_past_midnight_keeps_its_own_date_and_offset(journal: Journal) -> None:
    journal.between_rounds([WordMet("calm")])
    (kept,) = journal.entries()
    assert kept.at == LATE_EVENING
    assert kept.at.utcoffset() == timedelta(hours=2)
    assert kept.day == date(2031, 6, 30)
    assert kept.at.astimezone(UTC).day == 29


@pytest.mark.parametrize("minutes", [-570, -1, 0, 345, 840])
def test_every_offset_comes_back(journal: Journal, clock: Clock, minutes: int) -> None:
    clock.time = datetime(1999, 12, 31, 23, 59, tzinfo=timezone(timedelta(minutes=minutes)))
    journal.between_rounds([WordMet("calm")])
    (kept,) = journal.entries()
    assert (kept.at, kept.at.utcoffset(), kept.day) == (clock.time, clock.time.utcoffset(), date(1999, 12, 31))


def test_a_clock_that_was_set_back_changes_no_order(journal: Journal, clock: Clock) -> None:
    journal.between_rounds([WordMet("first")])
    clock.time -= timedelta(days=9000)
    journal.between_rounds([WordMet("second")])
    assert told(journal) == [WordMet("first"), WordMet("second")]


def test_a_clock_without_a_zone_is_refused(journal: Journal, clock: Clock) -> None:
    clock.time = clock.time.replace(tzinfo=None)
    with pytest.raises(ValueError, match="zone"):
        journal.between_rounds([WordMet("calm")])
    assert told(journal) == []


def test_a_full_disk_keeps_what_was_there_and_keeping_resumes(journal: Journal, database: Database) -> None:
    hold = journal.begin(PLAN, "0", [began("ada")])
    with database.writing() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotKeep) as trouble:
        journal.record(hold, "1" * 90_000, [WordMet("calm"), played()])
    assert str(database.path) in trouble.value.sentence
    assert told(journal, ended_only=False) == [began("ada")]
    journal.record(hold, "2" * 90_000, [played()])
    assert told(journal, ended_only=False) == [began("ada"), played()]


def test_a_file_that_is_taken_away_during_play_is_not_made_anew(journal: Journal, database: Database) -> None:
    hold = journal.begin(PLAN, "0", [began("ada")])
    away = database.path.with_name("away")
    database.path.rename(away)
    for _ in range(2):
        with pytest.raises(CannotKeep):
            journal.record(hold, "1", [played()])
    assert not database.path.exists()
    away.rename(database.path)
    assert journal.record(hold, "1", [played()]) == hold.mark + 1


def test_a_block_that_raises_writes_nothing(journal: Journal, database: Database) -> None:
    def interrupted() -> None:
        with database.writing() as connection:
            connection.execute("INSERT INTO preference VALUES ('theme', '1')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert database.read("SELECT * FROM preference") == []
    journal.between_rounds([WordMet("calm")])


def test_a_row_and_back_is_the_same_entry() -> None:
    for entry in ONE_OF_EACH:
        kept = from_row((3, 2, *as_row(entry), "2031-06-29T22:30:00+00:00", "+02:00", "2031-06-30"))
        assert kept is not None
        assert (kept.number, kept.round, kept.entry) == (3, 2, entry)

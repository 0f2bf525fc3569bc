"""Copies: one a day, seven days and four weeks of them, whatever the clock does; and the way back to one."""

from __future__ import annotations

import os
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from families import add_member, card
from gatherround.storage import backup
from gatherround.storage.backup import digest, digest_file
from gatherround.storage.copies import DAYS, LONGEST, WEEKS, back_up_on, copies, copy_now, forget_copies, thin_out
from gatherround.storage.database import Database, open_database
from gatherround.storage.dump import Dump, dump
from gatherround.storage.home import set_aside_files
from gatherround.storage.journal import Journal
from gatherround.storage.looking import check_whole
from gatherround.storage.members import members
from gatherround.storage.restoring import Inside, look_inside, put_in_place
from gatherround.storage.troubles import CannotKeep, DamagedFile, ErasedMeanwhile, NewerFile, StaleToken, UnopenedFile
from storage.drawers import PLAN, Clock, began, fingerprint, newer_steps

TODAY = date(2031, 6, 3)


@pytest.fixture
def lived(database: Database) -> Database:
    add_member(database, card("Ada"), TODAY)
    return database


def laid(home: Path, called: str, day: date) -> Path:
    """Puts a whole copy there as if it had been made on that day."""
    copy = home / "backups" / f"family-{called}.sqlite3"
    copy.parent.mkdir(exist_ok=True)
    copy.write_text(called, "utf-8")
    digest_file(copy).write_text(f"{digest(copy)}  {copy.name}\n", "utf-8")
    then = datetime.combine(day, time(19)).timestamp()
    os.utime(copy, (then, then))
    return copy


def a_year(home: Path, days: list[date]) -> None:
    """Puts copies there as if they had been made on these days, one after another, thinned out after each."""
    for number, day in enumerate(days, start=1):
        laid(home, f"day-{number:06}-{day.isoformat()}", day)
        thin_out(home, day)


def kept_days(home: Path) -> list[date]:
    return [copy.day for copy in copies(home) if copy.day is not None]


def test_a_copy_is_made_once_a_day_and_is_whole(lived: Database, path: Path) -> None:
    first = back_up_on(path, TODAY)
    assert first is not None
    assert back_up_on(path, TODAY) is None
    assert back_up_on(path, TODAY + timedelta(days=1)) is not None
    found = copies(path.parent)
    assert [copy.day for copy in found] == [TODAY + timedelta(days=1), TODAY]
    assert all(copy.whole for copy in found)
    with open_database(first) as copy:
        assert members(copy) == members(lived)


def test_two_windows_that_start_together_leave_one_whole_copy_for_the_day(lived: Database, path: Path) -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in range(10)]
    together = Barrier(2, timeout=30)

    def starts(_: int) -> None:
        for day in days:
            together.wait()
            with suppress(FileExistsError):
                back_up_on(path, day)

    with ThreadPoolExecutor(2) as windows:
        list(windows.map(starts, range(2)))
    found = copies(path.parent)
    assert all(copy.whole for copy in found)
    assert {copy.day for copy in found} == {*days}
    assert {item.name for item in (path.parent / "backups").iterdir()} == {
        name for copy in found for name in (copy.path.name, digest_file(copy.path).name)
    }


def test_another_window_that_is_first_keeps_its_copy_and_its_sha256(
    lived: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(connection: sqlite3.Connection, target: Path) -> None:
        monkeypatch.setattr(backup, "check_whole", check_whole)
        assert back_up_on(path, TODAY) == target
        add_member(lived, card("Ben"), TODAY)
        check_whole(connection, target)

    monkeypatch.setattr(backup, "check_whole", meanwhile)
    with pytest.raises(FileExistsError):
        back_up_on(path, TODAY)
    assert [copy.whole for copy in copies(path.parent)] == [True]
    assert len([*(path.parent / "backups").iterdir()]) == 2


@pytest.mark.parametrize("harm", ["flipped", "unsealed", "only sealed"])
def test_a_broken_copy_of_today_is_in_no_good_ones_way(lived: Database, path: Path, harm: str) -> None:
    first = back_up_on(path, TODAY)
    assert first is not None
    if harm == "flipped":
        first.write_bytes(first.read_bytes()[:-1] + b"?")
    else:
        (digest_file(first) if harm == "unsealed" else first).unlink()
    second = back_up_on(path, TODAY)
    assert second is not None
    assert copies(path.parent)[0].path == second
    assert copies(path.parent)[0].whole
    assert back_up_on(path, TODAY) is None


def test_nothing_is_copied_before_there_is_anything_to_keep(database: Database, path: Path) -> None:
    assert back_up_on(path, TODAY) is None
    assert not (path.parent / "backups").exists()


def test_a_copy_is_whole_while_somebody_plays(lived: Database, path: Path) -> None:
    journal = Journal(lived, Clock())
    hold = journal.begin(PLAN, "{}", [began("ada")])
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM entry").fetchall()
        copy = back_up_on(path, TODAY)
    assert copy is not None
    journal.record(hold, "{}", [began("ben")])
    with open_database(copy) as database:
        assert len([*Journal(database, Clock()).entries(ended_only=False)]) == 1


def test_seven_days_and_four_weeks_stay(path: Path) -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in range(100)]
    a_year(path.parent, days)
    kept = kept_days(path.parent)
    assert kept[:DAYS] == [days[-1] - timedelta(days=back) for back in range(DAYS)]
    older = kept[DAYS:]
    assert len(older) == WEEKS
    assert len({day.isocalendar()[:2] for day in older}) == WEEKS
    assert (kept[DAYS - 1] - older[-1]).days <= 7 * WEEKS
    assert len([*(path.parent / "backups").iterdir()]) == 2 * (DAYS + WEEKS), "each goes with its SHA-256"


walls = some.lists(some.dates(date(1999, 1, 1), date(2038, 12, 31)), min_size=1, max_size=30)


@given(days=walls)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_clock_does_the_newest_copy_stays_and_never_too_many(path: Path, days: list[date]) -> None:
    forget_copies(path.parent)
    a_year(path.parent, days)
    kept = kept_days(path.parent)
    assert kept[0] == days[-1]
    assert len(kept) == len(set(kept)) <= DAYS + WEEKS
    assert set(kept) <= set(days)
    assert all(days[-1] - day <= LONGEST for day in kept)
    near = [days[-1] + (day - days[-1]) % timedelta(days=21) for day in days]
    forget_copies(path.parent)
    a_year(path.parent, near)
    distinct = list(dict.fromkeys(reversed(near)))
    assert kept_days(path.parent)[: min(DAYS, len(distinct))] == distinct[:DAYS]


def test_a_clock_set_back_three_years_makes_a_copy_that_stays(lived: Database, path: Path) -> None:
    a_year(path.parent, [TODAY + timedelta(days=ahead) for ahead in range(10)])
    back = TODAY - timedelta(days=3 * 365)
    assert back_up_on(path, back) is not None
    thin_out(path.parent, back)
    assert kept_days(path.parent) == [back, *(TODAY + timedelta(days=ahead) for ahead in (9, 8, 7, 6, 5, 4, 3))]


@pytest.mark.parametrize(("apart", "left"), [(7, 6), (14, 3), (30, 2), (35, 2), (36, 1), (400, 1)])
def test_however_seldom_a_family_plays_no_copy_is_older_than_five_weeks_but_the_newest(
    path: Path, apart: int, left: int
) -> None:
    days = [TODAY + timedelta(days=apart * often) for often in range(12)]
    a_year(path.parent, days)
    assert kept_days(path.parent) == days[: -left - 1 : -1]
    thin_out(path.parent, days[-1] + timedelta(days=1000))
    assert kept_days(path.parent) == days[-1:], "however old the newest is, it is all that there is"


def test_a_copy_from_before_a_change_stays_for_five_weeks_and_until_a_newer_one_is_whole(path: Path) -> None:
    home = path.parent
    before = [laid(home, called, TODAY) for called in ("schema-1-1", "before-restore-1", "letter")]
    far = TODAY + LONGEST + timedelta(days=1)
    thin_out(home, far)
    assert [copy.path for copy in copies(home)] == sorted(before), "nothing newer is there"
    broken = laid(home, f"day-000001-{far.isoformat()}", far)
    broken.write_text("?", "utf-8")
    thin_out(home, far)
    assert len(copies(home)) == 4, "what is newer is not whole"
    good = laid(home, f"day-000002-{far.isoformat()}", far)
    thin_out(home, TODAY + LONGEST)
    assert len(copies(home)) == 5
    thin_out(home, far)
    assert [copy.path for copy in copies(home)] == [good, broken]
    thin_out(home, far + LONGEST + timedelta(days=1))
    assert [item.name for item in sorted((home / "backups").iterdir())] == [good.name, digest_file(good).name]


def test_a_broken_copy_counts_for_no_day_and_takes_no_good_ones_place(path: Path) -> None:
    days = [TODAY + timedelta(days=ahead) for ahead in range(DAYS)]
    for number, day in enumerate(days, start=1):
        laid(path.parent, f"day-{number:06}-{day.isoformat()}", day)
    for number, day in enumerate(days, start=DAYS + 1):
        laid(path.parent, f"day-{number:06}-{day.isoformat()}", day).write_text("?", "utf-8")
    thin_out(path.parent, days[-1])
    assert [copy.day for copy in copies(path.parent) if copy.whole] == days[::-1]


def test_strange_names_harm_nothing(path: Path) -> None:
    for name in ("day-000001-2031-13-40", "letter", "day-1"):
        laid(path.parent, name, TODAY)
    a_year(path.parent, [TODAY + timedelta(days=ahead) for ahead in range(30)])
    assert len([copy for copy in copies(path.parent) if copy.day is None]) == 3


def test_half_a_copy_that_a_kill_left_goes_when_nobody_can_be_making_it_any_more(path: Path) -> None:
    good = laid(path.parent, f"day-000001-{TODAY.isoformat()}", TODAY)
    halves = (
        ".family-day-000002-2031-06-03.sqlite3.0123abcd.partial",
        ".family-day-000002-2031-06-03.sqlite3.0123abcd.partial-journal",
        "family-schema-1-1.sqlite3.partial",
        "family-day-000003-2031-06-03.sqlite3.sha256",
    )
    for name in halves:
        (good.parent / name).touch()
    thin_out(path.parent, TODAY)
    assert len([*good.parent.iterdir()]) == 6, "another window may be at it"
    for name in halves:
        os.utime(good.parent / name, (0, 0))
    thin_out(path.parent, TODAY)
    assert {*good.parent.iterdir()} == {good, digest_file(good)}


def test_forgetting_takes_every_copy_and_leaves_what_is_not_one(lived: Database, path: Path) -> None:
    back_up_on(path, TODAY)
    copy_now(path, "schema-1-1")
    (path.parent / "backups" / "letter.txt").touch()
    (path.parent / "backups" / "half.sqlite3.partial").touch()
    assert forget_copies(path.parent) == ()
    assert [item.name for item in (path.parent / "backups").iterdir()] == ["letter.txt"]


# The way back


@pytest.fixture
def copy(lived: Database, path: Path) -> Path:
    made = back_up_on(path, TODAY)
    assert made is not None
    add_member(lived, card("Ben"), TODAY)
    return made


def all_in(file: Path) -> Dump:
    with open_database(file) as database:
        return dump(database)


def test_what_is_inside_is_said_without_touching_it(copy: Path, path: Path) -> None:
    before = fingerprint(copy)
    assert look_inside(copy) == Inside(("Ada",), 0, None)
    assert look_inside(path).names == ("Ada", "Ben")
    assert fingerprint(copy) == before


def test_a_copy_takes_the_place_and_what_was_there_is_kept(copy: Path, path: Path, lived: Database) -> None:
    kept = put_in_place(copy, path)
    assert kept is not None
    assert look_inside(kept).names == ("Ada", "Ben")
    assert digest_file(kept).exists()
    assert [one.card.name for one in members(lived)] == ["Ada"], "a window that is open sees it"
    assert lived.looks_again()
    add_member(lived, card("Cleo"), TODAY)
    assert look_inside(path).names == ("Ada", "Cleo")
    assert [item.name for item in path.parent.iterdir() if item.is_file()] == ["family.sqlite3"]
    second = put_in_place(copy, path)
    assert second not in (kept, None)


def test_a_round_that_was_open_in_another_window_only_looks_after_it(copy: Path, path: Path, lived: Database) -> None:
    journal = Journal(lived, Clock())
    hold = journal.begin(PLAN, "{}", [began("ada")])
    put_in_place(copy, path)
    with pytest.raises(ErasedMeanwhile):
        journal.record(hold, "{}", [began("ben")])
    lived.looks_again()
    with pytest.raises(StaleToken):
        journal.record(hold, "{}", [began("ben")])


@pytest.mark.parametrize("harm", ["half", "zero", "noise", "text"])
def test_a_file_that_cannot_be_read_is_set_aside_as_it_is(copy: Path, path: Path, lived: Database, harm: str) -> None:
    lived.close()
    whole = path.read_bytes()
    path.write_bytes(
        {"half": whole[: len(whole) // 2], "zero": b"", "noise": b"\x00" * 100 + whole[100:], "text": b"Dear Ada"}[harm]
    )
    torn = path.read_bytes()
    if harm != "half":
        (path.parent / "family.sqlite3-journal").write_bytes(b"left over")
    aside = put_in_place(copy, path)
    assert aside is not None
    assert aside.read_bytes() == torn
    assert {item.name for item in set_aside_files(path.parent)} >= {aside.name}
    assert not (path.parent / "family.sqlite3-journal").exists(), "it would be played back into the file that came"
    assert look_inside(path).names == ("Ada",)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert all_in(path) == all_in(copy)
    path.write_bytes(torn)
    assert put_in_place(copy, path) not in (aside, None)


def test_a_torn_file_with_a_torn_journal_is_set_aside_too(copy: Path, path: Path, lived: Database) -> None:
    lived.close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    (path.parent / "family.sqlite3-journal").write_bytes(b"left over")
    aside = put_in_place(copy, path)
    assert aside in set_aside_files(path.parent)
    assert look_inside(path).names == ("Ada",)


def test_without_a_family_file_a_copy_becomes_one(copy: Path, path: Path, lived: Database) -> None:
    lived.close()
    path.unlink()
    assert put_in_place(copy, path) is None
    assert look_inside(path).names == ("Ada",)


def test_an_older_copy_is_brought_up_to_date_when_it_is_opened(path: Path, tmp_path: Path, lived: Database) -> None:
    old = Path(__file__).parent.parent / "old" / "schema-1.sqlite3"
    put_in_place(old, path)
    assert look_inside(path).names == ("Ada", "王小明")
    with open_database(path) as database:
        assert len(members(database)) == 2


def test_what_is_no_copy_of_ours_changes_nothing(path: Path, tmp_path: Path, lived: Database) -> None:
    letter, newer, torn = tmp_path / "letter", tmp_path / "newer.sqlite3", tmp_path / "torn.sqlite3"
    letter.write_text("Dear Ada", "utf-8")
    open_database(newer, newer_steps()).close()
    torn.write_bytes(path.read_bytes()[:9000])
    before = fingerprint(path)
    strangers = {letter: UnopenedFile, newer: NewerFile, torn: DamagedFile, tmp_path / "x": UnopenedFile}
    for stranger, trouble in strangers.items():
        with pytest.raises(trouble):
            put_in_place(stranger, path)
    assert fingerprint(path) == before


def test_without_room_to_keep_what_was_there_nothing_is_changed(copy: Path, path: Path) -> None:
    for item in copy.parent.iterdir():
        item.rename(path.parent / item.name)
    copy.parent.rmdir()
    copy.parent.touch()
    before = path.read_bytes()
    with pytest.raises(CannotKeep):
        put_in_place(path.parent / copy.name, path)
    assert path.read_bytes() == before

from __future__ import annotations

import os
import random
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from families import add_member, card
from gatherround.domain.entries import RoundEnded
from gatherround.storage.database import open_database
from gatherround.storage.journal import Journal
from gatherround.storage.looking import APPLICATION_ID
from gatherround.storage.members import members
from gatherround.storage.troubles import (
    CannotKeep,
    DamagedFile,
    ForeignFile,
    NewerFile,
    Trouble,
    UnopenedFile,
    UnreadableFile,
)
from storage.drawers import LATE_EVENING, PLAN, TESTS, Clock, began, fingerprint, played


@pytest.fixture
def filled(path: Path) -> Path:
    """A drawer of several pages."""
    with open_database(path) as database:
        journal = Journal(database, Clock())
        for _ in range(4):
            hold = journal.begin(PLAN, "{}", [began("ada")])
            journal.record(hold, "{}", [played(f"{number} {'pancakes ' * 40}") for number in range(20)])
            journal.record(hold, "{}", [RoundEnded("closed")])
    return path


def pragma(path: Path, **values: int | str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for name, value in values.items():
            connection.execute(f"PRAGMA {name} = {value}")
        connection.commit()


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def cut_within_the_header(path: Path) -> None:
    os.truncate(path, 60)


def cut_a_little(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 1000)


def emptied(path: Path) -> None:
    os.truncate(path, 0)


def header_zeroed(path: Path) -> None:
    path.write_bytes(bytes(100) + path.read_bytes()[100:])


def all_zeros(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def middle_scribbled(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * 8192 + content[12288:])


def random_bytes(path: Path) -> None:
    path.write_bytes(random.Random(5).randbytes(9000))


def a_letter(path: Path) -> None:
    path.write_text("Dear Aunt Rosa,\n" * 99, "utf-8")


def another_programs_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (title)")


def anothers_number(path: Path) -> None:
    pragma(path, application_id=APPLICATION_ID + 1)


def from_the_future(path: Path) -> None:
    pragma(path, user_version=99)


def from_before_the_beginning(path: Path) -> None:
    pragma(path, user_version=0)


def ours_without_tables(path: Path) -> None:
    version = sqlite3.connect(path).execute("PRAGMA user_version").fetchone()[0]
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (title)")
    pragma(path, application_id=APPLICATION_ID)
    pragma(path, user_version=version)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def a_link_to_nothing(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.with_name("elsewhere"))
    path.with_name("elsewhere").write_bytes(b"")


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (cut_in_half, DamagedFile),
        (cut_within_the_header, DamagedFile),
        (cut_a_little, DamagedFile),
        (emptied, DamagedFile),
        (header_zeroed, DamagedFile),
        (all_zeros, DamagedFile),
        (middle_scribbled, DamagedFile),
        (from_before_the_beginning, DamagedFile),
        (a_link_to_nothing, DamagedFile),
        (random_bytes, ForeignFile),
        (a_letter, ForeignFile),
        (another_programs_database, ForeignFile),
        (anothers_number, ForeignFile),
        (from_the_future, NewerFile),
        (ours_without_tables, UnreadableFile),
        (a_folder, UnreadableFile),
        (a_pipe, UnreadableFile),
    ],
    ids=lambda value: value.__name__,
)
def test_a_file_that_is_refused_is_named_and_not_touched(
    filled: Path, spoil: Callable[[Path], None], kind: type[Trouble]
) -> None:
    spoil(filled)
    before = fingerprint(filled)
    with pytest.raises(kind) as trouble:
        open_database(filled)
    assert fingerprint(filled) == before
    assert trouble.value.path == filled
    assert str(filled) in trouble.value.sentence


def test_a_link_that_leads_nowhere_is_not_filled_in(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))
    with pytest.raises(UnreadableFile):
        open_database(path)
    assert not path.exists()


def test_no_flipped_bit_or_cut_makes_opening_write_a_byte(filled: Path) -> None:
    whole, dice = filled.read_bytes(), random.Random(20)
    refused = 0
    for _ in range(120):
        content = bytearray(whole)
        content[dice.randrange(100 if dice.random() < 0.5 else len(whole))] ^= 1 << dice.randrange(8)
        filled.write_bytes(content[: dice.choice([len(whole), len(whole), dice.randrange(len(whole))])])
        before = fingerprint(filled)
        try:
            open_database(filled).close()
        except UnopenedFile:
            refused += 1
        assert fingerprint(filled) == before
    assert refused > 40


def test_opening_a_fine_file_changes_not_a_byte(filled: Path) -> None:
    before = fingerprint(filled)
    open_database(filled).close()
    assert fingerprint(filled) == before


def test_a_file_that_may_not_be_read_is_left_alone(
    open_ground: Path, unprivileged: Callable[[], AbstractContextManager[None]]
) -> None:
    path = open_ground / "family.sqlite3"
    open_database(path).close()
    path.chmod(0o000)
    with unprivileged(), pytest.raises(UnreadableFile):
        open_database(path)


def test_a_file_in_a_read_only_folder_can_be_looked_at_and_says_that_nothing_is_kept(
    open_ground: Path, unprivileged: Callable[[], AbstractContextManager[None]]
) -> None:
    path = open_ground / "family.sqlite3"
    with open_database(path) as database:
        ada = add_member(database, card(), LATE_EVENING.date())
    path.chmod(0o444)
    open_ground.chmod(0o555)
    with unprivileged(), open_database(path) as database:
        assert members(database) == (ada,)
        with pytest.raises(CannotKeep) as trouble:
            Journal(database, Clock()).begin(PLAN, "{}", [began("ada")])
        assert members(database) == (ada,)
    assert str(path) in trouble.value.sentence


def test_a_new_file_in_a_read_only_folder_cannot_be_kept(
    open_ground: Path, unprivileged: Callable[[], AbstractContextManager[None]]
) -> None:
    open_ground.chmod(0o555)
    with unprivileged(), pytest.raises(CannotKeep):
        open_database(open_ground / "family.sqlite3")
    assert not list(open_ground.iterdir())


def test_everything_is_the_owners_alone_even_under_an_open_umask(path: Path) -> None:
    before = os.umask(0)
    try:
        with open_database(path) as database, database.writing() as connection:
            connection.execute("INSERT INTO preference VALUES ('theme', '1')")
            found = {item.name: stat.S_IMODE(item.stat().st_mode) for item in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert found == {"family.sqlite3": 0o600, "family.sqlite3-journal": 0o600}


def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    open_database(path).close()
    path.chmod(0o644)
    open_database(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_one_file_is_all_that_lies_there_at_rest(filled: Path) -> None:
    assert [item.name for item in filled.parent.iterdir()] == ["family.sqlite3"]


def test_what_a_kill_left_of_a_first_start_is_swept_away_and_nothing_else(path: Path) -> None:
    ours = [
        path.with_name(f"family.sqlite3.0a1b2c3d.new{end}") for end in ("", "-journal", ".partial", ".partial-journal")
    ]
    ours += [path.with_name(f".family.sqlite3.0a1b2c3d.new.0a1b2c3d.partial{end}") for end in ("", "-journal")]
    theirs = path.with_name("family.sqlite3.new")
    for item in (*ours, theirs):
        item.touch()
    open_database(path).close()
    assert {item.name for item in path.parent.iterdir()} == {path.name, theirs.name}


def test_two_windows_that_start_at_the_same_moment_share_one_file(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from storage.drawers import OnTheHour, began;"
        "from gatherround.storage.database import open_database; from gatherround.storage.journal import Journal;"
        "sys.stdin.readline(); Journal(open_database(Path(sys.argv[1])), OnTheHour()).between_rounds([began()])"
    )
    command = [sys.executable, "-c", code, str(path)]
    windows = [subprocess.Popen(command, cwd=TESTS, stdin=subprocess.PIPE) for _ in range(3)]
    for window in windows:
        assert window.stdin is not None
        window.stdin.write(b"go\n")
        window.stdin.close()
    assert [window.wait() for window in windows] == [0, 0, 0]
    with open_database(path) as database:
        assert len(list(Journal(database, Clock()).entries())) == 3
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_the_promises_about_the_disk_are_switched_on(path: Path) -> None:
    with open_database(path) as database, database.writing() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "trusted_schema", "busy_timeout")
        assert [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names] == ["delete", 3, 1, 1, 0, 5000]


def test_a_file_that_somebody_switched_to_wal_is_switched_back(filled: Path) -> None:
    pragma(filled, journal_mode="wal")
    with open_database(filled) as database:
        assert database.read("PRAGMA journal_mode") == [("delete",)]
        assert len(list(Journal(database, Clock()).entries())) == 4 * 22
    assert [item.name for item in filled.parent.iterdir()] == ["family.sqlite3"]


def test_a_home_with_odd_signs_in_its_name_is_fine(tmp_path: Path) -> None:
    folder = tmp_path / "what? 100% #ours & mode=ro"
    folder.mkdir()
    open_database(folder / "family.sqlite3").close()
    assert [item.name for item in folder.iterdir()] == ["family.sqlite3"]

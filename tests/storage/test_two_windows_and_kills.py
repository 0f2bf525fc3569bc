from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from gatherround.domain.entries import WordMet
from gatherround.storage.database import open_database
from gatherround.storage.journal import Journal
from gatherround.storage.preferences import keep_preference, preference
from gatherround.storage.troubles import CannotKeep
from storage.drawers import PLAN, TESTS, Clock


def recorder(path: Path, *task: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "storage.recorder", str(path), *task]
    return subprocess.Popen(command, cwd=TESTS, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def words(journal: Journal) -> list[str]:
    return [kept.entry.word for kept in journal.entries(ended_only=False) if isinstance(kept.entry, WordMet)]


def test_two_windows_recording_at_once_lose_nothing(path: Path) -> None:
    with open_database(path) as database:
        Journal(database, Clock()).begin(PLAN, "0", [])
        keep_preference(database, "counted", 0)
    windows = [recorder(path, "together", name, "50") for name in ("plum", "cup")]
    for window in windows:
        window.communicate()
        assert window.returncode == 0
    with open_database(path) as database:
        told = words(Journal(database, Clock()))
        assert preference(database, "counted") == 100
    for name in ("plum", "cup"):
        assert [word for word in told if word.startswith(name)] == [f"{name} {number}" for number in range(50)]


@pytest.mark.parametrize("knowing_less", [False, True])
def test_whoever_writes_has_the_drawer_alone_from_the_first_look_at_it(path: Path, knowing_less: bool) -> None:
    with (
        open_database(path) as database,
        closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as other,
        database.writing(knowing_less=knowing_less),
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_a_kill_in_the_middle_of_a_move_leaves_what_was_before_it(path: Path) -> None:
    with open_database(path) as database:
        Journal(database, Clock()).between_rounds([WordMet(f"{number}") for number in range(900)])
    before = path.read_bytes()
    with recorder(path, "half-way") as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"half way\n"
        child.kill()
    assert path.read_bytes() != before
    with open_database(path) as database:
        assert words(Journal(database, Clock())) == [f"{number}" for number in range(900)]
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_a_quota_is_a_trouble_once_and_keeping_resumes_with_room(path: Path) -> None:
    with recorder(path, "small-disk") as child:
        said = child.communicate()[0].decode().split("\n")
    kept = int(said[0].removeprefix("kept "))
    assert kept > 0
    assert said[1] == "resumed"
    with open_database(path) as database:
        told = words(Journal(database, Clock()))
        assert database.read("PRAGMA integrity_check") == [("ok",)]
    assert [word.split()[0] for word in told] == [*map(str, range(kept)), "room"]


def test_a_file_that_is_spoilt_while_it_is_open_is_a_trouble_and_is_left_as_it_is(path: Path) -> None:
    with open_database(path) as database:
        keep_preference(database, "minutes", 10)
        content = path.read_bytes()
        # Its counter of changes goes on, as when another window writes: then what is remembered is let go.
        spoilt = content[:24] + b"\x7f\x00\x00\x00" + content[28:100] + b"\xff" * (len(content) - 100)
        path.write_bytes(spoilt)
        with pytest.raises(CannotKeep):
            keep_preference(database, "minutes", 15)
        assert path.read_bytes() == spoilt
        path.write_bytes(content)
        keep_preference(database, "minutes", 20)
        assert preference(database, "minutes") == 20

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest

from gatherround.domain.entries import RoundEnded
from gatherround.domain.members import Born
from gatherround.storage.backup import copy_whole, digest, digest_file, is_whole
from gatherround.storage.database import open_database
from gatherround.storage.journal import Journal
from gatherround.storage.looking import APPLICATION_ID
from gatherround.storage.members import members
from gatherround.storage.migrating import Step, migrate, shipped_steps, statements
from gatherround.storage.troubles import CannotKeep, NewerFile
from storage.drawers import PLAN, TESTS, Clock, began, fingerprint, newer_steps, played

NOW = len(shipped_steps())
OLD = TESTS / "old"
"""A drawer of each schema that was ever released, filled by the game of its day."""


def fill(path: Path, entries: int) -> Path:
    with open_database(path) as database:
        journal = Journal(database, Clock())
        hold = journal.begin(PLAN, "{}", [began("ada")])
        journal.record(hold, "{}", [played(f"Story {number}") for number in range(entries)])
        journal.record(hold, "{}", [RoundEnded("closed")])
    return path


@pytest.fixture
def old(path: Path) -> Path:
    return fill(path, 30)


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def numbers_of(path: Path) -> Iterator[int]:
    with open_database(path, newer_steps()) as database:
        for kept in Journal(database, Clock()).entries():
            yield kept.number


def test_a_new_drawer_has_our_number_and_the_newest_schema(path: Path) -> None:
    with open_database(path) as database:
        assert database.read("PRAGMA application_id") == [(APPLICATION_ID,)]
        assert database.read("PRAGMA user_version") == [(len(shipped_steps()),)]
        assert {strict for *_, strict in database.read("PRAGMA table_list('entry')")} == {1}


def test_an_old_drawer_is_brought_up_to_date_with_everything_in_it(old: Path) -> None:
    assert list(numbers_of(old)) == list(range(1, 33))
    with open_database(old, newer_steps()) as database:
        assert database.read("SELECT DISTINCT weather FROM entry") == [("sunny; mostly",)]


@pytest.mark.parametrize("version", range(1, NOW))
def test_every_old_drawer_opens_with_everything_in_it_and_a_copy_of_how_it_was(version: int, path: Path) -> None:
    copyfile(OLD / f"schema-{version}.sqlite3", path)
    with closing(sqlite3.connect(path)) as before:
        rows = before.execute("SELECT id, kind, body FROM entry ORDER BY id").fetchall()
    with open_database(path) as database:
        journal = Journal(database, Clock())
        assert database.read("SELECT id, kind, body FROM entry ORDER BY id") == rows
        assert [at.number for at in journal.entries(ended_only=False)] == [row[0] for row in rows]
        assert journal.open_now() is not None
        assert [(one.card.name, one.card.born, one.card.stage_key, one.card.comfort) for one in members(database)] == [
            ("Ada", Born(2016, 5), None, ("a hug",)),
            ("王小明", None, "18+", ()),
        ]
        assert database.read("SELECT key FROM preference") == [("table",)]
        assert database.read("SELECT body FROM draft") == [("half a line",)]
    assert version_of(path) == NOW
    (copy,) = path.parent.glob("backups/*.sqlite3")
    assert is_whole(copy)
    assert version_of(copy) == version


def test_a_drawer_that_was_brought_up_to_date_is_refused_by_the_older_game(old: Path) -> None:
    open_database(old, newer_steps()).close()
    before = fingerprint(old)
    with pytest.raises(NewerFile):
        open_database(old)
    assert fingerprint(old) == before


def test_a_whole_copy_is_made_before_a_migration_for_the_owner_alone(old: Path) -> None:
    open_database(old, newer_steps()).close()
    (copy,) = old.parent.glob("backups/*.sqlite3")
    assert is_whole(copy)
    assert version_of(copy) == NOW
    assert len(list(numbers_of(copy))) == 32
    for item in (copy.parent, copy, digest_file(copy)):
        assert not stat.S_IMODE(item.stat().st_mode) & 0o077


def test_a_new_drawer_needs_no_copy_first(path: Path) -> None:
    open_database(path, newer_steps()).close()
    assert [item.name for item in path.parent.iterdir()] == ["family.sqlite3"]


def test_a_second_migration_keeps_the_first_copy(old: Path) -> None:
    first = old.read_bytes()
    for _ in range(2):
        old.write_bytes(first)
        open_database(old, newer_steps()).close()
    assert len([copy for copy in old.parent.glob("backups/*.sqlite3") if is_whole(copy)]) == 2


def test_a_flipped_bit_in_a_copy_is_seen(old: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    with closing(sqlite3.connect(old)) as source:
        copy_whole(source, copy)
    assert digest_file(copy).read_text("utf-8") == f"{digest(copy)}  copy.sqlite3\n"
    content = bytearray(copy.read_bytes())
    content[5000] ^= 4
    copy.write_bytes(content)
    assert not is_whole(copy)
    digest_file(copy).unlink()
    assert not is_whole(copy)


def test_a_copy_never_takes_the_place_of_another_file(old: Path, tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear Aunt Rosa", "utf-8")
    with closing(sqlite3.connect(old)) as source, pytest.raises(FileExistsError):
        copy_whole(source, tmp_path / "letter")
    assert (tmp_path / "letter").read_text("utf-8") == "Dear Aunt Rosa"


def test_without_room_for_a_copy_nothing_is_migrated(old: Path) -> None:
    (old.parent / "backups").touch()
    before = fingerprint(old)
    with pytest.raises(CannotKeep):
        open_database(old, newer_steps())
    assert fingerprint(old) == before


def test_a_migration_that_stumbles_leaves_the_schema_as_it_was(old: Path) -> None:
    stumbling = Step(NOW + 1, ("ALTER TABLE entry ADD COLUMN weather TEXT", "INSERT INTO nowhere VALUES (1)"))
    with pytest.raises(CannotKeep):
        open_database(old, (*shipped_steps(), stumbling))
    assert version_of(old) == NOW
    with open_database(old) as database:
        assert "weather" not in {row[1] for row in database.read("PRAGMA table_info(entry)")}


def test_semicolons_in_texts_comments_and_triggers_split_nothing() -> None:
    script = """
        -- First this; then that.
        CREATE TABLE a (x TEXT DEFAULT 'one; two'); CREATE TABLE b (y);
        CREATE TRIGGER c AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM a; END;
        -- The end; really.
    """
    found = list(statements(script))
    assert [statement.splitlines()[-1].split()[1] for statement in found] == ["TABLE", "TABLE", "TRIGGER"]


def test_a_migration_that_ends_within_a_statement_is_refused() -> None:
    with pytest.raises(ValueError, match="within"):
        list(statements("CREATE TABLE a (x); CREATE TABLE b (y)"))


def test_from_the_first_look_at_the_schema_nobody_else_can_write_until_it_is_the_new_one(old: Path) -> None:
    def meanwhile(_: int) -> None:
        with closing(sqlite3.connect(old, isolation_level=None, timeout=0)) as other:
            with pytest.raises(sqlite3.OperationalError, match="locked"):
                other.execute("BEGIN IMMEDIATE")
            asked.append(other.execute("SELECT count(*) FROM entry").fetchone())

    asked: list[tuple[int]] = []
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        assert migrate(connection, newer_steps(), meanwhile) == NOW + 1
    assert asked == [(32,)], "what is there can still be read, and copied"

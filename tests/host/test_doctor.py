"""The doctor looks, says, and touches nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest

from families import card, live_here
from gatherround.host.doctor import Finding, Terminal, examine
from gatherround.host.house import House
from gatherround.storage.copies import copy_now
from gatherround.storage.home import family_file
from host.houses import house_at

TERMINAL = Terminal({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "utf-8", (80, 24))


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    house = house_at(tmp_path / "home")
    live_here(house, card("Ada"))
    house.family.care.copy_today()
    yield house
    house.close()


def found(home: Path, about: str, terminal: Terminal = TERMINAL) -> list[Finding]:
    return [finding for finding in examine(home, terminal) if finding.about == about]


def states(home: Path, about: str) -> list[str]:
    return [finding.state for finding in found(home, about)]


def everything(home: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file()}


def test_a_house_in_order_is_fine_and_stays_as_it_is(house: House, tmp_path: Path) -> None:
    home = tmp_path / "home"
    before = everything(home)
    findings = examine(home, TERMINAL)
    assert [finding.about for finding in findings if finding.state == "trouble"] == []
    for about in ("home", "room", "file", "permissions", "syncing", "backups", "versions", "sqlite", "terminal"):
        assert states(home, about) == ["fine"], about
    assert everything(home) == before
    assert "1 of a day, the newest of 2031-06-03" in found(home, "backups")[0].says


def test_a_home_that_is_not_there_yet_is_not_made(tmp_path: Path) -> None:
    assert states(tmp_path / "new", "home") == ["fine"]
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("mode", [0o000, 0o300, 0o600, 0o100])
@pytest.mark.parametrize("where", [".", "..", "backups"])
def test_what_this_account_may_not_look_into_is_a_trouble_and_ends_nothing(
    open_ground: Path, unprivileged: Callable[[], AbstractContextManager[None]], where: str, mode: int
) -> None:
    open_ground.chmod(0o777)
    home = open_ground / "theirs" / "home"
    with unprivileged():
        house = house_at(home)
        live_here(house, card("Ada"))
        house.family.care.copy_today()
        house.close()
        shut = (home / where).resolve()
        shut.chmod(mode)
        findings = examine(home, TERMINAL)
        shut.chmod(0o700)
        open_again = where == ".." and mode & 0o100
        about = "backups" if where == "backups" else "home"
        said = [finding.state for finding in findings if finding.about == about]
        assert said == (["fine"] if open_again else ["trouble"])
        assert findings[-1].about == "letters", "and the rest is looked at all the same"


def test_a_file_where_a_home_should_be_is_a_trouble(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a shopping list")
    assert states(tmp_path / "home", "home") == ["trouble"]


def test_a_journal_that_goes_while_it_is_looked_at_ends_nothing(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone, every = tmp_path / "home" / "family.sqlite3-journal", Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda path, pattern: (*every(path, pattern), gone))
    assert states(tmp_path / "home", "permissions") == ["fine"]


def test_without_a_home_that_is_a_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    monkeypatch.setattr("pathlib.Path.expanduser", lambda self: self)
    monkeypatch.setattr("gatherround.storage.home.user_data_path", lambda *_, **__: Path("~/x"))
    assert [one.state for one in examine(None, TERMINAL) if one.about == "home"] == ["trouble"]


@pytest.mark.parametrize("harm", ["half", "empty", "letter"])
def test_a_file_that_cannot_be_read_is_a_trouble_with_a_way_back(house: House, tmp_path: Path, harm: str) -> None:
    house.close()
    file = family_file(tmp_path / "home")
    whole = file.read_bytes()
    file.write_bytes({"half": whole[: len(whole) // 2], "empty": b"", "letter": b"Dear Ada, " * 20}[harm])
    before = everything(tmp_path / "home")
    (finding,) = found(tmp_path / "home", "file")
    assert finding.state == "trouble"
    assert "restore" in finding.cure
    assert everything(tmp_path / "home") == before


def test_pages_that_do_not_hang_together_are_found(house: House, tmp_path: Path) -> None:
    file = family_file(tmp_path / "home")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = replace(sql, 'seat INTEGER', 'seat TEXT') WHERE name = 'member'"
        )
        connection.commit()
    assert "trouble" in states(tmp_path / "home", "file")


def test_a_flipped_bit_in_a_copy_is_found(house: House, tmp_path: Path) -> None:
    (copy,) = (tmp_path / "home" / "backups").glob("*.sqlite3")
    content = bytearray(copy.read_bytes())
    content[5000] ^= 4
    copy.write_bytes(content)
    assert "trouble" in states(tmp_path / "home", "backups")


def test_what_others_can_open_is_found_and_story_books_are_nobodys_business(house: House, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "packs").mkdir()
    (home / "packs" / "ours.yaml").touch(0o644)
    (home / "packs" / "ours.yaml").chmod(0o644)
    (home / "packs").chmod(0o755)
    assert states(home, "permissions") == ["fine"]
    family_file(home).chmod(0o644)
    (finding,) = found(home, "permissions")
    assert finding.state == "look"
    assert str(family_file(home)) in finding.says


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/x", "Dropbox"),
        ("OneDrive - School/x", "OneDrive"),
        ("Library/Mobile Documents/x", "iCloud"),
        ("My Drive", "Google Drive"),
    ],
)
def test_a_folder_that_is_synced_is_noticed_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    house_at(tmp_path / folder).close()
    (finding,) = found(tmp_path / folder, "syncing")
    assert finding.state == "look"
    assert service in finding.says


@pytest.mark.parametrize("folder", ["megan/x", "omega", "my drives/x", "not-synced"])
def test_a_folder_whose_name_only_holds_such_a_name_is_not_synced(tmp_path: Path, folder: str) -> None:
    house_at(tmp_path / folder).close()
    assert states(tmp_path / folder, "syncing") == ["fine"]


def test_a_folder_that_is_synced_is_noticed_by_its_marks_and_copies_in_conflict_stay(tmp_path: Path) -> None:
    house_at(tmp_path / "home").close()
    (tmp_path / ".stfolder").mkdir()
    conflict = tmp_path / "home" / "family.sync-conflict-20310603-ABC.sqlite3"
    conflict.touch()
    assert states(tmp_path / "home", "syncing") == ["look", "look"]
    assert conflict.exists()


def test_an_older_schema_and_files_set_aside_are_worth_a_look(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    old = Path(__file__).parent.parent / "old" / "schema-1.sqlite3"
    family_file(home).write_bytes(old.read_bytes())
    (home / "family.sqlite3.set-aside-1").touch(0o600)
    assert states(home, "schema") == ["look"]
    assert states(home, "set aside") == ["look"]


def test_a_window_that_is_open_in_the_middle_of_a_move_is_said(house: House, tmp_path: Path) -> None:
    house.close()
    file = family_file(tmp_path / "home")
    file.with_name("family.sqlite3-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + b"\x00\x00\x00\x01" * 200)
    assert states(tmp_path / "home", "file") in (["look"], ["fine"])


@pytest.mark.parametrize(
    ("terminal", "about", "state"),
    [
        (Terminal({"TERM": "xterm"}, "utf-8", None), "terminal", "look"),
        (Terminal({"TERM": "dumb"}, "utf-8", (80, 24)), "terminal", "look"),
        (Terminal({}, "utf-8", (80, 24)), "terminal", "look"),
        (Terminal({"TERM": "xterm"}, "utf-8", (30, 10)), "terminal", "look"),
        (Terminal({"TERM": "xterm"}, "ISO-8859-1", (80, 24)), "letters", "look"),
        (Terminal({"TERM": "xterm"}, "UTF-8", (80, 24)), "letters", "fine"),
        (Terminal({"TERM": "xterm", "NO_COLOR": "1"}, "utf-8", (80, 24)), "colours", "fine"),
        (Terminal({"TERM": "xterm\x1b]0;x"}, "utf-8", (80, 24)), "terminal", "fine"),
    ],
)
def test_what_a_terminal_can_do_is_said(tmp_path: Path, terminal: Terminal, about: str, state: str) -> None:
    (finding,) = found(tmp_path, about, terminal)
    assert finding.state == state
    assert "\x1b" not in finding.says


def test_a_copy_made_before_a_change_is_counted_apart(house: House, tmp_path: Path) -> None:
    copy_now(family_file(tmp_path / "home"), "schema-1-1")
    assert found(tmp_path / "home", "backups")[0].says.endswith("1 made before a change.")

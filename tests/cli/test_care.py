"""`restore` and `doctor` from the command line, a copy a day, and what is offered where the file cannot be read."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, main
from gatherround.storage.home import family_file, set_aside_files
from terminals import PseudoTerminal


@pytest.fixture(autouse=True)
def _lived_in(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home with a card, and a copy of it from a plain Round that was left at once."""
    main(["people", "add", "Ada", "--stage", "18+"])
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["--plain"]) == FINE


def names(capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["people", "--json"]) == FINE
    return [row["name"] for row in json.loads(capsys.readouterr().out)]


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_a_plain_start_makes_the_copy_of_the_day_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch)
    assert main(["--plain"]) == FINE
    assert len([*(home / "backups").glob("*.sqlite3")]) == 1


def test_copies_are_listed_with_what_is_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["restore"]) == FINE
    assert "1 card (Ada), no evenings" in capsys.readouterr().out


def test_copies_and_files_are_listed_for_a_program_too(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def shape(*words: str) -> Any:
        capsys.readouterr()
        assert main([*words, "--json"]) == FINE
        return json.loads(capsys.readouterr().out)

    (copy,) = shape("restore")
    assert (copy["number"], copy["names"], copy["evenings"], copy["last"]) == (1, ["Ada"], 0, None)
    assert Path(copy["file"]).is_file()
    kept = shape("where")
    assert kept["home"] == str(home)
    (family,) = [one for one in kept["files"] if one["name"] == "family.sqlite3"]
    assert family == {
        "name": "family.sqlite3",
        "bytes": (home / "family.sqlite3").stat().st_size,
        "open_to_others": False,
    }
    new = tmp_path / "new"
    assert shape("--data-dir", str(new), "restore") == []
    assert shape("--data-dir", str(new), "where") == {"home": str(new), "files": []}
    assert not new.exists()


def test_where_no_copy_was_made_yet_none_is_missed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["--data-dir", str(tmp_path / "new"), "restore"]) == FINE
    assert "There are no copies here yet" in capsys.readouterr().out
    assert not (tmp_path / "new").exists()


def test_one_goes_back_after_a_look_and_an_answer(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["people", "add", "Ben", "--stage", "18+"])
    for answers in (("no",), ("",), ()):
        typing(monkeypatch, *answers)
        assert main(["restore", "1"]) == NOT_DONE
        assert names(capsys) == ["Ada", "Ben"]
    typing(monkeypatch, "yes")
    assert main(["restore", "1"]) == FINE
    out = capsys.readouterr().out
    assert "There now: 2 cards (Ada, Ben), no evenings." in out
    assert str(home / "backups" / "family-before-restore-1.sqlite3") in out
    assert names(capsys) == ["Ada"]
    assert main(["restore", str(home / "backups" / "family-before-restore-1.sqlite3"), "--yes"]) == FINE
    assert names(capsys) == ["Ada", "Ben"]


@pytest.mark.parametrize("copy", ["0", "2", "nowhere.sqlite3"])
def test_a_copy_that_is_not_there_is_said(copy: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", copy, "--yes"]) == NOT_DONE
    assert "There is no copy" in capsys.readouterr().err


def test_a_copy_with_a_flipped_bit_is_not_offered(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy,) = (home / "backups").glob("*.sqlite3")
    content = bytearray(copy.read_bytes())
    content[5000] ^= 4
    copy.write_bytes(content)
    capsys.readouterr()
    assert main(["restore"]) == FINE
    assert "There is no copy here that is whole" in capsys.readouterr().out
    assert main(["doctor"]) == NOT_DONE
    assert "! backups" in capsys.readouterr().out


def tear(home: Path) -> bytes:
    file = family_file(home)
    file.write_bytes(file.read_bytes()[:9000])
    return file.read_bytes()


def test_where_nobody_can_answer_a_damaged_file_stays_and_the_way_back_is_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    torn = tear(home)
    capsys.readouterr()
    assert main(["people"]) == CANNOT_OPEN
    err = capsys.readouterr().err
    assert "1 card (Ada), no evenings" in err
    assert "gatherround restore 1" in err
    assert family_file(home).read_bytes() == torn
    assert main(["restore", "1", "--yes"]) == FINE
    assert "nothing that can be read" in capsys.readouterr().out
    assert [path.read_bytes() for path in set_aside_files(home)] == [torn]
    assert names(capsys) == ["Ada"]


def test_at_a_terminal_the_newest_whole_copy_is_offered_and_the_game_goes_on(home: Path) -> None:
    torn = tear(home)
    with PseudoTerminal(home) as terminal:
        terminal.see("[y/N]")
        terminal.press("no\n")
        assert terminal.ended() == CANNOT_OPEN
    assert family_file(home).read_bytes() == torn
    with PseudoTerminal(home) as terminal:
        terminal.see("[y/N]")
        terminal.press("yes\n")
        terminal.see("Ada")
        terminal.press("q")
        assert terminal.ended() == FINE
    assert [path.read_bytes() for path in set_aside_files(home)] == [torn]


def test_the_doctor_says_what_is_fine_and_as_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["doctor"]) == FINE
    assert "Every page of the family file hangs together." in capsys.readouterr().out
    assert main(["doctor", "--json"]) == FINE
    findings = json.loads(capsys.readouterr().out)
    assert {"about", "state", "says", "cure"} == set(findings[0])
    assert {finding["about"] for finding in findings} >= {"home", "file", "permissions", "backups", "voice", "terminal"}


def test_the_doctor_looks_at_a_file_that_no_other_command_opens(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    torn = tear(home)
    capsys.readouterr()
    assert main(["doctor"]) == NOT_DONE
    assert "! file" in capsys.readouterr().out
    assert family_file(home).read_bytes() == torn

"""`export`, `import` and `erase` from the command line: each whole, each asked for what it needs to be asked."""

from __future__ import annotations

import io
import json
from contextlib import closing
from pathlib import Path

import pytest

from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from gatherround.storage.troubles import UnreadableFile
from host.houses import house_at

LONG_NAME = "Wilhelmina Rosalinde Zoë"


@pytest.fixture(autouse=True)
def _lived_in(home: Path) -> None:
    main(["people", "add", LONG_NAME, "--born", "2016-05"])
    main(["people", "add", "Mum", "--stage", "18+", "--helps", f"tea with {LONG_NAME}"])


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def names(home: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert main(["--data-dir", str(home), "people", "--json"]) == FINE
    return [row["name"] for row in json.loads(capsys.readouterr().out)]


def raw(home: Path, text: str) -> int:
    return sum(path.read_bytes().count(text.encode()) for path in home.rglob("*") if path.is_file())


def test_everything_goes_out_into_one_file_and_into_a_new_home(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, new = tmp_path / "ours.json", tmp_path / "new"
    assert main(["export", str(file)]) == FINE
    assert "Whoever opens it can read it" in capsys.readouterr().out
    assert main(["--data-dir", str(new), "import", str(file)]) == FINE
    assert "2 cards and no evenings have moved in." in capsys.readouterr().out
    assert names(new, capsys) == [LONG_NAME, "Mum"]
    assert main(["--data-dir", str(new), "import", str(file)]) == NOT_DONE
    assert main(["export", str(file)]) == NOT_DONE
    assert capsys.readouterr().err.count("\n") == 2
    assert main(["export", "-"]) == FINE
    assert json.loads(capsys.readouterr().out)["people"] == json.loads(file.read_text("utf-8"))["people"]


def test_what_is_no_export_makes_no_family(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "soup.json").write_text("soup", "utf-8")
    new = tmp_path / "new"
    assert main(["--data-dir", str(new), "import", str(tmp_path / "soup.json")]) == NOT_DONE
    assert capsys.readouterr().err.count("\n") == 1
    assert names(new, capsys) == []


def test_somebody_is_erased_after_two_answers(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, "yes", LONG_NAME.upper())
    assert main(["erase", LONG_NAME.casefold()]) == FINE
    assert f"Goodbye, {LONG_NAME}." in capsys.readouterr().out
    assert names(home, capsys) == ["Mum"]
    assert raw(home, LONG_NAME) == 0
    assert len([*(home / "backups").glob("*.sqlite3")]) == 1


@pytest.mark.parametrize("lines", [("no",), ("yes", "no"), ("yes", ""), ("", LONG_NAME), ("yes",), ()])
def test_without_two_answers_nothing_is_erased(
    lines: tuple[str, ...], home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, *lines)
    assert main(["people", "goodbye", LONG_NAME]) == NOT_DONE
    assert names(home, capsys) == [LONG_NAME, "Mum"]


def test_a_goodbye_whose_copies_are_still_to_go_says_so_and_does_not_end_well(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise UnreadableFile

    with closing(house_at(home)) as house:
        house.family.care.copy_today()
    monkeypatch.setattr("gatherround.host.care.preference", unreadable)
    assert main(["erase", LONG_NAME, "--yes", "--yes"]) == NOT_DONE
    out = capsys.readouterr().out
    assert f"Goodbye, {LONG_NAME}." in out
    assert "The next start of the game tries again:" in out
    assert str(home / "backups") in out


def test_a_script_answers_twice_too(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    typing(monkeypatch, "no")
    assert main(["erase", "Mum", "--yes"]) == NOT_DONE
    assert main(["erase", "Mum", "--yes", "--yes"]) == FINE
    assert names(home, capsys) == [LONG_NAME]


def test_everything_is_erased_and_own_story_books_stay(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "packs").mkdir()
    (home / "packs" / "ours.yaml").write_text(f"scene: {LONG_NAME}", "utf-8")
    typing(monkeypatch, "yes", "everything")
    assert main(["erase", "--everything"]) == FINE
    assert names(home, capsys) == []
    assert raw(home, LONG_NAME) == 1


def test_a_name_in_a_story_book_of_ones_own_is_said_and_left(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "packs").mkdir()
    (home / "packs" / "ours.yaml").write_text(f"scene: {LONG_NAME}", "utf-8")
    assert main(["erase", LONG_NAME, "--yes", "--yes"]) == FINE
    assert str(home / "packs" / "ours.yaml") in capsys.readouterr().out


def test_what_else_somebody_was_called_goes_where_it_is_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", "change", "Mum", "--helps", "tea with Bartholomew"]) == FINE
    assert main(["erase", LONG_NAME, "--also", "Mum", "--yes", "--yes"]) == NOT_DONE
    assert names(home, capsys) == [LONG_NAME, "Mum"]
    assert main(["erase", LONG_NAME, "--also", "Bartholomew", "--yes", "--yes"]) == FINE
    assert raw(home, "Bartholomew") == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [(["erase"], WRONG_USE), (["erase", "Mum", "--everything"], WRONG_USE), (["erase", "x"], NOT_DONE)],
)
def test_whom_to_erase_is_said_and_lives_here(
    words: list[str], code: int, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == code
    assert capsys.readouterr().err.count("\n") == 1
    assert names(home, capsys) == [LONG_NAME, "Mum"]


def test_without_a_place_to_keep_things_each_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    nowhere = ["--data-dir", str(tmp_path / "file" / "home")]
    out, in_ = ["export", str(tmp_path / "x.json")], ["import", str(tmp_path / "x")]
    for words in (out, in_, ["erase", "--everything", "--yes", "--yes"]):
        capsys.readouterr()
        assert main([*nowhere, *words]) == CANNOT_OPEN
        assert capsys.readouterr().err.count("\n") == 1
    assert not (tmp_path / "x.json").exists()

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from gatherround.cli import CANNOT_OPEN, main
from gatherround.storage.database import open_database
from gatherround.storage.home import family_file
from storage.drawers import fingerprint


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    heard = capsys.readouterr()
    return heard.out, heard.err


# A family file that is not touched


def newer(path: Path) -> None:
    open_database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (soup TEXT)")
    connection.close()


def cut_in_half(path: Path) -> None:
    open_database(path).close()
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.touch()


def a_letter(path: Path) -> None:
    path.write_text("Dear family, this is no database.\n" * 9)


def a_folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize("made", [newer, foreign, cut_in_half, empty, a_letter, a_folder])
@pytest.mark.parametrize(
    "words",
    [
        ["where"],
        ["packs", "list"],
        ["--plain"],
        ["people", "add", "Ada", "--stage", "18+"],
        ["export", "-"],
        ["import", "x"],
        ["erase", "Ada", "--yes", "--yes"],
        ["erase", "--everything", "--yes", "--yes"],
    ],
    ids=" ".join,
)
def test_a_family_file_that_is_not_ours_to_open_is_named_and_stays_as_it_is(
    words: list[str], made: object, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home.mkdir(mode=0o700)
    path = family_file(home)
    made(path)  # type: ignore[operator]
    before = fingerprint(path)
    assert main(words) == CANNOT_OPEN
    out, err = said(capsys)
    assert out == ""
    assert err.count("\n") == 1
    assert str(path) in err
    assert "stays" in err
    assert fingerprint(path) == before

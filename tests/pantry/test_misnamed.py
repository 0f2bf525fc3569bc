"""Whoever names a part of a story book, or the folder above it, is told the book's own folder."""

from pathlib import Path

import pytest

from gatherround.cli import FINE, FOUND_ERRORS, main
from gatherround.pantry.misnamed import part_of, too_high
from parcels import COVER, folder


@pytest.mark.parametrize("name", ["pack.yaml", "activities", "activities/spoon.yaml"])
def test_a_part_of_a_book_is_answered_with_its_folder(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = folder(tmp_path)
    said = f'{book / name} is a part of a story book. Name its folder: "gatherround packs install {book}".'
    assert part_of(book / name, "install") == said
    monkeypatch.chdir(tmp_path)
    assert part_of(Path("tea-time", name), "check").endswith('"gatherround packs check tea-time".')
    monkeypatch.chdir(book)
    assert part_of(Path(name), "check").endswith('"gatherround packs check .".')


def test_from_within_the_folder_of_stories_the_book_is_named_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = folder(tmp_path)
    monkeypatch.chdir(book / "activities")
    for name in (".", "spoon.yaml"):
        assert part_of(Path(name), "check").endswith(f'"gatherround packs check {book}".')


def test_a_folder_of_books_is_answered_with_the_books_in_it(tmp_path: Path) -> None:
    one = folder(tmp_path, "tea-time")
    said = f'{tmp_path} is no story book; a story book lies in it: "gatherround packs check {one}".'
    assert too_high(tmp_path, "check") == said
    two = folder(tmp_path, "rain-time")
    assert f'"gatherround packs check {two}", "gatherround packs check {one}".' in too_high(tmp_path, "check")


def test_a_book_an_empty_folder_and_a_cover_that_is_a_whole_book_are_what_they_are(tmp_path: Path) -> None:
    book = folder(tmp_path / "1")
    (tmp_path / "2").mkdir()
    (tmp_path / "2" / "pack.yaml").write_text(COVER.format(id="alone", title="Alone"))
    alone, nowhere = tmp_path / "2" / "pack.yaml", book / "activities" / "x.yaml"
    for path in (book, alone, nowhere, tmp_path / "nowhere", Path("a\0b"), book.parent.parent / "3"):
        assert (part_of(path, "check"), too_high(path, "check")) == ("", "")


def test_the_commands_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = folder(tmp_path)
    for named in (book / "pack.yaml", tmp_path):
        assert main(["packs", "check", str(named)]) == FOUND_ERRORS
        assert f'"gatherround packs check {book}"' in capsys.readouterr().err
    assert main(["packs", "check", str(book / "activities" / "spoon.yaml")]) == FINE
    capsys.readouterr()
    home = ["--data-dir", str(tmp_path / "home")]
    assert main([*home, "packs", "install", "--yes", str(book / "activities" / "spoon.yaml")]) == FOUND_ERRORS
    assert f'"gatherround packs install {book}"' in capsys.readouterr().err

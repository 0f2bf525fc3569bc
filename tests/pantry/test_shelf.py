"""The shipped shelf: every story book whole, read alike in every house, and no id ever lost or reused."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from gatherround.host.checking import Report
from gatherround.pantry.library import Shelves, open_library
from gatherround.pantry.reader import pack_files, read_pack
from gatherround.pantry.strict_yaml import FASTEST, read
from tables import SHELF, lists, shelf

BOOKS: Final = sorted(path for path in (SHELF / "packs").iterdir() if path.is_dir())
FILES: Final = [*SHELF.glob("*.yaml"), *(file for book in BOOKS for file in pack_files(book))]
LOCK: Final = SHELF / "ids.lock"


def lock_lines() -> list[str]:
    return LOCK.read_text(encoding="utf-8").splitlines() if LOCK.exists() else []


def locked() -> Iterator[tuple[str, str, int, bool]]:
    """Gives what each line of the lock keeps: an id, its kind, its lowest age, and whether it has retired."""
    for line in lock_lines():
        full_id, kind, age, *retired = line.split()
        assert retired in ([], ["retired"]), line
        yield full_id, kind, int(age), bool(retired)


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_a_shipped_story_book_has_neither_errors_nor_findings(book: Path) -> None:
    report = Report(read_pack(book, lists(), origin="shipped"))
    assert report.reading.problems == (), "\n".join(report.lines())
    assert report.reading.activities


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SHELF).as_posix())
def test_a_shipped_file_reads_alike_in_both_parsers(file: Path) -> None:
    if FASTEST == "python":
        pytest.skip("libyaml is not here")
    source = file.read_bytes()
    assert repr(read(source, "libyaml")) == repr(read(source, "python"))


def test_every_shipped_story_book_is_on_the_shelf() -> None:
    library = open_library(Shelves(SHELF))
    assert [book.path for book in library.books] == BOOKS
    assert [*library.activities] == [*shelf()]


def test_no_two_shipped_activities_share_a_title() -> None:
    titles = [one.title for one in shelf()]
    assert sorted({*titles}) == sorted(titles)


def test_the_lock_is_sorted_and_holds_no_id_twice() -> None:
    lines = lock_lines()
    assert lines == sorted(lines)
    assert len({line.split()[0] for line in lines}) == len(lines)


def test_every_activity_has_its_line_in_the_lock() -> None:
    kept = {full_id for full_id, *_ in locked()}
    assert [one.full_id for one in shelf() if one.full_id not in kept] == [], "make ids writes them"


def test_every_line_of_the_lock_is_an_activity_of_the_same_kind_or_has_retired() -> None:
    kinds = {one.full_id: one.kind for one in shelf()}
    assert [row for row in locked() if not row[3] and kinds.get(row[0]) != row[1]] == []

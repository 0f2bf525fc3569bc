"""Every story book in tests/bad_packs is told about in exactly the words that its author would read.

After a change that was meant, GATHERROUND_REWRITE=1 writes the expected words anew; then read what changed.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from gatherround.cli import FINE, NOT_DONE, main
from gatherround.host.checking import Report
from gatherround.pantry.reader import read_pack
from gatherround.pantry.strict_yaml import MOST_BYTES, MOST_NODES
from tables import lists

SHELF: Final = Path(__file__).resolve().parents[1] / "bad_packs"
BOOKS: Final = sorted(path for path in SHELF.iterdir() if path.is_dir() or path.suffix == ".yaml")
REWRITE: Final = os.environ.get("GATHERROUND_REWRITE") == "1"
UNKIND: Final = re.compile(
    r"\b(fail\w*|wrong|lost|behind|should|must|invalid|illegal|exception|null|none|dict|str|int|regex)\b",
    re.IGNORECASE,
)


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stands beside the story books, so that paths are the same in every house; gives the umask back."""
    monkeypatch.chdir(SHELF)
    before = os.umask(0)
    os.umask(before)
    yield
    os.umask(before)


def expectation(book: Path) -> Path:
    return book / "expected.txt" if book.is_dir() else book.with_suffix(".expected.txt")


def said(lines: str) -> Iterator[str]:
    """Gives the sentences alone: no places, no codes, nothing of what the author wrote."""
    for line in lines.splitlines():
        if found := re.match(r"\S+:\d+:\d+: (?:error|finding) \[[a-z0-9-]+\] (.*)", line):
            yield found[1]


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_the_checker_says_exactly_this(book: Path) -> None:
    told = "".join(f"{line}\n" for line in Report(read_pack(Path(book.name), lists())).lines())
    if REWRITE:
        expectation(book).write_text(told, encoding="utf-8")
    assert told == expectation(book).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "more", "code"),
    [
        ("two-alike.yaml", [], NOT_DONE),
        ("cover-off", ["--strict"], NOT_DONE),
        ("kind-promises.yaml", [], FINE),
        ("kind-promises.yaml", ["--strict"], NOT_DONE),
    ],
)
def test_the_command_prints_just_that(
    name: str, more: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packs", "check", name, *more]) == code
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == (expectation(SHELF / name).read_text(encoding="utf-8"), "")


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.name)
def test_every_book_here_has_something_to_mend(book: Path) -> None:
    assert [*said(expectation(book).read_text(encoding="utf-8"))]


def test_no_expectation_is_without_its_book() -> None:
    kept = {*SHELF.glob("*.expected.txt"), *SHELF.glob("*/expected.txt")}
    assert kept == {expectation(book) for book in BOOKS}


def test_no_sentence_is_unkind() -> None:
    sentences = {line for book in BOOKS for line in said(expectation(book).read_text(encoding="utf-8"))}
    assert [line for line in sentences if UNKIND.search(re.sub(r'"[^"]*"', "", line))] == []


def test_every_sentence_is_followed_by_what_to_do() -> None:
    for book in BOOKS:
        for line in said(expectation(book).read_text(encoding="utf-8")):
            assert len(re.findall(r"[.?:](?= |$)", line)) >= 2, line
            assert line.endswith((".", "?", '".')), line


def test_nothing_that_is_printed_could_steer_a_terminal() -> None:
    for book in BOOKS:
        assert all(letter.isprintable() or letter == "\n" for letter in expectation(book).read_text(encoding="utf-8"))


def checked(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["packs", "check", str(path)]) == NOT_DONE
    return capsys.readouterr().out.replace(str(path), path.name)


def test_a_file_of_more_than_a_mebibyte_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(b"id: large\n# " + b"x" * MOST_BYTES)
    assert checked(large, capsys).splitlines() == [
        "large.yaml:1:1: error [too-large] This file is larger than 1 MiB. Write one activity a file.",
        "    id: large",
        "    ^",
        "large.yaml: 0 activities play; 1 error, no findings.",
    ]


def test_a_file_of_very_many_texts_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    many = tmp_path / "many.yaml"
    many.write_text("props:\n" + "- x\n" * MOST_NODES, encoding="utf-8")
    first = checked(many, capsys).splitlines()[0]
    assert "[too-many] This file holds more than 50,000 texts, lists and fields." in first


def test_a_name_that_would_steer_the_terminal_is_shown_without_its_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loud = tmp_path / "loud"
    (loud / "activities").mkdir(parents=True)
    (loud / "activities" / "\x1b[31mred\u202e.yaml").write_text("id: [", encoding="utf-8")
    assert "\x1b" not in (printed := checked(loud, capsys))
    assert "\u202e" not in printed
    assert "loud/activities/?[31mred?.yaml:1:5: error [bracket]" in printed
    assert main(["packs", "check", "\x1b[31mnowhere"]) == NOT_DONE
    assert capsys.readouterr().err.startswith("There is nothing at ?[31mnowhere. A story book is")

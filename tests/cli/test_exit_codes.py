"""What a script reads: each trouble has one exit code, whichever command meets it, and the table of them is true."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import every_command, ways
from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from gatherround.cli.endings import MEANINGS
from gatherround.cli.parser import grammar
from gatherround.host import shelf
from gatherround.host.house import open_house
from gatherround.storage.home import family_file
from host.houses import full_disk
from parcels import folder
from rounds import SMALL_SHELF
from sewing import LINES, evenings, keep

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def ground(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house of two with a quilt and a story book, and beside it a file of theirs, a face and a book not yet here."""
    monkeypatch.setattr(shelf, "shipped_shelf", lambda: SMALL_SHELF)
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    monkeypatch.chdir(tmp_path)
    with_quilt(home)
    folder(home / "packs", cup="The Cup", spoon="The Spoon")
    folder(tmp_path / "other", "bread-time", cup="The Crust")
    for name in ("theirs.html", "theirs.json", "theirs.zip", "faces/sad.svg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("something of mine")
    main(["packs", "new", "kitchen-tales"])
    return tmp_path


def with_quilt(home: Path) -> None:
    main(["people", "add", "Ada", "--born", "2015-05"])
    main(["people", "add", "Ben", "--stage", "grown-up"])
    house = open_house(home, {})
    keep(house.database, *evenings(2), noticed=LINES)
    house.close()


def ended(words: str | list[str]) -> int:
    """Gives what a command ends with, also where its grammar ends it."""
    try:
        return main(words.split() if isinstance(words, str) else words)
    except SystemExit as left:
        return int(left.code or 0)


TROUBLES: dict[str, tuple[int, tuple[str, ...]]] = {
    "nobody of that name": (
        NOT_DONE,
        (
            "people change Zoe --guess",
            "people move Zoe 1",
            "people goodbye Zoe --yes --yes",
            "people lock Zoe",
            "people unlock Zoe",
            "people unlock Zoe --forgotten",
            "erase Zoe --yes --yes",
            "shelf --person Zoe",
            "shelf --person Zoe --json",
            "print first-talk --person Zoe",
        ),
    ),
    "no such story or book": (
        NOT_DONE,
        (
            "--plain --story soup",
            "print soup",
            "print tea-time/soup",
            "print favourites",
            "packs remove soup --yes",
            "packs export soup --yes",
            "packs export tea-time --yes --story soup",
            "shelf --book soup",
            "shelf --search xyzzy",
            "shelf --search xyzzy --json",
        ),
    ),
    "no such file": (
        NOT_DONE,
        ("import soup", "restore soup --yes", "restore 9 --yes", "packs check soup", "packs install soup --yes"),
    ),
    "something of theirs is there": (
        NOT_DONE,
        (
            "export theirs.json",
            "keepsake theirs.html",
            "print tea-time --to theirs.html",
            "print tonight --people 9,grown-up --to theirs.html",
            "print first-talk --to theirs.html",
            "packs export tea-time theirs.zip --yes",
            "packs new kitchen-tales",
            "faces --svg faces",
            "import theirs.json",
        ),
    ),
    "as things stand here": (
        NOT_DONE,
        (
            "people add ada --stage 5-7",
            "people change Ben --name Ada",
            "people move Ada 3",
            "people lock Ada",
            "packs export whole-table --yes",
            "packs remove whole-table --yes",
            "shelf --age 1",
        ),
    ),
    "nobody agrees": (
        NOT_DONE,
        (
            "packs install other/bread-time",
            "packs remove tea-time",
            "people goodbye Ada",
            "people goodbye Ada --yes",
            "erase Ada",
            "erase --everything",
            "erase --everything --yes",
            "people lock Ben",
        ),
    ),
    "it cannot be written there": (
        CANNOT_OPEN,
        (
            "export theirs.html/x.json",
            "keepsake theirs.html/x.html",
            "print tea-time --to theirs.html/x.html",
            "print tonight --people 9,grown-up --to theirs.html/x.html",
            "print first-talk --to theirs.html/x.html",
            "packs export tea-time theirs.html/x.zip --yes",
            "packs new theirs.html/tales",
            "faces --svg theirs.html/faces",
        ),
    ),
    "there is no folder for a family": (
        CANNOT_OPEN,
        (
            "--data-dir theirs.html/x people add Cy --stage 2",
            "--data-dir theirs.html/x keepsake",
            "--data-dir theirs.html/x print first-talk",
            "--data-dir theirs.html/x packs install other/bread-time --yes",
            "--data-dir theirs.html/x export new.json",
            "--data-dir theirs.html/x import theirs.json",
            "--data-dir theirs.html/x erase --everything --yes --yes",
        ),
    ),
    "the words are wrong": (
        WRONG_USE,
        (
            "soup",
            "--theme soup",
            "--story cup",
            "",
            "packs",
            "packs soup",
            "packs check",
            "packs new",
            "packs new kitchen-tales --kind soup",
            "packs new Kitchen_Tales",
            "packs export tea-time --yes --by " + "a" * 99,
            "people add",
            "people add Cy",
            "people add Cy --born soon",
            "people add Cy --born 1492-10",
            "people add Cy --stage soup",
            "people add Cy --stage 2 --object soup",
            "people add Cy --stage 2 --guess --no-guess",
            "people add Cy --stage 2 --my-two a b c d",
            "people add Cy --stage 2 --words " + "a" * 99,
            "people add " + "a" * 99 + " --stage 2",
            "people change Ada",
            "people change Ada --born soon",
            "people move Ada first",
            "shelf --age soup",
            "shelf --age 200",
            "shelf --minutes 0",
            "shelf --helps soup",
            "shelf --kind soup",
            "shelf --empathy soup",
            "shelf --depth 9",
            "print",
            "print tonight --people soup",
            "print tonight --people 1",
            "print tonight --minutes 7",
            "print tonight --paper soup",
            "keepsake quilt.txt",
            "export",
            "import",
            "erase",
            "erase Ada --everything",
            "where --data-dir elsewhere",
        ),
    ),
    "there is nothing to do": (
        FINE,
        (
            "people change Ada --guess",
            "people unlock Ada",
            "people move Ada 1",
            "restore",
            "restore --json",
            "--data-dir new where",
            "--data-dir new where --json",
            "--data-dir new people",
            "--data-dir new people list --json",
            "packs install home/packs/tea-time",
        ),
    ),
}
EACH = [
    pytest.param(code, words, id=f"{trouble}: {words}"[:80])
    for trouble, (code, all_) in TROUBLES.items()
    for words in all_
]


@pytest.mark.parametrize(("code", "words"), EACH)
def test_a_trouble_has_one_code_whichever_command_meets_it_and_is_said(
    code: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert ended(words) == code, capsys.readouterr()
    out, err = capsys.readouterr()
    assert (out if code == FINE else err) or out.startswith("[]")


def test_every_command_that_is_given_a_word_too_many_says_so_and_where_its_help_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for command in ways(grammar()):
        assert ended([*command, "--soup"]) == WRONG_USE, command
        wrong, helps = capsys.readouterr().err.splitlines()
        assert wrong.startswith(" ".join(["gatherround", *command])[: len(wrong)])
        assert helps == " ".join(["All that may be said: gatherround", *command, "--help"])


@pytest.mark.parametrize("answer", ["", "n\n"])
@pytest.mark.parametrize("words", ["packs install other/bread-time", "packs remove tea-time", "erase Ada", "restore 1"])
def test_whoever_says_no_and_whoever_does_not_answer_end_alike(
    words: str, answer: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--plain"])
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))
    assert ended(words) == NOT_DONE
    assert re.search(r"Nothing has been|so nothing has", "".join(capsys.readouterr()))


LOOKS_ELSEWHERE = ("packs new", "packs check", "packs schema", "faces", "doctor", "restore")
"""These open no family file, or only look at what became of one."""


def from_the_future(file: Path) -> None:
    header = bytearray(file.read_bytes())
    header[60:64] = (99).to_bytes(4)
    file.write_bytes(header)


def damaged(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


@pytest.mark.parametrize("spoil", [from_the_future, damaged])
def test_a_family_file_that_cannot_be_opened_has_one_code_too(
    spoil: Callable[[Path], None], ground: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(family_file(home))
    for words in every_command(ground / "more"):
        if not " ".join(words).startswith(LOOKS_ELSEWHERE):
            assert ended(words) == CANNOT_OPEN, words
            assert str(family_file(home)) in capsys.readouterr().err


WRITES = (
    "people add Cy --stage 2",
    "people change Ada --helps tea",
    "people move Ada 2",
    "erase Ben --yes --yes",
    "erase --everything --yes --yes",
    "restore 1 --yes",
    "keepsake",
    "print tonight --people 9,grown-up",
    "export new.json",
    "packs install other/bread-time --yes",
)


def test_a_family_file_that_cannot_be_written_has_the_same_code_and_can_still_be_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main(["--plain"])
    with full_disk():
        for words in WRITES:
            capsys.readouterr()
            assert ended(words) == CANNOT_OPEN, words
            assert re.search(r"Nothing (has been changed|can be written)", capsys.readouterr().err), words
        assert ended("people") == FINE


# Where somebody who writes scripts looks for them


def spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("code", MEANINGS)
def test_help_the_man_page_and_the_readme_say_what_each_code_means(
    code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended("--help") == FINE
    assert f" {code} {MEANINGS[code]}" in spaced(capsys.readouterr().out)
    page = (ROOT / "docs" / "gatherround.1").read_text("utf-8").replace("\\-", "-")
    assert f"\\fB{code}\\fR\n{MEANINGS[code]}\n" in page.partition(".SH EXIT STATUS")[2]
    assert f"| {code} | {MEANINGS[code]} |" in (ROOT / "README.md").read_text("utf-8")

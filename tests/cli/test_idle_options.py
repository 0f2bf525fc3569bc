"""An option that would do nothing is refused in one line, which names it; one that does something is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import every_command
from gatherround.cli import FINE, WRONG_USE, main
from gatherround.cli.idle import refuse_idle
from gatherround.cli.parser import parsed

IDLE = (
    ("--theme clear shelf", "--theme", "plays nothing"),
    ("--still packs list", "--still", '"gatherround packs list" plays nothing'),
    ("--no-still people", "--no-still", "plays nothing"),
    ("--ascii doctor", "--ascii", "plays nothing"),
    ("--plain where", "--plain", "plays nothing"),
    ("--story cup print tonight", "--story", "plays nothing"),
    ("--story cup", "--story", '"--plain"'),
    ("--plain --theme clear", "--theme", "on the screen"),
    ("--plain --still", "--still", "on the screen"),
    ("--plain --no-still", "--no-still", "on the screen"),
    ("--plain --ascii", "--ascii", "on the screen"),
    ("print whole-table --people 4", "--people", "gatherround print tonight"),
    ("print first-talk --people 4", "--people", "gatherround print tonight"),
    ("print whole-table --minutes 5", "--minutes", "gatherround print tonight"),
    ("print first-talk --minutes 5", "--minutes", "gatherround print tonight"),
    ("print tonight --person Ada", "--person", "gatherround print first-talk"),
    ("print whole-table --person Ada", "--person", "gatherround print first-talk"),
    ("people --json add Ada --stage 2", "--json", "gatherround people add"),
    ("people --json goodbye Ada", "--json", "gatherround people goodbye"),
    ("packs new book --all-kinds --kind echo", "--kind", "every kind"),
    ("erase --everything --also Ada", "--also", "--everything"),
    ("restore 1 --json", "--json", "NUMBER"),
    ("restore --yes", "--yes", "not said which"),
)


@pytest.mark.parametrize(("words", "option", "why"), IDLE, ids=[words for words, _, _ in IDLE])
def test_an_option_that_would_do_nothing_is_refused_by_its_name_before_anything_is_done(
    words: str,
    option: str,
    why: str,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words.split()) == WRONG_USE
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert f'"{option}"' in err
    assert why in err
    assert not home.exists()
    assert not (tmp_path / "book").exists()


def test_two_options_of_which_one_would_be_passed_over_are_named_both(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["packs", "schema", "--activity", "--cover"])
    assert ended.value.code == WRONG_USE
    assert "--cover does not go with --activity" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        "--theme clear --still --ascii",
        "--data-dir home --plain --story cup",
        "--data-dir home packs list",
        "--data-dir home faces",
        "print tonight --people 4,9 --minutes 5 --to x.html --paper a4",
        "print first-talk --person Ada",
        "people --json",
        "people list --json",
        "packs new book --all-kinds",
        "erase --everything --yes --yes",
        "erase Ada --also Addy",
        "restore --json",
        "restore 1 --yes",
    ],
)
def test_an_option_that_does_something_is_not(words: str) -> None:
    refuse_idle(parsed(words.split()))


def test_no_command_that_is_said_anywhere_in_these_tests_has_one(tmp_path: Path) -> None:
    for words in every_command(tmp_path):
        refuse_idle(parsed(words))


def test_a_list_asked_for_as_json_is_one_on_whichever_side_of_its_way_that_is_said(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert home.name == "home"
    for words in (["people", "--json"], ["people", "--json", "list"], ["people", "list", "--json"]):
        assert main(words) == FINE
        assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    "words",
    [
        ["--plain", "--story", ""],
        ["--data-dir", "", "where"],
        ["packs", "export", "tea-time", "--story", ""],
        ["packs", "new", ""],
        ["packs", "check", ""],
        ["print", "tonight", "--to", ""],
        ["export", ""],
        ["keepsake", ""],
    ],
    ids=" ".join,
)
def test_a_path_or_a_name_that_is_empty_is_not_taken_for_any_or_for_this_folder(
    words: list[str], home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == WRONG_USE
    assert "nothing is said for it" in capsys.readouterr().err
    assert not home.exists()
    assert not [*tmp_path.iterdir()]

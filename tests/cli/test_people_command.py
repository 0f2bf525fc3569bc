"""`gatherround people`: the same cards from the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from gatherround.domain.stages import STAGES, Stage

NOT_HERE = NOT_DONE


@pytest.fixture(autouse=True)
def _at_home(home: Path) -> None:
    """Every command here is one of the same house."""


def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert main(["people", "list", "--json"]) == FINE
    rows: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return rows


def typing(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def test_an_empty_house_says_what_to_do_next(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people"]) == FINE
    assert "gatherround people add" in capsys.readouterr().out
    assert listed(capsys) == []


def test_a_card_is_added_with_everything_it_may_say_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    plate = ("--object", "plum", "--colour", "egg", "--face", "proud", "--no-guess")
    lists = ("--helps", "a hug", "--avoid", "death", "dogs", "--my-two", "one question", "--words", "fizzy")
    assert main(["people", "add", "Théo", "--born", "2011-05", *plate, *lists]) == FINE
    (row,) = listed(capsys)
    age = row.pop("age")
    assert age >= 14
    assert row.pop("stage") in {"12-14", "15-17", "18+"}
    assert row == {
        "name": "Théo",
        "born": "2011-05",
        "stage_chosen": None,
        "object": "plum",
        "colour": "egg",
        "pattern": "plum",
        "face": "proud",
        "guess_me": False,
        "locked": False,
        "comfort": ["a hug"],
        "avoid": ["death", "dogs"],
        "my_two": ["one question"],
        "words": ["fizzy"],
    }
    assert main(["people"]) == FINE
    out = capsys.readouterr().out
    assert "left alone: death · dogs" in out
    assert "don't guess me" in out


def test_only_what_is_said_changes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["people", "add", "Ada", "--stage", "8-11", "--words", "fizzy", "--avoid", "dogs"])
    assert main(["people", "change", "ada", "--name", "Ada B.", "--words", "--guess", "--colour", "mint"]) == FINE
    (row,) = listed(capsys)
    assert (row["name"], row["words"], row["avoid"], row["colour"]) == ("Ada B.", [], ["dogs"], "mint")
    assert main(["people", "change", "Ada B.", "--born", "2020-01", "--stage", "by-itself"]) == FINE
    assert listed(capsys)[0]["stage_chosen"] is None


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.key)
def test_a_stage_is_said_on_the_command_line_as_on_every_page_and_shortly_as_before(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    for said in (stage.key, stage.said, stage.said.upper(), stage.said.replace(" ", "  ")):
        main(["people", "add", "Ada", "--stage", said])
        assert [row["stage_chosen"] for row in listed(capsys)] == [stage.key], said
        assert main(["people"]) == FINE
        assert stage.said in capsys.readouterr().out
        main(["erase", "--everything", "--yes", "--yes"])


def test_a_stage_that_there_is_not_and_help_name_those_that_there_are_as_every_page_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words in (["--stage", "9"], ["--help"]):
        with pytest.raises(SystemExit):
            main(["people", "add", "Ben", *words])
        out, err = capsys.readouterr()
        told = " ".join((out + err).split())
        assert all(stage.said in told for stage in STAGES)
        assert not [stage.key for stage in STAGES if stage.key != stage.said and f"{stage.key}," in told]


def test_an_age_is_said_once_and_a_stage_where_it_is_not_that_of_the_age(capsys: pytest.CaptureFixture[str]) -> None:
    main(["people", "add", "Ada", "--born", "2015-05"])
    age = listed(capsys)[0]["age"]
    assert main(["people"]) == FINE
    assert f"Ada  (spoon; {age})" in capsys.readouterr().out
    main(["people", "change", "Ada", "--stage", "3 to 4"])
    capsys.readouterr()
    assert main(["people"]) == FINE
    assert f"Ada  (spoon; {age}, asked as 3 to 4)" in capsys.readouterr().out


def test_nobody_under_twelve_is_asked_for_a_word_that_would_lock_nothing(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["people", "add", "Ada", "--stage", "8 to 11"])
    typing(monkeypatch, "a word")
    capsys.readouterr()
    assert main(["people", "lock", "Ada"]) == NOT_DONE
    assert capsys.readouterr() == ("", "A card may be locked from twelve years on.\n")


def test_people_change_chairs(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("Ada", "Ben", "Cleo"):
        main(["people", "add", name, "--stage", "18+"])
    assert main(["people", "move", "cleo", "1"]) == FINE
    assert [row["name"] for row in listed(capsys)] == ["Cleo", "Ada", "Ben"]
    assert main(["people", "move", "cleo", "4"]) == NOT_DONE


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("add ada --stage 18+", NOT_DONE),
        ("add Ben", WRONG_USE),
        ("add Ben --born soon", WRONG_USE),
        ("change Ben --face calm", NOT_HERE),
        ("change Ada --born", None),
        ("move Ben 1", NOT_HERE),
        ("lock Ben", NOT_HERE),
        ("unlock Ben", NOT_HERE),
        ("add Ben --stage 9", None),
    ],
)
def test_what_cannot_be_is_one_line_and_changes_nothing(
    words: str, code: int | None, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["people", "add", "Ada", "--stage", "8-11"])
    before = listed(capsys)
    if code is None:
        with pytest.raises(SystemExit):
            main(["people", *words.split()])
    else:
        assert main(["people", *words.split()]) == code
        assert capsys.readouterr().err.count("\n") == 1
    assert listed(capsys) == before


def test_a_name_steers_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["people", "add", "A\x1b]0;b\x07da", "--stage", "8-11"]) == FINE
    assert main(["people"]) == FINE
    assert "\x1b" not in capsys.readouterr().out


def test_a_locked_card_says_what_the_table_sees_and_changes_to_its_word_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["people", "add", "Ana", "--stage", "15-17", "--words", "meh"])
    typing(monkeypatch, "rainy tuesday")
    assert main(["people", "lock", "ana"]) == FINE
    assert "could read it" in capsys.readouterr().out
    (row,) = listed(capsys)
    assert row["locked"]
    assert "words" not in row
    assert main(["people"]) == FINE
    out = capsys.readouterr().out
    assert "locked" in out
    assert "meh" not in out
    typing(monkeypatch, "sunny")
    assert main(["people", "change", "Ana", "--words", "none"]) == NOT_DONE
    typing(monkeypatch, "Rainy Tuesday")
    assert main(["people", "change", "Ana", "--words", "fizzy"]) == FINE
    typing(monkeypatch)
    assert main(["people", "unlock", "Ana"]) == NOT_DONE, "nobody answers"
    typing(monkeypatch, "rainy tuesday")
    assert main(["people", "unlock", "Ana"]) == FINE
    assert listed(capsys)[0]["words"] == ["fizzy"]
    typing(monkeypatch, "again")
    main(["people", "lock", "ana"])
    assert main(["people", "unlock", "ana", "--forgotten"]) == FINE
    assert listed(capsys)[0]["words"] == []


def test_where_nothing_can_be_kept_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    nowhere = ["--data-dir", str(tmp_path / "file" / "home"), "people"]
    assert main(nowhere) == FINE
    assert main([*nowhere, "add", "Ada", "--stage", "8-11"]) == CANNOT_OPEN
    assert capsys.readouterr().err.count("\n") == 1

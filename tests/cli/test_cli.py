from __future__ import annotations

import json
import os
from pathlib import Path
from textwrap import dedent

import pytest

import gatherround
from gatherround.cli import BROKE, FINE, NOT_DONE, WRONG_USE, main
from gatherround.storage.home import family_file

WHOLE = """
format: 1
id: hats
title: Hats
activities:
  - id: hat
    title: The Hat
    kind: script
    ages: 5+
    minutes: 4
    players: 1-6
    steps:
      - ask: Whose hat?
    exit: Enough hat.
    close: Hats off.
"""


def book(tmp_path: Path, text: str) -> str:
    path = tmp_path / "hats.yaml"
    path.write_text(text, "utf-8")
    return str(path)


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    heard = capsys.readouterr()
    return heard.out, heard.err


# Wrong use


def test_without_a_terminal_and_without_plain_it_says_so_in_one_line(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == WRONG_USE
    out, err = said(capsys)
    assert out == ""
    assert err.count("\n") == 1
    assert "gatherround --plain" in err
    assert not home.exists(), "nothing has been touched"


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [(["--story", "spoon"], WRONG_USE, "the key f finds"), (["--plain", "--story", "no-such"], 1, '"no-such"')],
)
def test_a_story_that_cannot_be_named_so_is_said_in_one_line(
    words: list[str], code: int, told: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(home), *words]) == code
    out, err = said(capsys)
    assert (out, err.count("\n")) == ("", 1)
    assert told in err


@pytest.mark.parametrize("words", [["soup"], ["packs"], ["packs", "check"], ["--plain", "--soup"]])
def test_wrong_words_end_with_two_and_a_line_of_help(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == WRONG_USE
    assert "All that may be said: gatherround" in said(capsys)[1]


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert said(capsys)[0] == f"gatherround {gatherround.__version__}\n"


# Story books


def test_a_whole_story_book_is_fine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "check", book(tmp_path, WHOLE)]) == FINE
    assert "hats.yaml: 1 activity plays; no errors" in said(capsys)[0]


def test_what_only_advises_is_fine_unless_one_is_strict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    advised = book(tmp_path, WHOLE.replace("kind: script", "kind: settle"))
    assert main(["packs", "check", advised]) == FINE
    assert "finding [kind-promise]" in said(capsys)[0]
    assert main(["packs", "check", "--strict", advised]) == NOT_DONE


def test_an_error_is_said_with_its_line_and_its_cure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = book(tmp_path, WHOLE.replace("minutes: 4", "minuts: 4"))
    assert main(["packs", "check", broken]) == NOT_DONE
    out, _ = said(capsys)
    assert f"{broken}:10:" in out
    assert "minutes" in out
    assert "0 activities play" in out


def test_one_broken_book_among_whole_ones_is_found_and_the_others_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "no-such-book"
    assert main(["packs", "check", str(missing), book(tmp_path, WHOLE)]) == NOT_DONE
    out, err = said(capsys)
    assert str(missing) in err
    assert err.count("\n") == 1
    assert "1 activity plays" in out


def test_a_file_inside_a_book_is_checked_as_the_part_of_it_that_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tea = tmp_path / "tea-time"
    (tea / "activities").mkdir(parents=True)
    (tea / "pack.yaml").write_text("format: 1\nid: tea-time\ntitle: Tea\n", encoding="utf-8")
    story = dedent(WHOLE[WHOLE.index("  - id") :].replace("  - id", "    id", 1))
    (tea / "activities" / "fine.yaml").write_text(story, encoding="utf-8")
    (tea / "activities" / "odd.yaml").write_text(f"{story.replace('hat', 'cup')}colour: plum\n", encoding="utf-8")
    monkeypatch.chdir(tea / "activities")
    assert main(["packs", "check", "fine.yaml"]) == FINE
    assert "colour" not in "".join(capsys.readouterr())
    assert main(["packs", "check", str(tea / "activities" / "odd.yaml")]) == NOT_DONE
    assert '"colour" is not a field here' in capsys.readouterr().out


def test_a_check_as_json_is_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = book(tmp_path, WHOLE.replace("ages: 5+", "ages: old"))
    assert main(["packs", "check", "--json", broken]) == NOT_DONE
    (report,) = json.loads(said(capsys)[0])
    assert report["path"] == broken
    assert report["activities"] == []
    assert [problem["severity"] for problem in report["problems"]] == ["error"]
    assert {"file", "line", "column", "code", "message", "advice"} <= set(report["problems"][0])


def test_a_check_counts_minutes_and_sentences_where_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = book(tmp_path, WHOLE)
    assert main(["packs", "check", whole]) == FINE
    plain = said(capsys)[0]
    assert main(["packs", "check", "--measure", whole]) == FINE
    assert said(capsys)[0] == (
        f"{plain}hats/hat: 4 minutes planned with 3; told in 0.7 with 2, 0.7 with 5\n"
        "    for 5 to 7       6 words, longest sentence  2, grade -1.0\n"
    )
    assert main(["packs", "check", "--json", whole]) == FINE
    (report,) = json.loads(said(capsys)[0])
    assert report["measures"] == [
        {
            "activity": "hats/hat",
            "planned": 4,
            "told": {"2": 0.7, "5": 0.7},
            "heard": {"5-7": {"words": 6, "longest": 2, "grade": -1.0}},
        }
    ]


def test_a_list_as_json_names_every_book_and_where_it_came_from(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "packs").mkdir(parents=True)
    (home / "packs" / "hats.yaml").write_text(WHOLE, "utf-8")
    assert main(["packs", "list", "--json"]) == FINE
    rows = {row["id"]: row for row in json.loads(said(capsys)[0])}
    assert rows["hats"] == {"id": "hats", "origin": "family", "activities": ["hats/hat"], "problems": 0}
    assert rows["whole-table"]["origin"] == "shipped"


def test_a_list_steers_no_terminal_whatever_a_file_is_called(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "packs").mkdir(parents=True)
    (home / "packs" / "a\x1b]0;b.yaml").write_text("soup", "utf-8")
    assert main(["packs", "list"]) == FINE
    out, _ = said(capsys)
    assert "\x1b" not in out
    assert "(its cover cannot be read)" in out


@pytest.mark.parametrize("more", [[], ["--activity"]], ids=["book", "activity"])
def test_the_schema_is_json_that_an_editor_can_read(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "schema", *more]) == FINE
    assert json.loads(said(capsys)[0])["$schema"].startswith("https://json-schema.org/")


# Where


def test_where_names_every_file_who_can_open_it_and_what_is_never_kept(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["people", "list"]) == FINE
    assert main(["where"]) == FINE
    out, _ = said(capsys)
    assert f"Everything of this family lies in {home}" in out
    assert "family.sqlite3" in out
    assert "only you, with this account" in out
    assert "Never kept, for anybody" in out
    family_file(home).chmod(0o644)
    (home / "notes.txt").write_text("soup")
    (home / "notes.txt").chmod(0o644)
    assert main(["where"]) == FINE
    assert "others on this computer can open it" in said(capsys)[0]


def test_a_folder_on_the_command_line_comes_before_the_environments(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(tmp_path / "other"), "where"]) == FINE
    assert str(tmp_path / "other") in said(capsys)[0]
    assert not home.exists()


def test_where_only_looks_and_makes_no_folder_of_a_slip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in (tmp_path / "typo", tmp_path / "deep" / "typo"):
        assert main(["--data-dir", str(place), "where"]) == FINE
        assert f"Nothing of a family lies in {place} yet." in said(capsys)[0]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert main(["--data-dir", str(empty), "where"]) == FINE
    assert "yet" in said(capsys)[0]
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_without_a_place_to_keep_things_where_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["--data-dir", str(tmp_path / "file" / "home"), "where"]) == FINE
    assert "nothing is kept" in said(capsys)[0]


def test_whatever_the_umask_what_is_written_is_for_its_owner_alone(home: Path) -> None:
    os.umask(0)
    assert main(["packs", "list"]) == FINE
    assert main(["faces", "--svg", str(home / "faces")]) == FINE
    assert not any(path.stat().st_mode & 0o077 for path in (home, *home.rglob("*")))


# When it breaks


def test_what_breaks_says_where_and_never_with_whose_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data-dir", "grandmother\0", "where"]) == BROKE
    _, err = said(capsys)
    assert "That was not meant to happen (ValueError)." in err
    assert "find_home" in err
    assert "embedded null" not in err
    assert "grandmother" not in err

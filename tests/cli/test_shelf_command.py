"""The shelf in the terminal: the same answers as on the screen, for eyes and for programs."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from authors import write_file
from gatherround.cli import FINE, NOT_DONE, WRONG_USE, main
from gatherround.domain.activities import Activity
from gatherround.domain.likings import HOUSE
from gatherround.host.house import open_house
from gatherround.pantry.reader import read_pack
from gatherround.storage.database import Database
from gatherround.storage.likings import turn_mark
from rounds import plain, seats, story
from tables import lists, shelf

Said = Callable[..., tuple[int, str, str]]
HOSTILE = "\x1b]0;x\x07[/b]$(id)"


@pytest.fixture
def said(home: Path, books_read_before: None, capsys: pytest.CaptureFixture[str]) -> Said:
    def run(*words: str) -> tuple[int, str, str]:
        code = main(["shelf", *words])
        heard = capsys.readouterr()
        return code, heard.out, heard.err

    return run


def ids(out: str) -> list[str]:
    return [one["id"] for one in json.loads(out)]


def moved_in(home: Path, name: str, stage: str | None, born: int | None) -> Database:
    """Lets somebody live here, with a stage or a year of birth."""
    database = open_house(home).database
    assert database is not None
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO member (id, name, stage, birth_year, birth_month, colour, pattern, object, seat, guess_me,"
            " body, created) VALUES ('m1', ?, ?, ?, 1, 'plum', 'plum', 'plum', 1, 1, '{}', '2020-01-01')",
            (name, stage, born),
        )
    return database


def test_without_a_word_it_lists_the_whole_shelf_a_line_each(said: Said) -> None:
    code, out, err = said()
    lines = out.splitlines()
    assert (code, err, len(lines)) == (FINE, "", len(shelf()))
    assert len({line.index(" min") for line in lines}) == 1, "in columns"
    assert any("Four Tickets" in line and line.endswith("! being left out, money") for line in lines)


@pytest.mark.parametrize(
    ("book", "ages"), [("first-feelings", "2 to 4 "), ("other-shoes", "9 to 11 "), ("two-of-us", "18 and up ")]
)
def test_ages_are_said_as_everywhere_in_the_game_and_the_format_s_own_form_is_for_programs(
    said: Said, book: str, ages: str
) -> None:
    lines = said("--book", book)[1].splitlines()
    assert any(f"  {ages}" in line for line in lines)
    assert not any(re.search(r"\d[-+] ?\d* +\d+ min", line) for line in lines)


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        (("--age", "9"), lambda one: one.youngest <= 9 <= one.oldest),
        (("--age", "3", "--age", "15"), lambda one: one.youngest <= 3 and one.oldest >= 15),
        (("--minutes", "3"), lambda one: one.minutes <= 3),
        (("--helps", "settle"), lambda one: "settle" in one.helps),
        (("--kind", "echo"), lambda one: one.kind == "echo"),
        (("--empathy", "respond"), lambda one: "respond" in one.empathy),
        (("--depth", "1"), lambda one: one.depth == 1),
        (("--flag", "secrecy"), lambda one: "secrecy" in one.flags),
        (("--book", "two-of-us"), lambda one: one.pack == "two-of-us"),
        (("--search", "DUMPLING"), lambda one: "dumpling" in f"{one.title} {one.scene}".lower()),
    ],
)
def test_each_way_of_asking_gives_just_what_answers_to_it(
    said: Said, words: tuple[str, ...], holds: Callable[[Activity], bool]
) -> None:
    code, out, _ = said(*words, "--json")
    assert code == FINE
    assert sorted(ids(out)) == sorted(one.id for one in shelf() if holds(one))


def test_ways_of_asking_add_up(said: Said) -> None:
    code, out, _ = said("--age", "9", "--helps", "laugh", "--minutes", "5", "--flag", "none")
    assert code == FINE
    assert all(" min" in line and "!" not in line for line in out.splitlines())


@pytest.mark.parametrize("age", ["200", "131", "-1"])
def test_an_age_that_nobody_has_is_not_called_under_two(age: str, said: Said) -> None:
    code, out, err = said(f"--age={age}")
    assert (code, out) == (2, "")
    assert err == "An age is a number of whole years, from 0 to 130.\n"


@pytest.mark.parametrize("words", [("--search", "xyzzy"), ("--age", "1"), ("--book", "none-such"), ("--person", "Ada")])
def test_where_there_is_nothing_it_says_so_and_ends_with_one(said: Said, words: tuple[str, ...]) -> None:
    code, out, err = said(*words)
    assert (code, out, err.count("\n")) == (NOT_DONE, "", 1)


def test_nothing_is_an_empty_list_for_a_program(said: Said) -> None:
    code, out, _ = said("--search", "xyzzy", "--json")
    assert (code, json.loads(out)) == (NOT_DONE, [])


@pytest.mark.parametrize("words", [("--helps", "xyzzy"), ("--kind", "xyzzy"), ("--empathy", "xyzzy")])
def test_a_word_that_is_none_is_answered_with_those_that_are(said: Said, words: tuple[str, ...]) -> None:
    code, out, err = said(*words)
    assert (code, out) == (WRONG_USE, "")
    assert "is one of: " in err


@pytest.mark.parametrize(
    ("stage", "born", "age"), [("3-4", None, 3), (None, 1960, datetime.now(UTC).year - 1960), ("8-11", 1960, 11)]
)
def test_a_member_is_asked_for_by_name_as_old_as_they_are_today(
    said: Said, home: Path, stage: str | None, born: int | None, age: int
) -> None:
    moved_in(home, "Ada Ñ", stage, born)
    code, out, _ = said("--person", "ada ñ", "--json")
    assert code == FINE
    assert sorted(ids(out)) == sorted(ids(said("--age", str(age), "--json")[1]))


def test_what_the_house_or_whoever_is_asked_for_has_left_out_is_not_listed(said: Said, home: Path) -> None:
    database = moved_in(home, "Ada", None, 1980)
    turn_mark(database, "hidden", HOUSE, "minutes/copy-hands")
    turn_mark(database, "hidden", "m1", "minutes/snail-over-the-hills")
    everybody = ids(said("--json")[1])
    ada = ids(said("--person", "Ada", "--json")[1])
    assert "copy-hands" not in everybody + ada
    assert "snail-over-the-hills" in everybody
    assert "snail-over-the-hills" not in ada


def test_a_program_gets_every_field_of_the_format_by_its_own_name(said: Said) -> None:
    told = json.loads(said("--search", "four tickets", "--json")[1])[0]
    known = {field.name.replace("_", "-") for field in fields(Activity)} - {
        "youngest",
        "oldest",
        "fewest",
        "most",
        "barred",
    }
    assert set(told) == known | {"ages", "players"}
    assert (told["pack"], told["ages"], told["players"], told["series"]) == ("other-shoes", "9-11", "2-5", None)
    assert told["seats"]["bea"]["name"] == "Bea"
    assert told["steps"][0] == {"read": "scene"}


def test_what_a_program_gets_is_a_story_book_again(said: Said, tmp_path: Path) -> None:
    told: list[dict[str, Any]] = json.loads(said("--book", "whole-table", "--json")[1])
    kept = [{name: value for name, value in one.items() if value not in (None, [], {})} for one in told]
    for one in kept:
        del one["pack"]
    path = write_file(tmp_path, "whole-table", *kept)
    assert read_pack(path, lists()).activities == tuple(one for one in shelf() if one.pack == "whole-table")


def test_words_that_would_steer_a_terminal_never_reach_it(said: Said, home: Path) -> None:
    packs = home / "packs"
    packs.mkdir(parents=True)
    write_file(packs, "ours", story(title="[/b]$(id) 王" * 4, scene=plain("rain"), seats=seats("Otter")))
    code, out, err = said("--book", "ours")
    assert (code, err) == (FINE, "")
    assert "[/b]$(id) 王" in out
    assert all(letter.isprintable() or letter == "\n" for letter in out)
    for words in (("--book", HOSTILE), ("--search", HOSTILE), ("--person", HOSTILE), ("--kind", HOSTILE)):
        assert "\x1b" not in "".join(said(*words)[1:])


def test_a_list_needs_no_screen(home: Path) -> None:
    listed = "import sys; from gatherround.cli import main; main(['shelf', '--age', '9']); print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, timeout=60, check=True)
    assert "Four Tickets" in ended.stdout
    loaded = ended.stdout.splitlines()[-1].split()
    assert "gatherround.cli.shelf" in loaded
    assert not {"textual", "rich"} & set(loaded)

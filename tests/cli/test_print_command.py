"""Printing from the command line: tonight, a book, a story; what is not there is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from browsers import harmless
from families import grown_up, live_here, plate
from gatherround.cli import CANNOT_OPEN, FINE, NOT_DONE, WRONG_USE, main
from gatherround.domain.helping import QUESTIONS
from gatherround.domain.likings import HOUSE
from gatherround.host.house import open_house
from gatherround.storage.likings import turn_mark
from tables import shelf

pytestmark = pytest.mark.usefixtures("books_read_before")


def test_tonight_is_printed_for_whoever_is_said_to_be_here(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["print", "tonight"]) == NOT_DONE
    assert "--people" in capsys.readouterr().err
    assert main(["print", "tonight", "--people", "grown-up, 8, 3", "--minutes", "10", "--paper", "letter"]) == FINE
    assert str(home / "tonight.html") in capsys.readouterr().out
    source = (home / "tonight.html").read_text("utf-8")
    assert "Spoon, Lemon, Pepper, in the order you sit." in harmless(source).text
    assert "size: Letter" in source
    assert (home / "tonight.html").stat().st_mode & 0o077 == 0
    assert main(["print", "tonight", "--people", "somebody"]) == WRONG_USE


def test_cards_are_printed_of_books_and_of_single_stories_each_once(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "cards.html"
    asked = ["at-work", "at-work/the-trapdoor", "whole-table/the-last-dumpling"]
    assert main(["print", *asked, "--to", str(page)]) == FINE
    at_work = sum(activity.pack == "at-work" for activity in shelf())
    assert f"Cards of {at_work + 1} stories" in capsys.readouterr().out
    assert "The Last Dumpling" in harmless(page.read_text("utf-8")).text
    assert main(["print", "the-trapdoor", "at-work/the-trapdoor", "--to", str(page)]) == FINE, "an older page gives way"
    assert "Cards of one story" in capsys.readouterr().out
    assert main(["print", "at-work", "--to", str(page)]) == FINE
    page.write_text("something of mine")
    assert main(["print", "at-work", "--to", str(page)]) == NOT_DONE
    assert page.read_text() == "something of mine"
    assert main(["print", "no\x1b[2Jbook", "--to", str(page)]) == NOT_DONE
    assert "\x1b" not in capsys.readouterr().err


def test_favourites_are_printed_once_something_is_marked(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "cards.html"
    assert main(["print", "favourites", "--to", str(page)]) == NOT_DONE
    assert "Nothing is marked" in capsys.readouterr().err
    house = open_house(home, {})
    assert house.database is not None
    turn_mark(house.database, "favourite", HOUSE, "at-work/the-trapdoor")
    house.close()
    assert main(["print", "favourites", "--to", str(page)]) == FINE
    assert "Cards of one story" in capsys.readouterr().out


def test_where_nothing_can_be_written_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert main(["print", "at-work", "--to", str(tmp_path / "no" / "such" / "cards.html")]) == CANNOT_OPEN
    (tmp_path / "file").touch()
    assert main(["--data-dir", str(tmp_path / "file" / "x"), "print", "tonight", "--people", "8, 40"]) == CANNOT_OPEN
    assert capsys.readouterr().err


def test_the_sheet_for_a_first_talk_names_nobody_and_takes_along_what_its_owner_asks_for(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = open_house(home)
    _, cy = live_here(
        house,
        grown_up("Ada <b>", my_two=("one breath before the door",)),
        grown_up("Cy", plate=plate("spoon"), my_two=("ask twice",)),
    )
    house.family.locks.lock(cy, "a word of his own")
    house.close()
    assert main(["print", "first-talk"]) == FINE
    alone = harmless((home / "first-talk.html").read_text("utf-8")).text
    assert main(["print", "first-talk", "--person", "ada <b>", "--paper", "letter"]) == FINE
    along = harmless((home / "first-talk.html").read_text("utf-8")).text
    assert str(home / "first-talk.html") in capsys.readouterr().out
    assert all(question in alone and question in along for question in QUESTIONS)
    assert "one breath" in along
    assert "one breath" not in alone
    assert "Ada" not in along
    assert main(["print", "first-talk", "--person", "Nobody"]) == NOT_DONE
    assert main(["print", "first-talk", "--person", "Cy"]) == FINE
    assert "ask twice" not in (home / "first-talk.html").read_text("utf-8"), "a locked card gives nothing away"

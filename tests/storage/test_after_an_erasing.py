"""A window that was open before an erasing writes nothing until it has looked again, through whichever door."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import gatherround.storage
from families import add_member, card
from gatherround.domain.entries import Noticed
from gatherround.domain.forgetting import Leaving
from gatherround.storage.copies import copy_now
from gatherround.storage.database import Database, open_database
from gatherround.storage.drafts import change_draft, draft, keep_draft
from gatherround.storage.dump import Dump, dump, fill
from gatherround.storage.erasing import erase_all, erase_member
from gatherround.storage.journal import Journal
from gatherround.storage.likings import turn_mark
from gatherround.storage.members import change_lock, change_member, members, reseat
from gatherround.storage.pages import KeptPage, change_pages, remove_page
from gatherround.storage.preferences import keep_preference
from gatherround.storage.restoring import put_in_place
from gatherround.storage.troubles import ErasedMeanwhile
from storage.drawers import LATE_EVENING, PLAN, Clock, began

TODAY = date(2031, 6, 3)
DOORS: dict[str, Callable[[Database], object]] = {
    "a half-typed line": lambda drawer: keep_draft(drawer, "noticed", "I saw Ada", LATE_EVENING),
    "stories being written": lambda drawer: change_draft(drawer, "workshop", lambda _: "Ada", LATE_EVENING),
    "what was noticed": lambda drawer: Journal(drawer, Clock()).between_rounds([Noticed("I saw Ada")]),
    "a Round": lambda drawer: Journal(drawer, Clock()).begin(PLAN, "{}", [began("ada")]),
    "a page": lambda drawer: change_pages(drawer, "HouseRules", lambda _: KeptPage("", ["Ada"]), TODAY),
    "a page taken away": lambda drawer: remove_page(drawer, "p1"),
    "a new card": lambda drawer: add_member(drawer, card("Cleo", comfort=("Ada",)), TODAY),
    "a card": lambda drawer: change_member(drawer, members(drawer)[0].id, lambda now, _: now),
    "a lock": lambda drawer: change_lock(drawer, members(drawer)[0].id, lambda now: now),
    "the chairs": lambda drawer: reseat(drawer, ["ada"]),
    "a favourite": lambda drawer: turn_mark(drawer, "favourite", members(drawer)[0].id, "a/b"),
    "the table": lambda drawer: keep_preference(drawer, "table", {"away": ["ada"]}),
    "a whole family": lambda drawer: fill(drawer, Dump()),
}


@pytest.fixture
def other(path: Path, database: Database) -> Iterator[Database]:
    """A second window on a house in which Ada and Ben live."""
    for name in ("Ada", "Ben"):
        add_member(database, card(name), TODAY)
    with open_database(path) as other:
        yield other


def erase_ada(drawer: Database) -> None:
    (ada,) = (one for one in members(drawer) if one.card.name == "Ada")
    erase_member(drawer, Leaving(ada.id, frozenset({"Ada"})), LATE_EVENING)


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_no_door_writes_what_may_still_know_who_is_gone(
    database: Database, other: Database, door: Callable[[Database], object]
) -> None:
    erase_ada(other)
    before = dump(database)
    for _ in range(2):
        with pytest.raises(ErasedMeanwhile):
            door(database)
    assert dump(database) == before
    assert [one.card.name for one in members(database)] == ["Ben"], "it reads as before"


def test_no_door_of_the_drawer_writes_without_being_asked_what_it_knows() -> None:
    folder = Path(gatherround.storage.__file__).parent
    freely = [
        f"{file.stem}.{function.name}"
        for file in sorted(folder.glob("*.py"))
        for function in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        and any(isinstance(node, ast.keyword) and node.arg == "knowing_less" for node in ast.walk(function))
    ]
    assert freely == ["database.erasing", "dump.dump", "preferences.forget_preference"], "these add nobody's words"


def test_a_window_that_looks_again_goes_on(database: Database, other: Database) -> None:
    assert not database.looks_again()
    erase_ada(other)
    assert database.looks_again()
    keep_draft(database, "noticed", "I saw Ben", LATE_EVENING)
    assert draft(other, "noticed") == "I saw Ben"
    assert not database.looks_again()


def test_the_window_in_which_somebody_is_erased_knows_it(database: Database, other: Database) -> None:
    erase_ada(database)
    keep_draft(database, "noticed", "I saw Ben", LATE_EVENING)
    erase_all(other)
    erase_all(database)
    with pytest.raises(ErasedMeanwhile):
        keep_draft(database, "noticed", "I saw Ada", LATE_EVENING)


@pytest.mark.parametrize("found", ["fine", "torn", "gone"])
def test_when_a_copy_comes_back_no_window_writes_that_was_open_before_until_it_has_looked_again(
    path: Path, tmp_path: Path, database: Database, other: Database, found: str
) -> None:
    stick = tmp_path / "stick.sqlite3"
    copy_now(path, "stick").rename(stick)
    erase_ada(other)
    if found != "fine":
        path.unlink()
    if found == "torn":
        path.write_text("Dear Ada", "utf-8")
    put_in_place(stick, path)
    for window in (database, other):
        window.close()
        for _ in range(2):
            with pytest.raises(ErasedMeanwhile):
                keep_draft(window, "noticed", "I saw Ada", LATE_EVENING)
        assert window.looks_again()
        keep_draft(window, "noticed", "I saw Ben", LATE_EVENING)
    with open_database(path) as later:
        keep_draft(later, "noticed", "I saw Ada", LATE_EVENING)


def test_a_copy_that_comes_back_twice_is_news_each_time(path: Path, tmp_path: Path, database: Database) -> None:
    stick = tmp_path / "stick.sqlite3"
    copy_now(path, "stick").rename(stick)
    for _ in range(2):
        put_in_place(stick, path)
        assert database.looks_again()


def test_a_copy_that_comes_back_does_not_make_an_old_window_know_what_was_erased_since(
    path: Path, tmp_path: Path, database: Database, other: Database
) -> None:
    stick = tmp_path / "stick.sqlite3"
    copy_now(path, "stick").rename(stick)
    erase_ada(other)
    with open_database(path) as window:
        put_in_place(stick, path)
        with open_database(path) as later:
            erase_ada(later)
        with pytest.raises(ErasedMeanwhile):
            keep_draft(window, "noticed", "I saw Ada", LATE_EVENING)


def test_a_file_in_which_erasings_were_counted_opens_and_is_marked_from_now_on(path: Path, database: Database) -> None:
    with database.writing() as connection:
        connection.execute("INSERT INTO preference (key, value) VALUES ('erasings', '3')")
    with open_database(path) as window, open_database(path) as other:
        add_member(window, card("Ada"), TODAY)
        erase_ada(other)
        with pytest.raises(ErasedMeanwhile):
            add_member(window, card("Ada"), TODAY)


def test_what_is_no_row_is_refused_as_well_and_nothing_where_nobody_was_erased(
    database: Database, other: Database
) -> None:
    database.refuse_erased()
    erase_ada(other)
    with pytest.raises(ErasedMeanwhile):
        database.refuse_erased()

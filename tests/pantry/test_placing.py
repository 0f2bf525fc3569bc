"""A story book is put, replaced and taken away whole, at whichever moment the lid closes."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gatherround.pantry import placing
from gatherround.pantry.library import Shelves, open_library
from gatherround.pantry.opening import opened_parcel
from gatherround.pantry.placing import EARLIER, arriving, mend, put, take_away
from parcels import folder
from tables import SHELF

CALLS = ("mkdir", "rename", "open", "fsync", "rmdir", "unlink")


def bring(source: Path, shelf: Path, *instead_of: Path) -> None:
    book = opened_parcel(source)
    with arriving(book, f"{book.name}.yaml" if book.alone else book.name, shelf) as whole:
        put(whole, shelf / whole.name, instead_of)


def titles(shelf: Path) -> list[str]:
    """Gives what of this shelf plays, as the next start of the game sees it."""
    books = open_library(Shelves(SHELF.parent / "tests" / "small_shelf", shelf)).books
    return sorted(one.title for book in books if book.origin == "family" for one in book.activities)


def dying_at(count: int, deed: Callable[[], Any]) -> bool:
    """Does something in a process that is killed at its so-manieth touch of the disk; tells whether it came to that."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    left = count

    def touching(call: Callable[..., Any]) -> Callable[..., Any]:
        def touch(*given: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                os._exit(9)
            return call(*given, **more)

        return touch

    try:
        for name in CALLS:
            setattr(os, name, touching(getattr(os, name)))
        deed()
    finally:
        os._exit(0)


def test_a_book_arrives_for_its_owner_alone_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    os.umask(0)
    shelf = tmp_path / "packs"
    bring(folder(tmp_path / "from"), shelf)
    assert titles(shelf) == ["The Spoon"]
    assert [path.name for path in shelf.iterdir()] == ["tea-time"]
    assert not any(path.stat().st_mode & 0o077 for path in (shelf, *shelf.rglob("*")))


def test_a_book_that_is_not_put_leaves_nothing(tmp_path: Path) -> None:
    with arriving(opened_parcel(folder(tmp_path)), "tea-time", tmp_path / "packs"):
        pass
    assert [*(tmp_path / "packs").iterdir()] == []


@pytest.mark.parametrize("into", ["tea-time", "odd.yaml"])
def test_one_old_copy_is_kept_and_only_one(tmp_path: Path, into: str) -> None:
    shelf = tmp_path / "packs"
    first = folder(tmp_path / "1", spoon="One")
    bring(first, shelf)
    if into != "tea-time":
        (shelf / "tea-time").rename(shelf / into)
    bring(folder(tmp_path / "2", spoon="Two"), shelf, shelf / into)
    bring(folder(tmp_path / "3", spoon="Three"), shelf, shelf / "tea-time")
    assert titles(shelf) == ["Three"]
    (copy,) = (shelf / EARLIER / "tea-time").iterdir()
    assert "Two" in (copy / "activities" / "spoon.yaml").read_text()
    assert {path.name for path in shelf.iterdir()} == {"tea-time", EARLIER}


def test_what_is_taken_away_goes_with_its_old_copy(tmp_path: Path) -> None:
    shelf = tmp_path / "packs"
    bring(folder(tmp_path / "1", spoon="One"), shelf)
    bring(folder(tmp_path / "2", spoon="Two"), shelf, shelf / "tea-time")
    take_away([shelf / "tea-time"], "tea-time")
    assert titles(shelf) == []
    assert not any(path.is_file() for path in shelf.rglob("*"))


def test_whenever_the_lid_closes_there_is_the_old_book_or_the_new_one_and_never_half(tmp_path: Path) -> None:
    old = folder(tmp_path / "1", spoon="Old", fork="Old Fork")
    new = folder(tmp_path / "2", spoon="New", knife="New Knife")
    seen = set()
    for count in range(200):
        shelf = tmp_path / f"packs-{count}"
        bring(old, shelf)
        died = dying_at(count, lambda shelf=shelf: bring(new, shelf, shelf / "tea-time"))
        seen.add(now := tuple(titles(shelf)))
        assert now in {("Old", "Old Fork"), ("New", "New Knife")}, count
        # Whatever was left lying about, the next one comes in all the same.
        mend(shelf)
        placing.sweep(shelf)
        assert {path.name for path in shelf.iterdir()} <= {"tea-time", EARLIER}
        bring(new, shelf, shelf / "tea-time")
        assert titles(shelf) == ["New", "New Knife"]
        if not died:
            break
    assert count > 10, "the disk was touched more often than that"
    assert not died
    assert len(seen) == 2


def test_whenever_the_lid_closes_two_of_one_name_are_both_there_or_the_new_one_is(tmp_path: Path) -> None:
    old, new = folder(tmp_path / "1", spoon="Old"), folder(tmp_path / "2", spoon="New")
    for count in range(200):
        shelf = tmp_path / f"packs-{count}"
        bring(old, shelf)
        (shelf / "tea-time.yaml").write_text("format: 1\nid: tea-time\ntitle: Another\n")
        both = (shelf / "tea-time.yaml", shelf / "tea-time")
        died = dying_at(count, lambda shelf=shelf, both=both: bring(new, shelf, *both))
        now = titles(shelf)
        there = [path.exists() for path in both]
        assert (now, there) in ((["Old"], [True, True]), (["New"], [False, True])), count
        if not died:
            return
    pytest.fail("it never came to an end")


def test_whenever_the_lid_closes_a_book_that_is_taken_away_is_there_whole_or_gone(tmp_path: Path) -> None:
    for count in range(200):
        shelf = tmp_path / f"packs-{count}"
        bring(folder(tmp_path / f"from-{count}", spoon="One", fork="Two"), shelf)
        died = dying_at(count, lambda shelf=shelf: take_away([shelf / "tea-time"], "tea-time"))
        assert titles(shelf) in ([], ["One", "Two"])
        if not died:
            return
    pytest.fail("it never came to an end")


def test_what_cannot_take_its_place_leaves_the_old_one_standing(tmp_path: Path) -> None:
    shelf = tmp_path / "packs"
    bring(folder(tmp_path / "1", spoon="Old"), shelf)
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "nothing", shelf / "tea-time", [shelf / "tea-time"])
    assert titles(shelf) == ["Old"]

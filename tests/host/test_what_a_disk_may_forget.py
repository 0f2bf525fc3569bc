"""A file is down on the disk before it has its name, the name before anybody hears of it, and what is gone is gone."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from families import add_member, card, live_here
from gatherround.disk import private_folder, write_file
from gatherround.host.pages import keep_page, take_out
from gatherround.pantry.opening import opened_parcel
from gatherround.pantry.placing import EARLIER, arriving, put, take_away
from gatherround.storage.backup import digest_file
from gatherround.storage.copies import copy_now, forget_copies
from gatherround.storage.database import open_database
from gatherround.storage.home import cache_folder, crash_log, family_file, keepsake_file
from gatherround.storage.restoring import put_in_place
from gatherround.storage.whole import write_new, write_whole
from host.houses import house_at, journal_of
from onlooking import looking_on
from parcels import folder

TODAY = date(2031, 6, 3)


@pytest.mark.parametrize("write", [write_whole, write_new])
def test_a_file_is_down_before_it_has_its_name_and_so_is_the_name_before_the_call_is_over(
    tmp_path: Path, write: Callable[[Path, str], None]
) -> None:
    page = tmp_path / "page.html"
    with looking_on() as disk:
        write(page, "one" * 10_000)
        assert disk.named[-1] == page
        assert not disk.unsure
        assert not disk.names


def test_the_onlooker_sees_what_is_left_out(tmp_path: Path) -> None:
    half, page = tmp_path / "half", tmp_path / "page"
    with looking_on() as disk:
        half.write_text("one", "utf-8")
        half.replace(page)
        assert (disk.unsure, disk.names) == ({page}, {page})
        write_file(half, b"one")
        half.replace(page.with_name("other"))
        assert disk.unsure == {page}
        page.unlink()
        page.with_name("other").unlink()
        assert not disk.names
        assert not disk.gone, "what no folder remembered is not missed"


def test_a_folder_that_is_made_is_remembered_with_every_folder_above_it(tmp_path: Path) -> None:
    home = tmp_path / "a" / "b" / "home"
    with looking_on() as disk:
        private_folder(home)
        assert disk.named == [tmp_path / "a", tmp_path / "a" / "b", home]
        assert not disk.names


def test_a_new_drawer_is_remembered_and_so_is_the_folder_it_lies_in(tmp_path: Path) -> None:
    file = family_file(tmp_path / "home")
    with looking_on() as disk:
        file.parent.mkdir()
        open_database(file).close()
        assert file in disk.named
        assert not disk.names


@pytest.mark.parametrize("found", ["torn", "gone"])
def test_a_copy_that_is_put_back_is_remembered_and_so_is_what_was_set_aside(tmp_path: Path, found: str) -> None:
    home = tmp_path / "home"
    with closing(house_at(home)):
        stick = copy_now(family_file(home), "stick")
    family_file(home).write_text("torn")
    if found == "gone":
        family_file(home).unlink()
    with looking_on() as disk:
        aside = put_in_place(stick, family_file(home))
        assert {*disk.named} >= {family_file(home), *([aside] if aside else [])}
        assert not disk.names


def test_a_copy_is_remembered_with_its_sha256(tmp_path: Path) -> None:
    with open_database(family_file(tmp_path)) as drawer, looking_on() as disk:
        add_member(drawer, card("Ada"), TODAY)
        copy = copy_now(drawer.path, "letter")
        assert {*disk.named} >= {copy, digest_file(copy), copy.parent}
        assert digest_file(copy) not in disk.unsure
        assert not disk.names


def test_copies_that_are_forgotten_do_not_come_back(tmp_path: Path) -> None:
    with open_database(family_file(tmp_path)) as drawer:
        copy = copy_now(drawer.path, "letter")
    with looking_on() as disk:
        assert forget_copies(tmp_path) == ()
        assert not copy.exists()
        assert not disk.gone


def test_what_lay_beside_the_drawer_of_somebody_who_is_erased_does_not_come_back(tmp_path: Path) -> None:
    with closing(house_at(tmp_path / "home")) as house:
        (gone, _) = live_here(house, card("Ada"), card("Ben"))
        assert house.home is not None
        house.family.care.copy_today()
        private_folder(cache_folder(house.home))
        beside = (crash_log(house.home), cache_folder(house.home) / "books")
        for path in beside:
            path.write_text("Ada", "utf-8")
        with looking_on() as disk:
            assert house.family.erasing.erase(gone) == ()
            assert not any(path.exists() for path in beside)
            assert not {path for path in disk.gone if path.suffix != ".partial"}
            assert not disk.names


def test_a_page_from_which_the_last_square_is_taken_out_does_not_come_back(tmp_path: Path) -> None:
    with closing(house_at(tmp_path / "home")) as house:
        house.printer = lambda _: "<html>"
        assert house.home is not None
        house.memories().notice("I saw Ada")
        keep_page(house)
        (noticed,) = journal_of(house).entries()
        with looking_on() as disk:
            take_out(house, noticed.number)
            assert not keepsake_file(house.home).exists()
            assert not disk.gone


def test_a_story_book_is_remembered_from_its_folder_down_and_so_is_its_one_old_copy(tmp_path: Path) -> None:
    shelf = tmp_path / "home" / "packs"
    book = shelf / "tea-time"
    editions = [opened_parcel(folder(tmp_path / spoon, spoon=spoon)) for spoon in ("One", "Two", "Three")]
    with looking_on() as disk:
        for edition in editions:
            with arriving(edition, book.name, shelf) as whole:
                assert not {path for path in disk.names if whole.parent in path.parents}, "down before it has its name"
                put(whole, book, [book] if book.exists() else [])
            assert not {path for path in disk.names if path.exists()}
        assert {*disk.named} >= {book, shelf / EARLIER / book.name}
        assert not disk.unsure


def test_a_story_book_that_was_taken_away_does_not_come_back(tmp_path: Path) -> None:
    shelf = tmp_path / "packs"
    book = shelf / "tea-time"
    with arriving(opened_parcel(folder(tmp_path)), book.name, shelf) as whole:
        put(whole, book, [])
    with looking_on() as disk:
        take_away([book], "tea-time")
        assert not book.exists()
        assert book not in disk.gone

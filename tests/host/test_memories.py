"""What the house gathers of earlier evenings, what is added to it, and what is taken out for good."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from families import add_member, card, plate
from gatherround.domain.entries import Noticed, RoundBegan, Sealed
from gatherround.domain.text import Unfit
from gatherround.host.house import House
from gatherround.host.memories import ACTS_SHOWN, LONGEST_NOTE, SHOWN
from gatherround.host.pages import NotAPage, NothingToKeep, keep_page, take_out
from gatherround.host.troubles import CannotKeep
from gatherround.paper.keepsake import keepsake
from gatherround.storage.home import keepsake_file
from host.houses import family_file_of, full_disk, house_at, journal_of
from sewing import LAST_EVENING, LINES, an_evening, evenings, keep

RARE = "zzqqxxjjwwkkvvyyhhggffdd"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with closing(house_at(tmp_path / "home")) as opened:
        opened.printer = keepsake
        yield opened


def bytes_of(house: House) -> bytes:
    """Gives every byte of everything in the home."""
    assert house.home is not None
    return b"".join(path.read_bytes() for path in house.home.rglob("*") if path.is_file())


def test_a_quilt_tells_who_was_there_by_the_names_on_their_cards(house: House) -> None:
    assert house.database is not None
    ana = add_member(house.database, card("Ana [/b]", plate=plate("lemon")), LAST_EVENING.date())
    keep(house.database, an_evening(things=("Lemon", "Spoon"), members=(ana.id,), word="goat card"))
    memories = house.memories()
    (square,) = memories.quilt()
    assert memories.told(square).who == ("Ana [/b]", "Spoon")
    assert [(one.word, one.stories) for one in memories.dictionary((square,))] == [
        ("goat card", ("The Last Dumpling",))
    ]


def test_squares_from_before_their_chairs_were_kept_have_those_of_their_beginning(house: House) -> None:
    began, *_, ended = an_evening(things=("Plum", "Spoon"))
    assert isinstance(began, RoundBegan)
    keep(house.database, an_evening(), (began, *an_evening(things=())[-2:-1], ended))
    assert [square.things for square in house.memories().quilt()] == [
        ("Spoon", "Lemon", "Pepper", "Teapot"),
        ("Plum", "Spoon"),
    ]


def test_a_round_that_is_still_open_has_no_square_yet(house: House) -> None:
    keep(house.database, an_evening()[:-1])
    assert house.memories().quilt() == ()


def test_looking_back_gathers_what_is_there(house: House) -> None:
    sealed = Sealed(activity="test/hat", title="The Hat", member=None)
    keep(house.database, *evenings(61), noticed=LINES * 60)
    assert house.journal is not None
    house.journal.between_rounds([sealed])
    back = house.memories().look_back()
    assert len(back.noticed) == SHOWN
    assert back.noticed[0].text == LINES[-1]
    assert back.words == ("curious", "left out", "mad", "proud", "relieved")
    assert {*back.acts} == {"ask quietly", "carry one thing for somebody", "our own idea"}
    assert len(back.acts) <= ACTS_SHOWN
    assert back.envelopes == ("The Hat",)
    assert back.balance[0].startswith("Lately: mostly seeing another side and doing something")
    assert len(house.memories().album().noticed) == 180, "the page has all of them"


def test_a_line_that_is_noticed_is_tidied_kept_between_rounds_and_ends_its_draft(house: House) -> None:
    memories = house.memories()
    memories.keep_draft("I saw\x1b]52;c;aGk=\x07 Ada")
    assert house.memories().draft() == "I saw]52;c;aGk= Ada"
    assert memories.notice("  I saw\x1b Ada\u202e \n wave ")
    (kept,) = journal_of(house).entries(Noticed)
    assert (kept.entry, kept.round) == (Noticed("I saw Ada wave"), 0)
    assert memories.draft() == ""
    assert not memories.notice(" \u200b ")
    with pytest.raises(Unfit):
        memories.notice("x" * (LONGEST_NOTE + 1))
    assert len([*journal_of(house).entries(Noticed)]) == 1


def test_a_full_disk_loses_neither_the_line_before_nor_the_draft(house: House) -> None:
    memories = house.memories()
    memories.notice("before")
    memories.keep_draft("now")
    with full_disk(), pytest.raises(CannotKeep):
        memories.notice("now")
    assert memories.draft() == "now"
    assert [at.entry for at in journal_of(house).entries(Noticed)] == [Noticed("before")]


def test_a_house_without_a_drawer_looks_back_on_nothing_and_keeps_nothing(house: House) -> None:
    bare = House(shelf=house.shelf, clock=house.clock, dice=house.dice, printer=keepsake)
    memories = bare.memories()
    assert not memories.keeps
    assert (memories.quilt(), memories.draft(), memories.look_back().balance) == ((), "", ())
    for refused in (lambda: memories.notice("x"), lambda: memories.take_out(1), lambda: keep_page(bare)):
        with pytest.raises(CannotKeep):
            refused()


# The page to keep


def test_the_page_lies_in_the_home_unless_told_and_in_a_folder_under_its_own_name(house: House, tmp_path: Path) -> None:
    keep(house.database, an_evening())
    assert house.home is not None
    assert keep_page(house) == keepsake_file(house.home)
    assert keep_page(house, tmp_path / "ours.html").read_text("utf-8") == keepsake_file(house.home).read_text("utf-8")
    assert keep_page(house, tmp_path) == tmp_path / "keepsake.html"


def test_nothing_is_written_where_there_is_nothing_to_keep(house: House) -> None:
    with pytest.raises(NothingToKeep):
        keep_page(house)
    assert house.home is not None
    assert not keepsake_file(house.home).exists()
    house.memories().notice("I saw Ada wave")
    assert "I saw Ada wave" in keep_page(house).read_text("utf-8")


def test_only_an_older_page_is_ever_replaced(house: House, tmp_path: Path) -> None:
    keep(house.database, an_evening())
    theirs, link, pipe = tmp_path / "letter.html", tmp_path / "link.html", tmp_path / "pipe"
    theirs.write_text("<!doctype html>\n<p>Dear Gran")
    link.symlink_to(tmp_path / "nowhere")
    os.mkfifo(pipe)
    for other in (theirs, link, pipe):
        with pytest.raises(NotAPage):
            keep_page(house, other)
    assert theirs.read_text().endswith("Dear Gran")
    page = keep_page(house, tmp_path / "ours.html")
    house.memories().notice("I saw Ada wave")
    assert "Ada" in keep_page(house, page).read_text("utf-8")


def test_a_full_disk_leaves_the_page_as_it_was(house: House) -> None:
    keep(house.database, an_evening())
    page = keep_page(house)
    before = page.read_bytes()
    house.memories().notice("I saw Ada wave")
    with full_disk(), pytest.raises(CannotKeep):
        keep_page(house)
    assert page.read_bytes() == before
    assert house.home is not None
    assert not [*house.home.glob(".*partial")]


def test_what_is_unpicked_is_nowhere_in_the_home_any_more(house: House) -> None:
    keep(house.database, an_evening(word="goat card"), an_evening(word=RARE))
    keep_page(house)
    assert bytes_of(house).count(RARE.encode()) == 3, "in the drawer, and twice on the page"
    take_out(house, house.memories().quilt()[-1].entry)
    assert RARE.encode() not in bytes_of(house)
    assert "goat card" in keepsake_file(family_file_of(house).parent).read_text("utf-8")
    take_out(house, house.memories().quilt()[-1].entry)
    assert not keepsake_file(family_file_of(house).parent).exists(), "a page of nothing is no page"

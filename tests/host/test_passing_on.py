"""What a family passes on: what it is told first, what goes out and what stays, and that it comes in elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafts import a_draft
from families import card, live_here
from gatherround.domain.activities import OUR_HOUSE
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.drafts.telling import BOOK
from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import Unfit
from gatherround.host.house import House, open_house
from gatherround.host.passing_on import OPEN, NoSuchBook, PassingOn, Refused
from gatherround.host.story_books import StoryBooks
from gatherround.pantry.library import Shelves
from gatherround.pantry.opening import unzipped
from gatherround.storage.troubles import CannotKeep
from host.houses import full_disk
from parcels import STORY, files, folder
from rounds import SMALL_SHELF, Clock
from tables import SeededDice

SEAT = a_draft(title="The Window Seat", scene="Bea runs. Theo has his bag on it.", name1="Bea", name2="Theo")
PANCAKE = a_draft("happened", title="A Pancake", scene="Theo took it.", name1="Theo", name2="Mia")


def a_house(home: Path, seed: int = 1) -> House:
    return open_house(home, {}, shelves=Shelves(SMALL_SHELF, home / "packs"), clock=Clock(), dice=SeededDice(seed))


def writing(home: Path, *stories: Draft) -> House:
    house = a_house(home)
    for story in stories:
        house.workshop().shelve(story)
    return house


def brought_in(path: Path, home: Path) -> House:
    house = a_house(home, seed=2)
    books = StoryBooks(house.shelf)
    with books.arriving(path) as arrival:
        books.put(arrival)
    return house


def test_a_story_goes_by_itself_and_comes_in_beside_the_book_of_another_house(home: Path, tmp_path: Path) -> None:
    house = writing(home, SEAT, a_draft(title="Other"))
    passing_on = PassingOn(house)
    path = passing_on.pack(passing_on.looked_at(BOOK, "the-window-seat").by("Robin"), tmp_path, "CC-BY-4.0")
    assert path == tmp_path / "the-window-seat.zip"
    writing(tmp_path / "theirs", a_draft(title="Theirs")).close()
    there = brought_in(path, tmp_path / "theirs")
    came = next(book for book in there.shelf.books if book.id != BOOK and book.origin == "family")
    assert came.pack is not None
    assert (came.pack.title, came.pack.licence) == ("The Window Seat", "CC-BY-4.0")
    (story,) = came.activities
    ours = next(one for one in house.shelf.activities if one.id == story.id)
    assert replace(story, pack=BOOK) == ours
    assert [one.id for book in there.shelf.books if book.id == BOOK for one in book.activities] == ["theirs"]


@pytest.mark.parametrize("letters", [47, 48, 49, 50, 51, 58])
def test_a_story_with_a_long_name_comes_in_wherever_its_dashes_are(home: Path, tmp_path: Path, letters: int) -> None:
    story = f"{'a' * letters}-b"
    mine = folder(home / "packs", cup="The Cup")
    (mine / "activities" / "cup.yaml").write_text(STORY.format(id=story, title="The Cup"))
    passing_on = PassingOn(a_house(home))
    path = passing_on.pack(passing_on.looked_at("tea-time", story), tmp_path / "a.zip")
    assert story in {one.id for one in brought_in(path, tmp_path / "there").shelf.activities}


def test_what_no_house_would_let_in_does_not_go_out(home: Path, tmp_path: Path) -> None:
    mine = folder(home / "packs", cup="The Cup")
    (mine / "activities" / "cup.yaml").unlink()
    passing_on = PassingOn(a_house(home))
    with pytest.raises(Refused):
        passing_on.pack(passing_on.looked_at("tea-time"), tmp_path / "a.zip")
    assert [path.name for path in tmp_path.glob("*.zip")] == []
    assert [path.name for path in mine.parent.iterdir()] == ["tea-time"]


def test_our_own_book_goes_under_one_name_of_its_own_for_ever(home: Path, tmp_path: Path) -> None:
    house = writing(home, SEAT)
    ids = set()
    for number in (1, 2):
        passing_on = PassingOn(house)
        path = passing_on.pack(passing_on.looked_at(BOOK), tmp_path / f"{number}.zip")
        ids.add(unzipped(path.read_bytes()).name)
    (name,) = ids
    assert name.startswith(f"{BOOK}-")
    assert path.stat().st_mode & 0o077 == 0


def test_what_happened_here_stays_unless_it_is_meant_by_itself(home: Path, tmp_path: Path) -> None:
    passing_on = PassingOn(writing(home, SEAT, PANCAKE))
    whole = passing_on.looked_at(BOOK)
    assert whole.here == ("A Pancake",)
    assert any("A Pancake stays here" in line for line in whole.lines())
    packed = unzipped(passing_on.pack(whole, tmp_path).read_bytes())
    assert OUR_HOUSE.encode() not in b"".join(content for _, content in packed.files)
    assert not any("pancake" in name for name, _ in packed.files)
    alone = passing_on.looked_at(BOOK, "a-pancake")
    assert any("Does everybody in it agree" in line for line in alone.lines())
    with pytest.raises(Refused):
        PassingOn(writing(home / "only", PANCAKE)).looked_at(BOOK)


def test_who_wants_to_be_named_says_a_name_which_is_kept_on_the_cover_for_the_next_time(
    home: Path, tmp_path: Path
) -> None:
    house = writing(home, SEAT)
    passing_on = PassingOn(house)
    bundle = passing_on.looked_at(BOOK, "the-window-seat")
    with pytest.raises(Refused, match="has to say a name"):
        passing_on.pack(bundle, tmp_path, "CC-BY-SA-4.0")
    assert not [*tmp_path.glob("*.zip")]
    cover = home / "packs" / BOOK / "pack.yaml"
    cover.write_text(f"# Mine.\n{cover.read_text('utf-8')}# The end.", "utf-8")
    passing_on.pack(bundle.by("  Aunt\x1b Vera , Robin,, Robin"), tmp_path / "a.zip", "CC-BY-SA-4.0")
    again = passing_on.looked_at(BOOK)
    assert again.pack.authors == ("Aunt Vera", "Robin")
    assert "It says who wrote it: Aunt Vera, Robin." in [*again.lines()]
    assert cover.read_text("utf-8").startswith("# Mine.\n")
    passing_on.pack(again.by("Vera"), tmp_path / "b.zip")
    assert passing_on.looked_at(BOOK).pack.authors == ("Vera",)
    passing_on.pack(again.by(""), tmp_path / "c.zip")
    assert passing_on.looked_at(BOOK).pack.authors == ()
    assert "# The end.\n" in cover.read_text("utf-8")
    with pytest.raises((Unfit, CannotBe)):
        again.by(",".join(f"a{number}" for number in range(21)))


def test_a_cover_that_would_not_say_who_wrote_it_stays_as_it_is(home: Path, tmp_path: Path) -> None:
    mine = folder(home / "packs", cup="The Cup")
    cover = mine / "pack.yaml"
    cover.write_text('{format: 1, id: tea-time, title: Tea, version: "1.0.0", language: en, licence: private}\n')
    before = cover.read_bytes()
    passing_on = PassingOn(a_house(home))
    path = passing_on.pack(passing_on.looked_at("tea-time").by("Robin"), tmp_path / "a.zip")
    assert b"- Robin" in dict(unzipped(path.read_bytes()).files)["pack.yaml"]
    assert cover.read_bytes() == before


def test_a_story_rests_where_it_happened_and_nowhere_else(home: Path, tmp_path: Path) -> None:
    house = writing(home, PANCAKE)
    (ours,) = house.shelf.activities
    assert ours.rests_until is not None
    there = brought_in(PassingOn(house).pack(PassingOn(house).looked_at(BOOK, ours.id), tmp_path), tmp_path / "there")
    (theirs,) = there.shelf.activities
    assert replace(theirs, pack=BOOK) == replace(ours, rests_until=None)
    mine = folder(home / "packs", cup="The Cup")
    (mine / "activities" / "cup.yaml").write_text(STORY.format(id="cup", title="Cup") + "rests-until: 2099-01-01\n")
    house.shelf.read_again()
    packed = unzipped(PassingOn(house).pack(PassingOn(house).looked_at("tea-time"), tmp_path).read_bytes())
    assert b"rests-until" not in b"".join(content for _, content in packed.files)


def test_real_names_are_named_with_the_stories_they_are_met_in(home: Path) -> None:
    house = writing(home, SEAT, a_draft(title="Socks", scene="mum had socks. No THEO'S sock."))
    live_here(house, card("Theo"), card("Ilse"), card("Mum"))
    house.workshop().drafts.keep(replace(a_draft("happened", name1="Bea, Busy", name2="Nobody"), number=4))
    bundle = PassingOn(house).looked_at(BOOK)
    assert dict(bundle.real) == {"Theo": ("Socks", "The Window Seat"), "Bea": ("Socks", "The Window Seat")}
    assert "Kofi" in bundle.others
    assert not {"Theo", "Bea", "Mum"} & {*bundle.others}
    said = "\n".join(bundle.lines())
    assert "! A real name is in it: Theo, in Socks, The Window Seat." in said


def test_a_licence_is_kept_unless_another_is_chosen_and_the_shelf_stays_as_it_is(home: Path, tmp_path: Path) -> None:
    mine = folder(home / "packs", spoon="The Spoon", cup="The Cup")
    cover = mine / "pack.yaml"
    cover.write_text(cover.read_text() + "authors: [Robin]\nhomepage: here\nrequires: {app: '>=0.1'}\nlicence: MIT\n")
    (mine / "read.md").write_text("x")
    house, before = a_house(home), cover.read_bytes()
    passing_on = PassingOn(house)
    bundle = passing_on.looked_at("tea-time")
    assert [one.licence for one in bundle.terms] == ["MIT", *OPEN]
    assert "It says who wrote it: Robin." in [*bundle.lines()]
    kept = unzipped(passing_on.pack(bundle, tmp_path / "a.zip").read_bytes())
    assert dict(kept.files)["pack.yaml"] == before
    there = brought_in(passing_on.pack(bundle, tmp_path / "b.zip", "CC0-1.0"), tmp_path / "there")
    (book,) = (one for one in there.shelf.books if one.id == "tea-time")
    assert book.pack == replace(house.shelf.books[-1].pack, licence="CC0-1.0")  # type: ignore[type-var]
    assert {one.id for one in book.activities} == {"spoon", "cup"}
    assert (book.path / "read.md").exists()
    assert cover.read_bytes() == before
    with pytest.raises(Refused):
        passing_on.pack(bundle, tmp_path / "c.zip", "WTFPL")


def test_what_was_made_from_ours_goes_under_the_licence_of_ours(home: Path, tmp_path: Path) -> None:
    mine = folder(home / "packs", cup="The Cup")
    origin = "adapted-from: {story: a/b, title: Boots, licence: CC-BY-SA-4.0, authors: [Ada]}\n"
    (mine / "activities" / "cup.yaml").write_text(STORY.format(id="cup", title="The Cup") + origin)
    passing_on = PassingOn(a_house(home))
    bundle = passing_on.looked_at("tea-time", "cup")
    assert [one.licence for one in bundle.terms] == ["CC-BY-SA-4.0"]
    assert any("“Boots” by Ada" in line for line in bundle.lines())
    packed = unzipped(passing_on.pack(bundle, tmp_path / "a.zip").read_bytes())
    assert b"licence: CC-BY-SA-4.0" in dict(packed.files)["pack.yaml"]
    with pytest.raises(Refused):
        passing_on.pack(bundle, tmp_path / "b.zip", "private")
    spoon = origin.replace("CC-BY-SA-4.0", "CC-BY-NC-SA-4.0")
    (mine / "activities" / "spoon.yaml").write_text(STORY.format(id="spoon", title="S") + spoon)
    with pytest.raises(Refused):
        PassingOn(a_house(home)).looked_at("tea-time")


def test_what_is_still_to_be_mended_stays_and_a_book_in_one_file_goes_as_a_folder(home: Path, tmp_path: Path) -> None:
    stories = "".join(f"  - {STORY.format(id=one, title=one)}".replace("\n", "\n    ") + "\n" for one in ("cup", "bad"))
    text = f"{files()['pack.yaml']}activities:\n{stories}".replace("ages: 5+", "ages: five", 2)
    text = text.replace("ages: five", "ages: 5+", 1)
    (home / "packs").mkdir(parents=True)
    (home / "packs" / "tea-time.yaml").write_text(text)
    passing_on = PassingOn(a_house(home))
    bundle = passing_on.looked_at("tea-time")
    assert any("still to be mended" in line for line in bundle.lines())
    packed = unzipped(passing_on.pack(bundle, tmp_path / "a.zip", "CC0-1.0").read_bytes())
    assert [name for name, _ in packed.files] == ["activities/cup.yaml", "pack.yaml"]
    assert len(brought_in(tmp_path / "a.zip", tmp_path / "there").shelf.activities) == 1


def test_nothing_is_written_over_and_nothing_half(home: Path, tmp_path: Path) -> None:
    passing_on = PassingOn(writing(home, SEAT))
    bundle = passing_on.looked_at(BOOK, "the-window-seat")
    (tmp_path / "there.zip").write_text("mine")
    (tmp_path / "link.zip").symlink_to(tmp_path / "nowhere")
    for name in ("there.zip", "link.zip"):
        with pytest.raises(Refused):
            passing_on.pack(bundle, tmp_path / name)
    with full_disk(), pytest.raises(CannotKeep):
        passing_on.pack(bundle, tmp_path / "full.zip")
    with pytest.raises(CannotKeep):
        passing_on.pack(bundle, tmp_path / "no" / "such" / "folder.zip")
    assert (tmp_path / "there.zip").read_text() == "mine"
    assert {path.name for path in tmp_path.iterdir()} == {"there.zip", "link.zip"}


@pytest.mark.parametrize(("book", "story"), [("no-such", ""), (BOOK, "no-such")])
def test_what_is_not_there_is_said_kindly(home: Path, book: str, story: str) -> None:
    with pytest.raises((NoSuchBook, Refused)):
        PassingOn(writing(home, SEAT)).looked_at(book, story)


def test_every_name_is_said_before_it_goes_however_many_there_are(home: Path, tmp_path: Path) -> None:
    people = [f"Ada{letter}" for letter in "bcdefghijklm"]
    house = writing(home, a_draft(title="A Crowd", scene=" ".join(f"{name} runs." for name in people), name1="Bea"))
    bundle = PassingOn(house).looked_at(BOOK)
    said = "\n".join(bundle.lines())
    assert all(name in said for name in people)
    assert bundle.asks

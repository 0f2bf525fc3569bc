"""What reading gave is kept: a library that has not changed opens without being read, and one that has is read anew."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run
from typing import Any, Final, NamedTuple

import pytest

import gatherround
from authors import small, write_file, write_folder
from gatherround.domain.activities import Activity
from gatherround.pantry.library import Book, Library, Shelves, open_library
from tables import SHELF

OPEN_WARM: Final = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from pathlib import Path
from gatherround.pantry.library import Shelves, open_library
library = open_library(Shelves(Path(sys.argv[1]), Path(sys.argv[2])), Path(sys.argv[3]))
print(json.dumps({
    "ids": [activity.full_id for activity in library.activities],
    "yaml": [path for path in opened if path.endswith((".yaml", ".yml"))],
    "modules": [name for name in sys.modules if "pydantic" in name or name.startswith("gatherround.pantry")],
}))
"""


class Home(NamedTuple):
    """A family's own story books, what is kept of them, and an empty shelf beside them."""

    shelf: Path
    family: Path
    cache: Path

    def opened(self, *, cache: Path | None = None) -> Library:
        return open_library(Shelves(self.shelf, self.family), cache or self.cache)

    def titles(self) -> list[str]:
        return [activity.title for activity in self.opened().activities]

    def kept(self) -> list[Path]:
        return sorted(self.cache.iterdir())

    def spoil(self, change: Callable[[bytes], bytes]) -> None:
        for path in self.kept():
            path.write_bytes(change(path.read_bytes()))


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "shelf", tmp_path / "family", tmp_path / "kept" / "cache")
    made.shelf.mkdir()
    made.family.mkdir()
    for name in ("vocabulary", "practices", "evidence"):
        (made.shelf / f"{name}.yaml").write_bytes((SHELF / f"{name}.yaml").read_bytes())
    return made


@pytest.fixture
def book(home: Home) -> Path:
    """Writes and reads a story book of two activities; the kept copy is marked, so that it is known when it is used."""
    made = write_folder(home.family, "ours", small("one", title="Written"), small("two", title="Written"))
    assert home.titles() == ["Written", "Written"]
    home.spoil(lambda kept: kept.replace(b'"Written"', b'"Kept"'))
    assert home.titles() == ["Kept", "Kept"]
    return made


def test_a_thousand_activities_of_a_family_open_without_the_schema_and_without_a_yaml_file(home: Home) -> None:
    for number in range(4):
        stories = [small(f"story-{at}") for at in range(250)]
        (write_folder if number % 2 else write_file)(home.family, f"book-{number}", *stories)
    cold = [activity.full_id for activity in home.opened().activities]
    arguments = [sys.executable, "-c", OPEN_WARM, *map(str, home)]
    warm = json.loads(run(arguments, capture_output=True, check=True, text=True, encoding="utf-8").stdout)
    assert len(cold) == 1_000
    assert warm["ids"] == cold
    assert {Path(path).parent for path in warm["yaml"]} == {home.shelf}
    assert not [name for name in warm["modules"] if "pydantic" in name]
    assert not {"gatherround.pantry.reader", "gatherround.pantry.schema"} & {*warm["modules"]}


def test_what_is_kept_is_what_was_read(home: Home) -> None:
    rungs, swapped = {"school": "Hi.", "teen": "Hey."}, [{"swap": "Everybody moves."}]
    write_folder(
        home.family, "ours", small("one", scene=rungs), small("off", ages="1"), small("swapped", steps=swapped)
    )
    cold, warm = home.opened(), home.opened()
    assert warm == cold
    assert [(note.file, note.problem.code) for note in warm.books[0].notes] == [
        ("activities/001.yaml", "out-of-range"),
        ("activities/002.yaml", "no-seats"),
    ]


def test_a_changed_file_is_read_anew(home: Home, book: Path) -> None:
    first = book / "activities" / "000.yaml"
    first.write_text(first.read_text("utf-8").replace("Written", "Changed, and longer"), "utf-8")
    assert home.titles() == ["Changed, and longer", "Written"]


def test_a_file_of_the_same_size_and_another_time_is_read_anew(home: Home, book: Path) -> None:
    first = book / "activities" / "000.yaml"
    first.write_text(first.read_text("utf-8").replace("Written", "Changed"), "utf-8")
    os.utime(first, ns=(1, 1))
    assert home.titles() == ["Changed", "Written"]


def test_a_changed_cover_is_read_anew(home: Home, book: Path) -> None:
    cover = book / "pack.yaml"
    cover.write_text(cover.read_text("utf-8").replace("Made Up", "Made Up Again"), "utf-8")
    assert home.titles() == ["Written", "Written"]


def test_a_deleted_file_is_missed_and_a_new_one_is_seen(home: Home, book: Path) -> None:
    (book / "activities" / "000.yaml").unlink()
    assert home.titles() == ["Written"]
    copy = (book / "activities" / "001.yaml").read_text("utf-8").replace("two", "three").replace("Written", "New")
    (book / "activities" / "002.yaml").write_text(copy, "utf-8")
    assert home.titles() == ["Written", "New"]


def test_a_story_book_that_is_gone_is_gone(home: Home, book: Path) -> None:
    book.rename(home.family.parent / "elsewhere")
    assert home.titles() == []


def test_another_version_of_the_game_reads_anew(home: Home, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gatherround, "__version__", "99.0")
    assert home.titles() == ["Written", "Written"]


def test_other_closed_lists_are_a_reason_to_read_anew(home: Home, book: Path) -> None:
    with (home.shelf / "vocabulary.yaml").open("a") as words:
        words.write("# a new note\n")
    assert home.titles() == ["Written", "Written"]


def with_second_line(kept: bytes, change: Callable[[Any], Any]) -> bytes:
    key, held, *stories = kept.split(b"\n")
    return b"\n".join([key, json.dumps(change(json.loads(held))).encode(), *stories])


SPOILT: Final[dict[str, Callable[[bytes], bytes]]] = {
    "emptied": lambda kept: b"",
    "of another key": lambda kept: kept.replace(kept[1:9], b"01234567", 1),
    "not UTF-8": lambda kept: kept.replace(b"Kept", b"\xff\xfe"),
    "not JSON": lambda kept: kept.replace(b"{", b"{{"),
    "a number for its second line": lambda kept: with_second_line(kept, lambda held: 5),
    "a number for its cover": lambda kept: with_second_line(kept, lambda held: [5, *held[1:]]),
    "a number for its notes": lambda kept: with_second_line(kept, lambda held: [held[0], 5, *held[2:]]),
    "a note that is none": lambda kept: with_second_line(kept, lambda held: [held[0], [7], *held[2:]]),
    "without a cover": lambda kept: b"\n".join([kept.split(b"\n")[0], *kept.split(b"\n")[2:]]),
    "with an unknown step": lambda kept: kept.replace(b'"is": "Ask"', b'"is": "Sing"'),
    "with an unknown field": lambda kept: kept.replace(b'"title": "Kept"', b'"colour": "blue"'),
    "with a title that is a number": lambda kept: kept.replace(b'"title": "Kept"', b'"title": 7'),
    "with a list for an activity": lambda kept: kept.replace(b'{"pack"', b'[{"pack"').replace(b"}]}\n", b"}]}]\n"),
    "very deep": lambda kept: kept[: kept.index(b"\n") + 1] + b"[" * 100_000 + b"\n",
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_was_kept_and_then_spoilt_is_read_anew(home: Home, book: Path, how: str) -> None:
    before = [path.read_bytes() for path in home.kept()]
    home.spoil(SPOILT[how])
    assert [path.read_bytes() for path in home.kept()] != before
    assert home.titles() == ["Written", "Written"]
    assert "Written" in home.kept()[0].read_text("utf-8")


def test_wherever_the_kept_copy_breaks_off_it_is_read_anew(home: Home, book: Path) -> None:
    whole = home.kept()[0].read_bytes()
    lines = [at + 1 for at, letter in enumerate(whole) if letter == ord("\n")]
    for end in {*range(0, len(whole), 41), *lines, *(at - 1 for at in lines)} - {len(whole)}:
        home.kept()[0].write_bytes(whole[:end])
        assert home.titles() in (["Written", "Written"], ["Kept", "Kept"] if end == len(whole) - 1 else None), end


def test_a_cache_that_cannot_be_written_costs_only_time(home: Home, tmp_path: Path) -> None:
    write_folder(home.family, "ours", small())
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder would be", "utf-8")
    for cache in (taken, taken / "below", Path("/dev/null/below"), tmp_path / ("x" * 300)):
        assert [one.full_id for one in home.opened(cache=cache).activities] == ["ours/teaspoon"]
    assert taken.read_text("utf-8").startswith("a file")


def test_a_folder_in_the_place_of_a_kept_copy_costs_only_time(home: Home, book: Path) -> None:
    kept = home.kept()[0]
    kept.unlink()
    kept.mkdir()
    assert home.titles() == ["Written", "Written"]


def test_only_its_owner_can_look_into_the_cache(home: Home, book: Path) -> None:
    assert [path.stat().st_mode & 0o077 for path in (home.cache, *home.kept())] == [0, 0]


def test_opening_twice_leaves_one_file_a_story_book(home: Home, book: Path) -> None:
    write_file(home.family, "more", small())
    assert len(home.titles()) == len(home.titles()) == 3
    assert [path.suffix for path in home.kept()] == [".jsonl", ".jsonl"]


def left_out(books: tuple[Book, ...]) -> list[tuple[str, str, tuple[Activity, ...], str]]:
    return [(one.origin, one.id, one.activities, one.notes[-1].problem.message) for one in books if one.notes]


@pytest.mark.parametrize("shipped", [True, False])
def test_a_second_story_book_of_one_id_is_left_out_and_says_so(home: Home, *, shipped: bool) -> None:
    first = home.shelf / "packs" if shipped else home.family
    first.mkdir(exist_ok=True)
    write_folder(first, "ours", small("first"))
    write_file(home.family, "ours", small("second"))
    for _ in range(2):
        library = home.opened()
        assert [one.full_id for one in library.activities] == ["ours/first"]
        assert left_out(library.books) == [("family", "ours", (), 'There is a story book called "ours" already.')]


def test_a_family_s_story_book_that_cannot_say_its_id_still_hides_no_shipped_one(home: Home) -> None:
    (home.shelf / "packs").mkdir()
    write_folder(home.shelf / "packs", "ours", small("first"))
    write_folder(home.family, "ours", small("first", title="Another First"), title="")
    library = home.opened()
    assert [one.title for one in library.activities] == ["The Teaspoon"]
    assert len(library.books) == 2

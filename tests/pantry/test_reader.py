"""Story books from folders and files alike, and whatever else somebody may point at."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from authors import Fields, block, cover, small, write_file, write_folder
from gatherround.cli import NOT_DONE, main
from gatherround.domain.packs import Pack
from gatherround.host.checking import Report
from gatherround.pantry.reader import MOST_ACTIVITIES, CannotRead, PackReading, read_pack
from gatherround.pantry.strict_yaml import MOST_BYTES
from tables import lists


@pytest.fixture(autouse=True)
def _wakes_up() -> Iterator[None]:
    """Ends a test that waits for ever."""
    signal.alarm(10)
    yield
    signal.alarm(0)


def told(reading: PackReading) -> list[tuple[str, str, str]]:
    return [(at.path.name, at.problem.severity, at.problem.code) for at in reading.problems]


def codes(reading: PackReading) -> list[str]:
    return [at.problem.code for at in reading.problems]


STORIES: tuple[Fields, ...] = (
    small("first"),
    small("off", minutes=99),
    small("second", whisper="A whisper that goes on, and on, and on, and then goes on for a little more."),
    small("first", title="The Second First"),
    small("series", series="walk", episode=2, recall=[{"from": "first/none", "door": 1, "text": "You did."}]),
    small("hidden", coach="Red \u202e light."),
    {"id": "nothing"},
)


def test_a_folder_and_a_file_are_read_alike(tmp_path: Path) -> None:
    folder = read_pack(write_folder(tmp_path, "alike", *STORIES), lists())
    file = read_pack(write_file(tmp_path, "alike", *STORIES), lists())
    assert folder.pack == file.pack
    assert folder.activities == file.activities
    assert [one.id for one in folder.activities] == ["first", "second", "series"]
    assert [(at.problem.severity, at.problem.code) for at in folder.problems] == [
        (at.problem.severity, at.problem.code) for at in file.problems
    ]


def test_a_cover_says_what_it_says(tmp_path: Path) -> None:
    more = {"version": "2.1", "language": "pt-BR", "licence": "CC-BY-4.0", "authors": ["Bo"], "summary": "Tea."}
    rest = {"requires": {"app": ">=0.1"}, "replaces": ["older"], "obsolete": True, "homepage": "a place"}
    book = read_pack(write_folder(tmp_path, "cover", small(), **more, **rest), lists())
    assert book.pack == Pack(
        id="cover",
        title="Made Up",
        version="2.1",
        language="pt-BR",
        licence="CC-BY-4.0",
        authors=("Bo",),
        summary="Tea.",
        requires=">=0.1",
        replaces=("older",),
        obsolete=True,
        homepage="a place",
    )


def test_a_sound_activity_plays_although_the_cover_is_off(tmp_path: Path) -> None:
    for book in (write_folder(tmp_path, "off", small(), title=""), write_file(tmp_path, "off", small(), title="")):
        reading = read_pack(book, lists())
        assert reading.pack is None
        assert [one.full_id for one in reading.activities] == ["off/teaspoon"]
        assert codes(reading) == ["no-words"]


def test_what_is_off_in_one_activity_keeps_no_other_out_of_play(tmp_path: Path) -> None:
    twice = "    coach: one\n    coach: two\n"
    linked = "    coach: *somewhere\n"
    for spoilt in (twice, linked):
        path = tmp_path / "book.yaml"
        stories = [f"  - {block(small(name)).strip()}".replace("\n", "\n    ") + "\n" for name in "abc"]
        path.write_text(f"{block(cover('book'))}activities:\n{stories[0]}{stories[1]}{spoilt}{stories[2]}", "utf-8")
        reading = read_pack(path, lists())
        assert [one.id for one in reading.activities] == ["a", "c"]
        assert reading.pack is not None


def test_what_hides_in_a_cover_after_its_activities_keeps_the_cover_out(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_text(block({"activities": [small()]} | cover("book", summary="a\u202eb")), "utf-8")
    reading = read_pack(path, lists())
    assert (reading.pack, codes(reading)) == (None, ["forbidden-character"])
    assert [one.full_id for one in reading.activities] == ["book/teaspoon"]


def test_a_story_book_of_another_format_is_left_alone(tmp_path: Path) -> None:
    for book in (write_folder(tmp_path, "new", small(), format=2), write_file(tmp_path, "new", small(), format=2)):
        reading = read_pack(book, lists())
        assert (reading.activities, codes(reading)) == ((), ["unknown-word"])


@pytest.mark.parametrize("write", [write_folder, write_file])
def test_three_hundred_activities_fit(tmp_path: Path, write: type[write_file]) -> None:
    stories = [small(f"story-{number}") for number in range(MOST_ACTIVITIES)]
    reading = read_pack(write(tmp_path, "many", *stories), lists())
    assert (len(reading.activities), reading.problems) == (MOST_ACTIVITIES, ())


@pytest.mark.parametrize("write", [write_folder, write_file])
def test_of_three_hundred_and_one_the_first_three_hundred_play(tmp_path: Path, write: type[write_file]) -> None:
    stories = [small(f"story-{number}") for number in range(MOST_ACTIVITIES + 1)]
    reading = read_pack(write(tmp_path, "many", *stories), lists())
    assert (len(reading.activities), codes(reading)) == (MOST_ACTIVITIES, ["too-many"])
    assert reading.problems[0].problem.message == "This story book holds 301 activities, and 300 fit."


def test_a_pipe_that_is_called_pack_yaml_makes_nobody_wait(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = write_folder(tmp_path, "pipe", small())
    (book / "pack.yaml").unlink()
    os.mkfifo(book / "pack.yaml")
    os.mkfifo(book / "activities" / "pipe.yaml")
    os.mkfifo(tmp_path / "alone.yaml")
    assert told(read_pack(book, lists())) == [
        ("pack.yaml", "error", "unreadable-file"),
        ("pipe.yaml", "error", "unreadable-file"),
    ]
    assert codes(read_pack(tmp_path / "alone.yaml", lists())) == ["unreadable-file"]
    assert main(["packs", "check", str(book), str(tmp_path / "alone.yaml")]) == NOT_DONE
    assert "This is no plain file. Put a text file here." in capsys.readouterr().out


def test_a_link_is_not_followed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("diary: what nobody reads\n", "utf-8")
    book = write_folder(tmp_path, "linked", small())
    (book / "pack.yaml").unlink()
    (book / "pack.yaml").symlink_to(secret)
    (book / "activities" / "zero.yaml").symlink_to("/dev/zero")
    (tmp_path / "alone.yaml").symlink_to(secret)
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "gone")
    assert codes(read_pack(book, lists())) == ["unreadable-file", "unreadable-file"]
    assert codes(read_pack(tmp_path / "alone.yaml", lists())) == ["unreadable-file"]
    assert codes(read_pack(tmp_path / "dangling.yaml", lists())) == ["unreadable-file"]
    assert main(["packs", "check", str(book), str(tmp_path / "alone.yaml")]) == NOT_DONE
    printed = capsys.readouterr().out
    assert "This is a link, or a file that may not be opened. Put the file itself here." in printed
    assert "diary" not in printed


def test_nothing_is_read_behind_a_linked_folder(tmp_path: Path) -> None:
    elsewhere = write_folder(tmp_path, "elsewhere", small())
    book = write_folder(tmp_path, "linked")
    (book / "activities").rmdir()
    (book / "activities").symlink_to(elsewhere / "activities")
    assert (read_pack(book, lists()).activities, codes(read_pack(book, lists()))) == ((), ["no-activities"])


def test_a_folder_that_is_called_like_a_file_is_no_file(tmp_path: Path) -> None:
    book = write_folder(tmp_path, "nested", small())
    (book / "activities" / "more.yaml").mkdir()
    (tmp_path / "empty.yaml").mkdir()
    assert told(read_pack(book, lists())) == [("more.yaml", "error", "unreadable-file")]
    assert codes(read_pack(tmp_path / "empty.yaml", lists())) == ["unreadable-file", "no-activities"]


def next_handle() -> int:
    """Gives the number that the next file to be opened will have."""
    handle = os.dup(0)
    os.close(handle)
    return handle


def test_reading_leaves_no_file_open(tmp_path: Path) -> None:
    book = write_folder(tmp_path, "nested", small())
    (book / "activities" / "more.yaml").mkdir()
    os.mkfifo(book / "activities" / "pipe.yaml")
    before = next_handle()
    assert [*Report(read_pack(book, lists())).lines()]
    assert next_handle() == before


@pytest.mark.parametrize("name", ["gone", "gone.yaml", "x" * 300, "x" * 300 + ".yaml", "a\0b", ""])
def test_what_is_no_story_book_is_said_kindly(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("format: 1", "utf-8")
    path = Path(name or "notes.txt")
    with pytest.raises(CannotRead) as trouble:
        read_pack(path, lists())
    assert trouble.value.sentence.endswith(
        " is no story book: that is a folder with a pack.yaml in it, or one .yaml file."
    )
    assert main(["packs", "check", str(path)]) == NOT_DONE
    printed = capsys.readouterr()
    assert printed.out.strip() == ""
    if name:
        assert printed.err.endswith(". A story book is a folder with a pack.yaml in it, or one .yaml file.\n")
    else:
        assert printed.err == trouble.value.sentence + "\n"


def test_a_story_book_may_be_named_by_a_dot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write_folder(tmp_path, "here", small()))
    for path in (Path(), Path("activities/..")):
        assert codes(read_pack(path, lists())) == []


def test_a_linked_story_book_keeps_the_name_of_its_link(tmp_path: Path) -> None:
    (tmp_path / "nick").symlink_to(write_folder(tmp_path, "named", small()))
    assert codes(read_pack(tmp_path / "nick", lists())) == ["id-clash"]


def test_windows_lines_and_a_byte_order_mark_are_fine(tmp_path: Path) -> None:
    path = write_file(tmp_path, "windows", small())
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_pack(path, lists()).problems == ()


def test_a_file_is_read_no_further_than_it_may_be_large(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES * 4_000)
    assert codes(read_pack(path, lists())) == ["too-large"]


@pytest.mark.parametrize(
    ("written", "said"),
    [("the-löud-cereal", "the-loud-cereal"), ("Crème brûlée", "creme-brulee"), ("日本", "four-tickets")],
)
def test_an_id_that_does_not_go_is_answered_with_one_that_does(tmp_path: Path, written: str, said: str) -> None:
    (at,) = read_pack(write_file(tmp_path, "hums", small(written)), lists()).problems
    assert at.problem.advice == f"Write it as {said}."

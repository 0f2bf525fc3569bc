"""Whatever lies at a path, `packs check` says sentences and ends in an exit code; no odd file keeps the game shut."""

from __future__ import annotations

import os
import random
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import gettempdir

import pytest

from gatherround.cli import FINE, NOT_DONE, main
from gatherround.pantry.library import Shelves, open_library
from mutants import mutant
from naughty import every, storable
from parcels import files, folder, zipped
from proving import PROVING, told, tries
from rounds import SMALL_SHELF

Lay = Callable[[Path], object]


@pytest.fixture(autouse=True)
def _wakes_up() -> Iterator[None]:
    """Ends a test that waits for ever."""
    signal.alarm(0 if PROVING else 300)
    yield
    signal.alarm(0)


def checked(capsys: pytest.CaptureFixture[str], *paths: str | Path) -> int:
    """Gives the exit code, once what was said is known to be sentences that steer nothing."""
    try:
        code = main(["packs", "check", "--", *map(str, paths)])
    except SystemExit as left:
        code = int(left.code or 0)
    said = "".join(capsys.readouterr())
    assert said.strip()
    assert "That was not meant to happen" not in said, said
    assert "Traceback" not in said
    assert all(letter.isprintable() or letter == "\n" for letter in said), ascii(said)
    return code


def heaps(count: int) -> Iterator[bytes]:
    """Gives bytes of every sort: naughty words, spoilt books, zips called a book, and noise."""
    dice = random.Random(7)
    words = [text.encode("utf-8", "surrogatepass") for text in every()]
    for number in range(count):
        match number % 4:
            case 0:
                yield mutant(number * 7)
            case 1:
                yield b"format: 1\nid: a\ntitle: " + dice.choice(words)[:4_000]
            case 2:
                yield dice.randbytes(dice.choice((0, 1, 30, 3_000)))
            case _:
                noise = bytearray(zipped(files()))
                noise[dice.randrange(len(noise))] ^= 255
                yield bytes(noise)


def test_whatever_the_bytes_of_a_file_checking_ends_in_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    count = tries(40, 8_000)
    path = tmp_path / "book.yaml"
    for number, heap in enumerate(heaps(count)):
        path.write_bytes(heap)
        assert checked(capsys, path) in {FINE, NOT_DONE}, number
    told("packs-check", f"{count:,} files of any bytes, 0 tracebacks")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        os.chdir(path.parent)  # a socket's whole path has to be short
        one.bind(path.name)


THINGS: dict[str, Lay] = {
    "pipe.yaml": os.mkfifo,
    "socket.yaml": _socket,
    "ring.yaml": lambda path: path.symlink_to(path.name),
    "ring": lambda path: path.symlink_to(path.name),
    "nowhere.yaml": lambda path: path.symlink_to("nowhere"),
    "device.yaml": lambda path: path.symlink_to("/dev/zero"),
    "home.yaml": lambda path: path.symlink_to("/proc/self"),
    "folder.yaml": lambda path: path.mkdir(),
    "empty": lambda path: path.mkdir(),
    "empty.yaml": lambda path: path.touch(),
    "sparse.yaml": lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_RDWR), 10**12),
    "book.zip": lambda path: path.write_bytes(zipped(files())),
    "\udcff.yaml": lambda path: path.write_text("id: ["),
    "a\nb\x1b[2J.yaml": lambda path: path.write_text("id: ["),
}


@pytest.mark.parametrize("name", THINGS, ids=ascii)
def test_whatever_sort_of_thing_it_is_checking_ends_in_sentences(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    THINGS[name](tmp_path / name)
    assert checked(capsys, tmp_path / name) == NOT_DONE


@pytest.mark.parametrize("inside", ["pack.yaml", "activities", "activities/odd.yaml"])
@pytest.mark.parametrize(
    "lay", [os.mkfifo, _socket, lambda path: path.symlink_to(path.name)], ids=["pipe", "socket", "ring"]
)
def test_whatever_lies_in_a_book_checking_ends_in_sentences(
    inside: str, lay: Lay, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    whole = folder(tmp_path)
    target = whole / inside
    if target.is_dir():
        target.rename(whole / "aside")
    target.unlink(missing_ok=True)
    lay(target)
    assert checked(capsys, whole) in {FINE, NOT_DONE}


@pytest.mark.parametrize(
    "path", ["/dev/null", "/dev/zero", "/proc/self/mem", "/proc", "/", ".", "-", "a\0b", "x" * 5_000]
)
def test_what_is_no_story_book_at_all_is_called_so(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, path) == NOT_DONE


def test_a_path_of_naughty_words_is_said_back_harmlessly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [text + ending for text in storable() for ending in ("", ".yaml") if text + ending]
    assert checked(capsys, *paths) == NOT_DONE


def test_odd_things_on_the_family_s_shelf_keep_no_other_book_shut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = tmp_path / "packs"
    whole = folder(shelf, "tea-time")
    monkeypatch.chdir(shelf)
    for name, lay in THINGS.items():
        lay(shelf / name)
    (whole / "activities" / "\udcff.yaml").write_text("id: [")
    ring = folder(shelf, "rings") / "activities"
    ring.rename(shelf / "rings" / "aside")
    ring.symlink_to(ring.name)
    for _ in range(2):  # as it is read, and as it was kept
        library = open_library(Shelves(SMALL_SHELF, shelf), tmp_path / "kept")
        assert [one.full_id for one in library.activities] == ["tea-time/spoon"]
        assert len([book for book in library.books if book.notes]) >= 9


def test_a_book_that_nobody_may_open_is_said_to_be_shut(
    tmp_path: Path, unprivileged: Callable[[], AbstractContextManager[None]]
) -> None:
    os.umask(0o022)  # some test before may have closed what it writes to others
    shelf = tmp_path / "packs"
    folder(shelf, "tea-time")
    folder(shelf, "cupboard").chmod(0)
    shut = folder(shelf, "drawer") / "activities"
    shut.chmod(0)
    for above in tmp_path.parents:
        if above.stat().st_uid == os.getuid() and above.is_relative_to(gettempdir()):
            above.chmod(0o755)
    tmp_path.chmod(0o755)
    open_library(Shelves(SMALL_SHELF, shelf), None)  # fetches what Python needs from where nobody may not be let in
    with unprivileged():
        library = open_library(Shelves(SMALL_SHELF, shelf), None)
        assert [one.full_id for one in library.activities] == ["tea-time/spoon"]
        assert [note.problem.code for book in library.books for note in book.notes] == ["unreadable-file"]

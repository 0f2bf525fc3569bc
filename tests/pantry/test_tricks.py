"""Every trick that a stranger may play with a zip or a folder, by its name: it is refused, or comes to nothing."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest

from gatherround.pantry.opening import opened_parcel, unzipped
from gatherround.pantry.parcels import MOST_BYTES, MOST_FILES, Parcel, Refused
from parcels import entry, files, folder, holding, locked, renamed, zipped

CENTRAL = b"PK\x01\x02"
END = b"PK\x05\x06"


@pytest.fixture(autouse=True)
def _wakes_up() -> Iterator[None]:
    """Ends a test that waits for ever."""
    signal.alarm(120)
    yield
    signal.alarm(0)


def named(name: str) -> bytes:
    return holding((entry(name), b"x"))


def patched(source: bytes, mark: bytes, offset: int, shape: str, value: int, which: int = -1) -> bytes:
    """Says something else in a header: the last one with this mark, or the one counted from 0."""
    made = bytearray(source)
    found = [at for at in range(len(source)) if source.startswith(mark, at)]
    struct.pack_into(shape, made, found[which] + offset, value)
    return bytes(made)


def zip64_lie() -> bytes:
    """Says in the long form of a size that an entry is eight exbibytes large."""
    one = entry("notes.txt")
    one.extra = struct.pack("<HHQQ", 1, 16, 2**63 - 1, 2**63 - 1)
    source = holding((one, b"x" * 40))
    for offset in (20, 24):
        source = patched(source, CENTRAL, offset, "<I", 0xFFFFFFFF)
    return source


def overlapping() -> bytes:
    """Lets a hundred entries be one and the same heap of bytes."""
    source = holding(*((entry(f"n{at}.txt"), b"words. " * 9) for at in range(100)))
    first = source.index(b"n0.txt") - 30
    for which in range(2, 102):
        source = patched(source, CENTRAL, 42, "<I", first, which)
    return source


def quoted() -> bytes:
    """Hides an entry within the bytes of another, where the list of contents points into it."""
    inner = zipped({"hidden.txt": "x" * 50})
    source = holding((entry("notes.txt"), inner), packed=zipfile.ZIP_STORED)
    return patched(source, CENTRAL, 42, "<I", source.index(inner))


def two_ends() -> bytes:
    """Has a whole second zip in its comment, so that one program sees this book and another that one."""
    other = zipped(files("other-book", title="Another"))
    source = zipped(files(), above="tea-time/")
    source = patched(source, END, 20, "<H", len(other), 0)
    return source + other


WORDS = holding((entry("notes.txt"), b"words " * 9))
SIZES = (("says-less", 24, 2), ("says-more", 24, 2**31), ("packed-less", 20, 1), ("packed-more", 20, 2**31))
TRICKS: dict[str, Callable[[], bytes]] = {
    "way-out": lambda: named("../pack.yaml"),
    "way-out-inside": lambda: named("activities/../../x.yaml"),
    "absolute": lambda: named("/etc/cron.d/x.yaml"),
    "backslash": lambda: named("a\\..\\x.yaml"),
    "drive-letter": lambda: named("C:/x.yaml"),
    "share": lambda: named("//host/share/x.yaml"),
    "stream": lambda: named("x.yaml:hidden.txt"),
    "device-name": lambda: named("activities/aux.yaml"),
    "symlink": lambda: holding((entry("notes.txt", mode=0o120777), b"/etc/passwd")),
    "pipe": lambda: holding((entry("notes.txt", mode=0o010644), b"")),
    "device": lambda: holding((entry("notes.txt", mode=0o020644), b"")),
    "two-cases": lambda: named("Pack.yaml"),
    "twice": lambda: holding((entry("notes.txt"), b"a"), (entry("notes.txt"), b"b")),
    "file-as-folder": lambda: holding((entry("notes.txt"), b"a"), (entry("notes.txt/more.txt"), b"b")),
    "folder-with-bytes": lambda: holding((entry("activities/aux/"), b"x")),
    "nul": lambda: renamed(named("notes.yaml0sh.txt"), b"notes.yaml0sh.txt", b"notes.yaml\0sh.txt"),
    "locked": lambda: locked(zipped(files())),
    "zip64-lie": zip64_lie,
    "bomb": lambda: zipped({**files(), "notes.txt": b"\0" * 4_900_000}),
    "too-much-of-it": lambda: zipped({**files(), **{f"n{at}.txt": os.urandom(900_000) for at in range(7)}}),
    "nested": lambda: zipped({"book.zip": zipped(files())}),
    "overlapping": overlapping,
    "quoted": quoted,
    "two-hundred-and-one": lambda: zipped({**files(), **{f"n{at}.txt": "" for at in range(MOST_FILES - 1)}}),
    "other-packing": lambda: holding((entry("notes.txt"), b"x"), packed=zipfile.ZIP_LZMA),
    "list-elsewhere": lambda: patched(zipped(files()), END, 16, "<I", 2**31),
    "count-lie": lambda: patched(patched(zipped(files()), END, 10, "<H", 60_000), END, 8, "<H", 60_000)[:-3],
    "cut-short": lambda: zipped(files())[:-30],
    **{
        name: lambda at=at, to=to: patched(holding((entry("notes.txt"), b"words " * 9)), CENTRAL, at, "<I", to)
        for name, at, to in SIZES
    },
    "checksum": lambda: patched(named("notes.txt"), CENTRAL, 16, "<I", 1),
    "another-name-within": lambda: named("notes.txt").replace(b"notes.txt", b"other.txt", 1),
}
HARMLESS: dict[str, Callable[[], bytes]] = {
    "two-ends": two_ends,
    "something-in-front": lambda: b"#!/bin/sh\nreboot\n" + zipped(files(), above="tea-time/"),
    "long-comment": lambda: patched(zipped(files(), above="tea-time/"), END, 20, "<H", 3) + b"\x1b[2",
}


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_trick_of_a_zip_is_refused_in_a_sentence(trick: str) -> None:
    source = TRICKS[trick]()
    begun = process_time()
    with pytest.raises(Refused) as refused:
        unzipped(source)
    assert process_time() - begun < 1
    assert refused.value.sentence.endswith((".", '."'))
    assert refused.value.sentence.isprintable()


@pytest.mark.parametrize("trick", HARMLESS)
def test_what_is_only_odd_about_a_zip_comes_to_one_plain_book_or_to_none(trick: str) -> None:
    try:
        book = unzipped(HARMLESS[trick](), "tea-time")
    except Refused:
        return
    assert book.name in {"tea-time", "other-book"}
    assert [name for name, _ in book.files] == ["activities/spoon.yaml", "pack.yaml"]


def _linked_file(whole: Path) -> None:
    (whole / "notes.txt").symlink_to("/etc/hostname")


def _linked_cover(whole: Path) -> None:
    (whole / "pack.yaml").rename(whole.parent / "elsewhere.yaml")
    (whole / "pack.yaml").symlink_to(whole.parent / "elsewhere.yaml")


def _linked_stories(whole: Path) -> None:
    (whole / "activities").rename(whole.parent / "stories")
    (whole / "activities").symlink_to(whole.parent / "stories")


def _ring(whole: Path) -> None:
    (whole / "more").symlink_to("more")


def _pipe(whole: Path) -> None:
    os.mkfifo(whole / "activities" / "odd.yaml")


def _pipe_as_cover(whole: Path) -> None:
    (whole / "pack.yaml").unlink()
    os.mkfifo(whole / "pack.yaml")


def _cover_as_folder(whole: Path) -> None:
    shutil.copy(whole / "activities" / "spoon.yaml", whole / "cup.yaml")
    (whole / "pack.yaml").unlink()
    (whole / "pack.yaml").mkdir()


def _two_cases(whole: Path) -> None:
    shutil.copy(whole / "pack.yaml", whole / "Pack.yaml")


def _endless(whole: Path) -> None:
    with (whole / "notes.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)


def _deep(whole: Path) -> None:
    (whole / "a/b/c/d/e").mkdir(parents=True)


def _many(whole: Path) -> None:
    for at in range(MOST_FILES):
        (whole / f"n{at}.txt").touch()


def _odd_name(whole: Path) -> None:
    (whole / "a\nb\x1b[2J.txt").touch()


def _no_utf8(whole: Path) -> None:
    (whole / "\udcff.txt").touch()


FOLDERS = (
    *(_linked_file, _linked_cover, _linked_stories, _ring, _pipe, _pipe_as_cover, _cover_as_folder, _two_cases),
    *(_endless, _deep, _many, _odd_name, _no_utf8),
)


@pytest.mark.parametrize("trick", FOLDERS, ids=lambda trick: trick.__name__.strip("_"))
def test_a_trick_of_a_folder_is_refused_in_a_sentence(trick: Callable[[Path], None], tmp_path: Path) -> None:
    whole = folder(tmp_path)
    trick(whole)
    with pytest.raises(Refused) as refused:
        opened_parcel(whole)
    assert refused.value.sentence.isprintable()


def test_a_second_name_of_a_file_elsewhere_is_only_its_words(tmp_path: Path) -> None:
    """A hard link cannot be told from a file: what is read is the words, and where they came from is left alone."""
    whole = folder(tmp_path)
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("words")
    (whole / "notes.txt").hardlink_to(elsewhere)
    book = opened_parcel(whole)
    assert isinstance(book, Parcel)
    assert dict(book.files)["notes.txt"] == b"words"
    assert elsewhere.read_text() == "words"

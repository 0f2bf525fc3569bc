"""A story book from anywhere is opened or refused: no trick of a zip or a folder gets through, and nothing raises."""

from __future__ import annotations

import io
import os
import random
import signal
import stat
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gatherround.pantry.opening import opened_parcel, unzipped
from gatherround.pantry.opening import zipped as packed
from gatherround.pantry.parcels import MOST_BYTES, MOST_FILES, Parcel, Refused, look_at_names
from parcels import STORY, entry, files, folder, holding, locked, renamed, zipped

BIG = b"a story. " * 120_000
NOISE = random.Random(4).randbytes(1_200_000)


@pytest.fixture(autouse=True)
def _wakes_up() -> Iterator[None]:
    """Ends a test that waits for ever."""
    signal.alarm(20)
    yield
    signal.alarm(0)


def as_bytes(held: dict[str, str]) -> tuple[tuple[str, bytes], ...]:
    return tuple(sorted((name, text.encode()) for name, text in held.items()))


# What comes in


@pytest.mark.parametrize("above", ["", "tea-time/"])
def test_a_book_in_a_zip_is_the_same_with_or_without_a_folder_around_it(above: str) -> None:
    assert unzipped(zipped(files(), above=above), "tea-time") == Parcel(name="tea-time", files=as_bytes(files()))


def test_a_zip_a_folder_and_a_file_of_it_are_one_book(tmp_path: Path) -> None:
    whole = folder(tmp_path)
    (tmp_path / "some.ZIP").write_bytes(zipped(files(), above="tea-time/"))
    assert opened_parcel(tmp_path / "some.ZIP") == opened_parcel(whole)
    (tmp_path / "tea.yaml").write_text("format: 1")
    one = opened_parcel(tmp_path / "tea.yaml")
    assert one == Parcel(name="tea", files=(("tea.yaml", b"format: 1"),), alone=True)
    assert unzipped(zipped({"tea.yaml": "format: 1", "read-me.txt": "hello"})) == Parcel(
        name="tea", files=one.files, alone=True, left=("read-me.txt",)
    )


def test_what_a_computer_drops_beside_a_book_is_not_opened_and_not_spoken_of(tmp_path: Path) -> None:
    crumbs = {"__MACOSX/._pack.yaml": b"\0", "tea-time/.DS_Store": b"\0", "tea-time/activities/Thumbs.db": b"\0"}
    assert unzipped(zipped({**{f"tea-time/{name}": text for name, text in files().items()}, **crumbs})).left == ()
    whole = folder(tmp_path)
    (whole / ".git").mkdir()
    (whole / ".git" / "config").write_text("x")
    (whole / "story.schema.json").write_text("{}")
    (whole / "picture.png").write_bytes(b"\0")
    assert opened_parcel(whole) == Parcel(name="tea-time", files=as_bytes(files()), left=("picture.png",))


def test_what_is_packed_is_unpacked_the_same(tmp_path: Path) -> None:
    book = opened_parcel(folder(tmp_path, **{f"story-{at}": f"Story {at}" for at in range(20)}))
    assert unzipped(packed(book)) == book
    assert packed(book) == packed(book)


def test_a_page_of_one_letter_is_packed_so_that_it_is_not_taken_for_a_trick(tmp_path: Path) -> None:
    whole = folder(tmp_path)
    (whole / "notes.txt").write_text("a" * 500_000)
    book = opened_parcel(whole)
    assert unzipped(packed(book)) == book


# Names


HOSTILE = (
    "../pack.yaml",
    "a/../../b.yaml",
    "/etc/passwd.yaml",
    "C:/b.yaml",
    "a\\b.yaml",
    "..\\b.yaml",
    "./b.yaml",
    "a//b.yaml",
    ".hidden.yaml",
    "-rf.yaml",
    "a b.yaml",
    "a\nb.yaml",
    "a\x1b[2J.yaml",
    "b\u202egnp.yaml",
    "café.yaml",
    "con.yaml",
    "aux",
    "NUL.txt",
    "lpt1.md",
    "a./b.yaml",
    "a..",
    "a" * 65 + ".yaml",
    "a/b/c/d/e.yaml",
    "run.sh",
    "pack.yaml.exe",
    "pack.json",
    "",
    "/",
    "~/b.yaml",
    "${HOME}.yaml",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_that_is_not_plain_does_not_come_in(name: str) -> None:
    with pytest.raises(Refused) as refused:
        look_at_names(["pack.yaml", name])
    assert refused.value.sentence.isprintable()


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.rstrip("/")])
def test_a_zip_with_such_a_name_is_refused_whole(name: str) -> None:
    with pytest.raises(Refused):
        unzipped(holding((entry(name), b"x")))


@pytest.mark.parametrize(
    "names",
    [
        ("Pack.yaml", "pack.yaml"),
        ("activities/a.yaml", "Activities/b.yaml"),
        ("a.yaml", "a.yaml"),
        ("a.md", "a.md/b.yaml"),
    ],
)
def test_two_names_that_some_disk_takes_for_one_do_not_come_in(names: tuple[str, str]) -> None:
    with pytest.raises(Refused):
        look_at_names(names)


def test_a_name_that_ends_early_for_some_programs_does_not_come_in() -> None:
    source = holding((entry("notes.yaml0sh.txt"), b"x"))
    with pytest.raises(Refused):
        unzipped(renamed(source, b"notes.yaml0sh.txt", b"notes.yaml\0sh.txt"))


# Sizes


def test_more_entries_than_a_book_has_do_not_come_in() -> None:
    many = {f"activities/s{at}.yaml": "" for at in range(MOST_FILES)}
    with pytest.raises(Refused):
        unzipped(zipped({**many, "pack.yaml": ""}))
    with pytest.raises(Refused):
        unzipped(zipped({**{f"__MACOSX/{at}": b"" for at in range(MOST_FILES + 1)}, "pack.yaml": ""}))


def test_more_bytes_than_a_book_has_do_not_come_in() -> None:
    with pytest.raises(Refused) as refused:
        unzipped(zipped({"pack.yaml": "", **{f"n{at}.txt": NOISE for at in range(5)}}))
    assert "5 MB" in refused.value.sentence


def test_what_grows_a_thousandfold_is_left_packed() -> None:
    bomb = zipped({"pack.yaml": "", "notes.txt": b"\0" * 4_000_000})
    assert len(bomb) < 10_000
    with pytest.raises(Refused) as refused:
        unzipped(bomb)
    assert "far more" in refused.value.sentence


def test_what_a_zip_says_of_its_sizes_is_not_believed() -> None:
    honest = holding((entry("notes.txt"), BIG))
    with zipfile.ZipFile(io.BytesIO(honest)) as held:
        info = held.getinfo("notes.txt")
    size, claimed = info.file_size.to_bytes(4, "little"), (10).to_bytes(4, "little")
    with pytest.raises(Refused):
        unzipped(honest.replace(size, claimed))


def test_a_zip_larger_than_any_book_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "big.zip").open("wb") as file:
        file.truncate(40_000_000_000)
    began = time.monotonic()
    with pytest.raises(Refused):
        opened_parcel(tmp_path / "big.zip")
    assert time.monotonic() - began < 2


def test_a_folder_larger_than_a_book_does_not_come_in(tmp_path: Path) -> None:
    whole = folder(tmp_path)
    for at in range(3):
        with (whole / f"n{at}.txt").open("wb") as file:
            file.truncate(MOST_BYTES // 2)
    with pytest.raises(Refused):
        opened_parcel(whole)


# Links, devices, locks


@pytest.mark.parametrize(
    "mode", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFSOCK, stat.S_IFDIR], ids=oct
)
def test_an_entry_that_is_no_plain_file_does_not_come_in(mode: int) -> None:
    with pytest.raises(Refused):
        unzipped(holding((entry("notes.txt", mode=mode | 0o777), b"/etc/passwd")))


def test_a_folder_that_is_a_link_or_a_junction_does_not_come_in() -> None:
    for one in (entry("activities/", mode=stat.S_IFLNK | 0o777), entry("notes.txt", attributes=0x400)):
        with pytest.raises(Refused):
            unzipped(holding((one, b"")))


def test_a_locked_zip_does_not_come_in() -> None:
    with pytest.raises(Refused) as refused:
        unzipped(locked(zipped(files())))
    assert "password" in refused.value.sentence


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_do_not_come_in(way: int) -> None:
    with pytest.raises(Refused):
        unzipped(holding((entry("notes.txt"), b"hello"), packed=way))


def test_a_book_within_a_book_and_no_book_at_all_do_not_come_in() -> None:
    for held in ({"a/pack.yaml": "", "b/pack.yaml": ""}, {"read-me.txt": ""}, {"a.yaml": "", "b.yaml": ""}, {}):
        with pytest.raises(Refused):
            unzipped(zipped(held))


def test_a_torn_zip_does_not_come_in() -> None:
    whole = zipped(files())
    for end in range(0, len(whole), 7):
        with pytest.raises(Refused):
            unzipped(whole[:end])
    flipped = bytearray(holding((entry("notes.txt"), b"the smallest spoon " * 9)))
    at = flipped.find(b"PK\x03\x04", 900)
    flipped[at + 50] ^= 0xFF
    with pytest.raises(Refused):
        unzipped(bytes(flipped))


# Folders


def test_nothing_in_a_folder_is_followed_or_waited_for(tmp_path: Path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("secret")
    for name, lay in {
        "link": lambda path: path.symlink_to(secret),
        "pipe": os.mkfifo,
        "nowhere": lambda path: path.symlink_to("nowhere"),
    }.items():
        whole = folder(tmp_path / name)
        lay(whole / "activities" / "odd.yaml")
        with pytest.raises(Refused):
            opened_parcel(whole)


def test_a_linked_folder_in_a_folder_is_not_walked(tmp_path: Path) -> None:
    whole = folder(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (whole / "more").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused):
        opened_parcel(whole)
    (whole / "more").unlink()
    (whole / "more").symlink_to(whole)
    with pytest.raises(Refused):
        opened_parcel(whole)


def test_the_cover_as_a_pipe_or_a_device_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pack.yaml")
    with pytest.raises(Refused):
        opened_parcel(tmp_path)
    for path in (
        tmp_path / "pack.yaml",
        Path("/dev/zero"),
        tmp_path / "no.zip",
        Path("a\0b.zip"),
        Path("/dev/zero.zip"),
    ):
        with pytest.raises(Refused):
            opened_parcel(path)


def test_folders_in_folders_without_end_and_files_without_number_are_refused(tmp_path: Path) -> None:
    deep = folder(tmp_path / "deep")
    deep.joinpath(*["d"] * 12).mkdir(parents=True)
    wide = folder(tmp_path / "wide")
    for at in range(2_001):
        (wide / f"{at}.png").touch()
    many = folder(tmp_path / "many", **{f"s{at}": "S" for at in range(MOST_FILES)})
    for whole in (deep, wide, many):
        with pytest.raises(Refused):
            opened_parcel(whole)


# Whatever the bytes


@settings(max_examples=300)
@given(st.binary(max_size=400))
@example(b"PK\x05\x06" + b"\0" * 18)
@example(b"PK\x05\x06" + b"\xff" * 18)
def test_any_bytes_are_a_book_or_are_refused(source: bytes) -> None:
    _opened_or_refused(source)


@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_zip_with_bytes_changed_anywhere_is_a_safe_book_or_is_refused(data: st.DataObject) -> None:
    changed = bytearray(SEEDS[data.draw(st.integers(0, len(SEEDS) - 1))])
    for at, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(changed) - 1), st.integers(0, 255)), min_size=1, max_size=6)
    ):
        changed[at] = byte
    _opened_or_refused(bytes(changed))


NAMES = st.text("aA./\\:-_~\0\n éyml", min_size=1, max_size=12) | st.sampled_from(HOSTILE[:-4])


@settings(max_examples=200)
@given(st.lists(st.tuples(NAMES, st.sampled_from((0, stat.S_IFREG, stat.S_IFLNK, stat.S_IFDIR))), max_size=4))
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_no_zip_of_any_names_and_sorts_gives_a_name_that_leaves_its_folder(held: list[tuple[str, int]]) -> None:
    _opened_or_refused(holding(*((entry(name, mode=mode), b"x") for name, mode in held)))


def _opened_or_refused(source: bytes) -> None:
    try:
        book = unzipped(source)
    except Refused:
        return
    assert sum(len(content) for _, content in book.files) <= MOST_BYTES
    for name, _ in book.files:
        assert ".." not in name.split("/")
        assert not name.startswith("/")
        assert name.isascii()
        assert name.isprintable()
        assert Path(name).suffix in {".yaml", ".yml", ".md", ".txt"}


SEEDS = (
    zipped(files()),
    holding((entry("notes.txt"), b"hello " * 40)),
    holding((entry("notes.txt"), STORY.encode()), packed=zipfile.ZIP_STORED),
    holding((entry("more/"), b"")),
)

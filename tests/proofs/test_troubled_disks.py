"""A disk that fails, or is full, or may only be read: the evening goes on, and what was kept stays kept."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from families import the_family
from gatherround.cli import CANNOT_OPEN
from gatherround.domain.card_menus import TOPICS
from gatherround.domain.dealing.choosing import History
from gatherround.domain.entries import RoundBegan, RoundEnded
from gatherround.domain.play.moves import On
from gatherround.host.dealing import left_alone_by
from gatherround.host.evening import Evening
from gatherround.host.keeper import KEPT_AGAIN, NOT_KEPT
from gatherround.storage.home import family_file
from host.houses import house_at, kept
from proofs.tracing import STRACE, can_trace
from proofs.witness import Heard, mark_at
from proving import told, tries
from rounds import ask, laid, story
from storage.drawers import TESTS
from tables import table

ROOM = 2**20
CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate", "openat", "unlink", "pread64", "read")
READING = frozenset({"openat", "pread64", "read"})
"""What a file cannot even be opened without: then it stays as it is, and the family hears which file."""
TROUBLES = ("EIO", "ENOSPC", "EDQUOT")
SURE = (("pwrite64", "EIO", 30, 60),)
"""What is tried in the suite: which calls fail, how, and from which to which."""


@pytest.fixture
def ground() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.skipif(not can_trace(), reason="there is no strace here, or it may not look on")
def test_whichever_call_fails_the_evening_comes_to_goodnight_and_what_was_kept_is_there(ground: Path) -> None:
    dice = random.Random()
    chance = [("fdatasync", "EDQUOT", 12, 9999), ("pread64", "EIO", 25, 30), ("pread64", "EIO", 7, 37)][: tries(0, 3)]
    chance += [
        (
            dice.choice(CALLS),
            dice.choice(TROUBLES),
            begin := dice.randrange(1, 80),
            begin + dice.choice((0, 5, 30, 9999)),
        )
        for _ in range(tries(0, 100))
    ]
    fresh = mark_at(family_file(ground))
    for number, trouble in enumerate((*SURE, *chance)):
        home = ground / f"{number}"
        home.mkdir(mode=0o700)
        assert goes_well(home, fresh, *trouble) == "", trouble
        shutil.rmtree(home)
    told("failing-disk", f"{len(SURE) + len(chance)} evenings on failing disks: 0 stopped, 0 lost, 0 corrupt")


def goes_well(home: Path, fresh: str, call: str, error: str, first: int, last: int) -> str:
    """Plays an evening while these calls fail on the drawer and its journal, and says what did not go well."""
    file = family_file(home)
    watched = [option for end in ("", "-journal") for option in ("-P", f"{file}{end}")]
    failing = [str(STRACE), "-o", os.devnull, *watched, "-e", f"inject={call}:error={error}:when={first}..{last}"]
    command = [*failing, sys.executable, "-m", "proofs.sitting", str(home)]
    ran = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, check=False)
    heard = Heard(fresh)
    for line in ran.stderr.splitlines():
        heard.hear(line)
    verdict, _ = heard.judge(file)
    if verdict != "whole":
        return verdict
    if ran.returncode == CANNOT_OPEN and not heard.count and call in READING:
        return "" if "cannot be opened here" in ran.stdout else f"called damaged: {ran.stdout}"
    if ran.returncode or "GOODNIGHT" not in ran.stdout:
        return f"ended with {ran.returncode}:\n{ran.stdout[-500:]}\n{ran.stderr[-3000:]}"
    if ran.stdout.count(NOT_KEPT) > 1 + ran.stdout.count(KEPT_AGAIN):
        return "said more than once"
    if ran.stdout.count(NOT_KEPT) == ran.stdout.count(KEPT_AGAIN) and "can be" not in ran.stdout:
        entries = [type(entry) for entry in kept(house_at(home))]
        if entries.count(RoundBegan) != 1 or entries.count(RoundEnded) != 1:
            return f"not all of it is kept: {entries}"
    return ""


# A disk of a megabyte


@pytest.fixture
def small_disk(ground: Path) -> Iterator[Path]:
    """A disk of its own that holds a megabyte."""
    disk = ground / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if shutil.which("mount") is None or subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def evening_in(home: Path) -> Evening:
    evening = house_at(home).evening()
    evening.start(laid(story(ask(who="everyone")), table(9, 13, 40)))
    return evening


def to_night(evening: Evening) -> None:
    while evening.play.phase != "night":
        evening.make(On())


def test_a_full_disk_is_said_once_and_with_room_again_all_of_the_evening_is_kept(small_disk: Path) -> None:
    evening = evening_in(small_disk / "home")
    filler = small_disk / "films"
    with suppress(OSError):
        filler.write_bytes(bytes(ROOM))
    for _ in range(4):
        evening.make(On())
    assert evening.notices == [NOT_KEPT]
    filler.unlink()
    to_night(evening)
    assert evening.notices == [NOT_KEPT, KEPT_AGAIN]
    names = [type(entry).__name__ for entry in kept(house_at(small_disk / "home"))]
    assert names == ["RoundBegan", "Played", "Sewn", "RoundEnded"]


# A home that may only be read, and none


def test_in_a_home_that_may_only_be_read_the_evening_goes_to_its_end(ground: Path, unprivileged: object) -> None:
    home = ground / "home"
    house_at(home).close()
    before = family_file(home).read_bytes()
    family_file(home).chmod(0o444)
    home.chmod(0o555)
    with unprivileged():  # type: ignore[operator]
        evening = evening_in(home)
        to_night(evening)
    assert evening.notices == [NOT_KEPT]
    home.chmod(0o700)
    assert family_file(home).read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody at all")
def test_somebody_without_any_home_plays_to_goodnight_and_hears_once_that_nothing_is_kept(ground: Path) -> None:
    command = [sys.executable, "-m", "proofs.sitting", str(ground / "home"), "homeless"]
    # What it lays out at the beginning it may not take away at the end.
    environ = os.environ | {"TMPDIR": str(ground)}
    ran = subprocess.run(command, cwd=TESTS, env=environ, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    without = ran.stdout.partition("And now without a home.")[2]
    assert "GOODNIGHT" in without
    assert without.count("nothing is kept") == 1


def test_where_nothing_can_be_read_any_more_the_table_is_dealt_to_with_care(ground: Path) -> None:
    house = house_at(ground / "home")
    the_family(house)
    people = house.household.members()
    assert left_alone_by(house, people) == {"death"}
    house.close()
    family_file(ground / "home").write_bytes(b"")
    assert left_alone_by(house, people) == {*TOPICS}, "nobody knows any more what somebody leaves alone"
    assert house.history() == History()
    assert house.evening().waiting() is None
    assert house.promises().waiting() is None

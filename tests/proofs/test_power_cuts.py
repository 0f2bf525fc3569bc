"""The power goes at any moment: what strace saw is played on a disk that forgets, and the game opens what is left."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from copy import deepcopy
from pathlib import Path

import pytest

from gatherround.host.house import House
from gatherround.host.moving import read_export
from gatherround.storage.copies import copies
from gatherround.storage.erasings import ERASINGS, LAST_ERASING
from gatherround.storage.home import family_file, keepsake_file, set_aside_files
from host.houses import house_at
from host.test_goodbye import LONG_NAME, lived, raw
from proofs.disk import Disk, File, Folder
from proofs.killing import MEMORY
from proofs.tracing import Player, calls, can_trace, traced
from proofs.witness import Heard, mark_at
from proving import told, tries
from storage.drawers import TESTS

pytestmark = pytest.mark.skipif(not can_trace(), reason="there is no strace here, or it may not look on")

STATES = {
    "evening": (24, 3000),
    "goodbye": (12, 1000),
    "mending": (8, 700),
    "migration": (4, 700),
    "restoring": (4, 700),
}
"""How many states after a power cut are opened in the suite, and under `make prove`."""
OTHERWISE = {"DELETE FULL": 20, "DELETE OFF": 0, "WAL NORMAL": 0}
"""What SQLite can be asked for instead, and how many states then are opened in the suite."""


ENDS = (b"</html>\n", b"</p>")
"""How a page to keep ends that the game has printed, and the one that a test has laid there."""


@pytest.fixture
def ground() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)


class Scenario:
    """Something that is kept while the power may go, and what a family finds afterwards."""

    def __init__(self, what: str, ground: Path) -> None:
        self.what = what
        self.home = ground / "traced" / "home"
        self.home.parent.mkdir()
        self.kept = self.about = ""
        self.unreadable = b""
        getattr(self, what, lambda: None)()
        self.before = _folder(self.home.parent)
        if not self.kept:
            self.kept = self.about = mark_at(family_file(self.home if self.home.is_dir() else ground))

    def goodbye(self) -> None:
        """Lets somebody live here who is about to be erased."""
        house = house_at(self.home)
        lived(house, LONG_NAME)
        house.close()

    def migration(self) -> None:
        """Lays an old drawer here; once opened it is one of today's, whenever that was."""
        self.home.mkdir(mode=0o700)
        old = (TESTS / "old" / "schema-1.sqlite3").read_bytes()
        family_file(self.home).write_bytes(old)
        self.kept = self.about = mark_at(family_file(self.home))
        shutil.rmtree(self.home)
        self.home.mkdir(mode=0o700)
        family_file(self.home).write_bytes(old)

    def restoring(self) -> None:
        """Lays a drawer here and a copy of an earlier day that is to take its place."""
        self.goodbye()
        shutil.copyfile(family_file(self.home), self.home / "copy.sqlite3")
        self.about = mark_at(family_file(self.home))
        with closing(house_at(self.home)) as house:
            house.memories().notice("What happened since")
        self.kept = mark_at(family_file(self.home))

    def mending(self) -> None:
        """Lays a drawer here that cannot be read, with a journal that would go into whatever takes its name."""
        self.restoring()
        self.kept = self.about
        file = family_file(self.home)
        house = house_at(self.home)
        assert house.database is not None
        with house.database.writing() as connection:
            connection.execute("PRAGMA cache_size = 2")
            connection.execute("UPDATE entry SET body = body || body")
            journal = file.with_name(f"{file.name}-journal").read_bytes()
        house.close()
        self.unreadable = bytes(100) + file.read_bytes()[100:]
        file.write_bytes(self.unreadable)
        file.with_name(f"{file.name}-journal").write_bytes(journal)

    def played(self, trace: Path) -> Iterator[tuple[Disk, Heard, list[str]]]:
        """Plays what was traced, and gives after each call that did something the disk and what had been said."""
        disk = Disk(deepcopy(self.before))
        player, heard = Player(self.home.parent, disk), Heard(self.kept)
        heard.about = self.about
        promised: list[str] = []
        for call in calls(trace):
            player.play(call)
            for line in player.said:
                heard.hear(line)
                promised += [line.removeprefix("told ")] if line.startswith("told ") else []
            player.said.clear()
            if "restored" in promised:
                heard.kept = heard.about = self.about
            if player.touched:
                yield disk, heard, promised


def found(home: Path, heard: Heard, promised: list[str], unreadable: bytes = b"") -> str:
    """Opens what the power cut has left, and says what has become of it."""
    home.mkdir(mode=0o700, exist_ok=True)
    if unreadable and (said := _unread(home, unreadable)):
        return said
    verdict, _ = heard.judge(family_file(home))
    if verdict != "whole":
        return verdict
    with closing(house_at(home)) as house:
        if house.household.owes_erasing:
            house.family.care.finish_erasing()
        if {"erased", "restored"} & {*promised} and not marked(house):
            return "lost: that other windows have to look again"
    if "erased" in promised and raw(home, LONG_NAME):
        return "still there: what was erased"
    if not all(copy.whole for copy in copies(home)):
        return "partial: a copy"
    return _pages(home, promised) or "whole"


def marked(house: House) -> bool:
    """Tells whether the drawer bears the mark of an erasing or of a copy that came back; these homes had none."""
    return house.database is not None and bool(house.database.read(LAST_ERASING, ERASINGS))


def _unread(home: Path, unreadable: bytes) -> str:
    """Says what has become of a drawer that could not be read; nothing where a copy has taken its place."""
    there = [path for path in (family_file(home), *set_aside_files(home)) if path.exists()]
    if family_file(home) not in there:
        return "lost: the name of the drawer"
    holding = [path for path in there if path.read_bytes() == unreadable]
    if not holding:
        return "lost: what could not be read"
    return "whole" if family_file(home) in holding else ""


def _pages(home: Path, promised: list[str]) -> str:
    """Says what is amiss with the files beside the drawer: each is there whole or not at all."""
    export, page = home / "out.json", keepsake_file(home)
    if "everything" in promised and not (export.exists() and page.exists()):
        return "lost: a file that had been promised"
    try:
        if export.exists():
            read_export(export.read_text("utf-8"))
    except (ValueError, UnicodeDecodeError):
        return "partial: an export"
    if page.exists() and not page.read_bytes().endswith(ENDS):
        return "partial: a page"
    return ""


def _folder(path: Path) -> Folder:
    """Gives a folder as it lies on the disk for certain."""
    held = {item.name: _folder(item) if item.is_dir() else File(item.read_bytes()) for item in path.iterdir()}
    return Folder(dict(held))


def cuts(scenario: Scenario, ground: Path, states: int, *more: str) -> Counter[str]:
    """Traces a scenario, cuts the power so often at moments all over it, and counts what was found."""
    trace = ground / "trace"
    ran = traced(trace, "proofs.recording", scenario.what, str(scenario.home), "3", *more)
    assert ran.returncode == 0, ran.stderr.decode()
    moments = sum(1 for _ in scenario.played(trace))
    dice, told_of = random.Random(moments), Counter[str]()
    often = Counter(dice.choices(range(moments), k=states))
    for moment, (disk, heard, promised) in enumerate(scenario.played(trace)):
        for _ in range(often[moment]):
            into = ground / "after"
            into.mkdir()
            disk.power_cut(into, dice)
            told_of[found(into / scenario.home.name, heard, promised, scenario.unreadable)] += 1
            shutil.rmtree(into)
    return told_of


@pytest.mark.parametrize("what", [what for what in STATES if tries(*STATES[what])])
def test_whenever_the_power_goes_what_was_kept_is_there_and_nothing_by_halves(what: str, ground: Path) -> None:
    states = tries(*STATES[what])
    assert cuts(Scenario(what, ground), ground, states) == {"whole": states}
    told(f"power-{what}", f"{states:,} states after a power cut: 0 lost, 0 partial, 0 corrupt")


def test_a_disk_that_forgets_does_harm_to_what_is_kept_in_other_ways(ground: Path) -> None:
    harmed = {}
    for mode, few in OTHERWISE.items():
        if states := tries(few, 1000):
            (ground / mode).mkdir()
            came = cuts(Scenario("moves", ground / mode), ground / mode, states, *mode.split())
            harmed[mode] = f"{1 - came['whole'] / states:.0%}"
            assert came["whole"] < states, f"{mode} was as good as what the game asks for"
    told("power-teeth", f"harmed: {', '.join(f'{share} of states with {mode}' for mode, share in harmed.items())}")

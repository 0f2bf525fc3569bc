"""However a story book was changed, reading it ends in a book or in sentences, soon, and raises nothing."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path
from time import thread_time

import pytest

from gatherround.host.checking import Report
from gatherround.pantry.reader import PackReading, read_pack
from mutants import mutant
from proving import PROVING, told, tries
from tables import lists

FOUND = sorted((Path(__file__).parents[1] / "found_by_chance").glob("*.yaml"))
"""What tools/fuzz_packs.py came upon that woke another sentence than all before it."""
ENOUGH = 0.05 if PROVING else 0.5
"""Seconds of work that one story may cost at most; in the suite a busy machine is given room."""


@pytest.fixture(autouse=True)
def _wakes_up() -> Iterator[None]:
    """Ends a test that waits for ever."""
    signal.alarm(0 if PROVING else 300)
    yield
    signal.alarm(0)


def read_and_told(path: Path) -> PackReading:
    reading = read_pack(path, lists())
    assert all(line.isprintable() for line in Report(reading).lines())
    return reading


def work(path: Path) -> float:
    """Gives the seconds of work that reading takes, and where that was much the least of three more."""
    begun = thread_time()
    read_pack(path, lists())
    spent = thread_time() - begun
    if spent < ENOUGH / 2:
        return spent
    return min(spent, *(work_once(path) for _ in range(3)))


def work_once(path: Path) -> float:
    begun = thread_time()
    read_pack(path, lists())
    return thread_time() - begun


def test_no_mutant_of_a_story_book_upsets_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    count = tries(700, 300_000)
    worst, whose, whole = 0.0, 0, 0
    for number in range(count):
        path.write_bytes(mutant(number))
        try:
            spent = work(path)
            if number % 5 == 0:
                whole += read_and_told(path).whole
        except Exception as trouble:
            pytest.fail(f"mutant {number}: {trouble!r}")
        assert spent <= ENOUGH, f"mutant {number} took {spent:.3f} s"
        if spent > worst:
            worst, whose = spent, number
        if number + 1 == count or number % 20_000 == 19_999:  # a night that is cut short has its figure too
            told("mutants", f"{number + 1:,} mutants, none raises, worst {worst * 1000:.0f} ms (mutant {whose})")
    assert 0 < whole < count / 5, "chance spoils some and not all"


@pytest.mark.parametrize("found", FOUND, ids=lambda path: path.stem)
def test_what_was_once_found_by_chance_is_told_about_in_sentences(found: Path) -> None:
    reading = read_and_told(found)
    assert reading.problems

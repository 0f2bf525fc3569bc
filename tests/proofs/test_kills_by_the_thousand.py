"""Kill -9 at random moments: the drawer holds what was kept, or all of the change that was being made, and is whole."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from gatherround.domain.entries import WordMet
from gatherround.storage.database import Database, open_database
from gatherround.storage.home import family_file
from gatherround.storage.journal import Journal
from proofs.witness import Heard, state
from proving import PROVING, told, tries
from storage.drawers import TESTS, OnTheHour

KILLS = {
    "moves": (60, 4500),
    "evenings": (30, 3000),
    "choosing": (100, 1500),
    "exporting": (3, 400),
    "migrating": (6, 500),
    "screens": (1, 100),
}
"""How many of each sort of victim die in the suite, and under `make prove`."""
TOGETHER = [(sort,) for sort in KILLS] if PROVING else [tuple(KILLS)]
SEED = 20310603


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
@pytest.mark.parametrize("sorts", TOGETHER, ids="-".join)
def test_whoever_is_killed_at_whatever_moment_nothing_kept_is_lost_and_nothing_is_kept_by_halves(
    sorts: tuple[str, ...],
) -> None:
    wanted = {sort: tries(*KILLS[sort]) for sort in sorts}
    seed = random.Random().randrange(10**9) if PROVING else SEED
    command = [
        sys.executable,
        "-m",
        "proofs.killing",
        str(seed),
        *(f"{sort}={count}" for sort, count in wanted.items()),
    ]
    ran = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    for sort, came in json.loads(ran.stdout).items():
        acknowledged = came.pop("acknowledged")
        assert came == {"whole": wanted[sort]}, f"seed {seed}: {sort} {came}\n{ran.stderr}"
        assert acknowledged > wanted[sort] or sort in {"migrating", "screens"}
        told(f"kill-{sort}", f"{wanted[sort]:,} kills: 0 lost, 0 partial, 0 corrupt")


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Database, Heard]:
    """Gives a drawer in which two moves are kept, and a witness who has heard so."""
    database = open_database(family_file(tmp_path))
    heard = Heard(state(database))
    for number in range(2):
        keep(database, f"{number}")
        heard.hear(f"about {state(database)}")
        heard.hear(f"kept {state(database)}")
    return database, heard


def keep(database: Database, *words: str) -> None:
    Journal(database, OnTheHour()).between_rounds([WordMet(word) for word in words])


def test_a_witness_tells_what_was_lost_from_what_was_kept_by_halves_and_from_what_is_broken(
    kept: tuple[Database, Heard],
) -> None:
    database, heard = kept
    assert heard.judge(database.path)[0] == "whole"
    keep(database, "one", "two")
    heard.hear(f"about {state(database)}")
    assert heard.judge(database.path)[0] == "whole", "a change that nobody has heard of yet may be kept all the same"
    with database.writing() as connection:
        connection.execute("DELETE FROM entry WHERE id = 4")
    assert heard.judge(database.path)[0] == "partial"
    with database.writing() as connection:
        connection.execute("DELETE FROM entry WHERE id > 1")
        connection.execute("UPDATE sqlite_sequence SET seq = 1")
    assert heard.judge(database.path)[0] == "lost"
    database.path.write_bytes(database.path.read_bytes()[:9000])
    assert heard.judge(database.path)[0] == "corrupt"


def test_a_line_that_was_cut_off_has_not_been_said(kept: tuple[Database, Heard]) -> None:
    _, heard = kept
    before = heard.kept
    heard.hear(f"kept {before[:-1]}")
    heard.hear("kep")
    assert (heard.kept, heard.count) == (before, 2)

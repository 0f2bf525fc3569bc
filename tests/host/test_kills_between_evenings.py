"""A kill in the middle of an export or an erasing leaves all of it or none."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

from families import the_family
from gatherround.host.house import House
from gatherround.host.moving import read_export
from host.houses import house_at, kept
from host.test_goodbye import LONG_NAME, lived, raw

TESTS = Path(__file__).parent.parent
KILLS = 4


def killed(home: Path, what: str, dice: random.Random, most: int) -> None:
    command = [sys.executable, "-m", "host.mover", str(home), what]
    with subprocess.Popen(command, cwd=TESTS, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        for _ in range(dice.randrange(most)):
            pass
        child.kill()


def test_a_kill_leaves_whole_exports_and_no_half_of_one(home: Path) -> None:
    house = house_at(home / "home")
    the_family(house)
    for seed in range(KILLS):
        killed(home / "home", "export", random.Random(seed), 2_000_000)
        for file in home.glob("out-*.json"):
            assert len(read_export(file.read_text("utf-8")).people) == 5
            file.unlink()
    house.close()


def test_a_kill_leaves_somebody_here_with_all_that_is_theirs_or_gone_for_good(home: Path) -> None:
    for seed in range(KILLS):
        where = home / str(seed)
        house: House = house_at(where)
        lived(house, LONG_NAME)
        before = len(kept(house))
        house.close()
        killed(where, LONG_NAME, random.Random(seed), 3_000_000)
        again = house_at(where)
        names = [one.card.name for one in again.family.people.all()]
        if names == [LONG_NAME, "Mum"]:
            assert len(kept(again)) == before
            assert not again.household.owes_erasing
        else:
            assert names == ["Mum"]
            again.family.care.finish_erasing()
            assert raw(where, LONG_NAME) == 0
            assert not again.household.owes_erasing
            assert json.loads(again.family.moving.exported())["people"][0]["name"] == "Mum"
        again.close()

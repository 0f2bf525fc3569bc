from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from evenings.scripts import Script, Tale, evening_time, house_of, plan_of, play_line, tale
from evenings.telling import told
from gatherround.domain.steps import Seats, Step, all_steps

TALES = sorted(Path(__file__).parent.glob("*.yaml"))


@pytest.mark.parametrize("path", TALES, ids=lambda path: path.stem)
def test_an_evening_goes_as_its_script_says_and_records_nothing_else(path: Path, tmp_path: Path) -> None:
    read = tale(path)
    for script in read.rounds:
        played(read, script, tmp_path)


def played(read: Tale, script: Script, home: Path) -> None:
    house = house_of(read, home, script.seed, evening_time(script))
    assert house.journal is not None
    so_far = len([*house.journal.entries(ended_only=False)])
    evening = house.evening()
    play = evening.start(plan_of(house, script))
    for line in script.moves:
        play = play_line(evening, line)
    people = (*script.people, *play.plan.people)
    entries = [*told([*house.journal.entries(ended_only=False)], people)]
    assert entries[so_far:] == [*script.entries]
    assert (play.phase == "night") == script.entries[-1].startswith("ended"), "the script stops half way"
    assert (house.journal.open_now() is None) == (play.phase == "night")
    again = house_of(read, home, script.seed, evening_time(script))
    assert again.journal is not None
    assert [*told([*again.journal.entries(ended_only=False)], people)] == entries, "what was kept can be told again"


def test_there_is_an_evening_for_each_of_the_fifteen_steps(tmp_path: Path) -> None:
    met: set[type[Step]] = set()
    seats: set[bool] = set()
    for path in TALES:
        house = house_of(tale(path), tmp_path / path.stem, 1)
        steps = [step for activity in house.shelf.activities for step in all_steps(activity.steps)]
        met |= {type(step) for step in steps}
        seats |= {step.private for step in steps if isinstance(step, Seats)}
    assert met == set(get_args(Step))
    assert seats == {True, False}

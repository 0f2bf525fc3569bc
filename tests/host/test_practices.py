"""What the game says it makes real is really carried, and what is not yet is said."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from gatherround.cli import FINE, main
from gatherround.host.practices import PARTS, Carrier, Row, lines, practised, shape
from tables import shipped
from write_practices import PAGE, known_to_wait, written

NEVER = {"S15", "S125"}
"""Claims that do not hold up, and that nothing may carry."""
WAITING = known_to_wait()
"""What nothing carries yet. It only ever gets shorter, and `make practices` is what shortens it."""


@cache
def rows() -> tuple[Row, ...]:
    return practised(shipped())


def test_every_practice_is_carried_but_those_that_are_known_to_wait() -> None:
    waiting = {row.practice.id for row in rows() if row.waits}
    assert waiting - WAITING == set(), "nothing that was carried may be dropped"
    assert WAITING - waiting == set(), "these are carried now: make practices takes them out of the list"


def test_what_does_not_hold_up_is_carried_by_nothing_and_says_why() -> None:
    left_out = [row for row in rows() if not row.practice.carried]
    assert {row.practice.id for row in left_out} == NEVER
    assert not any(row.parts or row.stories for row in left_out)
    assert all(row.practice.because for row in left_out)
    assert not NEVER & {part.practice for part in PARTS}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.practice)
def test_a_part_that_is_said_to_carry_something_is_there(part: Carrier) -> None:
    module, _, name = part.lies.partition(":")
    assert hasattr(import_module(f"gatherround.{module}"), name)
    assert part.practice in {row.practice.id for row in rows()}


def test_the_page_about_practices_is_as_new_as_the_shelf() -> None:
    assert Path(PAGE).read_text("utf-8") == written(), "make practices writes it anew"


def test_each_row_says_what_carries_it_and_a_program_reads_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "\n".join(lines(rows()))
    assert "S10  Pause is one key away" in said
    waiting = [row for row in rows() if row.waits]
    assert said.count("waits: nothing carries it yet") == len(waiting)
    assert "left out:" in said
    assert main(["--data-dir", str(tmp_path), "practices", "--json"]) == FINE
    assert json.loads(capsys.readouterr().out) == shape(rows())
    assert main(["--data-dir", str(tmp_path), "practices"]) == FINE
    assert capsys.readouterr().out == f"{said}\n"

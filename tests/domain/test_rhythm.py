from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from gatherround.domain.rhythm import AFTER_A_GAP, GAP_DAYS, PLENTY, welcome_back

TODAY = date(2026, 3, 1)


@pytest.mark.parametrize("days", [GAP_DAYS, 40, 4_000])
def test_whoever_comes_back_after_a_gap_is_met_with_the_same_warm_line_however_long_it_was(days: int) -> None:
    assert welcome_back(TODAY - timedelta(days=days), TODAY) == AFTER_A_GAP


@pytest.mark.parametrize("days", [0, 1, GAP_DAYS - 1, -30])
def test_on_other_evenings_nothing_is_said_nor_where_the_clock_was_set_back(days: int) -> None:
    assert welcome_back(TODAY - timedelta(days=days), TODAY) == ""


def test_on_the_first_evening_nobody_comes_back() -> None:
    assert welcome_back(None, TODAY) == ""


@pytest.mark.parametrize("line", [AFTER_A_GAP, PLENTY])
def test_no_line_says_how_long_it_was_nor_how_often(line: str) -> None:
    assert not re.search(r"\d|day|week ago|since|again|miss|late|only|streak|should|must", line)

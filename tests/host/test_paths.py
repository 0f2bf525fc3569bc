"""Paths as they are typed, pasted or dragged into a box."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatherround.host.at_hand import books_at_hand
from gatherround.host.paths import typed


@pytest.mark.parametrize(
    "said", ["~/a b.zip", '"~/a b.zip"', "'~/a b.zip' ", "file://{home}/a%20b.zip", "FILE://localhost{home}/a b.zip"]
)
def test_a_path_is_what_whoever_typed_it_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert typed(said.format(home=tmp_path)) == tmp_path / "a b.zip"


def test_blanks_of_a_file_that_was_dragged_in_are_blanks_where_it_lies_there(tmp_path: Path) -> None:
    (tmp_path / "a b.zip").touch()
    assert typed(f"{tmp_path}/a\\ b.zip") == tmp_path / "a b.zip"
    assert typed(f"{tmp_path}/c\\ d.zip") == tmp_path / "c\\ d.zip"


@pytest.mark.parametrize("said", ["", "'", '""', "file://", "~nobody/x", "a\0b", "x" * 9999])
def test_no_path_is_too_odd(said: str) -> None:
    assert typed(said).is_absolute()


def test_where_there_are_no_downloads_nothing_is_at_hand(tmp_path: Path) -> None:
    assert books_at_hand(tmp_path / "nowhere") == ()
    (tmp_path / "a.zip").mkdir()
    assert books_at_hand(tmp_path) == ()

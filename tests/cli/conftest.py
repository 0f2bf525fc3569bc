from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tables import read_before


@pytest.fixture(autouse=True)
def _own_umask() -> Iterator[None]:
    """The front door closes what it writes to others; the tests after this one keep their own way."""
    before = os.umask(0)
    os.umask(before)
    yield
    os.umask(before)


@pytest.fixture
def books_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keeps what was read of the books where all tests of a run do: a home of its own would read them anew."""
    folder = read_before()
    monkeypatch.setattr("gatherround.host.house.cache_folder", lambda home: folder)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home"
    monkeypatch.setenv("GATHERROUND_HOME", str(home))
    return home

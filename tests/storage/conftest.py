from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from gatherround.storage.database import Database, open_database
from gatherround.storage.home import family_file
from gatherround.storage.journal import Journal
from storage.drawers import Clock


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return family_file(tmp_path)


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with open_database(path) as database:
        yield database


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(database: Database, clock: Clock) -> Journal:
    return Journal(database, clock)

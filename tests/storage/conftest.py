from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from gatherround.storage.database import Database, open_database
from gatherround.storage.home import family_file
from gatherround.storage.journal import Journal
from storage.drawers import Clock

NOBODY = 65534


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


@pytest.fixture
def open_ground() -> Iterator[Path]:
    """A folder that even an unprivileged user can reach, unlike pytest's own."""
    ground = Path(tempfile.mkdtemp())
    ground.chmod(0o755)
    yield ground
    for folder in (ground, *(item for item in ground.rglob("*") if item.is_dir())):
        folder.chmod(0o755)
    shutil.rmtree(ground)


@pytest.fixture
def unprivileged() -> Callable[[], AbstractContextManager[None]]:
    """Whoever runs the tests, permissions count within this."""

    @contextmanager
    def as_nobody() -> Iterator[None]:
        if os.geteuid() != 0:
            yield
            return
        os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(0)

    return as_nobody

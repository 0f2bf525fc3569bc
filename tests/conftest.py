"""What holds for all tests: how long a property may take, how much at once, and where what was read is kept."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.register_profile("landing", deadline=None, derandomize=True)
# A landing is judged by the change alone; what chance finds, it finds at somebody's desk, where it can be mended.
settings.load_profile("landing" if os.environ.get("CI") else "house")

NOBODY = 65534
READ_BEFORE = "GATHERROUND_TESTS_READ_BEFORE"


def pytest_configure() -> None:
    """Lets every child hear ctrl+c and a lost line: what runs in the background or under nohup ignores them.

    A program that is started inherits what is ignored, but nothing that is caught.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
        signal.signal(signal.SIGHUP, lambda *_: None)


def pytest_xdist_auto_num_workers() -> int:
    """Two tests for each processor: one waits for its screen to come to rest while another works."""
    return 2 * (os.cpu_count() or 1)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Gives all the workers of this run one place for the shipped story books as they were read."""
    if READ_BEFORE not in os.environ:
        os.environ[READ_BEFORE] = session.config.stash[FOLDER] = tempfile.mkdtemp(prefix="gatherround-tests-")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Takes that place away, where this process made it."""
    shutil.rmtree(session.config.stash.get(FOLDER, ""), ignore_errors=True)


def pytest_collection_finish() -> None:
    """Leaves out of every later look for garbage what stays for good: looking through it took a fifth of the suite."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


FOLDER = pytest.StashKey[str]()


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

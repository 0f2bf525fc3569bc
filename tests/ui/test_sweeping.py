"""No key waits while Python looks through all it holds: that is done when the table has been cleared."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from gatherround.ui import sweeping


class Page:
    """Holds itself, as pages do."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.enable()


def grown_old() -> weakref.ref[Page]:
    """Gives a page that Python no longer counts as young, and that nobody holds but itself."""
    page = Page()
    gc.collect(1)
    gc.collect(1)
    return weakref.ref(page)


def looked_through(pages: int) -> list[int]:
    """Makes so many pages that are all kept, and gives each generation that Python looks through meanwhile."""
    looks: list[int] = []
    gc.callbacks.append(lambda when, found: looks.append(found["generation"]))
    try:
        kept = [Page() for _ in range(pages)]
    finally:
        gc.callbacks.pop()
    assert kept
    return looks


def test_once_it_is_left_to_us_no_amount_of_pages_has_python_look_through_everything() -> None:
    sweeping.only_when_asked()
    sweeping.from_now_on()
    looks = looked_through(300_000)
    assert looks
    assert 2 not in looks


def test_before_the_first_picture_nothing_is_looked_through() -> None:
    sweeping.only_when_asked()
    assert looked_through(10_000) == []


def test_when_asked_it_takes_away_what_was_left() -> None:
    sweeping.only_when_asked()
    left = grown_old()
    assert left() is not None
    sweeping.sweep()
    assert left() is None


def test_where_it_was_not_left_to_us_it_is_left_alone() -> None:
    left = grown_old()
    sweeping.sweep()
    assert left() is not None

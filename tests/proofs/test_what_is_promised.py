"""The table of promises: every promise has tests, and every figure that a test tells belongs to a promise."""

from __future__ import annotations

import re

from promises import PROMISES
from storage.drawers import TESTS

TOLD = re.compile(r'\btold\(\s*f?"([^"{]+)(\{)?')


def test_every_promise_is_tried_by_tests_that_are_there() -> None:
    assert len({promise.key for promise in PROMISES}) == len(PROMISES)
    for promise in PROMISES:
        assert promise.tests
        assert [test for test in promise.tests if not (TESTS / test).is_file()] == [], promise.key


def test_every_figure_that_a_promise_s_test_tells_is_that_of_a_promise() -> None:
    keys = {promise.key for promise in PROMISES}
    for test in sorted({test for promise in PROMISES for test in promise.tests}):
        for key, cut in TOLD.findall((TESTS / test).read_text("utf-8")):
            assert key in keys or (cut and any(known.startswith(key) for known in keys)), f"{test}: {key}"

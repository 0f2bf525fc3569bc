"""What is promised to a family and to whoever doubts it, and the test that tries each promise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: its key in `docs/figures.json`, its words, and the tests (files under `tests/`) that try it."""

    key: str
    words: str
    tests: tuple[str, ...]


PROMISES: tuple[Promise, ...] = ()

"""Tries the tests: puts thousands of small faults into the rules, one at a time, and sees whether anybody notices.

The faults are those of mutmut, whose own way of running starts pytest anew for each. Here the tests are collected once,
and each mutant is a fork that runs only the tests that reach its function, those first that have caught its like.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import signal
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from time import process_time
from typing import Any

import mutmut.__main__ as mutmut
import pytest
from mutmut.mutation import trampoline
from mutmut.state import state
from mutmut.utils.file_utils import change_cwd

from mutants import Mutant, all_mutants, refused
from tell_mutants import ENDLESS, REFUSED, SURVIVED, excused, tell

ROOT = Path(__file__).parent.parent
NOTES = ROOT / "mutants" / "verdicts.json"
REACH = ROOT / "mutants" / "reach.json"
MEMORY = 4 << 30
"""Bytes that a mutant may take before it is stopped: some never end and only grow."""
SEED = 11
FEW = 5
"""Examples of a property that a mutant has to get past."""
OWN = "_hypothesis_internal_use_settings"


def prepared() -> list[Mutant]:
    """Writes the mutated sources beside a copy of the tests, and gives every mutant in an order of chance."""
    trampoline.set_mutant_under_test("mutant_generation")
    (ROOT / "mutants").mkdir(exist_ok=True)
    mutmut.copy_src_dir()
    mutmut.copy_also_copy_files()
    mutmut.setup_source_paths()
    mutmut.create_mutants(1)
    found = all_mutants(ROOT)
    random.Random(SEED).shuffle(found)
    return found


class Trial:
    """A pytest plugin that runs no suite: it rehearses once, then forks for each mutant."""

    def __init__(
        self, found: Sequence[Mutant], mutants: Sequence[Mutant], verdicts: dict[str, str], seconds: float
    ) -> None:
        self.seconds = seconds
        self.mutants = mutants
        self.verdicts = verdicts
        self.failed: list[str] = []
        self.reach: dict[str, list[pytest.Item]] = defaultdict(list)
        self.costs: dict[str, float] = {}
        self.age: dict[Path, float] = {}
        self.caught: dict[str, Counter[str]] = defaultdict(Counter)
        for one in found:
            self.remember(one, verdicts.get(one.key, SURVIVED))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remembers what failed."""
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Tries less against each of thousands of mutants: few examples, and one shipped activity in sixty."""
        from hypothesis import Phase, settings  # pytest has to see it first

        phases = [Phase.explicit, Phase.generate]
        settings.register_profile("mutants", deadline=None, derandomize=True, database=None, phases=phases)
        settings.load_profile("mutants")
        for item in items:
            held = getattr(item, "obj", None)
            if (own := getattr(held, OWN, None)) is not None:
                setattr(held, OWN, settings(settings.default, max_examples=min(own.max_examples, FEW)))
        shipped = [item for item in items if type(params(item).get("activity")).__name__ == "Activity"]
        left_out = {id(item) for at, item in enumerate(shipped) if at % 60}
        items[:] = [item for item in items if id(item) not in left_out]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tries every mutant, and keeps each verdict at once."""
        self.rehearsed(session.items)
        gc.collect()
        gc.freeze()  # what is not looked at is not copied
        for count, mutant in enumerate(self.mutants, start=1):
            self.verdicts[mutant.key] = self.verdict(mutant)
            if count % 25 == 0 or count == len(self.mutants):
                kept(NOTES, self.verdicts)
                left = sum(self.verdicts[one.key] == SURVIVED for one in self.mutants[:count])
                print(f"{count} of {len(self.mutants)} tried, {left} survived", flush=True)
        return True

    def rehearsed(self, items: Sequence[pytest.Item]) -> None:
        """Runs every test once without a fault, and learns what each reaches and what it costs.

        What has been learned before is remembered; the first test of a file is run anyway, to have all at hand.
        """
        trampoline.set_mutant_under_test("stats")
        os.environ["MUTMUT_DEPENDENCY_DEPTH"] = "-1"
        known, first = remembered(REACH), {item.path: item for item in reversed(items)}
        waiting = [item for item in items if stamp(item) not in known or first[item.path] is item]
        for item, then in zip(waiting, [*waiting[1:], None], strict=True):
            state()._stats.clear()
            begun = process_time()
            item.ihook.pytest_runtest_protocol(item=item, nextitem=then)
            known[stamp(item)] = [process_time() - begun, *sorted(state()._stats)]
        if self.failed:
            raise pytest.UsageError(f"without any fault these fail: {self.failed[:3]}")
        kept(REACH, known)
        self.age = {item.path: item.path.stat().st_mtime for item in items}
        for item in items:
            self.costs[item.nodeid], *reached = known[stamp(item)]
            for function in reached:
                self.reach[function].append(item)

    def verdict(self, mutant: Mutant) -> str:
        """Says which test caught a mutant, that it never came to an end, or that it survived."""
        tests = self.reach[mutant.function]
        here = self.caught[mutant.function]
        # The newest were written for what slipped past the others.
        tests.sort(key=lambda item: (-here[item.nodeid], -self.age[item.path], self.costs[item.nodeid]))
        tests = within(self.seconds, tests, self.costs)
        hears, says = os.pipe()
        child = os.fork()
        if child == 0:
            self.tried(mutant, tests, says)
        os.close(says)
        with os.fdopen(hears, "rb") as ear:
            heard = ear.read().decode()
        _, status = os.waitpid(child, 0)
        if status == 0:
            return SURVIVED
        self.remember(mutant, heard)
        return heard or ENDLESS

    def remember(self, mutant: Mutant, test: str) -> None:
        """Counts a test among those that have caught a fault in this function."""
        self.caught[mutant.function][test] += 1

    def tried(self, mutant: Mutant, tests: Sequence[pytest.Item], says: int) -> None:
        """Runs the tests in a process of their own, which ends with the first that fails."""
        code = 3
        try:
            gc.disable()
            quiet = os.open(os.devnull, os.O_WRONLY)
            os.dup2(quiet, 1)
            os.dup2(quiet, 2)
            signal.setitimer(signal.ITIMER_PROF, 3 + 5 * sum(self.costs[item.nodeid] for item in tests))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            os.environ["MUTANT_UNDER_TEST"] = mutant.name
            trampoline.get_mutant_under_test = lambda: mutant.name
            for item in tests:
                item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
                if self.failed:
                    os.write(says, item.nodeid.encode())
                    code = 1
                    break
            else:
                code = 0
        finally:
            os._exit(code)


def within(seconds: float, tests: Sequence[pytest.Item], costs: dict[str, float]) -> list[pytest.Item]:
    """Gives the first of the tests that take so many seconds together."""
    chosen: list[pytest.Item] = []
    for item in tests:
        seconds -= costs[item.nodeid]
        if seconds < 0 and chosen:
            break
        chosen.append(item)
    return chosen


def params(item: pytest.Item) -> dict[str, object]:
    """Gives what a test was collected for."""
    return getattr(getattr(item, "callspec", None), "params", {})


def stamp(item: pytest.Item) -> str:
    """Names a test as its file is now."""
    return f"{item.nodeid} {item.path.stat().st_mtime_ns}"


def remembered(path: Path) -> dict[str, Any]:
    """Gives what an earlier trial has written down."""
    return json.loads(path.read_text("utf-8")) if path.exists() else {}


def kept(path: Path, notes: dict[str, Any]) -> None:
    """Writes down what a later trial may use."""
    path.write_text(json.dumps(notes, indent=0, ensure_ascii=False), encoding="utf-8")


def tried(found: Sequence[Mutant], verdicts: dict[str, str], seconds: float) -> None:
    """Tries the mutants that have no verdict yet, and the survivors that nobody has excused once more."""
    if not all(mutant.key in verdicts for mutant in found) and "NOTYPES" not in os.environ:
        verdicts.update({one.key: REFUSED for one in refused(ROOT, found)})
        kept(NOTES, verdicts)
    waiting = [one for one in found if one.key not in verdicts]
    waiting += [one for one in found if one.key in set(excused(found, verdicts).get("", ()))]
    chosen = mutmut.config().pytest_add_cli_args_test_selection
    with change_cwd("mutants"):
        args = ["--rootdir=.", "--tb=no", "-s", *mutmut.config().pytest_add_cli_args, *chosen]
        code = pytest.main(args, plugins=[Trial(found, waiting, verdicts, seconds)])
    if code:
        sys.exit(int(code))


def main() -> None:
    """Tries, tells, and ends in 1 where a mutant survived that nobody has excused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--told", action="store_true", help="tries nothing and only writes what the last trial found")
    parser.add_argument("--seconds", type=float, default=60.0, help="the most seconds of tests for one mutant")
    asked = parser.parse_args()
    os.chdir(ROOT)
    found = prepared()
    verdicts: dict[str, str] = remembered(NOTES)
    if not asked.told:
        tried(found, verdicts, asked.seconds)
    sys.exit(not tell(found, verdicts))


if __name__ == "__main__":
    main()

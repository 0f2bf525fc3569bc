"""Tells what came of the mutants: how many were made, what stopped them, and why the rest may live."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from mutants import Mutant

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from proving import told as kept_figure  # noqa: E402 - the tests are no package

EXCUSES = Path(__file__).with_name("excused_mutants.toml")
PAGE = ROOT / "docs" / "mutants.md"
SURVIVED, REFUSED, ENDLESS = "survived", "refused", "never ended"
MOST = 10
"""The most mutants in a hundred that may survive."""
HEAD = """\
# Mutants

Tests are tried too. A *mutant* is the source with one small fault put into it: a sign turned round, a word changed, an
argument left out, a case taken away. If no test notices, the rule it broke is a rule that nobody watches.

`make mutants` makes every mutant that [mutmut](https://mutmut.readthedocs.io) knows in the functions of `domain/play/`,
`domain/dealing` and `pantry/strict_yaml.py`, and tries each. What `mypy --strict` does not let pass never reaches a
test. Against each of the rest run the tests that reach its function, in a fork: properties with five examples each,
walks with one shipped activity in sixty; with more, a few more would be caught. mutmut leaves alone what stands outside
functions (numbers and patterns with a name) and properties. A run goes on from the last: what was caught stays caught,
what is new, or survived without an excuse, is tried; after `make clean` all are.

This page is written by that run: the figures below and every survivor with its excuse are what it found.
"""


def excuses() -> list[tuple[str, list[re.Pattern[str]]]]:
    """Gives each reason for which a mutant may live, with the patterns of those it excuses."""
    told = tomllib.loads(EXCUSES.read_text("utf-8"))["excuse"]
    return [(one["why"], [re.compile(pattern) for pattern in one["mutants"]]) for one in told]


def excused(found: Sequence[Mutant], verdicts: Mapping[str, str]) -> dict[str, list[str]]:
    """Gives the survivors under the reason for which each may live; those that nobody has excused under none."""
    reasons = excuses()
    under: dict[str, list[str]] = defaultdict(list)
    for key in sorted(one.key for one in found if verdicts.get(one.key) == SURVIVED):
        under[next((why for why, those in reasons if any(one.search(key) for one in those)), "")].append(key)
    return under


def target(mutant: Mutant) -> str:
    """Gives what was to be tried."""
    return "domain/play" if "/play/" in str(mutant.path) else str(mutant.path.relative_to("src/gatherround"))


def rows(found: Sequence[Mutant], verdicts: Mapping[str, str]) -> Iterator[str]:
    """Gives the table: for each target and for all of them what became of the mutants."""
    yield "| Where | made | stopped by types | tried by tests | caught | survived | of those tried |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for name in (*sorted({target(one) for one in found}), "all"):
        yield f"| {name} | {' | '.join(figures([one for one in found if name in {target(one), 'all'}], verdicts))} |"


def figures(found: Sequence[Mutant], verdicts: Mapping[str, str]) -> tuple[str, ...]:
    """Gives how many were made, refused, tried, caught, survived, and the share of those that were tried."""
    counts = Counter(verdicts.get(one.key, "untried") for one in found)
    tried = len(found) - counts[REFUSED] - counts["untried"]
    left = counts[SURVIVED]
    share = f"{100 * left / max(1, tried):.1f} %"
    return (*map(str, (len(found), counts[REFUSED], tried, tried - left, left)), share)


def page(found: Sequence[Mutant], verdicts: Mapping[str, str]) -> str:
    """Gives the page."""
    lines = [HEAD, *rows(found, verdicts), "", "## Survivors, and why they may live"]
    for why, keys in sorted(excused(found, verdicts).items()):
        lines += ["", f"**{why or 'Not excused yet: somebody has to look at these.'}** ({len(keys)})", ""]
        lines += [f"- `{key.replace('`', '´')}`" for key in keys]
    return "\n".join(lines) + "\n"


def tell(found: Sequence[Mutant], verdicts: Mapping[str, str]) -> bool:
    """Writes the page and the figure; tells whether few enough are left and each of them is excused."""
    PAGE.write_text(page(found, verdicts), encoding="utf-8")
    made, refused, tried, caught, left, share = figures(found, verdicts)
    loose = excused(found, verdicts).get("", [])
    kept_figure(
        "faults",
        f"{made} mutants: {refused} stopped by types, {caught} of {tried} caught by tests, {left} survived ({share}), "
        f"{int(left) - len(loose)} of them excused",
    )
    print(*loose, sep="\n")
    return not loose and int(left) * 100 <= MOST * int(tried)

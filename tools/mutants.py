"""The mutants by name, and what is told of those that survive."""

from __future__ import annotations

import ast
import difflib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mutmut.configuration import config
from mutmut.type_checking import run_type_checker
from mutmut.utils.file_utils import change_cwd, walk_mutatable_files
from mutmut.utils.format_utils import get_mutant_name

MUTATED = re.compile(r"(x_|xǁ).*__mutmut_\d+")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: mutmut's name for it, the function it is in as mutmut names that, and what it changes."""

    name: str
    function: str
    key: str
    path: Path
    lines: range


def all_mutants(root: Path) -> list[Mutant]:
    """Gives every mutant of the mutated sources under `root`."""
    return [mutant for path in sorted(walk_mutatable_files()) for mutant in _mutants_of(root, path)]


def _mutants_of(root: Path, path: Path) -> Iterator[Mutant]:
    source = (root / "mutants" / path).read_text("utf-8")
    lines = source.splitlines()
    spans = {
        node.name: range(node.lineno, (node.end_lineno or node.lineno) + 1)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef)
    }
    bodies = {
        called: [re.sub(r"__mutmut_(orig|\d+)\b", "", line) for line in lines[span.start - 1 : span.stop - 1]]
        for called, span in spans.items()
    }
    met: Counter[str] = Counter()
    for called, body in bodies.items():
        if not MUTATED.fullmatch(called):
            continue
        whole = get_mutant_name(path, called)
        function = whole.partition("__mutmut_")[0]
        key = f"{_plain(function)}: {_changed(bodies[called.partition('__mutmut_')[0] + '__mutmut_orig'], body)}"
        met[key] += 1
        yield Mutant(whole, function, key if met[key] == 1 else f"{key} ({met[key]})", path, spans[called])


def _plain(function: str) -> str:
    """Gives the name of a function as a person writes it."""
    room, _, called = function.removeprefix("gatherround.").rpartition(".")
    return f"{room}.{called.removeprefix('x_').removeprefix('xǁ').replace('ǁ', '.')}"


def _changed(before: Sequence[str], after: Sequence[str]) -> str:
    """Gives what a mutant changes, on one line."""
    gone, come = [], []
    for line in difflib.ndiff(before, after):
        if line.startswith("- "):
            gone.append(line[2:].strip())
        elif line.startswith("+ "):
            come.append(line[2:].strip())
    return f"{' '.join(gone)} → {' '.join(come)}"


def refused(root: Path, found: Sequence[Mutant]) -> list[Mutant]:
    """Gives the mutants that mypy --strict does not let pass."""
    with change_cwd(root / "mutants"):
        errors = run_type_checker(config().type_check_command)
        where = {(error.file_path, error.line_number) for error in errors}
        return [
            one for one in found if any((one.path.absolute(), line) in where for line in (*one.lines, one.lines.stop))
        ]

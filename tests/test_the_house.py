"""The house stays one in which everybody finds the way: no room is crowded."""

from __future__ import annotations

import ast
import re
from collections import Counter
from graphlib import TopologicalSorter
from itertools import accumulate, chain
from pathlib import Path

import pytest

from gatherround.cli import BROKE, CANNOT_OPEN, FINE, INTERRUPTED, NOT_DONE, WRONG_USE

HOUSE = Path(__file__).parent.parent / "src" / "gatherround"
MOST_LINES = 300
MOST_STATEMENTS = 40
PLANNED = ("domain", "pantry", "storage", "host", "paper")
FILES = sorted(HOUSE.rglob("*.py"))


def test_no_file_is_longer_than_somebody_reads_in_one_go() -> None:
    long = {str(file.relative_to(HOUSE)): lines for file in FILES if (lines := _lines(file)) > MOST_LINES}
    assert long == {}


@pytest.mark.parametrize("room", sorted(path.name for path in HOUSE.iterdir() if path.is_dir() and path.name[0] != "_"))
def test_no_function_does_more_than_fits_a_glance(room: str) -> None:
    long = {
        f"{file.relative_to(HOUSE)}:{function.lineno} {function.name}"
        for file in (HOUSE / room).rglob("*.py")
        for function in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and _statements(function) > MOST_STATEMENTS
    }
    assert long == set()


def test_the_floor_plan_names_every_module_between_the_front_door_and_the_screens_once() -> None:
    plan = (HOUSE.parent.parent / "docs" / "architecture.md").read_text("utf-8")
    _, _, lying = plan.partition("## What lies in which room")
    named: list[str] = []
    for row in lying.partition("\n## ")[0].splitlines():
        room = ""
        for name in re.findall(r"`([^`]+)`", row.split("|")[1]) if row.startswith("| `") else ():
            room = name.rpartition("/")[0] or room
            named.append(name if "/" in name else f"{room}/{name}".removeprefix("/"))
    assert [name for name, often in Counter(named).items() if often > 1] == []
    assert {name for name in named if name.endswith(".py") and not (HOUSE / name).exists()} == set()
    there = {f"{room}/{file.name}" for room in PLANNED for file in (HOUSE / room).glob("*.py")}
    assert {name for name in there if not name.endswith("__init__.py")} - {*named} == set()


def test_nobody_waits_for_a_module_that_waits_for_them() -> None:
    """Keys import pages while a thread imports what reads story books: round a circle one would get half a module."""
    needs = {_module(file): _needed(file) for file in FILES}
    needs.pop("gatherround.cli")  # the front door: all of it is there before any thread begins
    TopologicalSorter({module: needed & {*needs} for module, needed in needs.items()}).prepare()


def test_every_screen_lets_go_a_size_that_its_window_has_no_longer() -> None:
    """A page made straight from Textual's may lay itself out without an end: see `Layer` in `ui/screens/layers.py`."""
    bare = {
        f"{file.relative_to(HOUSE)}: {made.name}"
        for file in (HOUSE / "ui").rglob("*.py")
        for made in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(made, ast.ClassDef) and re.search(r"\b(Modal)?Screen\b", " ".join(map(ast.unparse, made.bases)))
    }
    assert bare == {"ui/screens/layers.py: Layer", "ui/screens/layers.py: Over"}


def test_what_a_page_has_to_find_it_holds_and_never_looks_for() -> None:
    """A page may be going, or not yet laid, when a key comes: then a `query_one` finds nothing and is a crash."""
    looking = {f"{file.relative_to(HOUSE)}" for file in (HOUSE / "ui").rglob("*.py") if "query_one" in file.read_text()}
    assert looking == set()


@pytest.mark.parametrize(
    "said",
    [
        "Nobody of that name has a card here.",
        "Under two: welcome at the table",
        "?mode=ro",
        "story.schema.json",
        "cover.schema.json",
        "not therapy",
        "rown-up with this computer could read",
    ],
)
def test_what_is_said_or_called_so_in_several_rooms_stands_in_one(said: str) -> None:
    assert len([file for file in FILES if said in file.read_text("utf-8")]) == 1


def test_an_exit_code_has_one_name_and_that_at_the_front_door() -> None:
    codes = {FINE, NOT_DONE, WRONG_USE, CANNOT_OPEN, BROKE, INTERRUPTED}
    numbered = {
        f"{file.name}: {ast.unparse(line)}"
        for file in (HOUSE / "cli").glob("*.py")
        for line in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(line, ast.Assign | ast.AnnAssign | ast.Return) and file.name != "endings.py"
        if isinstance(line.value, ast.Constant) and type(line.value.value) is int and line.value.value in codes
    }
    assert numbered == set()
    assert len(codes) == 6


def _module(file: Path) -> str:
    return ".".join(("gatherround", *file.relative_to(HOUSE).with_suffix("").parts)).removesuffix(".__init__")


def _needed(file: Path) -> set[str]:
    """Gives what has to be there before a module is: what it imports as it is read, and the rooms of all that."""
    named = {_module(file).rpartition(".")[0]}
    for line in ast.parse(file.read_text("utf-8")).body:
        match line:
            case ast.ImportFrom(module=str(module), names=names):
                named |= {module, *(f"{module}.{one.name}" for one in names)}
            case ast.Import(names=names):
                named |= {one.name for one in names}
    return {*chain.from_iterable(accumulate(name.split("."), "{}.{}".format) for name in named)} - {_module(file)}


def _lines(file: Path) -> int:
    return file.read_text("utf-8").count("\n")


def _statements(function: ast.AST) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(function)) - 1

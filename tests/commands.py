"""Every command of the front door, said once each in an order in which each finds what it needs."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from gatherround.cli.grammar import Grammar
from gatherround.cli.parser import grammar

PLAIN = ["--plain"]


def every_command(ground: Path) -> list[list[str]]:
    """Gives each command with what it takes; what is written beside the home goes into `ground`."""
    book, export = f"{ground}/kitchen-tales", f"{ground}/out.json"
    said = [
        ["people", "add", "Ada", "--born", "2015-05"],
        ["people", "add", "Ben", "--stage", "18+"],
        ["people"],
        ["people", "list", "--json"],
        ["people", "change", "Ada", "--helps", "a hug"],
        ["people", "move", "Ada", "2"],
        ["people", "lock", "Ben"],
        ["people", "unlock", "Ben", "--forgotten"],
        PLAIN,
        ["shelf", "--age", "9"],
        ["packs", "new", book],
        ["packs", "check", book],
        ["packs", "schema"],
        ["packs", "install", "--yes", book],
        ["packs", "list"],
        ["packs", "export", "--yes", "kitchen-tales", f"{ground}/kitchen-tales.zip"],
        ["print", "tonight", "--people", "grown-up, 9"],
        ["print", "first-talk"],
        ["print", "kitchen-tales", "--to", f"{ground}/cards.html"],
        ["packs", "remove", "--yes", "kitchen-tales"],
        ["faces", "--svg", f"{ground}/faces"],
        ["practices"],
        ["keepsake"],
        ["export", export],
        ["where"],
        ["doctor"],
        ["restore"],
        ["people", "goodbye", "Ben", "--yes", "--yes"],
        ["erase", "--everything", "--yes", "--yes"],
        ["import", export],
    ]
    known = {*ways(grammar())}
    missing = known - {tuple(words[:most]) for words in said for most in range(3)}
    assert not missing, f"commands that no test says: {missing}"
    return said


def ways(parser: Grammar, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Gives every command that a parser knows, by its words."""
    parser.learn()
    inner = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not inner or "run" in parser._defaults:
        yield before
    for action in inner:
        for name, one in action.choices.items():
            yield from ways(one, (*before, name))

"""Story books from the command line; nothing here draws a screen, and a check opens no house, so none is loaded."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from gatherround.cli.endings import FINE, NOT_DONE
from gatherround.cli.saying import columns, shown
from gatherround.domain.text import named_so, one_line

if TYPE_CHECKING:
    from gatherround.domain.packs import Origin
    from gatherround.host.house import House
    from gatherround.pantry.library import Book

_ORIGINS: Final[Mapping[Origin, str]] = {"shipped": "came with the game", "family": "yours"}


def list_packs(asked: argparse.Namespace) -> int:
    """Lists every story book, how much of it plays, and what keeps the rest out."""
    from gatherround.cli.house import in_the_house

    return in_the_house(asked, _listed)


def _listed(house: House, asked: argparse.Namespace) -> int:
    books = house.shelf.books
    if asked.json:
        rows = [
            {
                "id": book.id,
                "origin": book.origin,
                "activities": [one.full_id for one in book.activities],
                "problems": len(book.notes),
            }
            for book in books
        ]
        print(json.dumps(rows, indent=2, ensure_ascii=False))
        return FINE
    print(*columns([_row(book) for book in books]), sep="\n")
    return FINE


def _row(book: Book) -> tuple[str, ...]:
    title = one_line(book.pack.title) if book.pack else "(its cover cannot be read)"
    look = f"{len(book.notes)} to look at: gatherround packs check {shown(book.path)}" if book.notes else ""
    return named_so(book.id), title, f"{len(book.activities):>4} to play", _ORIGINS[book.origin], look


def check_packs(asked: argparse.Namespace) -> int:
    """Checks story books and says every problem; one that keeps something out of play is amiss."""
    from gatherround.host.checking import CannotRead, check

    off = False
    reports = []
    for path in asked.paths:
        try:
            reports.append(check(path, measure=asked.measure or asked.json))
        except CannotRead as trouble:
            print(trouble.sentence, file=sys.stderr)
            off = True
    if asked.json:
        print(json.dumps([report.shape() for report in reports], indent=2, ensure_ascii=False))
    elif reports:
        print("\n".join(line for report in reports for line in (*report.lines(), *report.counts())))
    found = any(report.errors or (asked.strict and report.findings) for report in reports)
    return NOT_DONE if off or found else FINE


def print_schema(asked: argparse.Namespace) -> int:
    """Prints the schema for an editor."""
    from gatherround.host.checking import schema

    print(json.dumps(schema(asked.of), indent=2, ensure_ascii=False))
    return FINE

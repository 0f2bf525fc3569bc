"""Brings a family file to today's schema: all of the way, or not a step."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from gatherround.storage.looking import APPLICATION_ID

BACKED_UP_FROM: Final = 1
"""The first version that can hold anything worth a copy."""


@dataclass(frozen=True, slots=True)
class Step:
    """The statements that make schema `version` out of the one before."""

    version: int
    statements: tuple[str, ...]


Steps: TypeAlias = tuple[Step, ...]


@cache
def shipped_steps() -> Steps:
    """Gives every step that ships with this Gather Round, from 1 upwards without a gap."""
    scripts = sorted(
        (file for file in Path(__file__).with_name("migrations").iterdir() if file.name.endswith(".sql")),
        key=lambda file: file.name,
    )
    steps = tuple(
        Step(int(script.name.split("_")[0]), tuple(statements(script.read_text("utf-8")))) for script in scripts
    )
    if [step.version for step in steps] != list(range(1, len(steps) + 1)):
        raise ValueError("migrations are numbered from 0001 without a gap")
    return steps


def statements(script: str) -> Iterator[str]:
    """Splits a script into single statements; a semicolon in a text, a comment or a trigger splits nothing."""
    *pieces, rest = script.split(";")
    begun = ""
    for piece in pieces:
        begun += piece + ";"
        if sqlite3.complete_statement(begun):
            yield begun.strip()
            begun = ""
    if any(line.strip() and not line.lstrip().startswith("--") for line in (begun + rest).splitlines()):
        raise ValueError("a migration ends within a statement")


def newest(steps: Steps) -> int:
    """Gives the version that these steps lead to."""
    return steps[-1].version


def migrate(connection: sqlite3.Connection, steps: Steps, back_up: Callable[[int], object]) -> int:
    """Runs the steps that are still to come in one transaction, and gives the version that the file has then.

    `back_up` hears the old version while nobody can write. A newer version than the last step's stays as it is.
    Raises sqlite3.Error or whatever `back_up` raises, and then nothing has changed. Never `executescript`: it commits
    first, and a kill in the middle of it would leave half a schema for ever.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        to_come = [step for step in steps if step.version > version]
        if to_come and version >= BACKED_UP_FROM:
            back_up(version)
        for step in to_come:
            _run(connection, step)
        connection.execute("COMMIT")
        return max(version, newest(steps))
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _run(connection: sqlite3.Connection, step: Step) -> None:
    for statement in step.statements:
        connection.execute(statement)
    # A pragma takes no parameters; both numbers are our own.
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {step.version}")

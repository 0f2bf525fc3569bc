"""Checks story books on a parent's behalf and says what was found, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel

from gatherround.domain.counting import counted
from gatherround.domain.packs import Origin
from gatherround.domain.plain_values import to_plain
from gatherround.domain.stages import stage_named
from gatherround.host.paths import is_file, is_there, meant
from gatherround.host.shelf import FAMILY_PACKS, shipped_shelf
from gatherround.pantry.lists import Lists, read_lists
from gatherround.pantry.marks import Problem, caret, shown
from gatherround.pantry.measures import Measures, measures
from gatherround.pantry.misnamed import part_of, too_high
from gatherround.pantry.pages import Located, plain_bytes
from gatherround.pantry.reader import CannotRead, PackReading, read_pack
from gatherround.pantry.schema import ActivityFile, PackFile, WholePack
from gatherround.storage.home import family_file

__all__ = ["CannotRead", "Report", "check", "schema"]

NOTHING_THERE: Final = "There is nothing at {path}. A story book is a folder with a pack.yaml in it, or one .yaml file."


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one story book, and what was counted in it where that was asked for."""

    reading: PackReading
    measures: tuple[Measures, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems keep something out of play."""
        return sum(1 for at in self.reading.problems if at.problem.severity == "error")

    @property
    def findings(self) -> int:
        """How many problems only advise."""
        return len(self.reading.problems) - self.errors

    def lines(self) -> Iterator[str]:
        """Gives each problem with the line it stands in and a sign under it, then what was checked."""
        for at in sorted(self.reading.problems, key=lambda at: (str(at.path), at.problem)):
            yield from _said(at)
        count = len(self.reading.activities)
        whole = f"{count} {'activity plays' if count == 1 else 'activities play'}"
        off = f"{counted(self.errors, 'error')}, {counted(self.findings, 'finding')}"
        yield f"{_named(self.reading.path)}: {whole}; {off}."

    def off(self, within: Path) -> Iterator[str]:
        """Gives each problem on one line, by the name of its file within the story book."""
        for at in sorted(self.reading.problems, key=lambda at: (str(at.path), at.problem)):
            name = at.path.relative_to(within).as_posix() if at.path.is_relative_to(within) else at.path.name
            problem = at.problem
            told = f"line {problem.line}: {problem.message} {problem.advice}"
            yield f"{shown(name if name != '.' else within.name, most=len(name))}, {told}"

    def counts(self) -> Iterator[str]:
        """Gives what was counted: a line for each activity, and one for each age that hears it."""
        for each in self.measures:
            told = ", ".join(f"{minutes:.1f} with {players}" for players, minutes in each.told)
            yield f"{each.activity}: {each.planned} minutes planned with 3; told in {told}"
            for stage, heard in each.heard:
                age = stage_named(stage).said
                longest = f"longest sentence {heard.longest:>2}"
                yield f"    for {age:<9}{heard.words:>5} words, {longest}, grade {heard.grade:4.1f}"

    def shape(self) -> dict[str, Any]:
        """Gives the same as plain values, for a program to read."""
        problems = [
            {"file": str(at.path), **to_plain(at.problem), "severity": at.problem.severity}
            for at in self.reading.problems
        ]
        return {
            "path": str(self.reading.path),
            "id": self.reading.pack.id if self.reading.pack else None,
            "activities": [activity.full_id for activity in self.reading.activities],
            "problems": problems,
            "measures": [_counted_shape(each) for each in self.measures],
        }


def _counted_shape(each: Measures) -> dict[str, Any]:
    heard = {
        stage: {"words": one.words, "longest": one.longest, "grade": round(one.grade, 1)} for stage, one in each.heard
    }
    told = {str(players): round(minutes, 1) for players, minutes in each.told}
    return {"activity": each.activity, "planned": each.planned, "told": told, "heard": heard}


def _said(at: Located) -> Iterator[str]:
    found, source = at.problem, plain_bytes(at.path)
    place = f"{_named(at.path)}:{found.line}:{found.column}"
    yield f"{place}: {found.severity} [{found.code}] {found.message} {found.advice}"
    if not isinstance(source, Problem) and found.code != "utf-16":
        yield from (f"    {line}".rstrip() for line in caret(source, found).split("\n"))


def _named(path: Path) -> str:
    """Gives a path without anything that could steer a terminal: whoever made the story book chose its files' names."""
    return shown(str(path), most=len(str(path)))


def check(path: Path, *, measure: bool = False) -> Report:
    """Reads a story book with the shelf's own lists, and counts in it if asked; CannotRead where there is none.

    A file that is one activity of a folder is read with its book, and only what was found in that file is said. Where
    another part of a book was named, or the folder that books lie in, the sentence names the book's own.
    """
    if not is_there(meant(path)):
        raise CannotRead(path, NOTHING_THERE.format(path=shown(str(path), most=100)))
    shelf = shipped_shelf()
    book = _book_of(path)
    whole = book or path
    if book is None and (instead := part_of(path, "check") or too_high(path, "check")):
        raise CannotRead(path, instead)
    reading = read_pack(whole, _lists(shelf), origin=_origin(whole, shelf / "packs"), at_home=_at_home(whole))
    if book:
        reading = replace(reading, problems=tuple(at for at in reading.problems if at.path == path.absolute()))
    return Report(reading, tuple(measures(activity) for activity in reading.activities) if measure else ())


def _book_of(path: Path) -> Path | None:
    """Gives the folder of the story book that this file is an activity of, else none."""
    path = path.absolute()
    book = path.parent.parent
    return book if path.parent.name == "activities" and is_file(path) and is_file(book / "pack.yaml") else None


@cache
def _lists(shelf: Path) -> Lists:
    """Reads the closed lists once for many books; they came with the game and stay as they are while it runs."""
    return read_lists(shelf)


def _origin(path: Path, shipped: Path) -> Origin:
    """Tells where a story book comes from by where it lies."""
    try:
        return "shipped" if path.resolve().parent == shipped.resolve() else "family"
    except (OSError, ValueError, RuntimeError):  # a name that no disk could hold, or links in a ring; reading says so
        return "family"


def _at_home(path: Path) -> bool:
    """Tells whether a story book lies on the shelf of a house, where its own stories are in the book they belong in."""
    shelf = path.absolute().parent
    return shelf.name == FAMILY_PACKS and is_file(family_file(shelf.parent))


def schema(of: Literal["book", "activity", "cover"] = "book") -> dict[str, Any]:
    """Gives the JSON schema of a whole story book in one file, of one activity file, or of a pack.yaml."""
    models: dict[str, type[BaseModel]] = {"book": WholePack, "activity": ActivityFile, "cover": PackFile}
    made: dict[str, Any] = models[of].model_json_schema()
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return made

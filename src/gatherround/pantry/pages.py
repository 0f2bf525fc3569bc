"""The files of a story book as they were found: read, shaped, and every part of them at its place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from stat import S_ISREG
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from gatherround.pantry.marks import Mark, Pairs, Problem, shown
from gatherround.pantry.sentences import Finding, findings
from gatherround.pantry.sentences import Path as FieldPath
from gatherround.pantry.strict_yaml import MOST_BYTES, read
from gatherround.pantry.tree import Marks, shaped

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Located:
    """A problem, and the file it stands in."""

    path: Path
    problem: Problem


@dataclass(frozen=True, slots=True)
class Page:
    """One file: what was written, its places, its texts that no pack may carry, and what its signs came to.

    Nothing was written where the file does not hold fields; then `signs` says why.
    """

    path: Path
    written: dict[str, Any] | None
    marks: Marks
    hidden: tuple[Finding, ...] = ()
    signs: tuple[Problem, ...] = ()


def plain_bytes(path: Path, most: int = MOST_BYTES) -> bytes | Problem:
    """Reads a regular file and nothing else, one byte beyond the most at most: a pipe would wait for ever."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        cure = 'Make one that begins with "format: 1", and below it "id:" and "title:".'
        return _unreadable(f"There is no {shown(path.name)} here.", cure)
    except OSError:
        return _unreadable("This is a link, or a file that may not be opened.", "Put the file itself here.")
    try:
        if not S_ISREG(os.fstat(handle).st_mode):
            return _unreadable("This is no plain file.", "Put a text file here.")
        with os.fdopen(handle, "rb", closefd=False) as file:
            return file.read(most + 1)
    finally:
        os.close(handle)


def _unreadable(message: str, advice: str) -> Problem:
    return Problem(1, 1, "unreadable-file", message, advice)


def opened(path: Path) -> Page:
    """Reads one file into a page, whatever it is."""
    source = plain_bytes(path)
    if isinstance(source, Problem):
        return Page(path, None, Marks(), signs=(source,))
    reading = read(source)
    if reading.root is None:
        return Page(path, None, Marks(), signs=reading.problems)
    written, marks, hidden = shaped(reading.root)
    if isinstance(reading.root, Pairs):
        return Page(path, written, marks, tuple(hidden), reading.problems)
    off = Problem(1, 1, "type", "This file does not begin with a field.", 'Begin with a line such as "id: my-story".')
    return Page(path, None, marks, signs=(*reading.problems, off))


@dataclass(frozen=True, slots=True)
class Part:
    """A cover or an activity: the page it is on, and where on that page it begins."""

    page: Page
    at: FieldPath = ()

    def located(self, found: Finding) -> Located:
        """Gives a finding of this part its file and line."""
        whole = replace(found, path=(*self.at, *found.path))
        return Located(self.page.path, self.page.marks.problem(whole))

    def model(self, kind: type[M], problems: list[Located]) -> M | None:
        """Gives the model of this part unless something is off about it; notes what that is."""
        if self.page.written is None:
            return None
        made, found = self._validated(kind, self.page.written)
        named = {self._as_written(finding.path) for finding in found}
        hidden = [finding for finding in self._hidden() if finding.path not in named]
        told = {(sign.line, sign.column, sign.code) for sign in self.page.signs}
        located = [self.located(finding) for finding in [*found, *hidden]]
        problems.extend(at for at in located if (at.problem.line, at.problem.column, at.problem.code) not in told)
        return None if hidden or self._spoilt() else made

    def _validated(self, kind: type[M], written: Any) -> tuple[M | None, list[Finding]]:
        for part in self.at:
            written = written[part]
        try:
            return kind.model_validate(written), []
        except ValidationError as error:
            below = len(self.at)
            empty = frozenset(path[below:] for path in self.page.marks.empty if path[:below] == self.at)
            return None, findings(error, kind, self._as_written, empty)

    def _as_written(self, path: FieldPath) -> FieldPath:
        return self.page.marks.written((*self.at, *path))[len(self.at) :]

    def _hidden(self) -> Iterator[Finding]:
        """Gives the texts of this part that no pack may carry; those of an activity are not its cover's."""
        for found in self.page.hidden:
            if (found.path[:2] if found.path[0] == "activities" else ()) == self.at:
                yield replace(found, path=found.path[len(self.at) :])

    def _spoilt(self) -> bool:
        """Tells whether a sign that no pack may hold stands in this part."""
        signs = [Mark(at.line, at.column) for at in self.page.signs if at.severity == "error"]
        if not signs:
            return False
        values = self.page.marks.values
        begun = [(mark, at) for at, mark in values.items() if len(at) == 2 and at[0] == "activities"]
        return any(_inmost(sign, begun, values[()]) == self.at for sign in signs)


def _inmost(place: Mark, begun: Iterable[tuple[Mark, FieldPath]], margin: Mark) -> FieldPath:
    """Goes by where things begin: an activity reaches to the next one, and what begins at the margin is cover."""
    inmost: FieldPath = ()
    if place.column > margin.column:
        for mark, at in begun:
            inmost = at if mark <= place else inmost
    return inmost

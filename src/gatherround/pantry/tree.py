"""Turns a marked tree into plain shapes for the models, and remembers where each of them stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from gatherround.domain.text import forbidden
from gatherround.pantry.marks import Items, Mark, Node, Pairs, Problem, Scalar
from gatherround.pantry.sentences import NO_WORDS, Finding, Path

MOST_CHARACTERS: Final = 1_200
MOST_LINES: Final = 40


@dataclass(slots=True)
class Marks:
    """Where each path of a file stands: its value, and the key that names it; `empty` are keys without a value."""

    values: dict[Path, Mark] = field(default_factory=dict)
    keys: dict[Path, Mark] = field(default_factory=dict)
    empty: set[Path] = field(default_factory=set)

    def problem(self, found: Finding) -> Problem:
        """Gives a finding its line and column: its own place, or the nearest place above it that was written."""
        path = self.written(found.path)
        first, second = (self.keys, self.values) if found.at_key else (self.values, self.keys)
        mark = first.get(path) or second.get(path) or Mark(1, 1)
        return Problem(mark.line, mark.column, found.code, found.message, found.advice, found.severity)

    def written(self, path: Path) -> Path:
        """Gives a path as the file has it: without the names that a short form left out, as far as it was written."""
        here: Path = ()
        for part in path:
            if (*here, part) in self.values or (*here, part) in self.keys:
                here = (*here, part)
            elif isinstance(part, int):
                break
        return here


def shaped(root: Node) -> tuple[Any, Marks, list[Finding]]:
    """Gives the plain shape of a tree, the place of every part, and texts that no pack may carry.

    A field with nothing after its colon counts as not written; where it is needed, that is said at its own line.
    """
    marks = Marks()
    found: list[Finding] = []
    return _shape(root, (), marks, found), marks, found


def _shape(node: Node, path: Path, marks: Marks, found: list[Finding]) -> Any:
    marks.values[path] = node.mark
    match node:
        case Scalar():
            found.extend(_text_findings(node.text, path))
            return node.text
        case Items():
            return [_shape(item, (*path, index), marks, found) for index, item in enumerate(node.items)]
        case Pairs():
            return _mapping(node, path, marks, found)


def _mapping(node: Pairs, path: Path, marks: Marks, found: list[Finding]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, value in node.pairs:
        here = (*path, name.text)
        marks.keys[here] = name.mark
        found.extend(_text_findings(name.text, here))
        if isinstance(value, Scalar) and value.plain and not value.text:
            marks.empty.add(here)
            if path[-1:] == ("seats",) and "steps" not in path:
                made[name.text] = {}  # somebody who is named and not told of is not nobody
            continue
        made[name.text] = _shape(value, here, marks, found)
    return made


def _text_findings(text: str, path: Path) -> Iterator[Finding]:
    if not text.strip():
        yield Finding("no-words", path, *NO_WORDS)
    if (hidden := forbidden(text)) is not None:
        message = f"Something invisible hides in this text: {hidden.name} ({hidden.point})."
        yield Finding("forbidden-character", path, message, "Delete the text and type it again, without codes.")
    if len(text) > MOST_CHARACTERS or text.rstrip("\n").count("\n") >= MOST_LINES:
        message = "This text is longer than anybody reads out at a table."
        cure = f"At most {MOST_CHARACTERS:,} letters and {MOST_LINES} lines. Cut it in two."
        yield Finding("text-too-long", path, message, cure)

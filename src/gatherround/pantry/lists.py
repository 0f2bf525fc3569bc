"""The closed lists that packs draw on: feeling words, practices and evidence, read from the shelf's own files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gatherround.domain.play.plan import FeelingWord
from gatherround.pantry.marks import Items, Node, Pairs, Scalar
from gatherround.pantry.strict_yaml import read


@dataclass(frozen=True, slots=True)
class Practice:
    """One thing the game makes real, in one line; `carried` is false for a claim that does not hold up, and why."""

    id: str
    line: str
    carried: bool
    because: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of what research allows: a modest finding, who found it and when, and the rule it sets."""

    id: str
    topic: str
    finding: str
    source: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """Every closed list, by id or word."""

    feelings: tuple[FeelingWord, ...] = ()
    practices: tuple[Practice, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class ListsBroken(Exception):  # noqa: N818 (named for the trouble: the shelf itself is not whole)
    """One of the shelf's own lists cannot be read; the game was installed in halves."""


def read_lists(shelf: Path) -> Lists:
    """Reads the three lists of a shelf; raises ListsBroken where one is not whole."""
    return Lists(
        feelings=tuple(
            FeelingWord(row["word"], row["from"], row.get("face"))
            for row in _rows(shelf / "vocabulary.yaml", "feelings")
        ),
        practices=tuple(
            Practice(row["id"], row["line"], row["carried"] == "true", row.get("because", ""))
            for row in _rows(shelf / "practices.yaml", "practices")
        ),
        evidence=tuple(
            Evidence(row["id"], row["topic"], row["finding"], row["source"], row["rule"])
            for row in _rows(shelf / "evidence.yaml", "evidence")
        ),
    )


def _rows(path: Path, key: str) -> list[Mapping[str, str]]:
    try:
        reading = read(path.read_bytes())
    except OSError:
        raise ListsBroken(path.name) from None
    if not isinstance(reading.root, Pairs) or reading.problems:
        raise ListsBroken(path.name)
    listed = next((node for name, node in reading.root.pairs if name.text == key), None)
    if not isinstance(listed, Items):
        raise ListsBroken(path.name)
    return [_row(item) for item in listed.items]


def _row(node: Node) -> dict[str, str]:
    if not isinstance(node, Pairs):
        raise ListsBroken("a row is not a mapping")
    return {name.text: value.text for name, value in node.pairs if isinstance(value, Scalar)}

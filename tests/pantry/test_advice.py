"""The table of advice in the guide for authors is the test of it: each example is told, or not told, just that."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from authors import block, cover
from gatherround.pantry.checks.every_rule import RULES
from gatherround.pantry.reader import read_pack
from tables import lists

GUIDE: Final = (Path(__file__).resolve().parents[2] / "docs" / "pack-authors.md").read_text("utf-8")
SECTION: Final = GUIDE.partition("## What the checker advises")[2].partition("\n## ")[0]
ROW: Final = re.compile(r"^\| `([a-z-]+)` \| (.+) \| (.+) \|$", re.MULTILINE)
PIECE: Final = re.compile(r"`([^`]+)`(?: ×(\d+))?")
ROWS: Final = [(code, bad, good) for code, bad, good in ROW.findall(SECTION)]
STORY: Final = re.search(r"```yaml\n(id: .+?)```", SECTION, re.DOTALL)


def read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def story(example: str, name: str) -> dict[str, Any]:
    """Puts the pieces of an example into the story of the guide."""
    assert STORY is not None
    made: dict[str, Any] = read(STORY[1]) | {"id": name}
    for piece, times in PIECE.findall(example):
        put = read(piece)
        if times:
            ((key, text),) = (put[0] if isinstance(put, list) else put).items()
            put = [{key: repeated(text, times)}] if isinstance(put, list) else {key: repeated(text, times)}
        if isinstance(put, list):
            made["steps"] = [*made["steps"], *put]
        else:
            made |= put
    return made


def repeated(text: str, times: str) -> str:
    return " ".join([text] * int(times))


def codes(example: str, folder: Path) -> set[str]:
    """Gives the codes of what the checker says about an example, in one story or in several alike."""
    many = re.search(r"in (\d+) stories$", example)
    stories = [story(example, f"wet-bench-{at}") for at in range(int(many[1]) if many else 1)]
    path = folder / "bus-stop.yaml"
    path.write_text(block(cover("bus-stop") | {"activities": stories}), "utf-8")
    return {at.problem.code for at in read_pack(path, lists()).problems}


@pytest.mark.parametrize(("code", "bad", "good"), ROWS, ids=[row[0] for row in ROWS])
def test_the_checker_speaks_up_at_one_example_and_is_happy_with_the_other(
    tmp_path: Path, code: str, bad: str, good: str
) -> None:
    assert codes(bad, tmp_path) == {code}
    assert codes(good, tmp_path) == set()


def test_every_rule_has_its_row_and_every_row_its_rule() -> None:
    asked_of_all = {rule.code for rule in RULES if "shipped" not in rule.of}
    assert sorted(code for code, _, _ in ROWS) == sorted(asked_of_all | {"name-again"})


def whole_stories() -> Iterator[str]:
    """Gives the stories and story books of the guide that could be copied as they stand."""
    for found in re.findall(r"```yaml\n(.+?)```", GUIDE, re.DOTALL):
        if re.match(r"(format: 1\n)?id: ", found) and "steps:" in found:
            yield found


@pytest.mark.parametrize("text", whole_stories(), ids=lambda text: read(text)["id"])
def test_a_story_in_the_guide_is_as_the_guide_advises(tmp_path: Path, text: str) -> None:
    shape = read(text)
    book = shape if "activities" in shape else cover("guide") | {"activities": [shape]}
    path = tmp_path / f"{book['id']}.yaml"
    path.write_text(block(book), "utf-8")
    assert read_pack(path, lists()).problems == ()

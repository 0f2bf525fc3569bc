"""What the guide for authors says of the format is so: which fields are lists, and what may stand between brackets."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from pydantic import BaseModel

from gatherround.pantry import simple_steps, step_schema
from gatherround.pantry.schema import ActivityFile, PackFile
from gatherround.pantry.strict_yaml import read

GUIDE: Final = (Path(__file__).resolve().parents[2] / "docs" / "pack-authors.md").read_text("utf-8")


def section(heading: str) -> str:
    return GUIDE.partition(f"\n## {heading}")[2].partition("\n## ")[0]


def lists_of(*models: type[BaseModel]) -> set[str]:
    found = ((field.alias or name, str(field.annotation)) for one in models for name, field in one.model_fields.items())
    return {name for name, annotation in found if "list[" in annotation.split("|")[0]}


def step_models() -> Iterator[type[BaseModel]]:
    for module in (simple_steps, step_schema):
        yield from (
            one
            for one in vars(module).values()
            if isinstance(one, type) and issubclass(one, BaseModel) and one.__module__ == module.__name__
        )


@pytest.mark.parametrize(
    ("heading", "models"),
    [
        ("The cover", (PackFile,)),
        ("The fields of an activity", (ActivityFile,)),
        ("The fifteen steps", tuple(step_models())),
    ],
    ids=["cover", "activity", "steps"],
)
def test_what_the_guide_marks_as_a_list_is_one_and_nothing_else(
    heading: str, models: tuple[type[BaseModel], ...]
) -> None:
    assert set(re.findall(r"`([a-z-]+)` †", section(heading))) == lists_of(*models)


def test_what_the_five_rules_show_between_brackets_reads_as_it_is_meant() -> None:
    shown = re.findall(r"`([\[{]\w.+?[\]}])`", section("YAML in five rules"), re.DOTALL)
    assert len(shown) == 3
    for text in shown:
        assert read(f"x: {text}\n".encode()).problems == ()
    assert read(b"x: {text: Wren, where is Oskar?, wait: 5}\n").problems != ()

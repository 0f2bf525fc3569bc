"""Writes activities as an author would: the fields of a file, short where they may be, and story books of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from gatherround.domain.activities import Activity
from gatherround.pantry.writing import written

Fields = dict[str, Any]


def cover(name: str, **more: Any) -> Fields:
    """Gives the fields of a story book's cover."""
    return {"format": 1, "id": name, "title": "Made Up", **more}


def write_file(folder: Path, name: str, *stories: Activity | Fields, **more: Any) -> Path:
    """Writes a story book into one file."""
    path = folder / f"{name}.yaml"
    path.write_text(block(cover(name, **more) | {"activities": [_as_fields(story) for story in stories]}), "utf-8")
    return path


def write_folder(folder: Path, name: str, *stories: Activity | Fields, **more: Any) -> Path:
    """Writes a story book into a folder, an activity a file."""
    path = folder / name
    (path / "activities").mkdir(parents=True)
    (path / "pack.yaml").write_text(block(cover(name, **more)), "utf-8")
    for at, story in enumerate(stories):
        (path / "activities" / f"{at:03}.yaml").write_text(block(_as_fields(story)), "utf-8")
    return path


def _as_fields(story: Activity | Fields) -> Fields:
    return written(story) if isinstance(story, Activity) else story


def block(shape: Fields, width: int = 80) -> str:
    """Gives a shape as YAML in block style."""
    return yaml.safe_dump(shape, sort_keys=False, allow_unicode=True, default_flow_style=False, width=width)


def small(name: str = "teaspoon", **more: Any) -> Fields:
    """Gives the fields of the smallest activity that plays."""
    steps = [{"read": {"text": "It hums.", "beat": "laugh"}}, {"ask": "Where does the smallest spoon go at night?"}]
    least = {"id": name, "title": "The Teaspoon", "kind": "script", "ages": "5+", "minutes": 1, "players": "2-5"}
    return {**least, "steps": steps, **more}

"""What the format knows at a place in a file: which fields there may be, and which short form."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from gatherround.pantry.fields import Short


def fields_of(model: type[BaseModel] | None) -> list[str]:
    """Gives the names of a model's fields as they are written."""
    return [field.alias or name for name, field in model.model_fields.items() if name != "plain"] if model else []


def model_at(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Walks the models down a path; a seat's own id stands between "seats" and its fields."""
    here: type[BaseModel] | None = model
    for at, part in enumerate(path):
        if isinstance(part, str) and path[at - 1 : at] != ("seats",):
            here = model_of(here, part)
    return here


def model_of(model: type[BaseModel] | None, key: str) -> type[BaseModel] | None:
    """Gives the model of what a field holds, or of the entries of its list; none where those are plain texts."""
    for name, field in model.model_fields.items() if model else ():
        if (field.alias or name) == key:
            return _first_model(field.annotation)
    return None


def _first_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        if (found := _first_model(inner)) is not None:
            return found
    return None


def short_of(model: type[BaseModel], path: tuple[str | int, ...]) -> Short | None:
    """Gives the short form that may stand at a path, or none."""
    here = model_at(model, path[:-1])
    fields = here.model_fields.items() if here and path else ()
    metadata = next((field.metadata for name, field in fields if (field.alias or name) == path[-1]), [])
    return next((each for each in metadata if isinstance(each, Short)), None)

"""The small types of the format: texts with rungs, ages, players, names, and short forms of long fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Final, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from gatherround.domain.activities import OLDEST
from gatherround.domain.ids import KEPT_NAMES
from gatherround.domain.stages import Band
from gatherround.domain.steps import Wording

PLAIN: Final = "plain"
_BANDS: Final = frozenset(Band)
_RANGE: Final = re.compile(r"(\d{1,3})(?:-(\d{1,3})|(\+))?")
MOST_PLAYERS: Final = 12


class Shape(BaseModel):
    """What every mapping of the format shares: closed, frozen, and silent about its input in errors."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
        populate_by_name=False,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
        use_attribute_docstrings=True,
    )


@dataclass(frozen=True, slots=True)
class Short:
    """Marks a field that may be written short: a text (or a list) that stands for the one named inside."""

    key: str
    lists: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Turns the short form into the long one before it is looked at."""
        return core_schema.no_info_before_validator_function(self._long, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tells an editor that both forms are fine."""
        short = {"type": "array", "items": {"type": ["string", "object"]}} if self.lists else {"type": "string"}
        rungs = [] if self.lists or self.key in {"how", "pattern"} else [_rungs_schema()]
        return {"anyOf": [short, *rungs, handler(schema)]}

    def _long(self, written: Any) -> Any:
        if isinstance(written, list if self.lists else str) or _only_bands(written):
            return {self.key: written}
        return written


def _rungs_schema() -> JsonSchemaValue:
    """Gives what an editor needs to know of a text with rungs."""
    bands = {band.value: {"type": "string"} for band in Band}
    return {"type": "object", "properties": bands, "additionalProperties": False, "minProperties": 1}


def _only_bands(written: Any) -> bool:
    """Tells whether a mapping holds rungs and nothing else: the short form of a text with rungs."""
    return isinstance(written, dict) and bool(written) and all(key in _BANDS for key in written)


class Rungs(Shape):
    """A text for everybody, or one wording for each band and nothing else."""

    plain: str | None = None
    toddler: str | None = None
    """Two to four years."""
    school: str | None = None
    """Five to eleven years."""
    teen: str | None = None
    """Twelve to seventeen years."""
    adult: str | None = None
    """Eighteen and up."""

    def wording(self) -> Wording:
        """Gives the value that the rules know."""
        return Wording(self.plain, self.toddler, self.school, self.teen, self.adult)


class _RungsOrText(Short):
    """A text, or a mapping of bands; the word that stands for "everybody" cannot be written by hand."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tells an editor the four bands."""
        return {"anyOf": [{"type": "string"}, _rungs_schema()]}

    def _long(self, written: Any) -> Any:
        if isinstance(written, dict):
            if PLAIN in written:
                raise PydanticCustomError("unknown_band", "{word} is not a band", {"word": PLAIN})
            if not written:
                raise PydanticCustomError("no_rungs", "an empty mapping holds no words")
            return written
        if not isinstance(written, str):
            raise PydanticCustomError("text_or_rungs", "a text, or one wording for each band")
        return {PLAIN: written}


T: TypeAlias = Annotated[Rungs, _RungsOrText(PLAIN)]
"""A text that may have rungs."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range of whole numbers, both ends included."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class SpanField:
    """Reads "9", "9-11" or "9+" within its bounds."""

    least: int
    most: int
    code: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Reads the range; anything else says which ranges are fine."""
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tells an editor how such a range looks."""
        return {"type": ["string", "integer"], "pattern": r"^\d{1,3}(-\d{1,3}|\+)?$"}

    def _read(self, written: Any) -> Span:
        found = _RANGE.fullmatch(written.strip()) if isinstance(written, str) else None
        if found is None:
            raise self._off()
        low = int(found[1])
        high = self.most if found[3] else int(found[2] or low)
        if not self.least <= low <= high <= self.most:
            raise self._off()
        return Span(low, high)

    def _off(self) -> PydanticCustomError:
        return PydanticCustomError(self.code, "{least} to {most}", {"least": self.least, "most": self.most})


def _day(written: Any) -> str:
    """Reads a day as 2031-06-05; anything else says how a day is written."""
    try:
        return date.fromisoformat(str(written).strip()).isoformat()
    except ValueError:
        raise PydanticCustomError("day", "a day as 2031-06-05") from None


Day: TypeAlias = Annotated[str, BeforeValidator(_day, json_schema_input_type=str)]
"""A day of the calendar."""
Ages: TypeAlias = Annotated[Span, SpanField(2, OLDEST, "ages")]
Players: TypeAlias = Annotated[Span, SpanField(1, MOST_PLAYERS, "players")]
Id: TypeAlias = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""A name that never changes: a-z, 0-9 and single dashes."""
OwnId: TypeAlias = Annotated[Id, Field(json_schema_extra={"not": {"pattern": f"^({KEPT_NAMES})$"}})]
"""The same for what has a file of its own: an editor marks what no file can be called on some computers."""
Line: TypeAlias = Annotated[str, Field(min_length=1, max_length=1200)]
"""A text without rungs."""

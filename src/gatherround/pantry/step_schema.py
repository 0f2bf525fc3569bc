"""A step as a story book writes it: exactly one key of fifteen, with doors that hold steps of their own."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from gatherround.domain import steps as domain
from gatherround.pantry.fields import Shape, Short, T
from gatherround.pantry.simple_steps import (
    Ask,
    Breathe,
    Echo,
    Facts,
    Guess,
    Name,
    Offer,
    Read,
    Rewind,
    Seats,
    Swap,
    Talk,
    Vote,
    Word,
    Write,
)


class OneKey(Shape):
    """A mapping of exactly one key, which says what sort of step it is."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    @model_validator(mode="after")
    def _one(self) -> OneKey:
        if len(self.model_fields_set) != 1:
            raise PydanticCustomError("one_key", "a step has exactly one key")
        return self

    def value(self) -> domain.Step:
        """Gives the step that the rules know."""
        only: Any = getattr(self, next(iter(self.model_fields_set)))
        step: domain.Step = only.value()
        return step


class FollowingStep(OneKey):
    """What may follow from a door: read, ask, name, breathe or offer."""

    read: Annotated[Read | None, Short("text")] = None
    ask: Annotated[Ask | None, Short("text")] = None
    name: Name | None = None
    breathe: Annotated[Breathe | None, Short("pattern")] = None
    offer: Annotated[Offer | None, Short("acts", lists=True)] = None


def _following(written: Any) -> Any:
    """Reads a text behind a door as something to read aloud."""
    return written if isinstance(written, list) else [{"read": {"text": written}}]


class Door(Shape):
    """One answer, and what follows from it."""

    say: T
    then: Annotated[list[FollowingStep], BeforeValidator(_following)]

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tells an editor that a text is enough behind a door."""
        made = handler.resolve_ref_schema(handler(schema))
        steps = made["properties"]["then"]
        made["properties"]["then"] = {"anyOf": [{"type": "string"}, {"type": "object"}, steps]}
        return made

    def value(self) -> domain.Door:
        """Gives the door that the rules know."""
        return domain.Door(say=self.say.wording(), then=tuple(step.value() for step in self.then))


class Choose(Shape):
    """Two to four doors."""

    prompt: T
    options: list[Door] = Field(min_length=2, max_length=4)
    id: Word | None = None
    who: Literal["turn", "next"] = "turn"

    def value(self) -> domain.Choose:
        """Gives the step that the rules know."""
        options = tuple(door.value() for door in self.options)
        return domain.Choose(prompt=self.prompt.wording(), options=options, id=self.id, who=self.who)


class Step(OneKey):
    """One thing on the table at a time."""

    read: Annotated[Read | None, Short("text")] = None
    ask: Annotated[Ask | None, Short("text")] = None
    name: Name | None = None
    choose: Choose | None = None
    seats: Annotated[Seats | None, Short("how")] = None
    swap: Annotated[Swap | None, Short("text")] = None
    guess: Guess | None = None
    echo: Annotated[Echo | None, Short("topic")] = None
    vote: Annotated[Vote | None, Short("question")] = None
    facts: Annotated[Facts | None, Short("cards", lists=True)] = None
    talk: Annotated[Talk | None, Short("prompt")] = None
    rewind: Rewind | None = None
    breathe: Annotated[Breathe | None, Short("pattern")] = None
    write: Annotated[Write | None, Short("prompt")] = None
    offer: Annotated[Offer | None, Short("acts", lists=True)] = None

"""The schema that an editor completes from knows every field and step, in words, and takes what the reader takes."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given, settings

from authors import cover, small, written
from gatherround.cli import main
from gatherround.domain.activities import Activity
from gatherround.host.checking import schema
from gatherround.pantry import fields, simple_steps, step_schema
from gatherround.pantry import schema as schema_room
from gatherround.pantry.known import fields_of
from gatherround.pantry.reader import pack_files
from gatherround.pantry.schema import ActivityFile, PackFile
from gatherround.pantry.step_schema import FollowingStep, Step
from stories import activities
from tables import SHELF

STEPS: Final = (
    *("read", "ask", "name", "choose", "seats", "swap", "guess", "echo"),
    *("vote", "facts", "talk", "rewind", "breathe", "write", "offer"),
)
ACTIVITY: Final = schema("activity")
BOOK: Final = schema("book")
COVER: Final = schema("cover")
EXAMPLE: Final = Path(__file__).with_name("example.yaml")


def fits(whole: dict[str, Any], part: Any, value: Any) -> bool:
    """Says whether a value is one that a schema allows; it knows the few words that ours is written in."""
    if ref := part.get("$ref"):
        part = {**whole["$defs"][ref.rpartition("/")[2]], **{key: part[key] for key in part if key != "$ref"}}
    unknown = {*part} - {*_RULES, "properties", "title", "description", "default", "$defs", "$schema"}
    assert not unknown, unknown
    return all(rule(whole, part, value) for word, rule in _RULES.items() if word in part)


_SORTS: Final = {"string": str, "integer": int, "boolean": bool, "array": list, "object": dict, "null": type(None)}


def _of_type(whole: dict[str, Any], part: Any, value: Any) -> bool:
    wanted = part["type"] if isinstance(part["type"], list) else [part["type"]]
    return any(type(value) is _SORTS[sort] for sort in wanted)


def _fields_fit(whole: dict[str, Any], part: Any, value: Any) -> bool:
    if not isinstance(value, dict):
        return True
    known, others = part.get("properties", {}), part.get("additionalProperties", True)
    shapes = part.get("patternProperties", {}).items()
    for name, held in value.items():
        rule = known.get(name, next((each for shape, each in shapes if re.search(shape, name)), others))
        if rule is False or (isinstance(rule, dict) and not fits(whole, rule, held)):
            return False
    return True


_RULES: Final[dict[str, Any]] = {
    "type": _of_type,
    "additionalProperties": _fields_fit,
    "patternProperties": _fields_fit,
    "required": lambda whole, part, value: not isinstance(value, dict) or {*part["required"]} <= {*value},
    "anyOf": lambda whole, part, value: any(fits(whole, each, value) for each in part["anyOf"]),
    "not": lambda whole, part, value: not fits(whole, part["not"], value),
    "items": lambda whole, part, value: (
        not isinstance(value, list) or all(fits(whole, part["items"], at) for at in value)
    ),
    "enum": lambda whole, part, value: value in part["enum"],
    "const": lambda whole, part, value: value == part["const"],
    "pattern": lambda whole, part, value: not isinstance(value, str) or bool(re.search(part["pattern"], value)),
    "propertyNames": lambda whole, part, value: all(fits(whole, part["propertyNames"], name) for name in value),
    "minimum": lambda whole, part, value: not isinstance(value, int) or value >= part["minimum"],
    "maximum": lambda whole, part, value: not isinstance(value, int) or value <= part["maximum"],
    "minLength": lambda whole, part, value: not isinstance(value, str) or len(value) >= part["minLength"],
    "maxLength": lambda whole, part, value: not isinstance(value, str) or len(value) <= part["maxLength"],
    "minItems": lambda whole, part, value: not isinstance(value, list) or len(value) >= part["minItems"],
    "maxItems": lambda whole, part, value: not isinstance(value, list) or len(value) <= part["maxItems"],
    "minProperties": lambda whole, part, value: not isinstance(value, dict) or len(value) >= part["minProperties"],
    "maxProperties": lambda whole, part, value: not isinstance(value, dict) or len(value) <= part["maxProperties"],
}


def an_activity(value: Any) -> bool:
    return fits(ACTIVITY, ACTIVITY, value)


def a_step(step: Any) -> bool:
    return an_activity(small(steps=[step]))


def test_every_field_of_an_activity_is_in_the_schema() -> None:
    assert [*ACTIVITY["properties"]] == fields_of(ActivityFile)
    assert {*ACTIVITY["required"]} == {"id", "title", "kind", "ages", "minutes", "players", "steps"}
    assert ACTIVITY["additionalProperties"] is False


def test_every_field_of_a_story_book_is_in_the_schema() -> None:
    assert [*BOOK["properties"]] == [*fields_of(PackFile), "activities"]
    assert {*BOOK["required"]} == {"format", "id", "title", "activities"}
    assert [*COVER["properties"]] == fields_of(PackFile)
    assert {*COVER["required"]} == {"format", "id", "title"}


def test_every_step_is_in_the_schema_and_only_five_behind_a_door() -> None:
    defs = ACTIVITY["$defs"]
    assert tuple(defs["Step"]["properties"]) == tuple(fields_of(Step)) == STEPS
    assert [*defs["FollowingStep"]["properties"]] == fields_of(FollowingStep)
    assert {*defs["FollowingStep"]["properties"]} == {"read", "ask", "name", "breathe", "offer"}


def test_the_words_of_the_schema_are_the_first_words_of_the_code() -> None:
    rooms = (fields, schema_room, simple_steps, step_schema)
    for name, part in ACTIVITY["$defs"].items():
        model = next(getattr(room, name) for room in rooms if hasattr(room, name))
        assert part["description"] == model.__doc__, name
    assert ACTIVITY["description"] == "One activity, as its file says it."
    assert COVER["description"] == "What a story book says of itself."
    assert BOOK["description"] == "A story book in one file: its own fields and a list of activities."


def parts(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from parts(value)
    elif isinstance(node, list):
        for value in node:
            yield from parts(value)


@pytest.mark.parametrize("whole", [ACTIVITY, BOOK], ids=["activity", "book"])
def test_every_reference_leads_somewhere(whole: dict[str, Any]) -> None:
    refs = {part["$ref"].rpartition("/")[2] for part in parts(whole) if isinstance(part.get("$ref"), str)}
    assert refs <= {*whole["$defs"]}
    assert {"Step", "Ask", "Choose", "Door"} <= refs


FINE: Final = """\
- read: scene
- read: {text: Boom., face: happy, beat: laugh, small-hands: {effect: crash, word: BOOM}}
- ask: Who
- ask: {toddler: Who, teen: Who was it}
- ask: {text: {school: Who}, wait: 10, easier: [Was it Bo], marks: [known, "?"]}
- name: {cause: The cake is flat., mirror: You felt <feeling>., options: [sad, mad]}
- choose: {prompt: In, options: [{say: In, then: Hi.}, {say: Out, then: [{ask: Why}]}]}
- choose: {prompt: In, options: [{say: In, then: {school: Hi.}}, {say: Out, then: Bye.}]}
- seats: private
- swap: Everybody up.
- swap: {to: choose}
- guess: {about: next, prompt: What, sure: true}
- echo: Your day.
- echo: {topic: Your day., seconds: [60, 45, 30]}
- vote: {question: Pie, options: ["yes", "no"]}
- vote: again
- facts: [The goat was there., {teen: The goat had a key.}]
- facts: {cards: [The goat was there.], ask: And now}
- talk: What is fair
- rewind: {from: Friday., change: One word.}
- breathe: soup
- breathe: {pattern: star, times: 3}
- write: A wish.
- write: {school: A wish., teen: A letter.}
- offer: [A hug., {toddler: Hug}]
- offer: {prompt: Who likes, acts: [A nap.]}
"""


@pytest.mark.parametrize("line", FINE.splitlines())
def test_a_step_may_be_written_short_or_long(line: str) -> None:
    (step,) = yaml.safe_load(line)
    assert a_step(step)


OFF: Final = """\
- sing: La.
- {ask: Who, read: Boom.}
- {}
- ask: {who: turn}
- ask: {text: Who, who: nobody}
- ask: {text: Who, wait: 16}
- ask: {toddler: Who, kid: Who}
- ask: [Who]
- facts: The goat.
- facts: {cards: [a, b, c, d, e, f, g]}
- offer: {acts: []}
- seats: {how: both}
- breathe: {pattern: stew}
- choose: {prompt: In, options: [{say: In, then: Hi.}]}
- choose: {prompt: In, options: [{say: In, then: [{vote: again}]}, {say: Out, then: Bye.}]}
- ask
"""


@pytest.mark.parametrize("line", OFF.splitlines())
def test_a_step_that_the_reader_refuses_is_marked_by_the_editor(line: str) -> None:
    (step,) = yaml.safe_load(line)
    assert not a_step(step)


@pytest.mark.parametrize(
    ("field", "fine", "off"),
    [
        ("ages", ["9", 9, "9-11", "9+"], ["nine", "9-", [9]]),
        ("players", [2, "2-5", "2+"], ["two"]),
        ("minutes", [1, 30], [0, 31]),
        ("kind", ["swap-seats"], ["swap"]),
        ("scene", ["Once.", {"school": "Once."}], [["Once."], {"kid": "Once."}]),
        ("helps", [["laugh"], []], ["laugh", ["sing"]]),
        ("preflight", [True, False], ["maybe"]),
        ("seats", [{"bo": {"name": "Bo"}}, {}], [{"bo": {}}, {"bo": {"name": "Bo", "age": "9"}}, ["bo"]]),
        ("acts", [["A nap."], [{"toddler": "Nap!"}]], [["1", "2", "3", "4"], "A nap."]),
        ("id", ["four-tickets", "con-one", "conga"], ["Four Tickets", "-four", "", "con", "lpt1"]),
        ("depth", [1, 4], [0, 5]),
    ],
)
def test_a_field_knows_its_words_and_its_range(field: str, fine: list[Any], off: list[Any]) -> None:
    assert [value for value in fine if not an_activity(small(**{field: value}))] == []
    assert [value for value in off if an_activity(small(**{field: value}))] == []


@settings(max_examples=25, deadline=None)
@given(activity=activities())
def test_whatever_the_reader_takes_the_schema_takes(activity: Activity) -> None:
    assert fits(BOOK, BOOK, cover("ours") | {"activities": [written(activity)]})


def as_an_editor(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def test_the_example_and_every_shipped_file_fit_as_an_editor_reads_them() -> None:
    covers, stories = [], [EXAMPLE]
    for book in sorted((SHELF / "packs").iterdir()):
        first, *others = pack_files(book)
        covers.append(first)
        stories.extend(others)
    assert [path for path in stories if not an_activity(as_an_editor(path))] == []
    assert [path for path in covers if not fits(COVER, COVER, as_an_editor(path))] == []


@pytest.mark.parametrize(
    ("more", "title"), [(["--activity"], "ActivityFile"), (["--cover"], "PackFile"), ([], "WholePack")]
)
def test_the_schema_is_printed_as_json(more: list[str], title: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packs", "schema", *more]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["title"], printed["$schema"]) == (title, "https://json-schema.org/draft/2020-12/schema")

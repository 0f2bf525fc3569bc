from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatherround.domain.dealing.deals import NothingFits
from gatherround.domain.entries import AtTable, Entry, Played, Promised, RoundBegan, RoundEnded, Sewn
from gatherround.domain.people import Person
from gatherround.domain.plain_values import Plain, Unreadable, from_plain, to_plain
from gatherround.domain.play.beats import Beat, Pick, Say, Turn
from gatherround.domain.play.make import begin
from gatherround.domain.play.moves import Chose, Later, Move, On
from gatherround.domain.play.plan import Plan, Play
from gatherround.domain.steps import Choose, Door, Read, Step
from rounds import laid, plain, read, story
from tables import planned, shelf, table, walk

MOMENTS = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-9, minutes=-30))]))
ENTRIES = st.one_of(
    [st.builds(kind) if kind is not Promised else st.builds(Promised, due=MOMENTS) for kind in get_args(Entry)]
)
AGES = st.lists(st.integers(2, 99), min_size=1, max_size=8)
SEEDS = st.integers(0, 10_000)


def through_json(plain: Plain) -> Plain:
    return json.loads(json.dumps(plain, ensure_ascii=False))


@given(ENTRIES)
@settings(max_examples=300)
def test_every_entry_comes_back_from_json_as_it_was(entry: Entry) -> None:
    assert from_plain(type(entry), through_json(to_plain(entry))) == entry


@given(ENTRIES)
def test_an_entry_also_comes_back_by_the_name_of_its_kind(entry: Entry) -> None:
    shape = through_json(to_plain(entry, Entry))
    assert shape["is"] == type(entry).__name__
    assert from_plain(Entry, shape) == entry


@given(AGES, SEEDS, st.sampled_from([3, 5, 10, 15, 20]))
@settings(max_examples=60, deadline=None)
def test_every_plan_comes_back_as_it_was(ages: list[int], seed: int, minutes: int) -> None:
    try:
        plan = planned(*ages, minutes=minutes, seed=seed)
    except NothingFits:
        return
    assert from_plain(Plan, through_json(to_plain(plan))) == plan


@given(AGES, SEEDS)
@settings(max_examples=15, deadline=None)
def test_every_play_comes_back_as_it_was_with_whatever_lies_on_the_table(ages: list[int], seed: int) -> None:
    try:
        plan = planned(*ages, minutes=20, seed=seed)
    except NothingFits:
        return
    for at, (_, move, play, _) in enumerate(walk(plan, seed, most=120)):
        assert from_plain(Move, through_json(to_plain(move, Move))) == move
        if at % 6 == 0:
            assert from_plain(Play, through_json(to_plain(play))) == play


def test_every_shipped_activity_comes_back_as_it_was() -> None:
    for activity in shelf():
        assert from_plain(type(activity), through_json(to_plain(activity))) == activity


def test_what_is_as_usual_is_not_written_down() -> None:
    assert to_plain(Person(id="m0", name="Ada", stage_key="8-11", age=9)) == {
        "id": "m0",
        "name": "Ada",
        "stage_key": "8-11",
        "age": 9,
    }
    assert to_plain(Say(text="Hello.", label="read"), Beat) == {"is": "Say", "text": "Hello.", "label": "read"}


def test_a_field_that_is_younger_than_the_file_takes_its_usual_value() -> None:
    shape = to_plain(Turn(who="m0", text="And?", label="ask", seconds=60))
    del shape["seconds"]
    assert from_plain(Turn, shape) == Turn(who="m0", text="And?", label="ask")


def test_steps_may_hold_steps() -> None:
    inner = Choose(
        prompt=plain("In?"), options=(Door(say=plain("a"), then=(read("b"),)), Door(say=plain("c"), then=()))
    )
    outer = Choose(prompt=plain("Out?"), options=(Door(say=plain("d"), then=(inner, Read())),))
    assert from_plain(Step, through_json(to_plain(outer, Step))) == outer


def test_a_moment_keeps_its_offset() -> None:
    due = datetime(2031, 6, 3, 20, tzinfo=timezone(timedelta(hours=2)))
    back = from_plain(Move, through_json(to_plain(Later("the shelf", due), Move)))
    assert back.due.isoformat() == "2031-06-03T20:00:00+02:00"
    assert from_plain(Move, to_plain(Later("", None), Move)) == Later("", None)


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        (Sewn, {"stitch": "2", "word": None}),
        (Sewn, {"stitch": True, "word": None}),
        (Sewn, {"stitch": 2.0, "word": None}),
        (Sewn, {"stitch": 2}),
        (Sewn, {"stitch": 2, "word": None, "colour": "red"}),
        (Sewn, ["stitch", 2]),
        (Sewn, None),
        (RoundEnded, {"how": "exploded"}),
        (RoundEnded, {"how": ["closed"]}),
        (RoundEnded, {"how": None}),
        (Promised, {"topic": "x", "due": "tomorrow"}),
        (Promised, {"topic": "x", "due": 5}),
        (Played, {"activity": "a", "kind": "k", "empathy": "understand", "title": "t", "players": []}),
        (RoundBegan, {"minutes": 5, "wish": "w", "people": [{"member": 1, "stage_key": "2"}]}),
        (RoundBegan, {"minutes": 5, "wish": "w", "people": {}}),
        (Beat, {"is": "Banana"}),
        (Beat, {"text": "Hello.", "label": "read"}),
        (Beat, {"is": ["Say"], "text": "Hello.", "label": "read"}),
        (Move, "On"),
    ],
)
def test_a_shape_of_something_else_is_refused_and_never_half_read(kind: Any, shape: Plain) -> None:
    with pytest.raises(Unreadable):
        from_plain(kind, shape)


@given(SEEDS)
@settings(max_examples=150, deadline=None)
def test_a_play_with_anything_in_the_place_of_anything_is_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)
    shape = through_json(to_plain(begin(laid(story(read("A hat."), twists=("A goose.",)), table(9, 40)))))
    somewhere = shape
    while isinstance(somewhere, dict | list) and somewhere:
        holder, key = somewhere, dice.choice([*somewhere] if isinstance(somewhere, dict) else range(len(somewhere)))
        somewhere = holder[key]
        if dice.random() < 0.3:
            break
    holder[key] = dice.choice([None, True, -1, 3.5, "", "is", [], {}, [[]], {"is": "On"}, {"is": None}, 10**30])
    try:
        from_plain(Play, shape)
    except Unreadable:
        return


def test_what_has_no_plain_shape_is_a_mistake_of_ours_and_says_so() -> None:
    with pytest.raises(TypeError, match="no plain shape"):
        to_plain({"a": 1})


def test_two_moves_that_look_alike_are_told_apart() -> None:
    assert to_plain(On(), Move) == {"is": "On"}
    assert to_plain(Chose(2), Move) == {"is": "Chose", "option": 2}
    assert from_plain(Pick, {"who": "", "prompt": "?", "options": ["a"], "use": "act"}).options == ("a",)
    assert from_plain(AtTable, {"member": None, "stage_key": "2"}) == AtTable(None, "2")

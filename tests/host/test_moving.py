"""Moving house: out and in again is the identity, whole or not at all, and a stranger's file changes nothing."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from families import card, live_here, the_family, the_twelve
from gatherround.domain.drafts.draft import Draft
from gatherround.domain.entries import RoundEnded
from gatherround.domain.members import YEAR_AND_MONTH
from gatherround.domain.plain_values import to_plain
from gatherround.domain.play.moves import On
from gatherround.domain.refusing import CannotBe
from gatherround.domain.text import Unfit, tidy
from gatherround.domain.text import name as a_name
from gatherround.host.house import House
from gatherround.host.locks import opens
from gatherround.host.moving import FORMAT, NAMESAKES, TOO_MANY, read_export
from gatherround.storage.database import open_database
from gatherround.storage.drafts import STORIES
from gatherround.storage.dump import (
    ChoiceRow,
    DraftRow,
    Dump,
    EntryRow,
    OpenRow,
    PageRow,
    PersonRow,
    dump,
    fill,
)
from gatherround.storage.home import family_file
from gatherround.storage.troubles import HomeIsLivedIn, NotThere
from host.houses import full_disk, house_at, journal_of, kept, open_play
from rounds import laid, story
from storage.drawers import fingerprint

AT = "2031-06-03T16:30:00+00:00"


@pytest.fixture
def house(home: Path) -> Iterator[House]:
    house = house_at(home)
    yield house
    house.close()


def exported(house: House) -> dict[str, Any]:
    shape: dict[str, Any] = json.loads(house.family.moving.exported())
    shape.pop("made")
    return shape


def test_a_family_moves_into_a_new_home_with_everything_it_has(house: House, home: Path, tmp_path: Path) -> None:
    mia, *_, ana, _, _ = the_family(house)
    house.family.locks.lock(ana, "rainy tuesday")
    house.family.people.move(mia, 2)
    for _ in range(2):
        evening = house.evening()
        evening.start(laid(story(), house.family.people.today()))
        while evening.play.phase != "night":
            evening.make(On())
    evening = house.evening()
    evening.start(laid(story(), house.family.people.today()))
    evening.make(On())
    file = tmp_path / "ours.json"
    house.family.moving.export(file)
    new = house_at(tmp_path / "new")
    brought = new.family.moving.bring_in(file)
    assert len(brought.people) == 5
    assert exported(new) == exported(house)
    assert new.family.people.all() == house.family.people.all()
    assert open_play(new) == open_play(house)
    assert [*journal_of(new).entries()] == [*journal_of(house).entries()]
    waiting = new.evening().waiting()
    assert waiting is not None
    assert new.evening().go_on(waiting) == evening.play
    new.close()


def left_open(house: House) -> dict[str, Any]:
    """Leaves a Round open and gives what is exported then."""
    the_family(house)
    evening = house.evening()
    evening.start(laid(story(), house.family.people.today()))
    evening.make(On())
    return exported(house)


def test_a_round_that_seats_nobody_is_let_go_at_the_door(house: House, tmp_path: Path) -> None:
    shape = left_open(house)
    shape["open_round"]["plan"]["people"] = []
    (tmp_path / "theirs.json").write_text(json.dumps(shape), "utf-8")
    with closing(house_at(tmp_path / "new")) as new:
        assert new.family.moving.bring_in(tmp_path / "theirs.json").open_round is None
        assert not new.round_is_open()
        *before, last = kept(new)
        assert before == kept(house)
        assert last == RoundEnded("let-go"), "what was played of it counts as it would here"


@pytest.mark.parametrize("people", [None, "soup", [7]])
def test_a_round_that_only_a_newer_game_can_read_comes_in_to_the_letter(
    house: House, tmp_path: Path, people: Any
) -> None:
    shape = left_open(house)
    shape["open_round"]["plan"] |= {"people": people, "weather": []}
    (tmp_path / "theirs.json").write_text(json.dumps(shape), "utf-8")
    with closing(house_at(tmp_path / "new")) as new:
        new.family.moving.bring_in(tmp_path / "theirs.json")
        assert exported(new) == shape


# Any drawer at all

texts = some.text(max_size=30).map(tidy)
plains = some.recursive(
    some.none() | some.booleans() | some.integers(-(2**53), 2**53) | texts,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
keys = some.text("abcdef0123456789", min_size=1, max_size=16)


def named(text: str) -> str | None:
    try:
        return a_name(text)
    except Unfit:
        return None


names = some.text(min_size=1, max_size=40).map(named).filter(bool)
people = some.builds(
    PersonRow,
    id=keys,
    name=names,
    birth_year=some.none() | some.integers(1900, 2100),
    birth_month=some.none() | some.integers(1, 12),
    stage=some.none() | some.sampled_from(["2", "18+"]),
    colour=texts,
    pattern=texts,
    object=texts,
    seat=some.integers(0, 99),
    guess_me=some.booleans(),
    rest=plains,
    created=some.just("2031-06-03"),
    lock=some.none() | plains.filter(lambda plain: plain is not None),
)
entries = some.builds(
    EntryRow,
    number=some.integers(1, 2**40),
    round=some.integers(0, 2**40),
    kind=texts,
    what=plains,
    at=some.just(AT),
    zone=some.just("+02:00"),
    day=some.just("2031-06-03"),
)
drawers = some.builds(
    Dump,
    people=some.lists(
        people, max_size=3, unique_by=(lambda row: row.id, lambda row: normalize("NFKC", row.name).casefold())
    ).map(lambda rows: tuple(sorted(rows, key=lambda row: (row.seat, row.id)))),
    entries=some.lists(entries, max_size=4, unique_by=lambda row: row.number).map(
        lambda rows: tuple(sorted(rows, key=lambda row: row.number))
    ),
    open_round=some.none()
    | some.builds(OpenRow, round=some.integers(1, 99), plan=plains, place=plains, at=some.just(AT)),
    pages=some.lists(
        some.builds(PageRow, id=keys, kind=texts, what=plains, order=some.integers(0, 9), changed=texts),
        max_size=3,
        unique_by=lambda row: row.id,
    ).map(lambda rows: tuple(sorted(rows, key=lambda row: (row.order, row.id)))),
    choices=some.lists(some.builds(ChoiceRow, key=texts, value=plains), max_size=3, unique_by=lambda row: row.key).map(
        lambda rows: tuple(sorted(rows, key=lambda row: row.key.encode()))
    ),
    drafts=some.lists(
        some.builds(DraftRow, key=texts, text=texts, at=some.just(AT)), max_size=2, unique_by=lambda row: row.key
    ).map(lambda rows: tuple(sorted(rows, key=lambda row: row.key.encode()))),
    last_number=some.just(2**41),
)


@given(everything=drawers)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_drawer_filled_and_taken_out_is_what_it_was(home: Path, everything: Dump) -> None:
    for path in home.glob("family.sqlite3*"):
        path.unlink()
    with open_database(family_file(home)) as database:
        fill(database, everything)
        assert dump(database) == everything
        with pytest.raises(HomeIsLivedIn) if taken(everything) else no_trouble():
            fill(database, everything)


def taken(everything: Dump) -> bool:
    stories = any(draft.key == STORIES for draft in everything.drafts)
    return bool(everything.people or everything.entries or everything.pages or everything.open_round or stories)


class no_trouble:  # noqa: N801 (reads as what it is)
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


@given(everything=drawers)
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_out_is_read_again_as_it_was(everything: Dump) -> None:
    shape = {"gatherround": FORMAT, "made": AT, **to_plain(everything)}
    assert read_export(json.dumps(shape, ensure_ascii=False)) == everything
    assert read_export(json.dumps(shape, ensure_ascii=True, indent=4)) == everything


def test_a_text_that_should_have_been_json_goes_along_as_it_is(house: House, tmp_path: Path) -> None:
    live_here(house, card())
    assert house.database is not None
    with house.database.writing() as connection:
        connection.execute("UPDATE member SET body = '[oh'")
    new = house_at(tmp_path / "new")
    house.family.moving.export(tmp_path / "ours.json")
    new.family.moving.bring_in(tmp_path / "ours.json")
    assert new.database is not None
    assert new.database.read("SELECT body FROM member") == [("[oh",)]
    new.close()


# What is no export, or comes at a bad time


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soup",
        "[]",
        "null",
        "7",
        "{}",
        '{"people": []}',
        '{"gatherround": 2}',
        '{"gatherround": 1, "people": [{"name": "Ada"}]}',
        '{"gatherround": 1, "surprise": 1}',
        '{"gatherround": 1, "entries": {}}',
        "[" * 100_000,
        '{"gatherround": 1, "last_number": "x"}',
        '{"gatherround": 1, "open_round": {"round": 1, "plan": 1, "place": 1, "at": "soon"}}',
        '{"gatherround": 1, "open_round": {"round": 1, "plan": 1, "place": 1, "at": "2031-06-03T16:30:00"}}',
    ],
)
def test_what_is_no_export_is_refused_with_a_sentence(written: str) -> None:
    with pytest.raises(CannotBe) as no:
        read_export(written)
    assert no.value.sentence.endswith(".")


PERSON = PersonRow(
    id="a1", name="Ada", colour="egg", pattern="egg", object="egg", seat=1, guess_me=True, rest={}, created="2031-06-03"
)


@pytest.mark.parametrize(
    "everything",
    [
        Dump(people=(PERSON, PERSON)),
        Dump(people=(replace(PERSON, birth_month=13),)),
        Dump(people=(replace(PERSON, id="a b"),)),
        Dump(people=(replace(PERSON, id=""),)),
        Dump(people=(replace(PERSON, name="\u200b"),)),
        Dump(people=(replace(PERSON, name="x" * 41),)),
        Dump(people=(PERSON,), entries=(EntryRow(number=0, round=0, kind="", what=1, at=AT, zone="", day=""),)),
        Dump(people=(PERSON,), entries=(EntryRow(number=2**70, round=0, kind="", what=1, at=AT, zone="", day=""),)),
        Dump(people=(PERSON,), entries=(EntryRow(number=1, round=0, kind="", what=1, at="soon", zone="", day=""),)),
        Dump(people=(PERSON,), last_number=2**70),
    ],
)
def test_rows_that_no_drawer_takes_bring_nobody_in(house: House, tmp_path: Path, everything: Dump) -> None:
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps({"gatherround": FORMAT, **to_plain(everything)}), "utf-8")
    with pytest.raises(CannotBe):
        house.family.moving.bring_in(file)
    assert house.family.people.all() == ()
    assert dump(house.database) == Dump()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ([replace(PERSON, id=f"a{at}", name=f"Ada {at}", seat=at, stage="18+") for at in range(13)], TOO_MANY),
        ([replace(PERSON, id=f"a{at}", name=name, stage="18+") for at, name in enumerate(("Ada", "ADA"))], NAMESAKES),
        ([replace(PERSON, birth_year=2931, birth_month=1)], "A year of birth lies between 1900 and today."),
        ([replace(PERSON, birth_year=1066, birth_month=10)], "A year of birth lies between 1900 and today."),
        ([replace(PERSON, birth_year=2025)], YEAR_AND_MONTH),
        ([PERSON], "A card needs a year and month of birth, or only a stage."),
        ([replace(PERSON, stage="18+", rest={"my_two": ["a", "b", "c", "d"]})], "Up to 3 fit here."),
    ],
)
def test_cards_that_no_table_could_seat_are_refused_with_their_reason(
    house: House, tmp_path: Path, people: list[PersonRow], sentence: str
) -> None:
    with pytest.raises(CannotBe) as no:
        house.family.moving.bring_in(told(tmp_path, Dump(people=tuple(people))))
    assert no.value.sentence == sentence
    assert dump(house.database) == Dump()  # type: ignore[arg-type]


def test_a_promise_without_a_zone_comes_in_nowhere_and_one_that_cannot_be_read_goes_along(
    house: House, tmp_path: Path
) -> None:
    promised = EntryRow(number=1, round=0, kind="Promised", what={}, at=AT, zone="+02:00", day="2031-06-03")
    bare = replace(promised, what={"topic": "", "due": "2031-06-04T18:00:00"})
    with pytest.raises(CannotBe):
        house.family.moving.bring_in(told(tmp_path, Dump(entries=(bare,))))
    shapes: tuple[Any, ...] = ({"topic": "", "due": "2031-x6-04"}, {"topic": "", "due": 7}, [], None)
    odd = tuple(replace(promised, number=at, what=what) for at, what in enumerate(shapes, start=1))
    house.family.moving.bring_in(told(tmp_path, Dump(entries=odd)))
    assert house.promises().waiting() is None


@pytest.mark.parametrize("cost", ["Infinity", "-Infinity", "NaN"])
def test_what_json_does_not_know_is_no_export(cost: str) -> None:
    lock = to_plain(Dump(people=(replace(PERSON, stage="18+", lock=["00", "00", 7]),)))
    with pytest.raises(CannotBe):
        read_export(json.dumps({"gatherround": FORMAT, **lock}).replace("7]", f"{cost}]"))


@pytest.mark.parametrize("lock", [["00", "ü", 32768], ["00", "00", 1e999], ["00", "00", 2**70], ["00", "00", -1], 7])
def test_a_lock_that_nobody_can_read_comes_in_and_stays_shut(house: House, tmp_path: Path, lock: Any) -> None:
    written = {"gatherround": FORMAT, **to_plain(Dump(people=(replace(PERSON, stage="18+", lock=lock),)))}
    (tmp_path / "theirs.json").write_text(json.dumps(written).replace("Infinity", "1e999"), "utf-8")
    house.family.moving.bring_in(tmp_path / "theirs.json")
    (ada,) = house.family.people.all()
    assert ada.lock is not None
    assert not opens(ada.lock, "rainy tuesday")
    assert house.family.locks.empty(ada).lock is None


def told(folder: Path, everything: Dump) -> Path:
    file = folder / "theirs.json"
    file.write_text(json.dumps({"gatherround": FORMAT, **to_plain(everything)}), "utf-8")
    return file


def test_words_that_would_steer_a_terminal_come_in_harmless(house: House, tmp_path: Path) -> None:
    loud = Dump(people=(replace(PERSON, name="A\x1b]0;x\x07da", stage="18+", rest={"words": ["\x1b[2J\u202eup"]}),))
    file = tmp_path / "theirs.json"
    file.write_text(json.dumps({"gatherround": FORMAT, **to_plain(loud)}), "utf-8")
    house.family.moving.bring_in(file)
    (ada,) = house.family.people.all()
    assert (ada.card.name, ada.card.words) == ("A]0;xda", ("[2Jup",))


def test_nobody_moves_into_a_home_that_is_lived_in(house: House, tmp_path: Path) -> None:
    house.family.moving.export(tmp_path / "empty.json")
    the_family(house)
    before = dump(house.database)  # type: ignore[arg-type]
    with pytest.raises(HomeIsLivedIn):
        house.family.moving.bring_in(tmp_path / "empty.json")
    assert dump(house.database) == before  # type: ignore[arg-type]


def test_nobody_moves_into_a_home_in_which_a_story_is_being_written(house: House, tmp_path: Path) -> None:
    house.family.moving.export(tmp_path / "empty.json")
    house.workshop().drafts.keep(Draft(number=1, way="tiny", words=(("title", "The Red Cup"),)))
    with pytest.raises(HomeIsLivedIn):
        house.family.moving.bring_in(tmp_path / "empty.json")
    assert [one.said("title") for one in house.workshop().drafts.all()] == ["The Red Cup"]


def test_a_pipe_a_folder_and_a_file_that_is_not_there_are_no_exports(house: House, tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "latin.json").write_bytes(b"\xff\xfe{}")
    for name in ("pipe", ".", "nothing.json", "latin.json"):
        with pytest.raises(CannotBe):
            house.family.moving.bring_in(tmp_path / name)


def test_an_export_never_takes_the_place_of_a_file_and_is_for_its_owner_alone(house: House, tmp_path: Path) -> None:
    the_twelve(house)
    letter = tmp_path / "letter"
    letter.write_text("Dear Aunt Rosa", "utf-8")
    before = fingerprint(letter)
    for target, no in ((letter, CannotBe), (tmp_path, CannotBe), (tmp_path / "no" / "folder", NotThere)):
        with pytest.raises(no):
            house.family.moving.export(target)
    assert fingerprint(letter) == before
    house.family.moving.export(tmp_path / "ours.json")
    assert stat.S_IMODE((tmp_path / "ours.json").stat().st_mode) == 0o600
    assert "王小明" in (tmp_path / "ours.json").read_text("utf-8"), "it can be read by people too"


def test_a_disk_that_is_full_gets_no_half_of_an_export(house: House, tmp_path: Path) -> None:
    the_twelve(house)
    with full_disk(), pytest.raises(NotThere):
        house.family.moving.export(tmp_path / "ours.json")
    assert list(tmp_path.iterdir()) == []

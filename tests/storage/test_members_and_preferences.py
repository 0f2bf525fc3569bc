from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from families import add_member, card
from gatherround.domain.members import Lock, Member
from gatherround.domain.people import Plate
from gatherround.storage.database import Database, open_database
from gatherround.storage.journal import Journal
from gatherround.storage.members import add_members, change_lock, change_member, members, reseat
from gatherround.storage.preferences import forget_preference, keep_preference, preference
from gatherround.storage.troubles import NoSuchMember
from storage.drawers import PLAN, Clock, began, played

TODAY = date(2031, 6, 30)
LONG_NAME = "Wilhelmina Rosalinde Zoë"


def sit(database: Database, *names: str) -> list[Member]:
    return [add_member(database, card(name), TODAY) for name in names]


def names(database: Database) -> list[str]:
    return [member.card.name for member in members(database)]


def test_a_card_comes_back_as_it_was_written(database: Database) -> None:
    full = card(
        plate=Plate("teapot", "plum", "egg"),
        stage_key="8-11",
        guess_me=False,
        face="proud",
        comfort=("a hug", "space"),
        avoid=("death", "dogs"),
        my_two=("three slow breaths",),
        words=("fizzy", "王"),
    )
    added = add_member(database, full, TODAY)
    assert members(database) == (added,)
    assert (added.card, added.created) == (full, TODAY)


def test_a_card_may_hold_a_stage_and_no_birthday(database: Database) -> None:
    shy = card(born=None, stage_key="18+")
    assert add_member(database, shy, TODAY) == members(database)[0]


def test_several_cards_are_kept_together_or_none_is(database: Database) -> None:
    sit(database, "Ada")
    with pytest.raises(AttributeError):
        add_members(database, lambda _: (card("Ben"), None), TODAY)  # type: ignore[arg-type]
    assert names(database) == ["Ada"]
    add_members(database, lambda _: (card("Ben"), card("Cleo")), TODAY)
    assert names(database) == ["Ada", "Ben", "Cleo"]


def test_a_lock_comes_back_as_it_was_and_goes_when_it_is_taken_away(database: Database) -> None:
    (ada,) = sit(database, "Ada")
    lock = Lock("5a17", "d19e57", 1024)
    change_lock(database, ada.id, lambda now: replace(now, lock=lock))
    assert members(database) == (replace(ada, lock=lock),)
    change_member(database, ada.id, lambda *_: card("Ada B."))
    assert members(database)[0].lock == lock, "a changed card stays locked"
    change_lock(database, ada.id, lambda now: replace(now, lock=None))
    assert members(database)[0].lock is None
    with pytest.raises(NoSuchMember):
        change_lock(database, "0", lambda now: now)


def test_two_members_of_one_name_are_two(database: Database) -> None:
    first, second = sit(database, "Ada", "Ada")
    assert first.id != second.id
    assert "ada" not in first.id.lower()


def test_members_sit_in_the_order_they_came_until_they_change_chairs(database: Database) -> None:
    ada, ben, _ = sit(database, "Ada", "Ben", "Cleo")
    reseat(database, [ben.id, ada.id])
    assert names(database) == ["Ben", "Ada", "Cleo"]
    sit(database, "Dot")
    assert names(database)[-1] == "Dot"


def test_changing_a_card_keeps_chair_id_and_day(database: Database) -> None:
    ada, ben = sit(database, "Ada", "Ben")
    change_member(database, ada.id, lambda *_: card("Ada B."))
    assert members(database) == (replace(ada, card=card("Ada B.")), ben)


def test_changing_somebody_who_is_gone_says_so(database: Database) -> None:
    with pytest.raises(NoSuchMember):
        change_member(database, "0", lambda now, _: now)


DEEP = "[" * 100_000


@pytest.mark.parametrize("body", ["[oh", "[]", DEEP, '{"comfort": 7, "words": [1], "face": null, "avoid": {}}'])
def test_a_card_whose_rest_cannot_be_read_is_still_a_card(database: Database, body: str) -> None:
    (ada,) = sit(database, "Ada")
    with database.writing() as connection:
        connection.execute("UPDATE member SET body = ?, stage = 'eleventy', created = 'once'", (body,))
    assert [(one.id, one.card) for one in members(database)] == [(ada.id, ada.card)]


@pytest.mark.parametrize("kept", ["{", "[1]", "[1, 2, []]", '"open"', '["", "", Infinity]', '["", "", 1e999]', DEEP])
def test_a_lock_that_cannot_be_read_keeps_its_card_locked(database: Database, kept: str) -> None:
    sit(database, "Ada")
    with database.writing() as connection:
        connection.execute("UPDATE member SET lock = ?", (kept,))
    assert members(database)[0].lock is not None


def test_a_flipped_bit_in_a_name_costs_a_letter_and_not_the_drawer(database: Database, path: Path) -> None:
    sit(database, "Adelheid")
    database.close()
    path.write_bytes(path.read_bytes().replace(b"Adelheid", b"Adel\xffeid"))
    assert names(database) == ["Adel�eid"]


@pytest.mark.parametrize("value", [None, True, 7, "dim", ["a", {"b": None}]])
def test_a_preference_comes_back_as_it_was(database: Database, value: object) -> None:
    keep_preference(database, "theme", "candle")
    keep_preference(database, "theme", value)
    assert preference(database, "theme", "candle") == value


def test_what_was_never_chosen_or_cannot_be_read_is_what_one_says(database: Database) -> None:
    assert preference(database, "theme", "candle") == "candle"
    for odd in ("{", DEEP):
        with database.writing() as connection:
            connection.execute("INSERT OR REPLACE INTO preference VALUES ('theme', ?)", (odd,))
        assert preference(database, "theme", "candle") == "candle"
    forget_preference(database, "theme")
    assert database.read("SELECT * FROM preference") == []


def test_what_is_erased_is_in_no_raw_byte_of_the_home(path: Path) -> None:
    with open_database(path) as database:
        journal = Journal(database, Clock())
        sit(database, "Ada")
        (gone,) = sit(database, LONG_NAME)
        keep_preference(database, "motto", LONG_NAME * 2000)
        hold = journal.begin(PLAN, LONG_NAME * 3000, [began("ada")])
        journal.record(hold, LONG_NAME * 10, [played(LONG_NAME) for _ in range(200)])
        assert raw(path, LONG_NAME) > 200
        journal.back(hold, hold.mark, "{}")
        with database.writing() as connection:
            connection.execute("DELETE FROM member WHERE id = ?", (gone.id,))
        forget_preference(database, "motto")
        assert raw(path, LONG_NAME) == 0
    assert raw(path, LONG_NAME) == 0
    assert raw(path, "Ada") == 1


def raw(path: Path, text: str) -> int:
    """Counts a text in every byte of the home, as it is and as JSON could have escaped it."""
    content = b"".join(item.read_bytes() for item in path.parent.rglob("*") if item.is_file())
    spellings = {text.encode(), text.encode("ascii", "backslashreplace")}
    return sum(content.count(spelling) for spelling in spellings)

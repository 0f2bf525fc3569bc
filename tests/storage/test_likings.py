from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from gatherround.domain.likings import HOUSE, Likings
from gatherround.storage.database import Database, open_database
from gatherround.storage.likings import KEYS, forget_marks, likings, turn_mark
from gatherround.storage.preferences import keep_preference, preference
from gatherround.storage.troubles import NoSuchMember

HAT, OWL = "test/hat", "test/owl"


def moves_in(database: Database, member_id: str) -> None:
    """Lets somebody live here, of whom nothing but the id matters."""
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO member (id, name, colour, pattern, object, seat, guess_me, body, created)"
            " VALUES (?, ?, 'plum', 'plum', 'plum', 1, 1, '{}', '2031-06-30')",
            (member_id, member_id),
        )


def test_at_first_nothing_is_marked(database: Database) -> None:
    assert likings(database) == Likings()


def test_a_mark_is_put_on_and_taken_off_again(database: Database) -> None:
    assert turn_mark(database, "favourite", HOUSE, HAT)
    assert turn_mark(database, "favourite", HOUSE, OWL)
    assert likings(database).favourite == {HOUSE: {HAT, OWL}}
    assert not turn_mark(database, "favourite", HOUSE, HAT)
    assert likings(database).favourite == {HOUSE: {OWL}}
    assert likings(database).hidden == {}


def test_each_one_has_marks_of_their_own(database: Database) -> None:
    moves_in(database, "ada")
    moves_in(database, "ben")
    turn_mark(database, "hidden", "ada", HAT)
    turn_mark(database, "hidden", "ben", OWL)
    turn_mark(database, "favourite", "ada", OWL)
    assert likings(database).hidden == {"ada": {HAT}, "ben": {OWL}}
    assert likings(database).favourite == {"ada": {OWL}}


def test_whoever_does_not_live_here_marks_nothing(database: Database) -> None:
    with pytest.raises(NoSuchMember):
        turn_mark(database, "favourite", "nobody", HAT)
    assert likings(database) == Likings()


def test_the_marks_of_somebody_who_has_gone_count_no_more_and_are_forgotten_with_their_card(database: Database) -> None:
    moves_in(database, "ada")
    for mark in ("favourite", "hidden"):
        turn_mark(database, mark, "ada", HAT)
        turn_mark(database, mark, HOUSE, OWL)
    with database.writing() as connection:
        connection.execute("DELETE FROM member WHERE id = 'ada'")
    assert likings(database) == Likings({HOUSE: frozenset({OWL})}, {HOUSE: frozenset({OWL})})
    with database.writing() as connection:
        forget_marks(connection, "ada")
        forget_marks(connection, "ada")
    assert [preference(database, key) for key in KEYS.values()] == [{HOUSE: [OWL]}] * 2


def test_forgetting_is_part_of_the_transaction_it_is_asked_in(database: Database) -> None:
    moves_in(database, "ada")
    turn_mark(database, "favourite", "ada", HAT)
    with suppress(RuntimeError), database.writing() as connection:
        forget_marks(connection, "ada")
        raise RuntimeError
    assert likings(database).favourite == {"ada": {HAT}}


@pytest.mark.parametrize("broken", [[], "x", 7, None, {"": "x"}, {"": {"a": 1}}, {"": 3}])
def test_what_cannot_be_read_is_not_marked_and_may_be_marked_anew(database: Database, broken: object) -> None:
    keep_preference(database, "favourites", broken)
    assert likings(database).favourite.get(HOUSE, frozenset()) == frozenset()
    assert turn_mark(database, "favourite", HOUSE, HAT)
    assert likings(database).favourite == {HOUSE: {HAT}}


def test_two_windows_lose_nothing_of_each_other(database: Database, path: Path) -> None:
    with open_database(path) as other:
        for at in range(20):
            turn_mark(database, "favourite", HOUSE, f"test/a-{at}")
            turn_mark(other, "favourite", HOUSE, f"test/b-{at}")
    assert len(likings(database).favourite[HOUSE]) == 40

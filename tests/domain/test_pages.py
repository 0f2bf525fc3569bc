"""Pages of the family's own: what may stand on a pact, when its check-in is due, and whom it holds for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gatherround.domain.helping import KINDS, QUESTIONS, SERIOUS, WHEN
from gatherround.domain.pages import (
    BACK_IN,
    MOST_NUMBERS,
    CheckIn,
    Pact,
    PhoneNumber,
    Reassurance,
    TimeOut,
    check_in_by_words,
    concerns,
    due_on,
    numbers_fitted,
    pact_fitted,
    rules_fitted,
)
from gatherround.domain.plain_values import from_plain, to_plain
from gatherround.domain.refusing import CannotBe

FULL = Pact(
    between=("a", "b"),
    check_in=CheckIn(6, "20:30", 15),
    reassurance=Reassurance("two squeezes", "two back"),
    time_out=TimeOut("tea?", 20),
    off_the_table=("money", "the cellar"),
)


@pytest.mark.parametrize(
    ("said", "at", "minutes"),
    [
        ("20:30, 15", "20:30", 15),
        ("8.30 pm 15", "20:30", 15),
        ("12:05am, 5 minutes", "00:05", 5),
        ("12:00 pm 60", "12:00", 60),
        ("７:00 １０", "07:00", 10),
        ("20h15 for 20", "20:15", 20),
    ],
)
def test_a_time_and_minutes_are_read_however_they_are_written(said: str, at: str, minutes: int) -> None:
    assert check_in_by_words(2, said) == CheckIn(2, at, minutes)


NO_TIMES = ("", "20:30", "15", "25:00, 15", "20:61, 15", "20:30, 4", "20:30, 61", "20:30 15 15", "soon")


@pytest.mark.parametrize("said", NO_TIMES)
def test_what_is_no_time_is_answered_with_a_sentence(said: str) -> None:
    with pytest.raises(CannotBe) as no:
        check_in_by_words(0, said)
    assert no.value.sentence.endswith(".")


@given(said=some.text(max_size=30))
def test_no_words_at_all_upset_the_reading_of_a_time(said: str) -> None:
    try:
        check = check_in_by_words(0, said)
    except CannotBe:
        return
    assert check_in_by_words(0, f"{check.at}, {check.minutes}") == check


@given(day=some.dates(date(1999, 1, 1), date(2099, 12, 31)))
def test_a_check_in_is_due_on_one_day_of_any_seven(day: date) -> None:
    week = [day + timedelta(days=ahead) for ahead in range(7)]
    assert [one.strftime("%A") for one in week if due_on(FULL, one)] == ["Sunday"]
    assert not any(due_on(Pact(), one) for one in week)


def test_a_pact_holds_where_two_of_it_sit_and_everybodys_always() -> None:
    assert concerns(FULL, {"a", "b", "c"})
    assert not concerns(FULL, {"a", "c"})
    assert concerns(Pact(), {"c"})
    assert concerns(Pact(), set())


def test_a_full_pact_stays_as_it_is_and_comes_back_from_its_plain_shape() -> None:
    assert pact_fitted(FULL) == FULL
    assert from_plain(Pact, to_plain(FULL)) == FULL


@pytest.mark.parametrize(
    "wrong",
    [
        Pact(time_out=TimeOut("tea?", 0)),
        Pact(time_out=TimeOut("", 20)),
        Pact(reassurance=Reassurance("x", " ")),
        Pact(reassurance=Reassurance("x" * 61, "y")),
        Pact(check_in=CheckIn(0, "20:30", 200)),
        Pact(off_the_table=tuple("abcdefghijklm")),
    ],
)
def test_a_break_without_an_end_and_a_sign_without_a_reply_are_no_pact(wrong: Pact) -> None:
    with pytest.raises(CannotBe):
        pact_fitted(wrong)


def test_every_break_that_is_offered_ends_and_gives_a_body_time_to_settle() -> None:
    assert min(BACK_IN) >= 20
    for minutes in BACK_IN:
        assert pact_fitted(Pact(time_out=TimeOut("tea?", minutes))).time_out == TimeOut("tea?", minutes)


@given(lines=some.lists(some.text(max_size=90), max_size=9))
def test_house_rules_are_tidy_short_and_each_once(lines: list[str]) -> None:
    try:
        kept = rules_fitted(lines)
    except CannotBe:
        return
    assert len(kept) == len(set(kept)) <= 7
    assert rules_fitted(kept) == kept


def test_a_number_needs_whose_it_is_and_no_more_than_fit_are_kept() -> None:
    one = PhoneNumber("Dr. Okafor", "0123 456")
    assert numbers_fitted([one]) == (one,)
    for wrong in (PhoneNumber("", "1"), PhoneNumber("x", " "), PhoneNumber("x" * 31, "1")):
        with pytest.raises(CannotBe):
            numbers_fitted([wrong])
    with pytest.raises(CannotBe):
        numbers_fitted([PhoneNumber(str(at), "1") for at in range(MOST_NUMBERS + 1)])


def test_nothing_that_is_said_about_help_names_a_country_a_service_or_a_number() -> None:
    said = " ".join(part for line in (*SERIOUS, *KINDS, *((one,) for one in (*WHEN, *QUESTIONS))) for part in line)
    assert not any(letter.isdigit() for letter in said)
    for word in ("should", "wrong", "fail", "lost", "behind", "911", "112"):
        assert word not in said.casefold().split()

"""A card on a day: stages move by themselves, whatever the calendar and the clock do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from families import TODAY, card, grown_up, member
from gatherround.domain.members import (
    FIRST_YEAR,
    LISTS,
    Born,
    Card,
    Lock,
    age_of,
    born_by_words,
    checked_lines,
    covered,
    fitted,
    may_lock,
    person_on,
    stage_on,
    written,
)
from gatherround.domain.refusing import CannotBe
from gatherround.domain.stages import STAGES, stage_of

births = some.builds(Born, year=some.integers(1990, 2060), month=some.integers(1, 12))
days = some.dates(date(1999, 1, 1), date(2099, 12, 31))
stages = some.sampled_from([stage.key for stage in STAGES])


@given(born=births, day=days)
def test_the_stage_is_that_of_the_age_on_the_day_and_below_two_nobody_is_dealt_to(born: Born, day: date) -> None:
    somebody = member(born=born)
    age = age_of(somebody.card, day)
    assert age is not None
    months = (day.year - born.year) * 12 + day.month - born.month
    assert age == max(0, months // 12), "a birthday is the first of its month, and nobody is younger than nought"
    person = person_on(somebody, day)
    if age < 2:
        assert person is None
    else:
        assert person is not None
        assert (person.age, person.stage) == (age, stage_of(age))


@given(born=births, day=days)
def test_nobody_grows_younger_from_one_day_to_the_next_nor_by_more_than_a_year(born: Born, day: date) -> None:
    before, after = (age_of(card(born=born), one) for one in (day, day + timedelta(days=1)))
    assert before is not None
    assert after is not None
    assert before <= after <= before + 1
    assert (after > before) <= ((day + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (Born(2024, 2), date(2029, 1, 31), 4),
        (Born(2024, 2), date(2029, 2, 1), 5),
        (Born(2024, 2), date(2028, 2, 29), 4),
        (Born(2024, 2), date(2029, 2, 28), 5),
        (Born(2024, 12), date(2029, 11, 30), 4),
        (Born(2024, 12), date(2029, 12, 1), 5),
        (Born(2024, 1), date(2028, 12, 31), 4),
        (Born(2024, 1), date(2029, 1, 1), 5),
        (Born(2024, 3), date(1999, 12, 31), 0),
    ],
)
def test_month_ends_leap_years_and_a_clock_set_back_harm_nobody(born: Born, day: date, age: int) -> None:
    assert age_of(card(born=born), day) == age


def test_a_child_becomes_two_overnight_and_sits_at_the_table_by_itself() -> None:
    baby = member(born=Born(2029, 7))
    assert person_on(baby, date(2031, 6, 30)) is None
    person = person_on(baby, date(2031, 7, 1))
    assert person is not None
    assert (person.age, person.stage_key) == (2, "2")


@given(born=some.none() | births, stage_key=stages, day=days)
def test_a_chosen_stage_stands_and_the_age_is_the_nearest_to_it(born: Born | None, stage_key: str, day: date) -> None:
    person = person_on(member(born=born, stage_key=stage_key), day)
    assert person is not None
    assert person.stage_key == stage_key
    assert person.stage.low <= person.age <= person.stage.high
    if born is not None and (age := age_of(card(born=born), day)) is not None:
        assert person.age == min(max(age, person.stage.low), person.stage.high)


def test_a_person_carries_their_card_and_behind_a_lock_what_the_table_sees_alone() -> None:
    full = member(guess_me=False, comfort=("a hug",), words=("fizzy",), avoid=("death",), my_two=("tea",))
    person = person_on(full, TODAY)
    assert person is not None
    assert (person.id, person.name, person.member, person.guess_me) == (full.id, "Ada", True, False)
    assert (person.comfort, person.words, person.plate) == (("a hug",), ("fizzy",), full.card.plate)
    locked = person_on(replace(full, lock=Lock("", "", 0)), TODAY)
    assert locked == replace(person, comfort=(), words=())
    bare = covered(full.card)
    assert (bare.name, bare.guess_me, bare.plate, bare.born) == ("Ada", False, full.card.plate, full.card.born)
    assert not any(getattr(bare, name) for name in LISTS)


@pytest.mark.parametrize(
    ("born", "stage_key", "may"),
    [(Born(2019, 6), None, True), (Born(2019, 7), None, False), (None, "12-14", True), (None, "8-11", False)],
)
def test_a_card_may_be_locked_from_twelve_on(born: Born | None, stage_key: str | None, may: bool) -> None:
    assert may_lock(member(born=born, stage_key=stage_key), TODAY) == may


@pytest.mark.parametrize(
    ("said", "born"),
    [
        ("2017-05", Born(2017, 5)),
        ("5/2017", Born(2017, 5)),
        (" 05.2017 ", Born(2017, 5)),
        ("May 2017", Born(2017, 5)),
        ("2017, december", Born(2017, 12)),
        ("１９８４ 1", Born(1984, 1)),
        ("14 May 2017", Born(2017, 5)),
        ("2017-05-14", Born(2017, 5)),
        ("4.5.2017", Born(2017, 5)),
        ("31/12/2016", Born(2016, 12)),
        ("May 4th, 2017", Born(2017, 5)),
        ("", None),
        ("   ", None),
    ],
)
def test_a_year_and_a_month_are_read_however_they_are_written(said: str, born: Born | None) -> None:
    assert born_by_words(said, TODAY) == born


@pytest.mark.parametrize(
    "said",
    [
        "2017",
        "May",
        "2017-13",
        "2017-00",
        "31-13-2017",
        "1899-12",
        "2031-07",
        "soon",
        "99999-1",
        "4/5/2017",
        "1 2 May 2017",
        "May June 2017",
    ],
)
def test_what_is_no_year_and_month_is_answered_with_a_sentence(said: str) -> None:
    with pytest.raises(CannotBe) as no:
        born_by_words(said, TODAY)
    assert no.value.sentence.endswith(".")


@given(text=some.text(max_size=30))
def test_no_words_at_all_upset_the_reading_of_a_birthday(text: str) -> None:
    try:
        born = born_by_words(text, TODAY)
    except CannotBe:
        return
    assert born is None or (FIRST_YEAR <= born.year <= TODAY.year and 1 <= (born.month or 1) <= 12)


@pytest.mark.parametrize(("said", "enough"), [("1980", True), ("2012", True), ("2013", False), ("2026", False)])
def test_of_a_grown_up_the_year_is_enough_whatever_the_month(said: str, enough: bool) -> None:
    if not enough:
        with pytest.raises(CannotBe) as no:
            born_by_words(said, TODAY)
        assert "Of a grown-up the year is enough" in no.value.sentence
        return
    born = born_by_words(said, TODAY)
    assert born == Born(int(said))
    assert written(born) == said
    somebody = member("Ada", born=born)
    assert age_of(somebody.card, TODAY) is None
    assert fitted(somebody.card, TODAY) == somebody.card
    person = person_on(somebody, TODAY)
    assert person is not None
    assert (person.stage_key, person.roughly) == ("18+", False)


@given(born=births, day=days, stage=stages)
def test_only_whom_nobody_knows_a_birth_of_is_known_roughly(born: Born, day: date, stage: str) -> None:
    known, rough = (person_on(member("Ada", born=at, stage_key=stage), day) for at in (born, None))
    assert known is not None and not known.roughly  # noqa: PT018 (one says that there is somebody)
    assert rough is not None and rough.roughly  # noqa: PT018


def test_whoever_has_not_said_a_name_is_asked_for_it_first() -> None:
    with pytest.raises(CannotBe) as no:
        fitted(card("", born=None), TODAY)
    assert "name" in no.value.sentence.casefold()


@given(name=some.text(max_size=50), lines=some.lists(some.text(max_size=70), max_size=20))
def test_a_fitted_card_is_harmless_and_fitting_it_again_changes_nothing(name: str, lines: list[str]) -> None:
    try:
        one = fitted(card(name, comfort=tuple(lines), words=tuple(lines)), TODAY)
    except CannotBe:
        return
    assert fitted(one, TODAY) == one
    assert all(line and "\n" not in line and "\x1b" not in line for line in (one.name, *one.comfort, *one.words))


@pytest.mark.parametrize(
    "wrong",
    [
        card(born=None),
        card(stage_key="9-10"),
        card(born=Born(2031, 7)),
        card(born=Born(2020, 13)),
        card("\u200b"),
        card("x" * 41),
        card(my_two=("a", "b", "c", "d")),
        card(words=("y" * 21,)),
        card(avoid=tuple("abcdefghijklmnopq")),
    ],
)
def test_what_cannot_stand_on_a_card_is_refused_with_a_sentence(wrong: Card) -> None:
    with pytest.raises(CannotBe):
        fitted(wrong, TODAY)


def test_a_list_keeps_each_line_once_in_order_and_no_empty_ones() -> None:
    assert checked_lines("comfort", [" a  hug ", "", "space", "a hug"]) == ("a hug", "space")


def test_a_grown_up_needs_no_birthday() -> None:
    stage = stage_on(grown_up("Gran"), TODAY)
    assert stage is STAGES[-1]

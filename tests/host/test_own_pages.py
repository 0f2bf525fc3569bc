"""What a family writes for itself is kept, holds at the table, and goes with whoever goes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from families import grown_up, live_here, plate, the_family
from gatherround.domain.pages import (
    MOST_PACTS,
    CheckIn,
    HouseRules,
    Numbers,
    Pact,
    PhoneNumber,
    Reassurance,
    TimeOut,
)
from gatherround.domain.rebasing import TOGETHER
from gatherround.domain.refusing import CannotBe
from gatherround.host.dealing import left_alone_by
from gatherround.host.house import House
from gatherround.host.own_pages import TORN_UP
from gatherround.storage.troubles import CannotKeep
from host.houses import full_disk, house_at
from rounds import Clock


@pytest.fixture
def house(home: Path) -> Iterator[House]:
    house = house_at(home)
    yield house
    house.close()


def test_a_pact_is_made_changed_and_torn_up(house: House) -> None:
    *_, mum, dad = the_family(house)
    pages = house.family.pages
    made = pages.add_pact((mum, dad))
    assert made.whose == "Mum and Dad"
    full = Pact(between=made.pact.between, time_out=TimeOut("tea?", 20), reassurance=Reassurance("hand", "hand"))
    assert pages.change_pact(made, full).pact == full
    (kept,) = pages.pacts()
    assert (kept.pact, kept.whose) == (full, "Mum and Dad")
    with pytest.raises(CannotBe):
        pages.change_pact(kept, Pact(time_out=TimeOut("tea?", 0)))
    pages.tear_up(kept)
    pages.tear_up(kept)
    assert pages.pacts() == ()


def test_two_windows_change_one_pact_and_each_keeps_what_it_changed(house: House) -> None:
    pages = house.family.pages
    found = pages.add_pact(())
    pages.change_pact(found, replace(found.pact, off_the_table=("the car",)))
    there = pages.change_pact(found, replace(found.pact, time_out=TimeOut("pancake", 20)))
    assert (there.pact.off_the_table, there.pact.time_out) == (("the car",), TimeOut("pancake", 20))
    assert [one.pact for one in pages.pacts()] == [there.pact]


def test_two_windows_write_on_the_same_lines_of_a_pact_and_no_word_is_lost(home: Path) -> None:
    here, there = house_at(home).family.pages, house_at(home).family.pages
    found = here.add_pact(())
    other = there.change_pact(found, Pact(reassurance=Reassurance("hand", "hand"), off_the_table=("the car",)))
    kept = here.change_pact(found, Pact(reassurance=Reassurance("thumb", "hand"), off_the_table=("money",)))
    assert kept.pact == Pact(reassurance=Reassurance("thumb / hand", "hand"), off_the_table=("the car", "money"))
    assert [one.pact for one in there.pacts()] == [kept.pact]
    there.change_pact(other, Pact())
    assert here.pacts()[0].pact == Pact(reassurance=Reassurance("thumb / hand", "hand"), off_the_table=("money",))


def test_what_two_windows_wrote_on_a_pact_and_is_too_long_together_is_not_kept_and_it_says_why(home: Path) -> None:
    here, there = house_at(home).family.pages, house_at(home).family.pages
    found = here.add_pact(())
    other = there.change_pact(found, Pact(time_out=TimeOut("tea" * 15, 20)))
    with pytest.raises(CannotBe) as refused:
        here.change_pact(found, Pact(time_out=TimeOut("mint" * 10, 20)))
    assert refused.value.sentence == TOGETHER
    assert here.pacts() == (other,)


def test_on_a_pact_that_another_window_tore_up_nothing_is_written_and_it_says_so(home: Path) -> None:
    here, there = house_at(home).family.pages, house_at(home).family.pages
    found = here.add_pact(())
    there.tear_up(found)
    with pytest.raises(CannotBe) as refused:
        here.change_pact(found, Pact(off_the_table=("money",)))
    assert refused.value.sentence == TORN_UP
    assert here.pacts() == ()


def test_a_pact_may_be_everybodys_and_there_is_room_for_a_few(house: House) -> None:
    pages = house.family.pages
    assert pages.add_pact(()).whose == "everybody here"
    for _ in range(MOST_PACTS - 1):
        pages.add_pact(())
    with pytest.raises(CannotBe):
        pages.add_pact(())


def test_rules_and_numbers_are_one_page_each_in_place_of_the_one_before(house: House) -> None:
    pages = house.family.pages
    assert (pages.rules(), pages.numbers()) == (HouseRules(), Numbers())
    for lines in (("one talks",), ("shoes at the door", "one talks")):
        pages.change_rules(pages.rules(), HouseRules(lines))
        pages.change_numbers(pages.numbers(), Numbers(tuple(PhoneNumber(line, "1") for line in lines)))
    assert pages.rules().lines == ("shoes at the door", "one talks")
    assert [one.who for one in pages.numbers().numbers] == ["shoes at the door", "one talks"]
    assert house.database is not None
    assert house.database.read("SELECT count(*) FROM page") == [(2,)]


def test_two_windows_change_the_rules_and_the_numbers_and_both_changes_stay(home: Path) -> None:
    here, there = house_at(home).family.pages, house_at(home).family.pages
    aunt, doctor, gran = (PhoneNumber(who, "1") for who in ("Aunt", "Doctor", "Gran"))
    here.change_rules(HouseRules(), HouseRules(("one talks", "phones sleep")))
    here.change_numbers(Numbers(), Numbers((aunt, doctor)))
    rules, numbers = here.rules(), here.numbers()
    there.change_rules(rules, HouseRules(("one talks", "phones sleep", "shoes at the door")))
    there.change_numbers(numbers, Numbers((aunt, doctor, gran)))
    kept = here.change_rules(rules, HouseRules(("ask first", "one talks")))
    here.change_numbers(numbers, Numbers((doctor, aunt)))
    assert kept == here.rules() == HouseRules(("ask first", "one talks", "shoes at the door"))
    assert here.numbers() == Numbers((doctor, gran, aunt))


def test_two_windows_may_both_write_the_first_rule_and_it_is_still_one_page(home: Path) -> None:
    here, there = house_at(home), house_at(home)
    here.family.pages.change_rules(HouseRules(), HouseRules(("one talks",)))
    there.family.pages.change_rules(HouseRules(), HouseRules(("ask first",)))
    assert set(here.family.pages.rules().lines) == {"one talks", "ask first"}
    assert here.database is not None
    assert here.database.read("SELECT count(*) FROM page") == [(1,)]


def test_lines_of_two_windows_that_are_too_many_together_are_not_kept_and_it_says_why(home: Path) -> None:
    here, there = house_at(home).family.pages, house_at(home).family.pages
    there.change_rules(HouseRules(), HouseRules(tuple("abcd")))
    with pytest.raises(CannotBe) as refused:
        here.change_rules(HouseRules(), HouseRules(tuple("efgh")))
    assert refused.value.sentence == TOGETHER
    assert here.rules().lines == tuple("abcd")


def test_a_page_that_cannot_be_read_is_passed_over(house: House) -> None:
    house.family.pages.add_pact(())
    assert house.database is not None
    with house.database.writing() as connection:
        connection.execute("UPDATE page SET body = '[oh'")
        connection.execute("INSERT INTO page VALUES ('x', 'Pact', '7', 1, 'y'), ('z', 'Song', '1', 2, 'y')")
    assert house.family.pages.pacts() == ()
    assert house.household.check_ins_today() == ()


def test_a_check_in_stands_there_on_its_day_alone(home: Path) -> None:
    clock = Clock()
    house = house_at(home, clock=clock)
    made = house.family.pages.add_pact(())
    house.family.pages.change_pact(made, Pact(check_in=CheckIn(1, "20:30", 15)))
    assert clock.time.strftime("%A") == "Tuesday"
    assert house.household.check_ins_today() == ("Tuesday check-in, everybody here: 20:30, 15 minutes.",)
    clock.time += timedelta(days=1)
    assert house.household.check_ins_today() == ()


def test_what_a_pact_keeps_off_the_table_is_not_dealt_where_two_of_it_sit(house: House) -> None:
    *_, theo, _, mum, dad = the_family(house)
    made = house.family.pages.add_pact((mum, dad))
    house.family.pages.change_pact(made, Pact(between=made.pact.between, off_the_table=("money",)))
    people = {person.name: person for person in house.family.people.today()}
    assert left_alone_by(house, [people["Mum"], people["Dad"]]) == {"money", "death"}
    assert left_alone_by(house, [people["Dad"], people["Theo"]]) == frozenset()
    assert theo.card.name == "Theo"


def test_a_pact_between_two_goes_with_whoever_goes_and_one_of_three_stays(house: House) -> None:
    things = {"Ada": "egg", "Ben": "cup", "Cleo": "mint"}
    ada, ben, cleo = live_here(house, *(grown_up(name, plate=plate(thing)) for name, thing in things.items()))
    two, three = house.family.pages.add_pact((ada, ben)), house.family.pages.add_pact((ada, ben, cleo))
    everybody = house.family.pages.add_pact(())
    house.family.pages.change_rules(house.family.pages.rules(), HouseRules(("Ada lays the table",)))
    house.family.erasing.erase(ada)
    left = house.family.pages.pacts()
    assert [page.id for page in left] == [three.id, everybody.id]
    assert two.id not in {page.id for page in left}
    assert left[0].whose == "Ben and Cleo"
    assert house.family.pages.rules().lines == ("someone lays the table",)


def test_where_nothing_can_be_written_a_page_stays_as_it_was(house: House) -> None:
    house.family.pages.change_rules(house.family.pages.rules(), HouseRules(("one talks",)))
    with full_disk(), pytest.raises(CannotKeep):
        house.family.pages.change_rules(house.family.pages.rules(), HouseRules(("two talk",)))
    assert house.family.pages.rules().lines == ("one talks",)

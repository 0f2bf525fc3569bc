"""Those who live here: their cards, their locks, and what a deal makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from families import card, grown_up, live_here, plate, the_family, the_twelve
from gatherround.domain.entries import AtTable, RoundBegan, RoundEnded
from gatherround.domain.members import LISTS, Born, Card
from gatherround.domain.people import Person
from gatherround.domain.play.plan import Plan
from gatherround.domain.rebasing import TOGETHER
from gatherround.domain.refusing import CannotBe
from gatherround.domain.stages import STAGES
from gatherround.host.dealing import deal, left_alone_by
from gatherround.host.guests import guest, guest_by_words
from gatherround.host.house import House, open_house
from gatherround.host.household import Setting
from gatherround.host.locks import locked_with, opens
from gatherround.host.people import ANOTHER_NAME
from gatherround.pantry.library import Shelves
from gatherround.storage.troubles import CannotKeep
from host.houses import full_disk, house_at, journal_of
from rounds import SMALL_SHELF, Clock
from tables import shipped


@pytest.fixture
def house(home: Path) -> Iterator[House]:
    house = house_at(home)
    yield house
    house.close()


def names(house: House) -> list[str]:
    return [one.card.name for one in house.family.people.all()]


# Cards


def test_a_card_is_added_found_whatever_its_spelling_and_changed(house: House) -> None:
    (ada,) = live_here(house, card("  Ada\u200b  B. "))
    assert ada.card.name == "Ada B."
    assert house.family.people.named(" ada  b.") == ada
    assert house.family.people.named("ADA B.") == ada
    changed = house.family.people.change(ada, replace(ada.card, name="Ada", face="proud"))
    assert house.family.people.member(ada.id) == changed
    assert house.family.people.named("nobody") is None


def at_once(home: Path, *deeds: Callable[[House], object]) -> None:
    """Does each in a window of its own and all at the same moment; what cannot be is not done."""
    together = Barrier(len(deeds), timeout=30)

    def window(deed: Callable[[House], object]) -> None:
        with closing(house_at(home)) as house:
            together.wait()
            with suppress(CannotBe):
                deed(house)

    with ThreadPoolExecutor(len(deeds)) as windows:
        list(windows.map(window, deeds))


def mia_comes(house: House) -> None:
    house.family.people.add(card("Mia"))


def renamed(name: str) -> Callable[[House], object]:
    def rename(house: House) -> None:
        one = house.family.people.named(name)
        assert one is not None
        house.family.people.change(one, replace(one.card, name="Mia"))

    return rename


@pytest.mark.parametrize(
    "deeds", [(mia_comes, mia_comes), (renamed("Ada"), renamed("Ben")), (mia_comes, renamed("Ada"))]
)
def test_of_two_windows_that_give_one_name_at_the_same_moment_one_is_told_so(
    tmp_path: Path, deeds: tuple[Callable[[House], object], ...]
) -> None:
    for often in range(15):
        home = tmp_path / str(often)
        with closing(house_at(home)) as house:
            live_here(house, card("Ada"), card("Ben"))
            at_once(home, *deeds)
            assert names(house).count("Mia") == 1


def test_of_two_windows_that_seat_the_twelfth_at_the_same_moment_one_is_told_that_the_table_is_full(
    tmp_path: Path,
) -> None:
    for often in range(5):
        home = tmp_path / str(often)
        with closing(house_at(home)) as house:
            live_here(house, *(card(f"Ada {at}") for at in range(11)))
            at_once(home, mia_comes, lambda house: house.family.people.keep_places([guest_by_words("9", [])]))
            assert len(names(house)) == 12


def test_two_windows_change_one_card_and_each_keeps_what_it_changed(house: House) -> None:
    (ada,) = live_here(house, card("Ada", comfort=("quiet",)))
    people = house.family.people
    people.change(ada, replace(ada.card, avoid=("death",)))
    there = people.change(ada, replace(ada.card, comfort=("quiet", "tea"), name="Adah"))
    assert (there.card.avoid, there.card.comfort, there.card.name) == (("death",), ("quiet", "tea"), "Adah")
    assert people.member(ada.id) == there
    later = people.change(ada, replace(ada.card, name="Adi", plate=ada.card.plate.with_part("colour", "mint")))
    assert later.card.name == "Adi", "of one line the later one stays"
    there = people.change(ada, replace(ada.card, plate=ada.card.plate.with_part("pattern", "egg")))
    assert (there.card.plate.colour, there.card.plate.pattern) == ("mint", "egg")


FIRST = card(
    "Ada", born=Born(2015, 5), face="calm", comfort=("quiet",), avoid=("dogs",), my_two=("breathe",), words=("fizzy",)
)
FOUND: dict[str, Any] = {one.name: getattr(FIRST, one.name) for one in fields(Card)}
ONES: dict[str, Any] = {
    "name": "Adah",
    "plate": FIRST.plate.with_part("colour", "mint"),
    "born": Born(2014, 4),
    "stage_key": "8-11",
    "guess_me": False,
    "face": "proud",
    "comfort": ("quiet", "tea"),
    "avoid": (),
    "my_two": ("breathe", "walk"),
    "words": ("fizzy", "flat"),
}
OTHERS: dict[str, Any] = {
    "name": "Adi",
    "plate": FIRST.plate.with_part("colour", "egg"),
    "born": Born(2013, 3),
    "stage_key": "12-14",
    "guess_me": False,
    "face": "shy",
    "comfort": (),
    "avoid": ("dogs", "death"),
    "my_two": (),
    "words": ("wobbly",),
}


def test_every_field_of_a_card_is_changed_by_two_windows_here() -> None:
    assert set(ONES) == set(OTHERS) == set(FOUND)


@pytest.mark.parametrize(("one", "other"), permutations(FOUND, 2))
def test_what_another_window_has_changed_of_a_card_stays(one: str, other: str, house: House) -> None:
    (ada,) = live_here(house, FIRST)
    house.family.people.change(ada, replace(ada.card, **{one: ONES[one]}))
    there = house.family.people.change(ada, replace(ada.card, **{other: OTHERS[other]}))
    assert there.card == replace(ada.card, **{one: ONES[one], other: OTHERS[other]})
    assert house.family.people.member(ada.id) == there


@pytest.mark.parametrize("both", FOUND)
def test_where_two_windows_have_changed_the_same_thing_of_a_card_nothing_else_of_it_is_lost(
    both: str, house: House
) -> None:
    (ada,) = live_here(house, FIRST)
    first = {name: ONES[name] for name in FOUND}
    house.family.people.change(ada, replace(ada.card, **first))
    there = house.family.people.change(ada, replace(ada.card, **{both: OTHERS[both]}))
    for name in FOUND:
        if name != both:
            assert getattr(there.card, name) == ONES[name]
    if both not in LISTS:
        assert getattr(there.card, both) == OTHERS[both], "of one line the later one stays"


def test_a_chair_that_another_window_has_named_meanwhile_is_not_given_to_somebody_else(house: House) -> None:
    (spoon,) = house.family.people.keep_places((guest(STAGES[3], ()),))
    assert spoon.card.nameless
    ada = house.family.people.change(spoon, replace(spoon.card, name="Ada", born=Born(2015, 5)))
    with pytest.raises(CannotBe) as refused:
        house.family.people.change(spoon, replace(spoon.card, name="Ben", born=Born(2016, 6)))
    assert refused.value.sentence == ANOTHER_NAME
    assert house.family.people.member(spoon.id) == ada
    other = house.family.people.change(spoon, replace(spoon.card, comfort=("tea",)))
    assert (other.card.name, other.card.comfort) == ("Ada", ("tea",)), "whoever only writes on it takes no name away"
    same = house.family.people.change(spoon, replace(spoon.card, name="ada", face="proud"))
    assert (same.card.born, same.card.face) == (Born(2015, 5), "proud"), "both have named the same one"


def test_a_birthday_that_one_window_takes_off_and_a_stage_that_another_does_are_not_both_taken(house: House) -> None:
    (ada,) = live_here(house, replace(FIRST, stage_key="8-11"))
    there = house.family.people.change(ada, replace(ada.card, born=None))
    with pytest.raises(CannotBe) as refused:
        house.family.people.change(ada, replace(ada.card, stage_key=None))
    assert refused.value.sentence == TOGETHER
    assert "too much" not in TOGETHER
    assert house.family.people.member(ada.id) == there


def test_two_windows_write_into_one_list_of_a_card_and_no_line_is_lost(house: House) -> None:
    (ada,) = live_here(house, card("Ada", words=("fizzy",), my_two=("breathe",)))
    people = house.family.people
    people.change(ada, replace(ada.card, words=("fizzy", "wobbly"), my_two=("breathe", "walk")))
    there = people.change(ada, replace(ada.card, words=("flat",)))
    assert there.card.words == ("wobbly", "flat")
    with pytest.raises(CannotBe) as refused:
        people.change(ada, replace(ada.card, my_two=("breathe", "ask", "listen")))
    assert refused.value.sentence == TOGETHER
    assert people.member(ada.id) == there, "three fit, and not four of two windows"


def test_two_people_of_one_name_are_kept_apart_by_a_letter(house: House) -> None:
    ada, ben = live_here(house, card("Ada"), card("Ben"))
    for name in ("ada", "ＡＤＡ", "Ada\u200d"):
        with pytest.raises(CannotBe):
            house.family.people.add(card(name))
        with pytest.raises(CannotBe):
            house.family.people.change(ben, card(name))
    house.family.people.change(ada, card("ADA"))
    assert names(house) == ["ADA", "Ben"]


def test_people_move_round_the_table_and_the_ends_are_neighbours(house: House) -> None:
    ada, *_ = live_here(house, card("Ada"), card("Ben"), card("Cleo"))
    house.family.people.move(ada, 1)
    assert names(house) == ["Ben", "Ada", "Cleo"]
    house.family.people.move(ada, 2)
    assert names(house) == ["Ada", "Ben", "Cleo"]
    house.family.people.move(ada, -1)
    assert names(house) == ["Ben", "Cleo", "Ada"]
    house.family.people.move(replace(ada, id="gone"), 1)
    assert names(house) == ["Ben", "Cleo", "Ada"]


def test_a_table_of_twelve_is_full(house: House) -> None:
    the_twelve(house)
    with pytest.raises(CannotBe, match="Twelve"):
        house.family.people.add(card("One more"))
    with pytest.raises(CannotBe, match="Twelve"):
        house.family.people.keep_places([guest_by_words("9", [])])
    assert len(names(house)) == 12


def test_new_plates_are_things_that_nobody_has(house: House) -> None:
    assert house.family.people.free_plate() == plate("spoon")
    (ada,) = live_here(house, card("Ada", plate=plate("spoon")))
    assert house.family.people.free_plate() == plate("lemon")
    assert house.family.people.objects_of_others(ada) == frozenset()


def test_without_a_drawer_nobody_lives_here_and_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    house = open_house(tmp_path / "file" / "home", {}, shelves=Shelves(SMALL_SHELF), clock=Clock())
    assert house.family.people.all() == ()
    assert house.household.last_table() is None
    with pytest.raises(CannotKeep):
        house.family.people.add(card())


def test_a_full_disk_keeps_the_card_as_it_was(house: House) -> None:
    (ada,) = live_here(house, card("Ada"))
    with full_disk(), pytest.raises(CannotKeep):
        house.family.people.change(ada, card("Ben"))
    assert names(house) == ["Ada"]


# Locks


def test_a_lock_opens_to_its_word_whatever_its_case_and_to_no_other() -> None:
    lock = locked_with(" Rainy  Tuesday ")
    assert opens(lock, "rainy tuesday")
    assert not opens(lock, "rainy")
    assert not opens(lock, "x" * 100)
    assert "rainy" not in f"{lock}".casefold()
    assert locked_with("Rainy Tuesday").digest != lock.digest, "the same word twice looks like two"


@pytest.mark.parametrize(
    "harm", [{"digest": "ü" * 64}, {"digest": ""}, {"salt": "xy"}, {"cost": 0}, {"cost": -1}, {"cost": 2**70}]
)
def test_a_lock_with_a_flipped_bit_in_it_stays_shut_and_breaks_nothing(harm: dict[str, Any]) -> None:
    assert not opens(replace(locked_with("secret"), **harm), "secret")


def test_a_card_is_locked_from_twelve_on_and_opened_by_its_word_alone(house: House) -> None:
    young, old = live_here(house, card("Theo"), card("Ana", born=Born(2016, 2), words=("meh",)))
    with pytest.raises(CannotBe):
        house.family.locks.lock(young, "secret")
    with pytest.raises(CannotBe):
        house.family.locks.lock(old, "   ")
    locked = house.family.locks.lock(old, "secret")
    assert house.family.people.member(old.id) == locked
    with pytest.raises(CannotBe):
        house.family.locks.unlock(locked, "guess")
    assert house.family.locks.unlock(locked, "SECRET") == old


def test_a_forgotten_word_opens_a_card_that_has_been_emptied(house: House) -> None:
    (ana,) = live_here(house, card("Ana", born=Born(2016, 2), words=("meh",), avoid=("death",), guess_me=False))
    open_again = house.family.locks.empty(house.family.locks.lock(ana, "secret"))
    assert open_again.lock is None
    assert (open_again.card.words, open_again.card.avoid, open_again.card.guess_me) == ((), (), False)
    assert house.family.people.all() == (open_again,)


def test_what_another_window_wrote_meanwhile_is_emptied_with_all_that_a_lock_hides(house: House) -> None:
    (ana,) = live_here(house, card("Ana", born=Born(2016, 2)))
    locked = house.family.locks.lock(ana, "secret")
    house.family.people.change(locked, replace(locked.card, my_two=("cry in the bath",), words=("grumpled",)))
    open_again = house.family.locks.empty(locked)
    assert (open_again.lock, open_again.card.my_two, open_again.card.words) == (None, (), ())
    assert house.family.people.all() == (open_again,)


def test_an_old_word_takes_no_new_lock_off_and_none_is_laid_over_it(house: House) -> None:
    (ana,) = live_here(house, card("Ana", born=Born(2016, 2), words=("meh",)))
    locks = house.family.locks
    old = locks.lock(ana, "old")
    new = locks.lock(locks.unlock(old, "old"), "new")
    for stale in (lambda: locks.unlock(old, "old"), lambda: locks.empty(old), lambda: locks.lock(ana, "mine")):
        with pytest.raises(CannotBe, match="Another window"):
            stale()
    assert house.family.people.all() == (new,)


# The table


def test_those_who_live_here_are_laid_in_their_order_and_who_was_away_is_still(house: House) -> None:
    family = the_family(house)
    first = house.household.last_table()
    assert first is not None
    assert [person.name for person in first.people] == ["Mia", "Theo", "Ana", "Mum", "Dad"]
    visited = first.toggled(4).seated(guest_by_words("9", first.people))
    house.household.remember(visited)
    again = house.household.last_table()
    assert again is not None
    assert [person.name for person in again.here] == ["Mia", "Theo", "Ana", "Mum"], "a visitor is not laid for again"
    house.family.people.move(family[0], 1)
    now = house.household.as_today(visited)
    assert [person.name for person in now.people] == ["Theo", "Mia", "Ana", "Mum", "Dad", "Plum"]
    assert [person.name for person in now.here] == ["Theo", "Mia", "Ana", "Mum", "Plum"]


def sat(*said: str) -> Setting:
    """Gives a table of guests."""
    setting = Setting()
    for one in said:
        setting = setting.seated(guest_by_words(one, setting.people))
    return setting


def test_new_cards_take_over_the_chairs_of_guests_and_nobody_sits_there_twice(house: House) -> None:
    guests = sat("18+", "3-4", "5-7").toggled(1)
    live_here(house, grown_up("Anna", plate=plate("spoon")), card("Mia", plate=plate("lemon"), born=Born(2028, 1)))
    now = house.household.as_today(guests)
    assert [person.name for person in now.people] == ["Anna", "Mia", "Pepper"]
    assert [person.name for person in now.here] == ["Anna", "Pepper"], "whoever was away is away with a card as well"
    assert [person.name for person in now.taken_away().people] == ["Anna", "Mia"]


def test_a_card_whose_thing_is_somebody_elses_of_another_age_leaves_them_sitting(house: House) -> None:
    guests = sat("18+", "3-4", "5-7")
    live_here(house, card("Mia", plate=plate("spoon"), born=Born(2029, 1)), card("Tom", plate=plate("bread")))
    now = house.household.as_today(guests)
    assert [(person.name, person.stage_key) for person in now.people] == [
        ("Lemon", "18+"),
        ("Mia", "2"),
        ("Pepper", "5-7"),
        ("Tom", "8-11"),
    ]
    assert house.household.as_today(now) == now, "and it stays so"


def test_of_two_chairs_of_one_age_a_card_takes_the_one_with_its_thing(house: House) -> None:
    live_here(house, card("Ben", plate=plate("bread")), card("Ada", plate=plate("lemon")))
    now = house.household.as_today(sat("9", "9", "40"))
    assert [person.name for person in now.people] == ["Ben", "Ada", "Pepper"]


def test_chairs_stay_where_they_are_until_a_card_is_moved(house: House) -> None:
    mia, anna = live_here(house, card("Mia", born=Born(2028, 1)), grown_up("Anna", plate=plate("salt")))
    now = house.household.as_today(sat("18+", "3-4", "9"))
    assert [person.name for person in now.people] == ["Anna", "Mia", "Pepper"]
    house.family.people.change(mia, replace(mia.card, name="Mie"))
    now = house.household.as_today(now)
    assert [person.name for person in now.people] == ["Anna", "Mie", "Pepper"]
    house.family.people.move(anna, 1)
    now = house.household.as_today(now)
    assert [person.name for person in now.people] == ["Anna", "Mie", "Pepper"], "now both say the same"
    house.family.people.move(anna, 1)
    now = house.household.as_today(now)
    assert [person.name for person in now.people] == ["Mie", "Anna", "Pepper"]


def test_a_guest_is_never_the_thing_of_somebody_who_lives_here(house: House) -> None:
    the_family(house)
    people = list(house.family.people.today())
    assert guest_by_words("9", people).name == "Plum"


def test_a_birthday_between_two_evenings_moves_the_stage_by_itself(home: Path) -> None:
    clock = Clock()
    house = house_at(home, clock=clock)
    live_here(house, card("Theo", born=Born(2023, 7)))
    assert [person.stage_key for person in house.family.people.today()] == ["5-7"]
    setting = house.household.last_table()
    assert setting is not None
    clock.time += timedelta(days=30)
    assert [person.stage_key for person in house.household.as_today(setting).people] == ["8-11"]
    clock.time -= timedelta(days=2 * 365)
    assert [person.stage_key for person in house.family.people.today()] == ["5-7"], "a clock set back harms nothing"


@pytest.mark.parametrize(("hours", "stage"), [(13, "5-7"), (0, "3-4"), (-11, "3-4")])
def test_the_day_of_play_is_the_one_on_this_wall(home: Path, hours: int, stage: str) -> None:
    clock = Clock()
    house = house_at(home, clock=clock)
    live_here(house, card("Theo", born=Born(2027, 1)))
    clock.time = datetime(2031, 12, 31, 12, tzinfo=UTC).astimezone(timezone(timedelta(hours=hours)))
    assert [person.stage_key for person in house.family.people.today()] == [stage], (
        "on new year's eve, or on new year's day"
    )


def test_what_somebody_leaves_alone_is_not_dealt_while_they_sit_there(home: Path) -> None:
    house = house_at(home, seed=4)
    house.shelf = shipped()
    live_here(house, card("Theo", avoid=("Dumpling",)), grown_up("Mum"))
    theo, mum = house.family.people.today()
    assert left_alone_by(house, (theo, mum)) == {"Dumpling"}
    assert left_alone_by(house, (mum,)) == frozenset()
    assert titles(deal(house, (replace(theo, member=False), mum), 10, "surprise"))[0] == "The Last Dumpling"
    assert "The Last Dumpling" not in titles(deal(house, (theo, mum), 10, "surprise"))


def titles(plan: Plan) -> list[str]:
    return [deal.activity.title for deal in (*plan.deals, *plan.spares)]


# Keep these places


def closed(house: House, *people: str, how: str = "closed") -> tuple[Person, ...]:
    """Plays a Round of guests of these ages, in the journal alone."""
    sitting: list[Person] = []
    for said in people:
        sitting.append(guest_by_words(said, sitting))
    journal = journal_of(house)
    began = RoundBegan(minutes=10, wish="laugh", people=tuple(AtTable(None, one.stage_key) for one in sitting))
    hold = journal.begin("{}", "{}", [began], instead=True)
    journal.record(hold, "{}", [RoundEnded(how)])  # type: ignore[arg-type]
    return tuple(sitting)


def test_guests_are_asked_after_their_first_round_in_a_house_without_cards(house: House) -> None:
    assert not house.family.places.asked_of(())
    guests = closed(house, "3", "9", "40")
    assert house.family.places.asked_of(guests)
    kept = house.family.places.keep(guests)
    assert [(one.card.name, one.card.plate, one.card.stage_key) for one in kept] == [
        ("Spoon", plate("spoon"), "3-4"),
        ("Lemon", plate("lemon"), "8-11"),
        ("Pepper", plate("pepper"), "18+"),
    ]
    assert house.family.people.all() == kept


def test_a_round_that_was_stopped_asks_nothing(house: House) -> None:
    assert not house.family.places.asked_of(closed(house, "9", how="stopped"))


def test_a_visitor_is_not_asked_and_whoever_comes_again_is(house: House) -> None:
    live_here(house, card("Ada", plate=plate("lemon")))
    assert not house.family.places.asked_of(closed(house, "9"))
    assert not house.family.places.asked_of(closed(house, "40"))
    assert house.family.places.asked_of(closed(house, "40"))


def test_not_now_is_a_month_and_never_is_for_good(home: Path) -> None:
    clock = Clock()
    house = house_at(home, clock=clock)
    guests = closed(house, "9")
    house.family.places.not_now()
    clock.time += timedelta(days=29)
    assert not house.family.places.asked_of(guests)
    clock.time += timedelta(days=1)
    assert house.family.places.asked_of(guests)
    house.family.places.never_ask()
    clock.time += timedelta(days=4000)
    assert not house.family.places.asked_of(guests)


def test_guests_whose_thing_or_name_is_taken_get_another(house: House) -> None:
    live_here(house, card("Spoon", plate=plate("lemon")))
    kept = house.family.places.keep([Person(id="guest-1", name="Spoon", stage_key="8-11", age=9)])
    assert [(one.card.name, one.card.plate.object) for one in kept] == [("Spoon 2", "spoon")]
    more = house.family.places.keep([Person(id="guest-1", name="Lemon", stage_key="8-11", age=9)])
    assert [(one.card.name, one.card.plate.object) for one in more] == [("Lemon", "pepper")]

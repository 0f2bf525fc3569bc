"""Agreements, house rules and getting help on the screen; and the calm page that every Round can reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from dining import (
    SIZES,
    a_house,
    a_house_of_cards,
    click_door,
    click_key,
    hurried,
    laid_for,
    moved,
    opened,
    play,
    press,
    put_away_for_now,
    seen,
    settled,
    table,
    told,
)
from test_hostile_words import CANARY, no_link_is_live, refused, shown
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Input

from families import live_here, the_family
from gatherround.domain.helping import SERIOUS
from gatherround.domain.pages import CheckIn, HouseRules, Numbers, Pact, PhoneNumber, Reassurance, TimeOut
from gatherround.host.house import House
from gatherround.storage.database import Database
from gatherround.storage.troubles import UnreadableFile
from gatherround.ui.screens.agreements import TAKES_TWO, Agreements
from gatherround.ui.screens.getting_help import GettingHelp
from gatherround.ui.screens.leaf import Leaf
from gatherround.ui.screens.menu import More
from gatherround.ui.screens.pact import PactPage
from gatherround.ui.screens.serious import Serious
from gatherround.ui.screens.sheets import Line, OneOf
from gatherround.ui.screens.some_of import SomeOf
from gatherround.ui.screens.tonight import Tonight
from rounds import laid, story
from tables import table as people_of

__all__ = ["refused"]
AGREEMENTS = ("escape", "1", "2")
HELP = ("escape", "1", "3")


async def type_in(pilot: Pilot[int], words: str) -> None:
    pilot.app.screen.query_one(Input).value = words
    await press(pilot, "enter")


def pact_of(house: House) -> Pact:
    return house.family.pages.pacts()[0].pact


@hurried
async def test_a_pact_is_made_between_two_and_filled_row_by_row(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    *_, mum, dad = the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter")
        assert isinstance(pilot.app.screen, SomeOf)
        await press(pilot, "a", "end", "enter", "up", "enter", "d")
        assert isinstance(pilot.app.screen, PactPage)
        assert set(pact_of(house).between) == {mum.id, dad.id}
        await press(pilot, "enter", "7")
        await type_in(pilot, "20:30")
        assert "such as 20:30, 15" in seen(pilot)
        await type_in(pilot, "20:30, 15")
        assert pact_of(house).check_in == CheckIn(6, "20:30", 15)
        await press(pilot, "down", "enter")
        await type_in(pilot, "two squeezes")
        await type_in(pilot, "")
        assert isinstance(pilot.app.screen, Line), "a sign without a reply is none"
        await type_in(pilot, "two back")
        assert pact_of(house).reassurance == Reassurance("two squeezes", "two back")
        await press(pilot, "down", "enter")
        await type_in(pilot, "tea?")
        assert isinstance(pilot.app.screen, OneOf)
        await press(pilot, "escape")
        assert pact_of(house).time_out is None, "a break that does not end is none"
        await press(pilot, "enter")
        await type_in(pilot, "tea?")
        await click_door(pilot, 1)
        assert pact_of(house).time_out == TimeOut("tea?", 30)
        await press(pilot, "down", "enter", "down", "enter", "escape")
        assert pact_of(house).off_the_table == ("money",)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, Agreements)
        assert "Sunday at 20:30" in seen(pilot)


@hurried
async def test_each_row_of_a_pact_is_taken_away_again_and_at_last_the_pact(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    full = Pact(check_in=CheckIn(6, "20:30", 15), reassurance=Reassurance("a", "b"), time_out=TimeOut("c", 20))
    house.family.pages.change_pact(house.family.pages.add_pact(()), full)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "enter", "8")
        assert pact_of(house).check_in is None
        for _ in range(2):
            await press(pilot, "down", "enter")
            await type_in(pilot, " ")
        assert pact_of(house) == Pact()
        await press(pilot, "end", "enter", "1", "enter", "2")
        assert isinstance(pilot.app.screen, Agreements)
        assert house.family.pages.pacts() == ()


@hurried
async def test_going_back_from_between_whom_makes_no_pact_whoever_is_ticked(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        for ticks in ((), ("enter",), ("end", "enter", "up", "enter")):
            await press(pilot, *AGREEMENTS, "enter", *ticks, "escape")
            assert isinstance(pilot.app.screen, Agreements)
            assert house.family.pages.pacts() == ()
            await press(pilot, "escape", "escape")


@hurried
async def test_a_pact_is_kept_once_something_stands_on_it(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "enter", "d", "escape")
        assert isinstance(pilot.app.screen, Agreements)
        assert "nothing yet" not in seen(pilot)
        assert house.family.pages.pacts() == ()
        await press(pilot, "enter", "enter", "d", "enter", "7")
        await type_in(pilot, "20:30, 15")
        await press(pilot, "escape")
        assert [card.whose for card in house.family.pages.pacts()] == ["everybody here"]


@hurried
async def test_a_house_with_fewer_than_two_cards_hears_what_a_pact_between_two_takes(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS)
        assert "for everybody here; between two of you once" in seen(pilot)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS)
        assert "between two of you, or everybody" in seen(pilot)


@hurried
async def test_everybodys_is_a_line_that_is_ticked_alone(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "end", "enter", "up", "enter", "home", "enter")
        assert seen(pilot).count("▣") == 1
        await click_key(pilot, "done")
        assert isinstance(pilot.app.screen, PactPage)
        assert house.family.pages.pacts()[0].whose == "everybody here"
        await press(pilot, "escape", "enter", "enter", "end", "enter")
        assert seen(pilot).count("▣") == 1


@hurried
async def test_a_key_pressed_twice_at_once_makes_one_pact_and_the_names_stay_where_none_can_be_made(
    tmp_path: Path,
) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "end", "enter", "up", "enter")
        with put_away_for_now(house):
            await press(pilot, "d")
        assert isinstance(pilot.app.screen, SomeOf)
        assert seen(pilot).count("▣") == 2
        assert "cannot be" in told(pilot)[-1]
        between = pilot.app.screen
        for _ in range(2):
            await between.run_action("done")
        await settled(pilot)
        assert isinstance(pilot.app.screen, PactPage)
        assert len(house.family.pages.pacts()) == 1


@hurried
async def test_one_name_alone_makes_no_pact_and_a_house_without_cards_makes_everybodys(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter")
        assert isinstance(pilot.app.screen, PactPage)
        assert "everybody here" in seen(pilot)
    assert house.family.pages.pacts() == (), "nothing stood on it when the game was left"
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter", "end", "enter", "d")
        assert TAKES_TWO in seen(pilot)
        assert house.family.pages.pacts() == ()
        await press(pilot, "up", "enter")
        assert TAKES_TWO not in seen(pilot)


@hurried
async def test_house_rules_are_ticked_and_written_in_ones_own_words(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "end", "enter", "enter", "a")
        await type_in(pilot, "shoes at the door")
        await press(pilot, "escape")
        assert house.family.pages.rules().lines[-1] == "shoes at the door"
        assert len(house.family.pages.rules().lines) == 2
        assert "shoes at the door" in " ".join(seen(pilot).split())


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24)])
@hurried
async def test_a_check_in_stands_on_tonight_on_its_day(tmp_path: Path, size: tuple[int, int]) -> None:
    house = a_house(tmp_path)
    the_family(house)
    made = house.family.pages.add_pact(())
    house.family.pages.change_pact(made, Pact(check_in=CheckIn(house.today().weekday(), "20:30", 15)))
    async with opened(house, size) as pilot:
        assert ("check-in" in seen(pilot)) == (size[1] > 12), "the smallest screen keeps its room for the chairs"
        assert not told(pilot), "nobody is reminded"


@hurried
async def test_rules_that_cannot_be_read_just_now_are_not_written_over(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    house.family.pages.change_rules(house.family.pages.rules(), HouseRules(("shoes at the door",)))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS)
        with put_away_for_now(house):
            await press(pilot, "end", "enter")
        assert "cannot be opened here" in told(pilot)[-1]
        await press(pilot, "enter", "enter", "escape")
        assert "shoes at the door" in house.family.pages.rules().lines


@hurried
async def test_no_pact_is_made_while_nobody_can_say_who_lives_here(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS)
        with put_away_for_now(house):
            await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Agreements)
        assert "cannot be opened here" in told(pilot)[-1]
        assert house.family.pages.pacts() == ()


# Getting help


@hurried
async def test_numbers_are_typed_in_put_first_and_taken_away(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *HELP)
        assert isinstance(pilot.app.screen, GettingHelp)
        assert "nobody yet" in seen(pilot)
        for who, number in (("Dr. Okafor", "0123 456"), ("Aunt Rosa", "0177")):
            await press(pilot, "end", "enter")
            await type_in(pilot, "")
            await type_in(pilot, who)
            await type_in(pilot, "")
            await type_in(pilot, number)
        assert [one.who for one in house.family.pages.numbers().numbers] == ["Dr. Okafor", "Aunt Rosa"]
        await press(pilot, "end", "up", "enter", "2")
        assert [one.who for one in house.family.pages.numbers().numbers] == ["Aunt Rosa", "Dr. Okafor"]
        await press(pilot, "end", "up", "enter", "1", "enter", "3")
        assert [one.who for one in house.family.pages.numbers().numbers] == ["Aunt Rosa"]


@pytest.mark.parametrize("keys", [("end", "enter"), ("end", "up", "enter", "2"), ("end", "up", "enter", "3")])
@hurried
async def test_a_number_is_never_written_over_those_that_cannot_be_read_just_now(
    tmp_path: Path, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    house = a_house(tmp_path)
    there = (PhoneNumber("Dr. Okafor", "0123 456"), PhoneNumber("Aunt Rosa", "0177"))
    house.family.pages.change_numbers(house.family.pages.numbers(), Numbers(there))
    assert house.database is not None
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *HELP, *keys[:-1])
        if keys[-1] == "enter":
            await press(pilot, "enter")
            await type_in(pilot, "Gran")
            pilot.app.screen.query_one(Input).value = "0199"
        fails_once(monkeypatch, house.database)
        await press(pilot, *keys[-1:])
        assert "cannot be opened here" in " ".join((*told(pilot), seen(pilot)))
        assert house.family.pages.numbers().numbers == there


@hurried
async def test_a_number_that_cannot_be_kept_just_now_stays_where_it_was_typed(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *HELP, "end", "enter")
        await type_in(pilot, "Dr. Okafor")
        with put_away_for_now(house):
            await type_in(pilot, "0123 456")
            assert isinstance(pilot.app.screen, Line)
            assert "cannot be opened here" in " ".join(seen(pilot).split())
        await press(pilot, "enter")
        assert house.family.pages.numbers().numbers == (PhoneNumber("Dr. Okafor", "0123 456"),)
        await press(pilot, "end", "enter")
        assert pilot.app.screen.query_one(Input).value == "", "who has a number by now is not offered again"


def fails_once(monkeypatch: pytest.MonkeyPatch, database: Database) -> None:
    """Lets one question to the drawer go unanswered, as when a folder is being synchronised just then."""

    def no_answer(*_: object) -> None:
        monkeypatch.undo()
        raise UnreadableFile(database.path)

    monkeypatch.setattr(database, "read", no_answer)


@hurried
async def test_there_is_something_to_read_behind_each_leaf(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, *HELP)
        for words in ("Say:", "week after week", "couples therapy", "again and again"):
            await press(pilot, "enter")
            assert isinstance(pilot.app.screen, Leaf | Serious)
            assert words in seen(pilot)
            await press(pilot, "escape", "down")


@hurried
async def test_every_round_reaches_the_calm_page_and_comes_back_to_where_it_was(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    house.family.pages.change_numbers(house.family.pages.numbers(), Numbers((PhoneNumber("Dr. Okafor", "0123 456"),)))
    async with opened(house, (40, 12)) as pilot:
        await laid_for(pilot, laid(story(), people_of(3, 41)))
        met = 0
        while True:
            if table(pilot).check_action("more", ()):
                before = play(pilot)
                await press(pilot, "escape")
                assert isinstance(pilot.app.screen, More)
                await click_door(pilot, len(pilot.app.screen._doors) - 1)
                assert isinstance(pilot.app.screen, Serious)
                assert "Stop the game." in seen(pilot)
                await press(pilot, "escape")
                assert play(pilot) is before
                met += 1
            if play(pilot).phase == "night":
                break
            await press(pilot, "p" if met == 1 and not play(pilot).paused else "enter")
        assert met > 3


@pytest.mark.parametrize("size", SIZES)
@hurried
async def test_the_calm_page_can_be_read_to_its_end_at_every_size_by_keys_alone(
    size: tuple[int, int], tmp_path: Path
) -> None:
    house = a_house(tmp_path)
    house.family.pages.change_numbers(house.family.pages.numbers(), Numbers((PhoneNumber("Dr. Okafor", "0123 456"),)))
    async with opened(house, size) as pilot:
        await pilot.app.push_screen(Serious(house))
        await settled(pilot)
        leaf = pilot.app.screen.query_one(VerticalScroll)
        met = " ".join(seen(pilot).split())
        while leaf.scroll_y < leaf.max_scroll_y:
            before = leaf.scroll_y
            await press(pilot, "pagedown")
            await moved(pilot, leaf, before)
            met += " " + " ".join(seen(pilot).split())
        for what, _ in SERIOUS:
            assert what.split()[0] in met, what
        assert "0123 456" in met
        assert "therapy." in met


@hurried
async def test_where_nothing_was_typed_the_calm_page_says_whom_anybody_may_call() -> None:
    async with opened(a_house_of_cards(), (80, 40)) as pilot:
        await pilot.app.push_screen(Serious(a_house_of_cards()))
        await press(pilot, "down")
        assert "Your emergency number, your doctor, your school." in seen(pilot)


@hurried
async def test_where_nothing_can_be_kept_a_kind_line_says_so() -> None:
    async with opened(a_house_of_cards(), (80, 24)) as pilot:
        await press(pilot, *AGREEMENTS, "enter")
        assert isinstance(pilot.app.screen, Agreements)
        assert any("not kept" in sentence for sentence in told(pilot))
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, Tonight)


@hurried
async def test_what_a_family_writes_is_shown_as_it_was_typed(tmp_path: Path, refused: list[str]) -> None:
    house = a_house(tmp_path)
    loud = f"[/][@click=app.bell]$x {CANARY}"
    the_family(house)
    live_here(house)
    made = house.family.pages.add_pact(())
    house.family.pages.change_pact(
        made,
        Pact(
            check_in=CheckIn(house.today().weekday(), "20:30", 15),
            reassurance=Reassurance(loud, loud),
            time_out=TimeOut(loud, 20),
            off_the_table=(f"[b]{CANARY}",),
        ),
    )
    house.family.pages.change_rules(house.family.pages.rules(), HouseRules((loud,)))
    house.family.pages.change_numbers(house.family.pages.numbers(), Numbers((PhoneNumber(f"[b]{CANARY}", loud[:40]),)))
    house.family.people.change(house.family.people.all()[0], house.family.people.all()[0].card)
    async with opened(house, (100, 30)) as pilot:
        await press(pilot, *AGREEMENTS)
        assert loud in seen(pilot)
        await press(pilot, "enter")
        assert loud in seen(pilot)
        assert no_link_is_live(pilot)
        await press(pilot, "down", "enter")
        assert loud in seen(pilot)
        await press(pilot, "escape", "escape", "escape", "3")
        assert f"[b]{CANARY}" in seen(pilot)
        await press(pilot, "end", "up", "enter")
        assert f"[b]{CANARY}" in shown(pilot)
        await press(pilot, "escape", "home", "enter")
        assert loud[:40] in shown(pilot)
        assert no_link_is_live(pilot)
    assert not refused

"""People and their cards on the screen: added, changed, moved and locked, by keys and by mouse, whatever they say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from dining import (
    SIZES,
    a_house,
    a_house_of_cards,
    click,
    click_door,
    hurried,
    laid_for,
    offered,
    opened,
    play,
    press,
    put_away_for_now,
    resize,
    seen,
    settled,
    told,
    tonight,
)
from test_hostile_words import CANARY, NAMES, no_link_is_live, refused, shown
from textual.pilot import Pilot
from textual.widgets import Input

from families import aged, card, grown_up, live_here, plate, the_family, the_twelve
from gatherround.domain.members import Born, Card
from gatherround.domain.people import Person
from gatherround.domain.stages import STAGES
from gatherround.host.house import House
from gatherround.ui.places import CHAIR_DOORS
from gatherround.ui.screens.asking import WhoComesBack, WhoJoins
from gatherround.ui.screens.keep_places import SAID, SAYS, KeepPlaces, keep_places_over
from gatherround.ui.screens.new_card import SOMEBODY_ELSE
from gatherround.ui.screens.people import People
from gatherround.ui.screens.person import PersonCard
from gatherround.ui.screens.sheets import FromList, Line, OneOf
from gatherround.ui.screens.some_of import SomeOf
from gatherround.ui.screens.study import LINE
from gatherround.ui.screens.tonight import Tonight
from gatherround.ui.widgets.chair_plate import ChairPlate
from gatherround.ui.widgets.doors import Doors
from gatherround.ui.widgets.face_view import FaceView
from rounds import ask, laid, read, story

__all__ = ["refused"]
STUDY = ("escape", "1", "1")
FIRST = (*STUDY, "1")
"""The keys from Tonight to the first card."""


async def type_in(pilot: Pilot[int], words: str) -> None:
    """Types a line and keeps it."""
    pilot.app.screen.query_one(Input).value = words
    await press(pilot, "enter")


def first_card(house: House) -> Card:
    return house.family.people.all()[0].card


@hurried
async def test_cards_that_are_added_take_over_the_chairs_that_are_laid(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path), (80, 24)) as pilot:
        await press(pilot, "6", "1", "2", *STUDY, "a")
        await type_in(pilot, "Anna")
        await type_in(pilot, "May 1990")
        await press(pilot, "a")
        await type_in(pilot, "Mia")
        await type_in(pilot, "May 2028")
        await press(pilot, "escape", "escape")
        assert "3 at the table" in seen(pilot)
        assert [person.name for person in tonight(pilot).setting.here] == ["Anna", "Mia", "Pepper"]
        await press(pilot, "backspace")
        assert [person.name for person in tonight(pilot).setting.here] == ["Anna", "Mia"]


@hurried
async def test_only_who_has_a_birthday_is_said_to_grow_up_by_themselves(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Mia", born=None, stage_key="3-4"), grown_up("Mum", plate=plate("salt")))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY)
        assert "Mia: 3 to 4, until there is a birthday here" in seen(pilot)
        await press(pilot, "right")
        assert "Mum: a grown-up" in seen(pilot)
    assert "grow up" not in SAYS
    assert "until you give it a birthday" in SAYS


@hurried
async def test_a_first_card_is_a_name_and_a_birthday_and_sits_at_the_table(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, *STUDY)
        assert isinstance(pilot.app.screen, People)
        assert "nobody needs one" in seen(pilot)
        assert "open" not in offered(pilot)
        await press(pilot, "enter", "1", "down", "comma", "a")
        await type_in(pilot, "Théo")
        await type_in(pilot, "May 2022")
        assert first_card(house) == card("Théo", plate=plate("spoon"), born=Born(2022, 5))
        assert "Théo" in seen(pilot)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, Tonight)
        assert [person.name for person in tonight(pilot).setting.here] == ["Théo"]
        assert "Théo" in seen(pilot)
        await press(pilot, "1")
        assert tonight(pilot).setting.here == (), "a number says now who is here"


@hurried
async def test_without_a_birthday_a_stage_is_asked_and_escape_adds_nobody(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, *STUDY, "a")
        await type_in(pilot, "Gran")
        await type_in(pilot, "")
        assert isinstance(pilot.app.screen, OneOf)
        await click_door(pilot, 6)
        assert first_card(house) == grown_up("Gran", plate=plate("spoon"))
        for keys in (("escape",), ("x", "enter", "escape"), ("y", "enter", "enter", "escape")):
            await press(pilot, "a", *keys)
            assert isinstance(pilot.app.screen, People)
        assert len(house.family.people.all()) == 1


@hurried
async def test_a_line_that_does_not_fit_stays_there_with_a_kind_sentence(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Ada"))
    async with opened(house) as pilot:
        await press(pilot, *STUDY, "a")
        for words, sentence in (("ADA", "has that name already"), ("", "at least one letter"), ("x" * 41, "too long")):
            await type_in(pilot, words)
            assert isinstance(pilot.app.screen, Line)
            assert sentence in " ".join(seen(pilot).split())
            assert pilot.app.screen.query_one(Input).value == words
        await type_in(pilot, "Ben")
        await type_in(pilot, "soon")
        assert "such as 2017-05" in seen(pilot)


@hurried
async def test_every_row_of_a_card_can_be_changed_and_is_kept_at_once(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Ada", plate=plate("spoon")), card("Ben", plate=plate("lemon")))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *FIRST)
        assert isinstance(pilot.app.screen, PersonCard)
        await press(pilot, "enter")
        await type_in(pilot, "Ada B.")
        await press(pilot, "down", "enter")
        await type_in(pilot, "2016-02")
        await press(pilot, "down", "enter", "4")
        assert (first_card(house).name, first_card(house).born) == ("Ada B.", Born(2016, 2))
        assert first_card(house).stage_key == "5-7"
        await press(pilot, "down", "enter", "1", "down", "enter")
        assert first_card(house).plate.object == "pepper", "the lemon is somebody else's"
        await press(pilot, "enter", "2", "down", "enter")
        await press(pilot, "enter", "3", "end", "enter")
        assert (first_card(house).plate.colour, first_card(house).plate.pattern) == ("lemon", "salt")
        assert pilot.app.screen.query_one(ChairPlate).has_class("-lemon")
        await press(pilot, "down", "enter", "home", "enter")
        assert first_card(house).face == "happy"
        assert pilot.app.screen.query_one(FaceView).word == "happy"
        await press(pilot, "down", "enter")
        assert not first_card(house).guess_me
        assert "don't guess me" in seen(pilot)
        await press(pilot, "enter")
        assert first_card(house).guess_me


@hurried
async def test_several_are_ticked_with_words_of_ones_own_and_no_more_than_fit(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Ada"))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *FIRST, *("down",) * 6, "enter")
        assert isinstance(pilot.app.screen, SomeOf)
        await press(pilot, "enter", "down", "enter", "up", "enter", "a")
        await type_in(pilot, "  a long\tbath ")
        await press(pilot, "escape")
        assert first_card(house).comfort == ("space", "a long bath")
        await press(pilot, *("down",) * 2, "enter")
        await press(pilot, *("enter", "down") * 4)
        assert "Up to 3 fit here." in seen(pilot)
        await press(pilot, "escape")
        assert len(first_card(house).my_two) == 3
        await press(pilot, "down", "enter")
        assert "a adds words of your own" in seen(pilot)
        await press(pilot, "enter", "a")
        await type_in(pilot, "x" * 21)
        assert "too long" in seen(pilot)
        await type_in(pilot, "fizzy")
        await press(pilot, "escape", "up", "up", "enter", "end", "enter", "escape")
        assert (first_card(house).words, first_card(house).avoid) == (("fizzy",), ("secrecy",))


@hurried
async def test_a_card_is_locked_hides_what_is_private_and_opens_to_its_word(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Ana", born=aged(15, house.today()), words=("meh",)))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *FIRST, "end", "up", "enter")
        assert "could read it" in shown(pilot), "what a lock does is said before"
        await type_in(pilot, "  ")
        assert isinstance(pilot.app.screen, Line)
        pilot.app.screen.query_one(Input).value = "rainy tuesday"
        await settled(pilot)
        assert "rainy" not in seen(pilot)
        await press(pilot, "enter", "escape", "1")
        assert "meh" not in seen(pilot)
        await press(pilot, "enter")
        await type_in(pilot, "sunny")
        assert "does not open" in seen(pilot)
        await type_in(pilot, "Rainy Tuesday")
        assert "meh" in seen(pilot)
        await press(pilot, "end", "up", "enter")
        await type_in(pilot, "rainy tuesday")
        assert house.family.people.all()[0].lock is None


@hurried
async def test_a_forgotten_word_empties_what_it_hid_and_asks_first(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    (ana,) = live_here(house, card("Ana", born=aged(15, house.today()), words=("meh",)))
    house.family.locks.lock(ana, "rainy tuesday")
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *FIRST, "down", "enter", "1")
        assert first_card(house).words == ("meh",)
        await press(pilot, "enter", "2")
        assert first_card(house).words == ()
        assert "name" in seen(pilot)


@hurried
async def test_people_are_walked_moved_and_opened_by_keys_and_by_mouse(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY, "right", "down", "down", "left", "up", "right")
        assert isinstance(pilot.app.screen, People)
        assert pilot.app.screen.cards.at == 1
        await press(pilot, "full_stop", "full_stop", "comma")
        assert [one.card.name for one in house.family.people.all()] == ["Mia", "Ana", "Theo", "Mum", "Dad"]
        assert "Theo: 9" in seen(pilot)
        await press(pilot, "comma", "comma", "comma")
        assert [one.card.name for one in house.family.people.all()][-1] == "Theo", (
            "the ends of the table are neighbours"
        )
        await click(pilot, [*pilot.app.screen.query(ChairPlate)][1])
        assert isinstance(pilot.app.screen, PersonCard)
        assert pilot.app.screen.member.card.name == "Ana"
        await press(pilot, "escape", "0", "9")
        assert isinstance(pilot.app.screen, People)


@hurried
async def test_whoever_cannot_be_moved_just_now_is_still_looked_at(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY)
        assert isinstance(pilot.app.screen, People)
        with put_away_for_now(house):
            await press(pilot, "full_stop")
        assert pilot.app.screen.cards.at == 0
        assert "cannot be" in told(pilot)[-1]


@hurried
async def test_a_list_may_be_left_by_a_click_beside_it_and_a_face_taken_by_one(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Ada"))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *FIRST, *("down",) * 4, "enter")
        assert isinstance(pilot.app.screen, FromList)
        await pilot.click(offset=(1, 1))
        await settled(pilot)
        assert isinstance(pilot.app.screen, PersonCard)
        assert first_card(house).face == "okay"


@hurried
async def test_what_was_being_typed_when_the_lid_closed_is_offered_again(tmp_path: Path) -> None:
    async with opened(a_house(tmp_path)) as pilot:
        await press(pilot, *STUDY, "a")
        pilot.app.screen.query_one(Input).value = "Wilhelm"
        await pilot.pause(1.5)
        pilot.app.exit()
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, *STUDY, "a")
        assert pilot.app.screen.query_one(Input).value == "Wilhelm"
        await press(pilot, "escape", "a")
        assert pilot.app.screen.query_one(Input).value == "", "what was left is not offered again"


@hurried
async def test_a_name_that_cannot_be_kept_just_now_stays_where_it_was_typed(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Ada"))
    async with opened(house) as pilot:
        await press(pilot, *FIRST, "enter")
        with put_away_for_now(house):
            await type_in(pilot, "Wilhelmina")
            assert isinstance(pilot.app.screen, Line)
            assert "cannot be" in " ".join(seen(pilot).split())
        await press(pilot, "enter")
        assert first_card(house).name == "Wilhelmina"
        await press(pilot, "enter")
        assert pilot.app.screen.query_one(Input).value == "Wilhelmina"


@hurried
async def test_the_birthday_of_a_card_that_cannot_be_made_just_now_stays_where_it_was_typed(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, *STUDY, "a")
        await type_in(pilot, "Wilhelmina")
        with put_away_for_now(house):
            await type_in(pilot, "2017-05")
            assert pilot.app.screen.query_one(Input).value == "2017-05"
            assert "cannot be" in " ".join(seen(pilot).split())
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, People)
        assert first_card(house).born == Born(2017, 5)
        assert "Wilhelmina" in seen(pilot)


@hurried
async def test_the_stages_of_a_card_that_cannot_be_made_just_now_stay_there(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, *STUDY, "a")
        await type_in(pilot, "Wilhelmina")
        await type_in(pilot, "")
        with put_away_for_now(house):
            await press(pilot, "4")
            assert isinstance(pilot.app.screen, OneOf)
            assert "cannot be" in told(pilot)[-1]
        await press(pilot, "4")
        assert first_card(house).stage_key == STAGES[3].key


@pytest.mark.parametrize("born", [("2017-05",), ("", "4")])
@hurried
async def test_the_name_of_a_card_that_cannot_be_made_just_now_is_offered_again(
    tmp_path: Path, born: tuple[str, ...]
) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, *STUDY, "a")
        await type_in(pilot, "Wilhelmina")
        for said in born[:-1]:
            await type_in(pilot, said)
        with put_away_for_now(house):
            await (press(pilot, born[-1]) if born[1:] else type_in(pilot, born[-1]))
        await press(pilot, "escape", "a")
        assert pilot.app.screen.query_one(Input).value == "Wilhelmina"
        await press(pilot, "enter")
        await type_in(pilot, "2017-05")
        assert first_card(house).name == "Wilhelmina"
        await press(pilot, "a")
        assert pilot.app.screen.query_one(Input).value == "", "a name that has its card is not offered again"


@hurried
async def test_the_study_asks_kindly_for_room_and_does_nothing_unseen(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house) as pilot:
        await press(pilot, *STUDY)
        for size in SIZES:
            await resize(pilot, *size)
            assert ("Mia" in seen(pilot)) == (size != (40, 12))
            assert (LINE.split(",")[0] in " ".join(seen(pilot).split())) == (size == (40, 12))
        await resize(pilot, 40, 12)
        await press(pilot, "a", "1", "enter", "comma")
        assert isinstance(pilot.app.screen, People)
        assert offered(pilot) == {"back"}
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, Tonight)


LOUD = f"[/][@click=app.bell]x $a {CANARY}"


@hurried
async def test_names_and_lines_are_shown_as_they_were_typed(tmp_path: Path, refused: list[str]) -> None:
    house = a_house(tmp_path)
    word, line = f"[/]${CANARY}", (LOUD,)
    for name in (LOUD, *NAMES[:10]):
        house.family.people.add(grown_up(name, comfort=line, avoid=("[b]",), my_two=line, words=(word,), face="[/b]"))
    async with opened(house, (100, 30)) as pilot:
        assert no_link_is_live(pilot)
        await press(pilot, *STUDY)
        for number, one in enumerate(house.family.people.all()[:4], start=1):
            await press(pilot, str(number % 10))
            assert isinstance(pilot.app.screen, PersonCard)
            assert one.card.name in shown(pilot)
            assert LOUD in seen(pilot)
            assert no_link_is_live(pilot)
            await press(pilot, "escape")
        await press(pilot, "1", "enter")
        assert LOUD in seen(pilot)
        await press(pilot, "escape", *("down",) * 6, "enter")
        assert LOUD in seen(pilot)
        assert no_link_is_live(pilot)
        await press(pilot, "a")
        await type_in(pilot, f"[/b]{CANARY}")
        assert f"[/b]{CANARY}" in seen(pilot)
        await pilot.app.push_screen(KeepPlaces(house.family.people.today(), patience=0))
        await settled(pilot)
        assert CANARY in seen(pilot)
        assert no_link_is_live(pilot)
    assert not refused


@hurried
async def test_twelve_cards_are_whole_at_every_size_of_the_study(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_twelve(house)
    async with opened(house) as pilot:
        await press(pilot, *STUDY)
        for size in SIZES[1:]:
            await resize(pilot, *size)
            plates = [*pilot.app.screen.query(ChairPlate)]
            assert len(plates) == 12
            assert all(plate.size.height >= 3 and plate.region.bottom < size[1] - 1 for plate in plates), size
            assert "王小明: a grown-up" not in seen(pilot)
        await press(pilot, "a")
        await type_in(pilot, "One more")
        await type_in(pilot, "2020-01")
        assert "full table" in " ".join(seen(pilot).split())


# At the table


@hurried
async def test_somebody_who_lives_here_comes_late_to_their_own_chair(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house, (80, 24)) as pilot:
        await laid_for(pilot, laid(story(), house.family.people.today()[1:4]))
        await press(pilot, "escape", "1")
        assert isinstance(pilot.app.screen, WhoJoins)
        assert pilot.app.screen.doors()[:3] == ("Mia", "Dad", "2 to 4")
        await press(pilot, "2")
        assert [person.name for person in play(pilot).plan.people] == ["Theo", "Ana", "Mum", "Dad"]
        await press(pilot, "enter", "escape", "1", "5")
        assert play(pilot).plan.people[-1].name == "Plum", "a guest takes a thing that is nobody's"


@hurried
async def test_a_story_that_somebody_leaves_alone_goes_when_they_sit_down(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    mia, *_ = the_family(house)
    house.family.people.change(mia, replace(mia.card, avoid=("hat",)))
    async with opened(house, (80, 24)) as pilot:
        await laid_for(pilot, laid(story(read("A hat!"), ask()), house.family.people.today()[1:4]))
        assert "A hat!" in seen(pilot)
        await press(pilot, "escape", "1", "1", "enter")
        assert play(pilot).phase != "main"
        assert "hat" not in seen(pilot)


@hurried
async def test_everybody_of_a_full_house_can_come_late_and_the_chairs_keep_their_numbers(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_twelve(house)
    members = house.family.people.today()
    async with opened(house, (80, 24)) as pilot:
        await laid_for(pilot, laid(story(), members[:2]))
        await press(pilot, "escape", "1")
        sheet = pilot.app.screen
        assert isinstance(sheet, WhoJoins)
        met = set(sheet.shown()[:3])
        while sheet.shown()[2] == "somebody else":
            await press(pilot, "3")
            assert sheet.shown()[3:] == CHAIR_DOORS
            met |= {*sheet.shown()[:3]}
        assert met == {one.name for one in members[2:]} | {"somebody else"}
        await press(pilot, "3")
        assert play(pilot).plan.people[-1].name == members[-1].name
        await press(pilot, "escape", "1", "3", "9")
        assert play(pilot).plan.people[-1].stage_key == "18+"


@hurried
async def test_somebody_who_is_called_as_the_door_to_the_next_names_can_be_chosen(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, *(grown_up(name) for name in ("Ana", "somebody else", *"BCDEFGHI")))
    members = house.family.people.today()
    async with opened(house, (80, 24)) as pilot:
        pairs: list[tuple[Person, Person] | None] = []
        await pilot.app.push_screen(WhoComesBack(members), pairs.append)
        await press(pilot, "2", "9", "2")
        assert [[one.name for one in pair or ()] for pair in pairs] == [["somebody else", "I"]]


@hurried
async def test_whoever_has_gone_or_had_a_birthday_is_dealt_to_as_they_are_now(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    the_family(house)
    async with opened(house) as pilot:
        with house.database.writing() as elsewhere:  # type: ignore[union-attr]
            elsewhere.execute("DELETE FROM member WHERE name = 'Mum'")
            elsewhere.execute("UPDATE member SET birth_year = birth_year - 3 WHERE name = 'Theo'")
        await press(pilot, "space")
        assert [(one.name, one.age) for one in play(pilot).plan.people] == [
            ("Mia", 3),
            ("Theo", 12),
            ("Ana", 15),
            ("Dad", 40),
        ]


# Keep these places


@hurried
async def test_chairs_that_were_kept_show_their_age_until_they_have_a_name_and_a_offers_them_one(
    tmp_path: Path,
) -> None:
    house = a_house(tmp_path)
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, "1", "3")
        keep_places_over(tonight(pilot), house, tonight(pilot).setting.people, tonight(pilot).welcome, patience=0)
        await settled(pilot)
        assert "Spoon, 2 to 4 · Lemon, 8 to 11" in seen(pilot)
        await press(pilot, "1")
        assert [plate.who for plate in pilot.app.screen.query(ChairPlate)] == ["3 to 4", "8 to 11"]
        await press(pilot, *STUDY)
        assert [plate.who for plate in pilot.app.screen.query(ChairPlate)] == ["3 to 4", "8 to 11"]
        assert "a gives this chair a name" in seen(pilot)
        await press(pilot, "a")
        assert pilot.app.screen.shown() == ("Spoon, 3 to 4", "Lemon, 8 to 11", SOMEBODY_ELSE)  # type: ignore[attr-defined]
        await press(pilot, "2")
        await type_in(pilot, "Noor")
        await type_in(pilot, "2022-05")
        assert [plate.who for plate in pilot.app.screen.query(ChairPlate)] == ["3 to 4", "Noor"]
        noor = house.family.people.all()[1].card
        assert (noor.born, noor.stage_key, noor.plate.object) == (Born(2022, 5), None, "lemon")
        await press(pilot, "a", "1")
        await type_in(pilot, "Kit")
        await type_in(pilot, "")
        assert (first_card(house).name, first_card(house).stage_key) == ("Kit", "3-4")
        await press(pilot, "a")
        assert "What are they called" in seen(pilot), "nobody is without a name any more"


@pytest.mark.parametrize(("key", "kept"), [("1", 2), ("2", 0), ("escape", 0), ("3", 0)])
@hurried
async def test_the_question_after_goodnight_is_answered_once(tmp_path: Path, key: str, kept: int) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, "3", "6")
        keep_places_over(tonight(pilot), house, tonight(pilot).setting.people, tonight(pilot).refresh, patience=0)
        await settled(pilot)
        await press(pilot, key)
        assert isinstance(pilot.app.screen, Tonight)
        assert len(house.family.people.all()) == kept
        assert told(pilot) == (SAID[{"1": 0, "3": 2}.get(key, 1)],)
        assert not house.family.places.asked_of(tonight(pilot).setting.people)


@hurried
async def test_a_double_click_on_keep_our_places_makes_each_card_once(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    async with opened(house) as pilot:
        await press(pilot, "3", "6")
        keep_places_over(tonight(pilot), house, tonight(pilot).setting.people, tonight(pilot).refresh, patience=0)
        await settled(pilot)
        doors = pilot.app.screen.query_one(Doors)
        for _ in range(2):
            doors.post_message(Doors.Picked(0))
        await settled(pilot)
        assert isinstance(pilot.app.screen, Tonight)
        assert [one.card.name for one in house.family.people.all()] == ["Spoon", "Lemon"]


@hurried
async def test_where_nothing_is_kept_nobody_is_asked_and_no_card_can_be_made() -> None:
    house = a_house_of_cards()
    async with opened(house) as pilot:
        await press(pilot, *STUDY, "a")
        await type_in(pilot, "Ada")
        await type_in(pilot, "2020-01")
        assert "not kept" in " ".join(seen(pilot).split())
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, People)


@hurried
async def test_the_last_card_of_the_list_says_goodbye_and_the_one_before_is_looked_at(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Ana"), grown_up("Ben"))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY, "2", "up", "enter", "2", "1")
        assert isinstance(pilot.app.screen, People)
        assert [one.card.name for one in house.family.people.all()] == ["Ana"]
        assert "Ana:" in seen(pilot)


@hurried
async def test_what_else_they_are_called_is_asked_before_the_goodbye_and_goes_as_well(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Bart"), grown_up("Gran of Bart", comfort=("tea with Bartholomew",)))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY, "1", "1", "end", "enter")
        assert "“Gran of Bart” keeps that name" in " ".join(seen(pilot).split())
        await press(pilot, "3", *"Bartholomew", "enter")
        assert "So it is with Bartholomew." in " ".join(seen(pilot).split())
        await press(pilot, "3", "escape", "2", "1")
        (gran,) = house.family.people.all()
        assert gran.card.comfort == ("tea with someone",)


@hurried
async def test_the_name_of_somebody_else_is_refused_with_a_kind_line(tmp_path: Path) -> None:
    house = a_house(tmp_path)
    live_here(house, card("Bart"), grown_up("Gran"))
    async with opened(house, (80, 24)) as pilot:
        await press(pilot, *STUDY, "1", "1", "end", "enter", "3", *"Gran", "enter")
        assert "Somebody else here has that name" in seen(pilot)
        await press(pilot, "escape", "1")
        assert len(house.family.people.all()) == 2

"""What the Workshop promises whichever screen asks it: names, examples, and how old a reader it reads for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from drafts import a_draft
from families import card, live_here
from gatherround.domain.drafts.advice import Opinion
from gatherround.domain.drafts.draft import WAYS, Draft, Renamed, Way
from gatherround.domain.drafts.showing import shown
from gatherround.domain.drafts.telling import ALL_HEAR, ALL_HEAR_SMALL, BOTH, SECRET, tell
from gatherround.domain.play.beats import Card, Pick, Say
from gatherround.host.house import House, open_house
from gatherround.host.shelf import shipped_shelf
from gatherround.pantry.library import Shelves
from rounds import SMALL_SHELF, Clock
from tables import SeededDice

THEO = a_draft(
    "happened",
    title="Theo's Pancake",
    scene="Will took it. Theo had counted. Biscuit barked, and Biscuit left.",
    name1="Theo, Teddy",
    name2="Mia",
    close="Good night, Teddy.",
)
LONG = "Bea has counted the pancakes. There is one left. Kofi has not counted. Kofi has a fork. " * 3
HARD = "Nevertheless, negotiations concerning unaccompanied breakfast accessories deteriorated immediately. " * 8


def a_house(home: Path, shelf: Path = SMALL_SHELF) -> House:
    return open_house(home, {}, shelves=Shelves(shelf, home / "packs"), clock=Clock(), dice=SeededDice(1))


def page_of(home: Path) -> str:
    (path,) = home.glob("packs/our-own-stories/activities/*.yaml")
    return path.read_text("utf-8").casefold()


@pytest.mark.parametrize("renamed", [(), (Renamed(("Mia",), "Quentin"),)])
def test_no_name_that_would_be_shown_as_changed_reaches_the_file_whatever_a_screen_hands_over(
    home: Path, renamed: tuple[Renamed, ...]
) -> None:
    house = a_house(home)
    live_here(house, card("Will"))
    house.workshop().shelve(replace(THEO, renamed=renamed))
    page = page_of(home)
    for name in ("theo", "teddy", "mia", "will", "biscuit"):
        assert name not in page
    assert ("quentin" in page) == bool(renamed)


def test_a_name_stays_where_that_was_said_in_so_many_words(home: Path) -> None:
    a_house(home).workshop().shelve(replace(THEO, stays=("Biscuit",)))
    page = page_of(home)
    assert page.count("biscuit") == 2
    assert "theo" not in page


@pytest.mark.parametrize("way", WAYS)
def test_every_example_of_ours_is_on_the_shelf_and_has_what_the_form_asks(home: Path, way: Way) -> None:
    house = open_house(home, {}, shelves=Shelves(shipped_shelf()))
    title, told = house.workshop().ours(way)
    needed = {"two-sides": 6, "tiny": 4, "hard-choice": 6, "happened": 6, "questions": 4}
    assert title
    assert len(told) > needed[way]


def test_where_our_example_is_not_on_the_shelf_there_is_none(home: Path) -> None:
    assert a_house(home).workshop().ours("tiny") == ("", {})


@pytest.mark.parametrize(
    ("way", "ages", "scene", "reads"),
    [
        ("two-sides", "5-9", LONG, "Reads like age 6. Aloud it is fine from 5."),
        ("two-sides", "8+", LONG, "Reads like age 6: easy for yours."),
        ("two-sides", "5-9", "", ""),
        ("tiny", "2-4", LONG, ""),
        ("questions", "5+", "Short.", ""),
    ],
)
def test_how_old_a_reader_it_reads_for_is_said_where_the_checker_can_tell(
    home: Path, way: Way, ages: str, scene: str, reads: str
) -> None:
    quiet = dict(a_house(home).workshop().opinion(a_draft(way, ages=ages, scene=scene)).quiet)
    assert quiet.get("scene", "") == reads


def test_what_is_too_hard_is_said_once_and_by_an_age(home: Path) -> None:
    workshop = a_house(home).workshop()
    opinion = workshop.opinion(a_draft(ages="5-9", scene=HARD))
    (said,) = [one.says for one in opinion.advice if "reads like" in one.says]
    assert said.startswith("It reads like age ")
    assert "the youngest it is for are 5" in said
    assert opinion.quiet == ()


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_said_of_a_story_of_which_nothing_is_typed(home: Path, way: Way) -> None:
    opinion = a_house(home).workshop().opinion(Draft(way=way, words=(("ages", "5-9"), ("title", "Socks"))))
    assert opinion == Opinion()


def test_a_sentence_that_is_too_long_is_named(home: Path) -> None:
    scene = "It rains. Ravi has put a drum kit together in the kitchen out of all the pots and two lids."
    (said,) = [one.says for one in a_house(home).workshop().opinion(a_draft(scene=scene)).advice if "words" in one.says]
    assert "It begins “Ravi has put a”." in said


@pytest.mark.parametrize(
    ("way", "ages", "knows", "says"),
    [
        ("two-sides", "5-9", ("a", "b"), ALL_HEAR_SMALL),
        ("happened", "7+", ("a", "b"), SECRET),
        ("two-sides", "8-11", ("", "b"), BOTH),
        ("hard-choice", "12-17", ("a", ""), ALL_HEAR),
        ("two-sides", "5-9", ("", ""), None),
    ],
)
def test_who_hears_what_only_one_knows_is_said_and_is_what_the_table_does(
    home: Path, way: Way, ages: str, knows: tuple[str, str], says: str | None
) -> None:
    draft = a_draft(way, ages=ages, knows1=knows[0], knows2=knows[1])
    house = a_house(home)
    assert dict(house.workshop().opinion(draft).quiet).get("knows1") == says
    page = shown(draft, "knows1", house.shelf.words)
    assert isinstance(page.beat, Card if says == SECRET else Say)


def test_a_trial_calls_nobody_by_name_and_nickname_at_once() -> None:
    told = tell(a_draft("happened", name1="Theo, Teddy", name2="Mia (Mimi)"))
    assert [seat.name for seat in told.seats] == ["Theo", "Mia"]
    assert "Teddy" not in "".join(text for step in told.steps for text in str(step))


def test_a_little_one_is_shown_with_what_they_feel_for_there_is_no_card(home: Path) -> None:
    assert isinstance(shown(a_draft("tiny"), "wants1", a_house(home).shelf.words).beat, Pick)
